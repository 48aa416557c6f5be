// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/MapPanel.h"

#include "widgets/graph/CellGlyph.h"
#include "widgets/models/CellWords.h"
#include "widgets/style/Card.h"
#include "widgets/style/Numbers.h"
#include "widgets/style/ThemeProvider.h"
#include "widgets/views/Padding.h"

#include <QComboBox>
#include <QCursor>
#include <QEvent>
#include <QHBoxLayout>
#include <QPointer>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace ktnas {

MapPanel::MapPanel(Session& session, ThemeProvider& themes, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_themes(themes)
    , m_map(new PointMap(&themes, this))
    , m_card(new Card(&themes, m_map))
    , m_choice(new QComboBox(this))
{
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(26);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(16, 6, 16, 0);
    bar->addWidget(m_choice);
    bar->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(bar);
    layout->addWidget(padded(m_map), 1);
    layOnGround(this);

    m_map->setNames([this](int point) {
        const Table& table = *m_session.table();
        const auto row = static_cast<std::size_t>(point);
        QStringList words{CellWords::name(table, table.cellAt(row))};
        for (const std::size_t task : m_session.draft().tasks)
            words += tr("%1 on %2", "a cell's value on a task")
                         .arg(CellWords::value(table.tasks()[task].measure(),
                                               table.tasks()[task].measure().values[row]),
                              QString::fromStdString(table.tasks()[task].title));
        return words.join(QStringLiteral(", "));
    });
    connect(m_choice, &QComboBox::activated, this, &MapPanel::chooseByHand);
    connect(m_map, &PointMap::hovered, this, [this](int point) {
        m_session.selection().setHovered(
            point < 0 ? CellId::none() : m_session.table()->cellAt(static_cast<std::size_t>(point)));
        showCard(point);
    });
    connect(m_map, &PointMap::activated, this, [this](int point) {
        m_session.setCurrentCell(m_session.table()->cellAt(static_cast<std::size_t>(point)));
    });
    connect(m_map, &PointMap::selectionEdited, this, &MapPanel::editSelection);
    connect(&session, &Session::tableChanged, this, [this] {
        // Until the new map is there, a click on an old point would name a row that this table may not have.
        m_map->setPositions({}, {});
        m_map->setHeading({});
        m_map->setCaption({});
        m_map->setLegend({});
        m_colour = {};
        fillChoices();
    });
    connect(&session, &Session::pairChanged, this, [this] {
        if (m_colour.by == ColourChoice::By::RankDifference)
            recolour();
    });
    connect(&session, &Session::cursorMoved, this, &MapPanel::showRun);
    connect(&session, &Session::currentRunChanged, this, &MapPanel::showRun);
    connect(&session.selection(), &Selection::rowsChanged, this, &MapPanel::showSelection);
    const auto showCells = [this] {
        const auto rowOf = [this](CellId cell) {
            if (!m_session.table() || cell.isNone())
                return -1;
            const auto row = m_session.table()->rowOf(cell);
            return row ? static_cast<int>(*row) : -1;
        };
        m_map->setCurrent(rowOf(m_session.selection().current()));
        m_map->setHovered(rowOf(m_session.selection().hovered()));
    };
    connect(&session.selection(), &Selection::currentChanged, this, showCells);
    connect(&session.selection(), &Selection::hoveredChanged, this, showCells);
    fillChoices();
    retranslate();
}

void MapPanel::setPositions(std::vector<float> x, std::vector<float> y, const QString& caption)
{
    m_map->setPositions(std::move(x), std::move(y));
    m_map->setCaption(caption);
    recolour();
    showSelection();
    showRun();
}

void MapPanel::setColour(const ColourChoice& colour)
{
    m_colour = colour;
    const auto place = std::find(m_choices.begin(), m_choices.end(), colour);
    if (place != m_choices.end())
        m_choice->setCurrentIndex(static_cast<int>(place - m_choices.begin()));
    recolour();
}

void MapPanel::chooseByHand(int index)
{
    const ColourChoice before = m_colour;
    const ColourChoice after = m_choices[static_cast<std::size_t>(index)];
    if (after == before)
        return;
    // The undo stack may outlive this panel.
    const auto colour = [self = QPointer<MapPanel>(this)](const ColourChoice& choice) {
        if (self)
            self->setColour(choice);
    };
    m_session.pushEdit(
        tr("Colour the map by another thing"), QStringLiteral("map.colour"),
        [colour, after] { colour(after); }, [colour, before] { colour(before); });
}

void MapPanel::showCard(int point)
{
    if (point < 0) {
        m_card->dismiss();
        return;
    }
    const Table& table = *m_session.table();
    const auto row = static_cast<std::size_t>(point);
    const CellId cell = table.cellAt(row);
    const Space& space = table.space();
    const Theme& theme = m_themes.theme();
    CardContent content;
    content.glyph = cellGlyph(space, space.cell(cell), theme.px(36), theme, devicePixelRatioF());
    content.title = CellWords::name(table, cell);
    const CellId current = m_session.selection().current();
    content.caption = current.isNone() || current == cell
        ? CellWords::size(table, row)
        : tr("%n edits from %1", nullptr, Space::editDistance(space.cell(current), space.cell(cell)))
              .arg(CellWords::number(table, current));
    // The searched tasks: a card has room for four.
    std::vector<std::size_t> tasks = m_session.draft().tasks;
    tasks.resize(std::min<std::size_t>(tasks.size(), 4));
    for (const std::size_t task : tasks) {
        const Measure& measure = table.tasks()[task].measure();
        const std::uint32_t rank = m_session.ranks(task)[row];
        content.rows.push_back({static_cast<int>(task),
                                QString::fromStdString(table.tasks()[task].shortTitle),
                                CellWords::value(measure, measure.values[row]),
                                rank == 0 ? QStringLiteral("–") : formatCount(rank)});
    }
    if (m_map->underMouse()) {
        m_card->hover(content, QCursor::pos());
    } else if (const auto place = m_map->pointPosition(point)) {
        m_card->showBeside(content, QRect(m_map->mapToGlobal(place->toPoint()) - QPoint(4, 4), QSize(8, 8)));
    }
}

void MapPanel::fillChoices()
{
    m_choice->clear();
    m_choices = MapColouring::choices(m_session);
    for (const ColourChoice& choice : m_choices)
        m_choice->addItem(
            tr("Colour: %1", "what the colours of the map mean").arg(MapColouring::name(m_session, choice)));
    setColour(m_colour);
}

void MapPanel::recolour()
{
    if (!m_session.table() || m_map->pointCount() != static_cast<int>(m_session.table()->rowCount()))
        return;
    MapColouring colouring = MapColouring::make(m_session, m_colour);
    m_map->setHeading(colouring.heading);
    m_map->setLegend(colouring.legend);
    m_map->setValues(std::move(colouring.values), colouring.scale);
}

void MapPanel::showSelection()
{
    m_map->setSelection(*m_session.selection().rows());
}

void MapPanel::showRun()
{
    const auto& table = m_session.table();
    if (!table || m_map->pointCount() != static_cast<int>(table->rowCount()))
        return;
    if (m_colour.by == ColourChoice::By::Generation)
        recolour();
    std::vector<MapMark> marks;
    std::vector<MapKey> keys;
    if (m_session.currentRun() != nullptr) {
        const RunState& state = m_session.stateAtCursor();
        for (std::size_t t = 0; t < state.tasks.size(); ++t) {
            const auto task = static_cast<int>(m_session.tableTask(TaskId(static_cast<std::uint16_t>(t))));
            keys.push_back(
                {tr("%1 parents")
                     .arg(QString::fromStdString(table->tasks()[static_cast<std::size_t>(task)].shortTitle)),
                 task});
            for (const RunState::Member& member : state.tasks[t].population) {
                const auto row = table->rowOf(member.cell);
                if (!row)
                    continue;
                MapMark mark;
                mark.point = static_cast<int>(*row);
                mark.isDiamond = member.origin == Origin::Migrant;
                mark.task = mark.isDiamond && !member.source.isNone()
                    ? static_cast<int>(m_session.tableTask(member.source))
                    : task;
                marks.push_back(mark);
            }
        }
    }
    m_map->setMarks(std::move(marks));
    m_map->setKeys(std::move(keys));
}

void MapPanel::editSelection(const QVector<int>& points, SelectionMode mode)
{
    // A plain click only looks at the cell: it must not throw a lasso's work away.
    if (mode == SelectionMode::Replace && points.size() == 1)
        return;
    std::vector<std::uint32_t> rows(static_cast<std::size_t>(points.size()));
    std::transform(points.begin(), points.end(), rows.begin(),
                   [](int p) { return static_cast<std::uint32_t>(p); });
    const std::vector<std::uint32_t>& old = *m_session.selection().rows();
    auto result = std::make_shared<std::vector<std::uint32_t>>();
    switch (mode) {
    case SelectionMode::Replace:
        *result = std::move(rows);
        break;
    case SelectionMode::Add:
        std::set_union(old.begin(), old.end(), rows.begin(), rows.end(), std::back_inserter(*result));
        break;
    case SelectionMode::Subtract:
        std::set_difference(old.begin(), old.end(), rows.begin(), rows.end(), std::back_inserter(*result));
        break;
    }
    m_session.select(std::move(result), tr("Select cells on the map"));
}

void MapPanel::retranslate()
{
    m_choice->setAccessibleName(tr("Colour the map by"));
    m_choice->setToolTip(tr("What the colour of a point means"));
    m_map->setEmptyText(tr("The map appears as soon as the encoding has been computed."));
}

void MapPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        fillChoices();
    }
    QWidget::changeEvent(event);
}

} // namespace ktnas
