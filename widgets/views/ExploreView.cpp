// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/ExploreView.h"

#include "core/embed/Embedding.h"
#include "core/embed/Pca.h"
#include "widgets/style/Icons.h"
#include "widgets/style/Numbers.h"
#include "widgets/style/ProgressStrip.h"
#include "widgets/style/ThemeProvider.h"
#include "widgets/views/CellTablePanel.h"
#include "widgets/views/MapPanel.h"
#include "widgets/views/Padding.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPointer>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>
#include <utility>

namespace ktnas {
namespace {

/// Encodings that a map can show, by makeEmbedding()'s names.
constexpr std::array<const char*, 4> encodings{"onehot", "path", "wl", "node2vec"};

/// Positions by row of the table, and how much of the variance they carry.
struct RowMap {
    std::vector<float> x;
    std::vector<float> y;
    double explained = 0;
};

RowMap rowMap(const Table& table, const std::string& encoding, std::stop_token stop)
{
    const auto embedding = makeEmbedding(table.space(), encoding, 1, std::move(stop));
    const PlanarMap map = pca(*embedding);
    RowMap result;
    result.explained = map.explained[0] + map.explained[1];
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        result.x.push_back(map.points[table.cellAt(row).value][0]);
        result.y.push_back(map.points[table.cellAt(row).value][1]);
    }
    return result;
}

} // namespace

ExploreView::ExploreView(Session& session, ThemeProvider& themes, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_themes(themes)
    , m_first(new MapPanel(session, themes))
    , m_second(new MapPanel(session, themes))
    , m_table(new CellTablePanel(session, themes))
    , m_progress(new ProgressStrip(&themes))
    , m_splitter(new QSplitter(Qt::Vertical))
    , m_tools(new QButtonGroup(this))
    , m_encoding(new QComboBox)
    , m_density(new QCheckBox)
    , m_two(new QCheckBox)
{
    auto* maps = new QSplitter(Qt::Horizontal);
    maps->setChildrenCollapsible(false);
    maps->addWidget(m_first);
    maps->addWidget(m_second);
    m_second->hide();
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(maps);
    m_splitter->addWidget(m_table);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_progress);
    layout->addWidget(makeToolBar());
    layout->addWidget(m_splitter, 1);

    for (const char* encoding : encodings)
        m_encoding->addItem(QString(), QString::fromLatin1(encoding));
    m_encoding->setCurrentIndex(m_encodingIndex);
    connect(m_encoding, &QComboBox::activated, this, &ExploreView::chooseEncoding);
    connect(m_density, &QCheckBox::toggled, this, [this](bool isOn) {
        m_first->map().setDensity(isOn);
        m_second->map().setDensity(isOn);
    });
    connect(m_two, &QCheckBox::toggled, this, &ExploreView::setSecondMapVisible);
    link(m_first, m_second);
    link(m_second, m_first);
    connect(&session, &Session::tableChanged, this, &ExploreView::computeMap);
    connect(&themes, &ThemeProvider::themeChanged, this, &ExploreView::retranslate);
    if (!session.commands().contains(QStringLiteral("map.fit"))) {
        const auto self = [view = QPointer<ExploreView>(this)] { return view.data(); };
        addCommands(session, self, {});
    }
    retranslate();
    computeMap();
}

ExploreView::~ExploreView() = default;

QWidget* ExploreView::makeToolBar()
{
    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(16, 8, 16, 0);
    layout->setSpacing(2);
    layOnGround(bar);
    for (const PointMap::Tool tool :
         {PointMap::Tool::Pan, PointMap::Tool::Lasso, PointMap::Tool::Rectangle, PointMap::Tool::Brush}) {
        auto* button = new QToolButton;
        button->setCheckable(true);
        button->setAutoRaise(true);
        m_tools->addButton(button, static_cast<int>(tool));
        layout->addWidget(button);
    }
    m_tools->button(0)->setChecked(true);
    connect(m_tools, &QButtonGroup::idClicked, this, &ExploreView::chooseTool);
    for (MapPanel* panel : {m_first, m_second}) {
        connect(&panel->map(), &PointMap::toolChanged, this,
                [this](PointMap::Tool tool) { chooseTool(static_cast<int>(tool)); });
    }
    layout->addSpacing(12);
    layout->addWidget(m_encoding);
    layout->addSpacing(12);
    layout->addWidget(m_density);
    layout->addSpacing(12);
    layout->addWidget(m_two);
    layout->addStretch();
    return bar;
}

