// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/PicturesView.h"

#include "widgets/session/PictureShelf.h"
#include "widgets/style/EmptyState.h"
#include "widgets/style/ErrorState.h"
#include "widgets/style/Heading.h"
#include "widgets/style/Numbers.h"
#include "widgets/style/ProgressStrip.h"
#include "widgets/style/SegmentedChoice.h"
#include "widgets/style/StudioStyle.h"
#include "widgets/style/ThemeProvider.h"
#include "widgets/views/Padding.h"
#include "widgets/views/PictureFacts.h"
#include "widgets/views/PictureGrid.h"
#include "widgets/views/PictureWords.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ktnas {
namespace {

/// More of a class than any window has room for.
constexpr std::size_t mostTiles = 48;
/// Larger pictures are brought down to this many pixels before they are kept for drawing.
constexpr int largestPicture = 128;
constexpr int factsWidth = 300;

QString titleOf(const PictureSet& set)
{
    return QString::fromStdString(set.title);
}

} // namespace

PicturesView::PicturesView(Session& session, PictureShelf& shelf, ThemeProvider& themes, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_shelf(shelf)
    , m_themes(themes)
    , m_progress(new ProgressStrip(&themes))
    , m_error(new ErrorState(&themes))
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState)
    , m_title(new Heading(&themes, TextRole::Title))
    , m_sets(new QComboBox)
    , m_open(new QPushButton)
    , m_make(new QPushButton)
    , m_look(new SegmentedChoice(&themes))
    , m_task(new QComboBox)
    , m_labels(new QComboBox)
    , m_splits(new SegmentedChoice(&themes))
    , m_finding(new Heading(&themes))
    , m_grid(new PictureGrid(&themes))
    , m_facts(new PictureFacts(themes))
{
    auto* content = new QWidget;
    layOnGround(content);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(makeTools());
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* framed = new QWidget;
    layOnGround(framed);
    auto* margins = new QVBoxLayout(framed);
    margins->setContentsMargins(16, 0, 8, 8);
    margins->addWidget(m_grid);
    scroll->setWidget(framed);
    auto* left = new QVBoxLayout;
    left->setContentsMargins(0, 0, 0, 0);
    auto* finding = new QVBoxLayout;
    finding->setContentsMargins(16, 8, 16, 8);
    finding->addWidget(m_finding);
    left->addLayout(finding);
    left->addWidget(scroll, 1);
    auto* facts = new QScrollArea;
    facts->setObjectName(QStringLiteral("pictureFacts"));
    facts->setWidgetResizable(true);
    facts->setFrameShape(QFrame::NoFrame);
    facts->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    facts->setFocusPolicy(Qt::NoFocus);
    facts->setWidget(m_facts);
    auto* sides = new QHBoxLayout;
    sides->setContentsMargins(0, 0, 0, 0);
    sides->setSpacing(0);
    sides->addLayout(left, 1);
    sides->addWidget(facts);
    column->addLayout(sides, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(content);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_progress);
    layout->addWidget(m_error);
    layout->addWidget(m_stack, 1);
    m_error->hide();

    connect(&shelf, &PictureShelf::readingChanged, this, &PicturesView::showShelf);
    connect(&shelf, &PictureShelf::failed, this, &PicturesView::showShelf);
    connect(&shelf, &PictureShelf::currentChanged, this, &PicturesView::showSet);
    connect(&shelf, &PictureShelf::sampled, this, [this] {
        if (isTaskShown())
            showExamples();
    });
    connect(m_empty, &EmptyState::actionTriggered, this,
            [this] { m_session.commands().run(QStringLiteral("file.openPictures")); });
    connect(m_open, &QPushButton::clicked, this,
            [this] { m_session.commands().run(QStringLiteral("file.openPictures")); });
    connect(m_make, &QPushButton::clicked, this,
            [this] { m_session.commands().run(QStringLiteral("workspace.make")); });
    connect(m_sets, &QComboBox::activated, this,
            [this](int index) { m_shelf.setCurrent(static_cast<std::size_t>(index)); });
    connect(m_look, &SegmentedChoice::choiceChanged, this, [this] {
        showChoices();
        refresh();
    });
    connect(m_task, &QComboBox::activated, this, &PicturesView::refresh);
    connect(m_labels, &QComboBox::activated, this, &PicturesView::refresh);
    connect(m_splits, &SegmentedChoice::choiceChanged, this, &PicturesView::refresh);
    connect(&themes, &ThemeProvider::themeChanged, this, &PicturesView::applyTheme);
    for (QComboBox* choice : {m_task, m_labels})
        choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (std::size_t i = 0; i < allTaskKinds().size(); ++i)
        m_task->addItem(QString());
    retranslate();
    applyTheme();
    showSet();
}

QWidget* PicturesView::makeHead()
{
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(16, 12, 16, 4);
    row->setSpacing(8);
    row->addWidget(m_title, 1);
    row->addWidget(m_sets, 0, Qt::AlignTop);
    row->addWidget(m_open, 0, Qt::AlignTop);
    row->addWidget(m_make, 0, Qt::AlignTop);
    setMainButton(m_make);
    m_sets->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return head;
}

