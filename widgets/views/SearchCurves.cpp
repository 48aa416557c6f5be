// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/SearchCurves.h"

#include "widgets/models/CellWords.h"
#include "widgets/models/SeedBands.h"
#include "widgets/plots/CurveChart.h"
#include "widgets/session/TrainingMonitor.h"
#include "widgets/style/Heading.h"
#include "widgets/style/Numbers.h"
#include "widgets/style/ThemeProvider.h"
#include "widgets/views/Padding.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace ktnas {
namespace {

constexpr int chartMs = 50; ///< between two frames of a chart that follows a running search

TaskId taskId(std::size_t task)
{
    return TaskId(static_cast<std::uint16_t>(task));
}

} // namespace

SearchCurves::SearchCurves(Session& session, SeedBands& seeds, ThemeProvider& themes, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_seeds(seeds)
    , m_heading(new Heading(&themes))
    , m_row(new CurveRow(&themes))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 4);
    layout->setSpacing(4);
    m_heading->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    layOnGround(this);
    layout->addWidget(m_heading);
    layout->addWidget(m_row, 1);
    connect(&session, &Session::currentRunChanged, this, &SearchCurves::rebuild);
    connect(&session, &Session::tableChanged, this, &SearchCurves::rebuild);
    connect(&session, &Session::runAdvanced, this, &SearchCurves::follow);
    connect(&session, &Session::cursorMoved, this, [this] {
        // A cursor that follows moves with the news of the run.
        for (std::size_t t = 0; t < m_paces.size() && !isLive(); ++t)
            updateCursor(t);
    });
    connect(&seeds, &SeedBands::changed, this, &SearchCurves::rebuild);
    rebuild();
}

bool SearchCurves::showsValues() const
{
    return TrainingMonitor::of(m_session.currentRun()) != nullptr;
}

double SearchCurves::rankOf(std::size_t task, double value) const
{
    if (showsValues())
        return value;
    const double quality =
        m_session.currentRun()->header().tasks[task].direction == Direction::Minimise ? -value : value;
    const auto& sorted = m_sorted[task];
    const auto place = std::lower_bound(sorted.begin(), sorted.end(), quality, std::greater<>());
    return static_cast<double>(place - sorted.begin()) + 1;
}

void SearchCurves::rebuild()
{
    m_sorted.clear();
    m_paces.clear();
    const RunController* run = m_session.currentRun();
    m_heading->setFinding(tr("Rank of the best cell so far"));
    if (run == nullptr || !m_session.table()) {
        // Nobody sees them yet, but a chart takes longer to make than a frame, and starting a run must not
        // wait.
        m_row->setChartCount(m_session.table() ? static_cast<int>(m_session.draft().tasks.size()) : 0);
        m_heading->setCaption(tr("no run yet"));
        return;
    }
    const Table& table = *m_session.table();
    const bool hasBands = !m_seeds.bands().empty();
    const QString base =
        tr("of %1, log scale, better ↑").arg(formatCount(static_cast<std::int64_t>(table.rowCount())));
    m_heading->setCaption(
        hasBands ? tr("%1 · line: this run · dotted: mean of the parents · band: 10–90 % of %2 seeds")
                       .arg(base, formatCount(SeedBands::seedCount))
                 : tr("%1 · line: this run · dotted: mean of the parents").arg(base));
    const std::size_t tasks = run->index().taskCount();
    if (showsValues()) {
        // Nobody knows a rank among cells that were not trained.
        m_heading->setFinding(tr("Value of the best cell so far"));
        m_heading->setCaption(
            tr("on the validation pictures, better ↑ · line: this run · dotted: mean of the "
               "parents"));
    }
    m_row->setChartCount(static_cast<int>(tasks));
    for (std::size_t t = 0; t < tasks; ++t) {
        const std::size_t tableTask = m_session.tableTask(taskId(t));
        const Measure& measure = table.tasks()[tableTask].measure();
        std::vector<double> sorted = qualities(measure);
        sorted.erase(std::remove_if(sorted.begin(), sorted.end(), [](double v) { return std::isnan(v); }),
                     sorted.end());
        std::sort(sorted.begin(), sorted.end(), std::greater<>());
        m_sorted.push_back(std::move(sorted));
        CurveChart* chart = m_row->chart(static_cast<int>(t));
        const auto& targets = run->header().stop.targets;
        QString note;
        if (t < targets.size() && targets[t])
            note = tr("target: %1").arg(CellWords::value(measure, *targets[t]));
        chart->setTask(static_cast<int>(tableTask), QString::fromStdString(table.tasks()[tableTask].title),
                       note);
        chart->setHeadingVisible(false);
        chart->setHeading(
            (showsValues() ? tr("Value of the best cell on %1") : tr("Rank of the best cell on %1"))
                .arg(QString::fromStdString(table.tasks()[tableTask].title)));
        Curve best;
        best.shape = Curve::Shape::Step;
        best.task = static_cast<int>(tableTask);
        best.hasDot = true;
        best.look = run->header().forkOf.empty() ? Curve::Look::Main : Curve::Look::Fork;
        Curve mean;
        mean.look = Curve::Look::Mean;
        chart->setCurves({mean, best});
        addParent(t);
        std::vector<CurveBand> bands;
        if (hasBands && t < m_seeds.bands().size()) {
            CurveBand band;
            band.shape = Curve::Shape::Step;
            band.task = static_cast<int>(tableTask);
            const SeedBands::Band& seeds = m_seeds.bands()[t];
            for (std::size_t e = 0; e < seeds.low.size(); ++e) {
                band.low.append({static_cast<double>(e + 1), static_cast<double>(seeds.low[e])});
                band.high.append({static_cast<double>(e + 1), static_cast<double>(seeds.high[e])});
            }
            bands.push_back(std::move(band));
        }
        chart->setBands(std::move(bands));
        disconnect(chart, &CurveChart::cursorAsked, this, nullptr);
        connect(chart, &CurveChart::cursorAsked, this, [this, t](double x) {
            const auto evaluations = m_session.currentRun()->index().evaluations(taskId(t));
            if (evaluations.empty())
                return;
            const auto wanted =
                std::clamp<qint64>(std::llround(x), 1, static_cast<qint64>(evaluations.size()));
            m_session.cursor().moveTo(evaluations[static_cast<std::size_t>(wanted - 1)] + 1);
        });
    }
    m_shownEvaluations = 0;
    for (std::size_t t = 0; t < tasks; ++t) {
        const auto place = static_cast<int>(t);
        auto& pace =
            m_paces.emplace_back(std::make_unique<Pace>(chartMs, chartMs * place / static_cast<int>(tasks)));
        connect(pace.get(), &Pace::due, this, [this, t] { updateChart(t); });
    }
    follow();
}