void ExploreView::addCommands(Session& session, const std::function<ExploreView*()>& shown,
                              const std::function<ExploreView*()>& bring)
{
    const struct {
        const char* id;
        const char* icon;
        PointMap::Tool tool;
        const char* text;
    } tools[] = {
        {"map.pan", "pan", PointMap::Tool::Pan, QT_TR_NOOP("Pan the map")},
        {"map.lasso", "lasso", PointMap::Tool::Lasso, QT_TR_NOOP("Select with the lasso")},
        {"map.rectangle", "rectangle", PointMap::Tool::Rectangle, QT_TR_NOOP("Select with a rectangle")},
        {"map.brush", "brush", PointMap::Tool::Brush, QT_TR_NOOP("Select with the brush")},
    };
    const auto hasTable = [s = &session, shown, bring] {
        return s->table() != nullptr && (bring || shown() != nullptr);
    };
    const auto with = [shown, bring](const std::function<void(ExploreView&)>& act) {
        return [shown, bring, act] {
            if (ExploreView* view = bring ? bring() : shown())
                act(*view);
        };
    };
    for (const auto& tool : tools) {
        session.commands().add(
            {QString::fromLatin1(tool.id),
             QString::fromLatin1(tool.icon),
             {},
             [text = tool.text] {
                 return CommandText{tr(text), tr("Changes the tool of the map"), tr("Map")};
             },
             with([id = static_cast<int>(tool.tool)](ExploreView& view) { view.chooseTool(id); }),
             hasTable,
             false,
             {}});
    }
    session.commands().add({QStringLiteral("map.fit"),
                            QStringLiteral("fit"),
                            {QKeySequence(Qt::Key_F)},
                            [] {
                                return CommandText{tr("Show the whole map"),
                                                   tr("Zooms out until all cells are seen"), tr("Map")};
                            },
                            with([](ExploreView& view) { view.m_first->map().fit(); }),
                            hasTable,
                            false,
                            {}});
    session.commands().add({QStringLiteral("map.density"),
                            QStringLiteral("map"),
                            {},
                            [] {
                                return CommandText{tr("Density instead of points"),
                                                   tr("Shows where many cells lie on top of each other"),
                                                   tr("Map")};
                            },
                            with([](ExploreView& view) { view.m_density->toggle(); }),
                            hasTable,
                            true,
                            [shown] { return shown() != nullptr && shown()->m_density->isChecked(); }});
    session.commands().add(
        {QStringLiteral("map.second"),
         QStringLiteral("link"),
         {},
         [] {
             return CommandText{tr("Second map"), tr("Two linked maps with different colours"), tr("Map")};
         },
         with([](ExploreView& view) { view.m_two->toggle(); }),
         hasTable,
         true,
         [shown] { return shown() != nullptr && shown()->m_two->isChecked(); }});
}

void ExploreView::chooseTool(int tool)
{
    if (QAbstractButton* button = m_tools->button(tool))
        button->setChecked(true);
    for (MapPanel* panel : {m_first, m_second}) {
        const QSignalBlocker quiet(&panel->map());
        panel->map().setTool(static_cast<PointMap::Tool>(tool));
    }
}

void ExploreView::chooseEncoding(int index)
{
    const int before = m_encodingIndex;
    if (index == before)
        return;
    const auto change = [self = QPointer<ExploreView>(this)](int to) {
        if (!self)
            return;
        self->m_encodingIndex = to;
        self->m_encoding->setCurrentIndex(to);
        self->computeMap();
    };
    m_session.pushEdit(
        tr("Choose another encoding"), QStringLiteral("map.encoding"), [change, index] { change(index); },
        [change, before] { change(before); });
}

void ExploreView::setSecondMapVisible(bool isVisible)
{
    m_two->setChecked(isVisible);
    m_second->setVisible(isVisible);
    if (isVisible && m_second->colour() == ColourChoice{} && m_session.table()
        && m_session.table()->tasks().size() > 1)
        m_second->setColour({ColourChoice::By::RankDifference, 0});
}

bool ExploreView::isSecondMapVisible() const
{
    return m_two->isChecked();
}

void ExploreView::link(MapPanel* from, MapPanel* to)
{
    connect(&from->map(), &PointMap::viewChanged, this,
            [from, to] { to->map().setView(from->map().view()); });
}

void ExploreView::computeMap()
{
    const auto table = m_session.table();
    if (!table)
        return;
    const std::string encoding = encodings[static_cast<std::size_t>(m_encodingIndex)];
    const QString title = tr("Map of the %1 encoding").arg(m_encoding->currentText());
    m_progress->begin(title);
    m_session.jobs().start(
        title, QStringLiteral("explore.map"), this,
        [table, encoding](JobControl& control) { return rowMap(*table, encoding, control.stop()); },
        [this, table](RowMap map) {
            if (m_session.table() != table)
                return;
            m_progress->end();
            const QString caption =
                tr("PCA of the %1 encoding of %2 cells; the two axes carry %3 of the variance")
                    .arg(m_encoding->currentText(), formatCount(static_cast<std::int64_t>(table->rowCount())),
                         formatPercent(map.explained));
            m_second->setPositions(map.x, map.y, caption);
            m_first->setPositions(std::move(map.x), std::move(map.y), caption);
        },
        [this, title](const QString& message) {
            m_progress->end();
            Q_EMIT m_session.jobs().failed(title, message);
        });
}

void ExploreView::retranslate()
{
    const std::array<const char*, 4> icons{"pan", "lasso", "rectangle", "brush"};
    const std::array<QString, 4> names{tr("Pan"), tr("Lasso"), tr("Rectangle"), tr("Brush")};
    for (int tool = 0; tool < 4; ++tool) {
        auto* button = static_cast<QToolButton*>(m_tools->button(tool));
        button->setIcon(icon(QString::fromLatin1(icons[static_cast<std::size_t>(tool)]), m_themes.theme()));
        button->setToolTip(
            tool == 0 ? names[0]
                      : tr("%1: Shift adds, Alt subtracts").arg(names[static_cast<std::size_t>(tool)]));
        button->setAccessibleName(names[static_cast<std::size_t>(tool)]);
    }
    const std::array<QString, 4> words{tr("one-hot"), tr("path"), tr("Weisfeiler–Lehman"), tr("node2vec")};
    for (int i = 0; i < 4; ++i)
        m_encoding->setItemText(i, words[static_cast<std::size_t>(i)]);
    m_encoding->setAccessibleName(tr("Encoding of the map"));
    m_encoding->setToolTip(
        tr("How a cell is turned into numbers; the map shows their two principal components"));
    m_density->setText(tr("Density"));
    m_density->setToolTip(tr("Shows how many cells lie in a place instead of the cells"));
    m_two->setText(tr("Second map"));
    m_two->setToolTip(tr("A second map beside it, with its own colours and the same view"));
}

void ExploreView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ktnas