QWidget* PicturesView::makeTools()
{
    auto* tools = new QWidget;
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(16, 4, 16, 0);
    row->setSpacing(12);
    row->addWidget(m_look);
    row->addWidget(m_task);
    row->addWidget(m_labels);
    row->addStretch(1);
    row->addWidget(m_splits);
    return tools;
}

bool PicturesView::isTaskShown() const
{
    return m_look->currentIndex() == 1;
}

Split PicturesView::split() const
{
    const auto index = static_cast<std::size_t>(std::max(m_splits->currentIndex(), 0));
    return index < m_offeredSplits.size() ? m_offeredSplits[index] : Split::Train;
}

int PicturesView::labelSet() const
{
    return std::max(m_labels->currentIndex(), 0);
}

void PicturesView::setTask(std::optional<TaskKind> kind)
{
    m_look->setCurrentIndex(kind ? 1 : 0);
    if (kind)
        m_task->setCurrentIndex(static_cast<int>(*kind));
    showChoices();
    refresh();
}

void PicturesView::showShelf()
{
    if (m_shelf.isReading())
        m_progress->begin(tr("Reading pictures"));
    else
        m_progress->end();
    const auto& failure = m_shelf.failure();
    m_error->setVisible(failure.has_value());
    if (failure) {
        ErrorText text;
        text.what = failure->what;
        text.where = failure->where.isEmpty() ? failure->path
            : failure->path.isEmpty()         ? failure->where
                                      : tr("%1 of %2", "place, file").arg(failure->where, failure->path);
        text.advice = failure->hint;
        m_error->setError(text);
    }
}

void PicturesView::showSet()
{
    const auto set = m_shelf.current();
    m_stack->setCurrentIndex(set ? 1 : 0);
    showShelf();
    m_facts->setSet(set);
    m_sets->clear();
    for (const auto& one : m_shelf.sets()) {
        m_sets->addItem(titleOf(*one));
        if (one == set)
            m_sets->setCurrentIndex(m_sets->count() - 1);
    }
    m_sets->setVisible(m_shelf.sets().size() > 1);
    if (!set)
        return;
    m_title->setFinding(titleOf(*set));
    m_title->setCaption(PictureWords::format(*set) % QStringLiteral(" · ") % PictureWords::shape(*set));
    const int before = m_labels->currentIndex();
    m_labels->clear();
    for (const LabelSet& labels : set->labelSets)
        m_labels->addItem(tr("Labels “%1”").arg(QString::fromStdString(labels.name)));
    if (before >= 0 && before < m_labels->count())
        m_labels->setCurrentIndex(before);
    showChoices();
    refresh();
}

void PicturesView::showChoices()
{
    const auto set = m_shelf.current();
    if (!set)
        return;
    m_task->setVisible(isTaskShown());
    const bool hasLabels = !isTaskShown()
        || allTaskKinds()[static_cast<std::size_t>(m_task->currentIndex())] == TaskKind::Classes;
    m_labels->setVisible(set->labelSets.size() > 1 && hasLabels);
    // A task has all three splits, whatever the files have.
    m_offeredSplits.clear();
    QStringList names;
    for (const Split split : {Split::Train, Split::Valid, Split::Test}) {
        if (!isTaskShown() && !set->part(split))
            continue;
        m_offeredSplits.push_back(split);
        names << PictureWords::split(split);
    }
    m_splits->setChoices(names);
    m_splits->setVisible(names.size() > 1);
}

void PicturesView::refresh()
{
    if (!m_shelf.current())
        return;
    if (isTaskShown()) {
        showChoices();
        askForExamples();
    } else {
        showClasses();
    }
}