bool SearchCurves::isLive() const
{
    const RunController* run = m_session.currentRun();
    return run != nullptr && run->state() == RunController::State::Running && m_session.cursor().follows();
}

void SearchCurves::follow()
{
    const RunController* run = m_session.currentRun();
    if (run == nullptr || m_paces.size() != run->index().taskCount())
        return;
    updateAxes();
    for (std::size_t t = 0; t < m_paces.size(); ++t) {
        if (isLive()) {
            m_paces[t]->ask();
        } else {
            m_paces[t]->restart();
            updateChart(t);
        }
    }
}

void SearchCurves::updateAxes()
{
    const RecordIndex& index = m_session.currentRun()->index();
    const RunController* parent = parentRun();
    double most = 20;
    for (std::size_t t = 0; t < index.taskCount(); ++t) {
        if (parent != nullptr)
            most = std::max(most, static_cast<double>(parent->index().last().tasks[t].evaluations));
        most = std::max(most, static_cast<double>(index.last().tasks[t].evaluations));
        if (t < m_seeds.bands().size())
            most = std::max(most, std::min(static_cast<double>(m_seeds.bands()[t].low.size()), most * 2));
    }
    if (showsValues()) {
        updateValueAxes(most);
        return;
    }
    // The axis grows in steps, so that a running curve does not make it creep.
    if (most <= m_shownEvaluations)
        return;
    const double step = std::pow(10, std::floor(std::log10(most))) / 2;
    m_shownEvaluations = std::ceil(most / step) * step;
    CurveAxes axes = CurveAxes::ranks(static_cast<double>(m_session.table()->rowCount()), m_shownEvaluations);
    axes.xCaption = tr("evaluations of the task");
    m_row->setAxes(axes);
}

