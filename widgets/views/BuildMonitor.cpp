// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/BuildMonitor.h"

#include "core/learn/work/Measures.h"
#include "widgets/plots/CurveChart.h"
#include "widgets/plots/HeatMap.h"
#include "widgets/session/BuildController.h"
#include "widgets/style/Heading.h"
#include "widgets/style/Numbers.h"
#include "widgets/style/SegmentedChoice.h"
#include "widgets/style/ThemeProvider.h"
#include "widgets/views/BuildWords.h"
#include "widgets/views/Padding.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>

namespace ktnas {
namespace {

constexpr double percent = 100;
constexpr int chartColumns = 4;

/// A task's curves as a chart's axes hold them: some air above and below.
CurveAxes axesOf(const std::vector<BuildSnapshot::LearningCurve>& curves, const TaskMetric& metric)
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const BuildSnapshot::LearningCurve& curve : curves) {
        for (const double value : curve.values) {
            if (!std::isfinite(value))
                continue;
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    if (!(low <= high)) {
        low = 0;
        high = 1;
    }
    const double air = high > low ? (high - low) * 0.08 : std::max(std::abs(high) * 0.1, 1e-6);
    CurveAxes axes;
    axes.xLow = 0;
    axes.xHigh = percent;
    axes.yLow = low - air;
    axes.yHigh = high + air;
    axes.vertical = metric.direction == Direction::Maximise ? CurveAxes::Vertical::Linear
                                                            : CurveAxes::Vertical::LinearDown;
    const double range = high - low + 2 * air;
    const int decimals = std::clamp(1 - static_cast<int>(std::floor(std::log10(range))), 0, 6);
    axes.yText = [decimals](double value) { return formatNumber(value, decimals); };
    return axes;
}

} // namespace

BuildMonitor::BuildMonitor(BuildController& build, ThemeProvider& themes, QWidget* parent)
    : QWidget(parent)
    , m_build(build)
    , m_themes(themes)
    , m_curvesHeading(new Heading(&themes))
    , m_curves(new QGridLayout)
    , m_matrix(new HeatMap(&themes))
    , m_choice(new SegmentedChoice(&themes))
    , m_listHeading(new Heading(&themes))
    , m_text(new QLabel)
    , m_listColumn(new QVBoxLayout)
{
    layOnGround(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 12);
    column->setSpacing(8);
    m_curvesHeading->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    column->addWidget(m_curvesHeading);
    m_curves->setHorizontalSpacing(16);
    m_curves->setVerticalSpacing(8);
    column->addLayout(m_curves, 5);
    auto* lower = new QHBoxLayout;
    lower->setSpacing(24);
    lower->addWidget(m_matrix, 1);
    auto* side = new QVBoxLayout;
    side->setSpacing(8);
    auto* choice = new QHBoxLayout;
    choice->addWidget(m_choice);
    choice->addStretch(1);
    side->addLayout(choice);
    m_listHeading->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    side->addWidget(m_listHeading);
    auto* content = new QWidget;
    layOnGround(content);
    content->setLayout(m_listColumn);
    m_listColumn->setContentsMargins(0, 0, 0, 0);
    m_listColumn->addWidget(m_text);
    m_listColumn->addStretch(1);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setForegroundRole(QPalette::Text);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    side->addWidget(scroll, 1);
    lower->addLayout(side, 1);
    column->addLayout(lower, 4);

    connect(&build, &BuildController::advanced, this, &BuildMonitor::refresh);
    connect(&build, &BuildController::stateChanged, this, [this] {
        const BuildController::State state = m_build.state();
        const bool isAtRest =
            state == BuildController::State::Resting || state == BuildController::State::Done;
        if (isAtRest && m_build.snapshot() && m_build.snapshot()->probe)
            setList(List::Reliability); // what the probe was for
        else if (state == BuildController::State::Running)
            setList(List::Workers);
        showList();
    });
    connect(m_choice, &SegmentedChoice::choiceChanged, this, &BuildMonitor::showList);
    retranslate();
    refresh();
}

void BuildMonitor::setList(List list)
{
    m_choice->setCurrentIndex(static_cast<int>(list));
    showList();
}

BuildMonitor::List BuildMonitor::list() const
{
    return static_cast<List>(std::max(m_choice->currentIndex(), 0));
}

void BuildMonitor::refresh()
{
    m_shown = m_build.snapshot();
    if (!m_shown) {
        m_shownResults = 0;
        setChartCount(0);
        m_matrix->setData({});
        showList();
        return;
    }
    if (m_shown->results != m_shownResults || m_charts.empty()) {
        showCurves(*m_shown);
        m_shownResults = m_shown->results;
    }
    showMatrix(*m_shown);
    showList();
}

void BuildMonitor::setChartCount(std::size_t count)
{
    while (m_charts.size() > count) {
        delete m_charts.back();
        m_charts.pop_back();
    }
    while (m_charts.size() < count) {
        auto* chart = new CurveChart(&m_themes);
        const auto place = static_cast<int>(m_charts.size());
        m_curves->addWidget(chart, place / chartColumns, place % chartColumns);
        m_curves->setColumnStretch(place % chartColumns, 1);
        m_charts.push_back(chart);
    }
}

void BuildMonitor::showCurves(const BuildSnapshot& snapshot)
{
    const BenchmarkPlan& plan = m_build.plan();
    const auto tasks = std::min(snapshot.curves.size(), plan.tasks.size());
    const bool hasCurves = std::any_of(snapshot.curves.begin(), snapshot.curves.end(),
                                       [](const auto& curves) { return !curves.empty(); });
    m_curvesHeading->setFinding(hasCurves ? tr("How the latest networks learned")
                                          : tr("Learning curves appear with the first finished training"));
    m_curvesHeading->setCaption(
        hasCurves ? tr("value on validation pictures over the training in per cent, of at most %1 networks; "
                       "better ↑; thick: the newest")
                        .arg(formatCount(BuildSnapshot::shownCurves))
                  : QString());
    setChartCount(hasCurves ? tasks : 0);
    for (std::size_t task = 0; hasCurves && task < tasks; ++task) {
        const auto& curves = snapshot.curves[task];
        const TaskMetric metric = searchedMetric(plan.tasks[task]);
        CurveChart* chart = m_charts[task];
        chart->setAxes(axesOf(curves, metric));
        chart->setTask(static_cast<int>(task), BuildWords::task(plan, task),
                       QString::fromUtf8(metric.column.data(), static_cast<qsizetype>(metric.column.size())));
        std::vector<Curve> drawn;
        for (std::size_t i = 0; i < curves.size(); ++i) {
            Curve curve;
            for (std::size_t p = 0; p < curves[i].values.size(); ++p) {
                if (std::isfinite(curves[i].values[p]))
                    curve.points.push_back({curves[i].shares[p] * percent, curves[i].values[p]});
            }
            if (curve.points.isEmpty())
                continue;
            const bool isNewest = i + 1 == curves.size();
            curve.look = isNewest ? Curve::Look::Main : Curve::Look::Mean;
            curve.task = isNewest ? static_cast<int>(task) : -1;
            curve.hasDot = isNewest;
            drawn.push_back(std::move(curve));
        }
        chart->setCurves(std::move(drawn));
    }
}

void BuildMonitor::showMatrix(const BuildSnapshot& snapshot)
{
    const BenchmarkPlan& plan = m_build.plan();
    const std::size_t tasks = plan.tasks.size();
    if (snapshot.agreement.size() != tasks * tasks || tasks < 2) {
        m_matrix->setHeading(tr("How the tasks agree"));
        m_matrix->setCaption(tasks < 2
                                 ? tr("one task alone agrees with nothing")
                                 : tr("%1 networks are finished; shown from %2 on")
                                       .arg(formatOf(static_cast<std::int64_t>(snapshot.networks),
                                                     static_cast<std::int64_t>(snapshot.plannedNetworks)),
                                            formatCount(BuildSnapshot::enough)));
        m_matrix->setEmptyText({});
        m_matrix->setData({});
        return;
    }
    HeatMapData shown;
    for (std::size_t row = 0; row < tasks; ++row) {
        const QString title = BuildWords::task(plan, row);
        shown.rows << title;
        shown.columns << title;
        for (std::size_t column = 0; column < tasks; ++column) {
            const double value = row == column ? std::numeric_limits<double>::quiet_NaN()
                                               : snapshot.agreement[row * tasks + column];
            shown.values.push_back(value);
            shown.texts << (std::isnan(value) ? QStringLiteral("–") : formatCoefficient(value));
        }
    }
    shown.scale = HeatMapData::Scale::Signed;
    shown.high = 1;
    m_matrix->setHeading(tr("How the tasks agree so far"));
    m_matrix->setCaption(tr("Spearman ρ over the %1 networks that are finished, noise of training included")
                             .arg(formatOf(static_cast<std::int64_t>(snapshot.networks),
                                           static_cast<std::int64_t>(snapshot.plannedNetworks))));
    m_matrix->setData(std::move(shown));
}

void BuildMonitor::showList()
{
    delete m_table;
    m_table = nullptr;
    if (!m_shown) {
        setLines({}, {}, {});
        return;
    }
    switch (list()) {
    case List::Workers:
        showWorkers(*m_shown);
        break;
    case List::Reliability:
        showReliability(*m_shown);
        break;
    case List::Failures:
        showFailures(*m_shown);
        break;
    }
}

void BuildMonitor::setLines(const QString& heading, const QString& caption, const QStringList& lines)
{
    m_lines = lines;
    m_listHeading->setFinding(heading);
    m_listHeading->setCaption(caption);
    m_text->setText(lines.join(u'\n'));
    m_text->setVisible(!lines.isEmpty());
}

void BuildMonitor::showWorkers(const BuildSnapshot& snapshot)
{
    std::vector<JobUnderWay> jobs = snapshot.underWay;
    std::ranges::sort(jobs, {}, &JobUnderWay::worker);
    QStringList lines;
    for (const JobUnderWay& job : jobs)
        lines << BuildWords::job(job, m_build.plan());
    const bool isTraining = m_build.state() == BuildController::State::Running
        || m_build.state() == BuildController::State::Probing;
    setLines(lines.isEmpty() || !isTraining
                 ? tr("Nothing trains now")
                 : tr("%n trainings under way", nullptr, static_cast<int>(lines.size())),
             {}, isTraining ? lines : QStringList());
}

void BuildMonitor::showReliability(const BuildSnapshot& snapshot)
{
    if (!snapshot.probe) {
        setLines(tr("Nothing is known yet"),
                 tr("A probe trains a few networks with two seeds and tells cost and reliability."), {});
        return;
    }
    const ProbeReport& report = *snapshot.probe;
    const BenchmarkPlan& plan = m_build.plan();
    setLines(tr("Do two seeds order the networks in the same way?"),
             tr("Spearman ρ with 90 % interval; few networks say little. %1")
                 .arg(BuildWords::cost(report, m_build.workers())),
             {});
    m_table = new QWidget;
    auto* grid = new QGridLayout(m_table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(3, 1);
    const Theme& theme = m_themes.theme();
    const auto put = [&](int row, int column, const QString& text, bool isHead) {
        auto* label = new QLabel(text, m_table);
        QPalette colours = label->palette();
        colours.setColor(QPalette::WindowText, isHead ? theme.text3 : theme.text);
        label->setPalette(colours);
        label->setForegroundRole(QPalette::WindowText);
        label->setFont(theme.font(isHead ? TextRole::Caption : TextRole::Body));
        grid->addWidget(label, row, column, column == 0 ? Qt::AlignLeft : Qt::AlignRight | Qt::AlignVCenter);
    };
    put(0, 0, tr("Task"), true);
    put(0, 1, tr("Networks"), true);
    put(0, 2, tr("Two seeds"), true);
    int row = 1;
    for (const SeedAgreement& agreement : report.seeds) {
        const bool isSearched = agreement.metric == searchedMetric(plan.tasks[agreement.task]).column;
        if (!isSearched)
            continue;
        const QString task = BuildWords::task(plan, agreement.task);
        const QString value = BuildWords::estimate(agreement.all);
        put(row, 0, task, false);
        put(row, 1, formatCount(static_cast<std::int64_t>(agreement.all.networks)), false);
        put(row, 2, value, false);
        m_lines << task % QStringLiteral(": ") % value;
        ++row;
    }
    m_table->setAccessibleName(m_lines.join(QStringLiteral("; ")));
    m_listColumn->insertWidget(1, m_table);
}

void BuildMonitor::showFailures(const BuildSnapshot& snapshot)
{
    QStringList lines;
    for (const BuildSnapshot::Failure& failure : snapshot.failures)
        lines << BuildWords::failure(failure, m_build.plan());
    setLines(lines.isEmpty()
                 ? tr("No training has failed")
                 : tr("%Ln trainings failed", nullptr, static_cast<int>(snapshot.progress.failed)),
             lines.isEmpty() ? QString() : tr("their places in the table stay empty"), lines);
}

void BuildMonitor::retranslate()
{
    m_choice->setChoices({tr("Workers"), tr("Reliability"), tr("Failures")});
    m_choice->setAccessibleName(tr("What the list shows"));
    m_text->setAccessibleName(tr("List"));
}

void BuildMonitor::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_shownResults = 0;
        setChartCount(0);
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace ktnas