void PicturesView::showClasses()
{
    const PictureSet& set = *m_shelf.current();
    const auto labels = static_cast<std::size_t>(labelSet());
    const LabelSet& classes = set.labelSets[labels];
    std::vector<PictureRow> rows(classes.classes.size());
    std::size_t longest = 1;
    std::size_t fewest = SIZE_MAX;
    std::size_t most = 0;
    std::vector<std::vector<std::size_t>> counts;
    for (const PicturePart& part : set.parts) {
        std::vector<std::size_t>& count = counts.emplace_back(rows.size());
        for (const std::int32_t label : part.labels[labels])
            ++count[static_cast<std::size_t>(label)];
        longest = std::max(longest, *std::max_element(count.begin(), count.end()));
        if (part.split == Split::Train) {
            fewest = *std::min_element(count.begin(), count.end());
            most = *std::max_element(count.begin(), count.end());
        }
    }
    for (std::size_t c = 0; c < rows.size(); ++c) {
        rows[c].title = QString::fromStdString(classes.classes[c]);
        for (std::size_t p = 0; p < set.parts.size(); ++p)
            rows[c].bars.push_back({PictureWords::split(set.parts[p].split),
                                    static_cast<double>(counts[p][c]) / static_cast<double>(longest),
                                    formatCount(static_cast<std::int64_t>(counts[p][c]))});
    }
    if (const PicturePart* const part = set.part(split())) {
        const QString name = PictureWords::split(part->split);
        for (std::size_t i = 0; i < part->count; ++i) {
            PictureRow& row = rows[static_cast<std::size_t>(part->labels[labels][i])];
            if (row.tiles.size() == mostTiles)
                continue;
            row.tiles.push_back(
                {PictureWords::image(set, *part, i, largestPicture),
                 {},
                 {},
                 {},
                 {},
                 tr("%1 picture %2", "split, number").arg(name, formatCount(static_cast<std::int64_t>(i))),
                 row.title});
        }
    }
    const auto number = [](std::size_t count) { return formatCount(static_cast<std::int64_t>(count)); };
    const QString classText = tr("%n classes", nullptr, static_cast<int>(rows.size()));
    m_finding->setFinding(
        fewest == most
            ? tr("%1 with %2 training pictures each", "classes, pictures").arg(classText, number(most))
            : tr("%1 with %2 to %3 training pictures", "classes, pictures")
                  .arg(classText, number(fewest), number(most)));
    m_finding->setCaption(
        tr("the first pictures of each class as the files have them; bars: how many there are"));
    m_grid->setHeading(m_finding->finding());
    m_grid->setEmptyText({});
    m_grid->setRows(std::move(rows));
}

void PicturesView::askForExamples()
{
    const PictureSet& set = *m_shelf.current();
    SampleQuery query;
    query.kind = allTaskKinds()[static_cast<std::size_t>(std::max(m_task->currentIndex(), 0))];
    query.split = split();
    if (query.kind == TaskKind::Classes)
        query.labelSet = set.labelSets[static_cast<std::size_t>(labelSet())].name;
    m_finding->setFinding(PictureWords::aim(query.kind));
    m_finding->setCaption(tr("making examples"));
    m_shelf.sample(query);
}

void PicturesView::showExamples()
{
    const SampledTask* const task = m_shelf.sampledTask();
    if (!task)
        return;
    const TaskKind kind = task->query.kind;
    m_finding->setFinding(PictureWords::aim(kind));
    m_grid->setHeading(PictureWords::task(kind));
    if (task->failure) {
        m_finding->setCaption({});
        m_grid->setEmptyText(tr("These pictures cannot give this task. %1 %2", "what, advice")
                                 .arg(task->failure->what, task->failure->hint)
                                 .trimmed());
        m_grid->setExamples({});
        return;
    }
    const auto number = [](std::size_t count) { return formatCount(static_cast<std::int64_t>(count)); };
    m_finding->setCaption(
        tr("%1 × %1 pixels · %2 training, %3 validation and %4 test pictures, where a plan does not say "
           "otherwise · judged by %5")
            .arg(number(task->side), number(task->trainRows), number(task->validRows), number(task->testRows),
                 PictureWords::judgedBy(kind)));
    std::vector<PictureTile> tiles;
    for (std::size_t i = 0; i < task->samples.size(); ++i) {
        const TaskSample& sample = task->samples[i];
        PictureTile tile;
        tile.picture = PictureWords::image(sample.input);
        if (sample.target)
            tile.answer = PictureWords::image(*sample.target);
        tile.box = sample.box;
        tile.angle = sample.angle;
        tile.text = PictureWords::answer(sample, kind);
        tile.name = tr("Example %1").arg(number(i + 1));
        tile.kind = sample.target ? tr("the answer is the picture beside it") : tile.text;
        tiles.push_back(std::move(tile));
    }
    m_grid->setExamples(std::move(tiles));
}

void PicturesView::retranslate()
{
    m_empty->setText(tr("No pictures are open. Open a folder with one folder of PNG or JPEG files for each "
                        "class, with MNIST's or CIFAR's files, or a MedMNIST archive; or drop it here."));
    m_empty->setAction(tr("Open pictures…"));
    m_open->setText(tr("Open pictures…"));
    m_make->setText(tr("Make a benchmark"));
    m_make->setToolTip(tr("Train every network of a space on tasks made of these pictures"));
    m_sets->setAccessibleName(tr("Pictures"));
    m_look->setChoices({tr("As they are"), tr("As a task sees them")});
    m_look->setAccessibleName(tr("How the pictures are shown"));
    m_task->setAccessibleName(tr("Task"));
    m_labels->setAccessibleName(tr("Labels"));
    m_splits->setAccessibleName(tr("Split"));
    for (const TaskKind kind : allTaskKinds())
        m_task->setItemText(static_cast<int>(kind), PictureWords::task(kind));
}

void PicturesView::applyTheme()
{
    const Theme& theme = m_themes.theme();
    if (auto* facts = findChild<QScrollArea*>(QStringLiteral("pictureFacts")))
        facts->setFixedWidth(theme.ipx(factsWidth));
}

void PicturesView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showSet();
    }
    QWidget::changeEvent(event);
}

} // namespace ktnas
