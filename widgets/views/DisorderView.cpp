// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/DisorderView.h"

#include "widgets/models/CellWords.h"
#include "widgets/models/PairAnalysis.h"
#include "widgets/models/PairWords.h"
#include "widgets/plots/DepthCurve.h"
#include "widgets/plots/HeatMap.h"
#include "widgets/plots/SlopeView.h"
#include "widgets/style/EmptyState.h"
#include "widgets/style/Heading.h"
#include "widgets/style/Numbers.h"
#include "widgets/style/SegmentedChoice.h"
#include "widgets/views/Padding.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace ktnas {
namespace {

constexpr std::array<double, 5> offeredDepths{1, 0.5, 0.2, 0.1, 0.05};
constexpr int slopeCells = 20;

} // namespace

DisorderView::DisorderView(Session& session, PairAnalysis& analysis, ThemeProvider& themes, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_analysis(analysis)
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState)
    , m_heading(new Heading(&themes, TextRole::Title))
    , m_measure(new SegmentedChoice(&themes))
    , m_depth(new SegmentedChoice(&themes))
    , m_matrix(new HeatMap(&themes))
    , m_curve(new DepthCurve(&themes))
    , m_slopes(new SlopeView(&themes))
    , m_blame(new HeatMap(&themes))
{
    auto* grid = new QGridLayout;
    grid->setContentsMargins(16, 4, 16, 12);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(12);
    grid->addWidget(m_matrix, 0, 0);
    grid->addWidget(m_curve, 0, 1);
    grid->addWidget(m_slopes, 1, 0);
    grid->addWidget(m_blame, 1, 1);
    for (int i = 0; i < 2; ++i) {
        grid->setRowStretch(i, 1);
        grid->setColumnStretch(i, 1);
    }
    auto* content = new QWidget;
    layOnGround(content);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addLayout(grid, 1);
    m_stack->addWidget(content);
    m_stack->addWidget(m_empty);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);

    connect(m_measure, &SegmentedChoice::choiceChanged, this,
            [this](int index) { m_analysis.setMeasure(static_cast<Agreement>(index)); });
    connect(m_depth, &SegmentedChoice::choiceChanged, this,
            [this](int index) { m_analysis.setDepth(offeredDepths[static_cast<std::size_t>(index)]); });
    connect(m_curve, &DepthCurve::depthChanged, this, [this](double share) { m_analysis.setDepth(share); });
    connect(m_matrix, &HeatMap::activated, this, [this](int row, int target) {
        if (row != target)
            m_session.setPair({static_cast<std::size_t>(row), static_cast<std::size_t>(target)});
    });
    connect(m_blame, &HeatMap::activated, this, &DisorderView::selectBlamed);
    connect(m_slopes, &SlopeView::hovered, this, [this](int line) {
        m_session.selection().setHovered(
            line < 0 ? CellId::none()
                     : m_session.table()->cellAt(m_slopeRows[static_cast<std::size_t>(line)]));
    });
    connect(m_slopes, &SlopeView::activated, this, [this](const QVector<int>& lines) {
        if (!lines.isEmpty())
            m_session.setCurrentCell(
                m_session.table()->cellAt(m_slopeRows[static_cast<std::size_t>(lines.first())]));
    });
    connect(&analysis, &PairAnalysis::matrixChanged, this, &DisorderView::showMatrix);
    connect(&analysis, &PairAnalysis::pairReady, this, &DisorderView::showPair);
    connect(&session, &Session::pairChanged, this, &DisorderView::showMatrix);
    connect(&session, &Session::tableChanged, this, [this] {
        retranslate();
        showMatrix();
        showPair();
    });
    retranslate();
    showMatrix();
    showPair();
}

QWidget* DisorderView::makeHead()
{
    auto* head = new QWidget;
    auto* layout = new QHBoxLayout(head);
    layout->setContentsMargins(16, 8, 16, 4);
    layout->setSpacing(12);
    layout->addWidget(m_heading, 1);
    layout->addWidget(m_measure);
    layout->addWidget(m_depth);
    return head;
}

QString DisorderView::taskTitle(std::size_t task) const
{
    return PairWords::taskTitle(m_session, task);
}

QString DisorderView::shortTitle(std::size_t task) const
{
    return QString::fromStdString(m_session.table()->tasks()[task].shortTitle);
}