void SearchCurves::updateValueAxes(double most)
{
    const RunController& run = *m_session.currentRun();
    const RecordIndex& index = run.index();
    for (std::size_t t = 0; t < index.taskCount(); ++t) {
        double low = std::numeric_limits<double>::infinity();
        double high = -low;
        const auto reach = [&](double value) {
            low = std::fmin(low, value);
            high = std::fmax(high, value);
        };
        for (const RecordIndex::Mean& point : index.means(taskId(t)))
            reach(point.value);
        for (const RecordIndex::Step& step : index.improvements(taskId(t)))
            reach(step.value);
        const Measure& measure = m_session.table()->tasks()[m_session.tableTask(taskId(t))].measure();
        CurveAxes axes;
        axes.xHigh = most;
        axes.xCaption = tr("evaluations of the task");
        axes.vertical = run.header().tasks[t].direction == Direction::Minimise
            ? CurveAxes::Vertical::LinearDown
            : CurveAxes::Vertical::Linear;
        const double pad = low < high ? (high - low) * 0.08 : 0.05;
        axes.yLow = low <= high ? low - pad : 0;
        axes.yHigh = low <= high ? high + pad : 1;
        axes.yText = [decimals = CellWords::decimals(measure)](double value) {
            return formatNumber(value, std::min(decimals, 2));
        };
        m_row->chart(static_cast<int>(t))->setAxes(axes);
        m_row->chart(static_cast<int>(t))->setYLabelsShown(true);
    }
}

void SearchCurves::updateChart(std::size_t t)
{
    const RecordIndex& index = m_session.currentRun()->index();
    QList<QPointF> mean;
    for (const RecordIndex::Mean& point : index.means(taskId(t))) {
        if (!std::isnan(point.value))
            mean.append({static_cast<double>(point.evaluations), rankOf(t, point.value)});
    }
    CurveChart* chart = m_row->chart(static_cast<int>(t));
    chart->setCurvePoints(0, mean);
    chart->setCurvePoints(1, bestCurve(index, t));
    updateCursor(t);
}

QList<QPointF> SearchCurves::bestCurve(const RecordIndex& index, std::size_t t) const
{
    QList<QPointF> best;
    for (const RecordIndex::Step& step : index.improvements(taskId(t)))
        best.append({static_cast<double>(step.evaluations), rankOf(t, step.value)});
    const auto evaluations = static_cast<double>(index.last().tasks[t].evaluations);
    if (!best.isEmpty() && best.last().x() < evaluations)
        best.append({evaluations, best.last().y()});
    return best;
}

const RunController* SearchCurves::parentRun() const
{
    const RunController* run = m_session.currentRun();
    if (run == nullptr || run->header().forkOf.empty())
        return nullptr;
    // The parent's record may have grown since, so that its hash no longer tells; its header does.
    const RunHeader& forked = run->header();
    const RunController* found = nullptr;
    for (const auto& other : m_session.runs()) {
        if (other.get() == run)
            break; // a fork is younger than its parent
        const RunHeader& header = other->header();
        const bool isSameSearch = header.method == forked.method && header.seed == forked.seed
            && header.settings == forked.settings && header.tasks == forked.tasks;
        if (isSameSearch && header.changes.size() <= forked.changes.size()
            && std::equal(header.changes.begin(), header.changes.end(), forked.changes.begin()))
            found = other.get();
    }
    return found;
}

void SearchCurves::addParent(std::size_t t)
{
    const RunController* parent = parentRun();
    if (parent == nullptr)
        return;
    CurveChart* chart = m_row->chart(static_cast<int>(t));
    std::vector<Curve> curves = chart->curves();
    Curve line;
    line.name = tr("before the fork", "the curve of the run that this one was forked from");
    line.shape = Curve::Shape::Step;
    line.look = Curve::Look::Secondary;
    line.task = curves.back().task;
    line.points = bestCurve(parent->index(), t);
    curves.push_back(std::move(line));
    chart->setCurves(std::move(curves));
}

void SearchCurves::updateCursor(std::size_t t)
{
    const RunState& state = m_session.stateAtCursor();
    if (t >= state.tasks.size())
        return;
    CurveChart* chart = m_row->chart(static_cast<int>(t));
    const RunState::TaskState& task = state.tasks[t];
    chart->setCursorX(m_session.cursor().follows() ? std::nullopt
                                                   : std::optional(static_cast<double>(task.evaluations)));
    if (task.best.member.isNone())
        return;
    const Measure& measure = m_session.table()->tasks()[m_session.tableTask(taskId(t))].measure();
    if (showsValues()) {
        chart->setSummary(
            tr("Best so far %1 after %n evaluations", nullptr, static_cast<int>(task.evaluations))
                .arg(CellWords::value(measure, task.best.value)));
        return;
    }
    chart->setSummary(
        tr("Best so far %1, %2, after %n evaluations", nullptr, static_cast<int>(task.evaluations))
            .arg(CellWords::value(measure, task.best.value),
                 formatRank(static_cast<std::int64_t>(rankOf(t, task.best.value)))));
}

void SearchCurves::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    QWidget::changeEvent(event);
}

} // namespace ktnas