void DisorderView::showMatrix()
{
    const bool hasPair = m_session.table() && m_session.table()->tasks().size() > 1;
    m_stack->setCurrentIndex(hasPair ? 0 : 1);
    const AgreementMatrix* matrix = m_analysis.matrix();
    if (!hasPair || matrix == nullptr) {
        m_matrix->setData({});
        return;
    }
    const std::size_t tasks = m_session.table()->tasks().size();
    if (matrix->values.size() != tasks * tasks)
        return;
    HeatMapData shown;
    for (std::size_t t = 0; t < tasks; ++t) {
        shown.rows += taskTitle(t);
        shown.columns += shortTitle(t);
        shown.dashed.push_back({static_cast<int>(t), static_cast<int>(t)});
    }
    shown.values = matrix->values;
    for (const double value : matrix->values)
        shown.texts += std::isnan(value) ? QStringLiteral("–") : formatCoefficient(value);
    shown.scale =
        matrix->measure == Agreement::Overlap ? HeatMapData::Scale::Sequential : HeatMapData::Scale::Signed;
    shown.high = 1;
    const auto cells = static_cast<std::int64_t>(cellsAtDepth(matrix->depth, m_session.table()->rowCount()));
    m_matrix->setHeading(
        matrix->depth >= 1
            ? tr("How much the tasks agree over all cells")
            : tr("How much the tasks agree inside the source's best %1").arg(formatPercent(matrix->depth)));
    m_matrix->setCaption(
        tr("%1 of %2 cells; row: source, column: target; dashed: twins on one task")
            .arg(m_measure->currentIndex() == 3 ? tr("overlap of the best") : tr("rank correlation"),
                 formatCount(cells)));
    m_matrix->setData(std::move(shown));
    const TaskPair pair = m_session.pair();
    m_matrix->setSelected(MatrixCell{static_cast<int>(pair.source), static_cast<int>(pair.target)});
    const auto offered = std::find(offeredDepths.begin(), offeredDepths.end(), matrix->depth);
    if (offered != offeredDepths.end())
        m_depth->setCurrentIndex(static_cast<int>(offered - offeredDepths.begin()));
}

void DisorderView::showPair()
{
    const Disorder* pair = m_analysis.pair();
    if (pair == nullptr || !m_session.table()) {
        m_curve->setPoints({});
        m_slopeRows.clear();
        m_slopes->setData({});
        m_blame->setData({});
        return;
    }
    if (!(m_analysis.analysed() == m_session.pair()))
        return; // the old pair stays until the new one is there
    const TaskPair tasks = m_analysis.analysed();
    m_heading->setFinding(taskTitle(tasks.source) + QStringLiteral(" → ") + taskTitle(tasks.target));
    m_heading->setCaption({});
    showCurve(*pair);
    showSlopes(*pair);
    showBlame(*pair);
}

void DisorderView::showCurve(const Disorder& pair)
{
    const TaskPair tasks = m_analysis.analysed();
    std::vector<DepthCurvePoint> points;
    bool hasTwins = false;
    for (const DepthPoint& point : pair.depths) {
        if (point.depth < 0.05)
            continue;
        DepthCurvePoint drawn;
        drawn.share = point.depth;
        drawn.value = point.spearman;
        if (point.ceiling) {
            hasTwins = true;
            drawn.ceilingLow = point.ceiling->low;
            drawn.ceilingMedian = point.ceiling->median;
            drawn.ceilingHigh = point.ceiling->high;
        }
        if (point.sameCells) {
            drawn.sameLow = point.sameCells->low;
            drawn.sameMedian = point.sameCells->median;
            drawn.sameHigh = point.sameCells->high;
        }
        points.push_back(drawn);
    }
    std::reverse(points.begin(), points.end());
    m_curve->setHeading(PairWords::curveFinding(m_session, tasks, pair));
    m_curve->setCaption(tr("%1 → %2, Spearman ρ inside the source's best share")
                            .arg(taskTitle(tasks.source), taskTitle(tasks.target)));
    m_curve->setLabels(
        tr("all cells"),
        hasTwins ? tr("noise ceiling: twins on %1 itself, median, 5–95 %").arg(taskTitle(tasks.source))
                 : QString(),
        hasTwins ? tr("same twins across tasks, 5–95 %") : QString());
    m_curve->setPoints(std::move(points));
    m_curve->setDepth(m_analysis.depth());
}

void DisorderView::showSlopes(const Disorder& pair)
{
    const TaskPair tasks = m_analysis.analysed();
    const Table& table = *m_session.table();
    const auto& source = m_session.ranks(tasks.source);
    const auto& target = m_session.ranks(tasks.target);
    std::vector<std::uint32_t> rows(table.rowCount());
    std::iota(rows.begin(), rows.end(), 0U);
    rows.erase(std::remove_if(rows.begin(), rows.end(),
                              [&](auto row) { return source[row] == 0 || target[row] == 0; }),
               rows.end());
    std::stable_sort(rows.begin(), rows.end(), [&](auto a, auto b) { return source[a] < source[b]; });
    rows.resize(std::min<std::size_t>(rows.size(), slopeCells));
    SlopeData shown;
    for (const std::uint32_t row : rows) {
        shown.lines.push_back({formatCount(source[row]), static_cast<double>(source[row]),
                               static_cast<double>(target[row]), CellWords::name(table, table.cellAt(row))});
    }
    shown.leftTitle = tr("rank on %1").arg(taskTitle(tasks.source));
    shown.rightTitle = tr("rank on %1").arg(taskTitle(tasks.target));
    shown.rightCount = static_cast<double>(table.rowCount());
    const auto twins = m_analysis.twinDisplacement();
    shown.displacement = twins.value_or(0);
    shown.noted = rows.empty() ? -1 : 0;
    shown.note = tr("%1's best: %2").arg(taskTitle(tasks.source), formatCount(pair.bestSourceRankOnTarget));
    shown.listTitle = tr("moved furthest");
    m_slopes->setHeading(tr("%1's best %n cells on %2", nullptr, static_cast<int>(rows.size()))
                             .arg(taskTitle(tasks.source), taskTitle(tasks.target)));
    m_slopes->setCaption(twins
                             ? tr("heavy: moved further than 90 % of %1's own top twins (%2 ranks); better ↑")
                                   .arg(taskTitle(tasks.source), formatNumber(*twins, 0))
                             : tr("rank on the source and on the target; better ↑"));
    m_slopeRows = std::move(rows);
    m_slopes->setData(std::move(shown));
}

void DisorderView::showBlame(const Disorder& pair)
{
    const Table& table = *m_session.table();
    const TaskPair tasks = m_analysis.analysed();
    m_blame->setHeading(tr("Which operation on which edge is to blame"));
    if (!pair.blame) {
        m_blame->setCaption(tr("The table does not have every cell: an exact account needs all of them."));
        m_blame->setEmptyText(tr("No exact account for this table."));
        m_blame->setData({});
        return;
    }
    const Blame& blame = *pair.blame;
    HeatMapData shown;
    for (const Operation& operation : table.space().operations())
        shown.columns += QString::fromStdString(operation.label);
    std::size_t genes = blame.share.size();
    for (std::size_t gene = 0; gene < genes; ++gene) {
        shown.rows += CellWords::geneLabel(table.space(), gene);
        shown.bars.push_back(blame.share[gene]);
        shown.barTexts += formatPercent(blame.share[gene], 1);
    }
    shown.barTitle = tr("share");
    for (const BlameEntry& entry : blame.entries) {
        shown.values.push_back(entry.shift);
        shown.texts += formatSigned(entry.shift);
    }
    shown.scale = HeatMapData::Scale::Signed;
    m_blame->setCaption(tr("mean source rank − target rank, all %1 cells; + better on %2 · edges %3, pairs "
                           "of edges %4, the rest %5")
                            .arg(formatCount(static_cast<std::int64_t>(pair.cells)), taskTitle(tasks.target),
                                 formatPercent(blame.main), formatPercent(blame.pairs),
                                 formatPercent(blame.rest)));
    m_blame->setData(std::move(shown));
}

void DisorderView::selectBlamed(int gene, int operation)
{
    const Table& table = *m_session.table();
    auto rows = std::make_shared<std::vector<std::uint32_t>>();
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        if (table.space().cell(table.cellAt(row))[static_cast<std::size_t>(gene)] == operation)
            rows->push_back(static_cast<std::uint32_t>(row));
    }
    m_blame->setSelected(MatrixCell{gene, operation});
    m_session.select(std::move(rows),
                     tr("Select cells with %1 on %2")
                         .arg(QString::fromStdString(
                                  table.space().operations()[static_cast<std::size_t>(operation)].label),
                              CellWords::geneLabel(table.space(), static_cast<std::size_t>(gene))));
}

void DisorderView::retranslate()
{
    m_measure->setChoices({tr("Spearman"), tr("Kendall"), tr("weighted τ"), tr("overlap")});
    m_measure->setCurrentIndex(static_cast<int>(m_analysis.measure()));
    m_measure->setAccessibleName(tr("Measure of agreement"));
    QStringList depths{tr("all")};
    for (std::size_t i = 1; i < offeredDepths.size(); ++i)
        depths += formatPercent(offeredDepths[i]);
    m_depth->setChoices(depths);
    const auto offered = std::find(offeredDepths.begin(), offeredDepths.end(), m_analysis.depth());
    if (offered != offeredDepths.end())
        m_depth->setCurrentIndex(static_cast<int>(offered - offeredDepths.begin()));
    m_depth->setAccessibleName(tr("Depth: the source's best share"));
    m_empty->setText(m_session.table() ? tr("This table has one task only: there is nothing to compare.")
                                       : tr("No table is open. Two tasks of a table are compared here."));
    m_empty->setAction({});
    m_matrix->setEmptyText(tr("The matrix is being computed."));
    m_curve->setEmptyText(tr("The depth curve is being computed."));
    m_slopes->setEmptyText(tr("The two rankings are being compared."));
    m_blame->setEmptyText(tr("The account is being computed."));
}

void DisorderView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showMatrix();
        showPair();
    }
    QWidget::changeEvent(event);
}

} // namespace ktnas
