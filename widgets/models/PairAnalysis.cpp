// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/PairAnalysis.h"

#include "core/base/Parallel.h"

#include <limits>
#include <utility>

namespace ktnas {
namespace {

/// Seed and number of the noise ceiling's draws: those of `ktnas disorder`, so that both print the same.
constexpr std::uint64_t ceilingSeed = 1;
constexpr int ceilingDraws = 200;

struct PairResult {
    Disorder disorder;
    std::optional<double> twins;
};

AgreementMatrix matrixOf(const Table& table, Agreement measure, double depth, std::stop_token stop)
{
    const std::size_t tasks = table.tasks().size();
    AgreementMatrix matrix{measure, depth,
                           std::vector<double>(tasks * tasks, std::numeric_limits<double>::quiet_NaN())};
    parallelFor(
        tasks * tasks,
        [&](std::size_t i) {
            const Measure& source = table.tasks()[i / tasks].measure();
            const Measure& target = table.tasks()[i % tasks].measure();
            if (i / tasks != i % tasks) {
                matrix.values[i] = agreementAt(source, target, measure, depth);
            } else if (const auto ceiling =
                           noiseCeiling(table, source, measure, depth, ceilingSeed, ceilingDraws, stop)) {
                matrix.values[i] = ceiling->median;
            }
        },
        0, stop);
    return matrix;
}

} // namespace

PairAnalysis::PairAnalysis(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&session, &Session::tableChanged, this, [this] {
        // What is known is about another table, even where the tasks' numbers are the same.
        m_matrix.reset();
        m_pair.reset();
        m_twins.reset();
        Q_EMIT matrixChanged();
        Q_EMIT pairReady();
        computeMatrix();
        computePair();
    });
    connect(&session, &Session::pairChanged, this, &PairAnalysis::computePair);
    computeMatrix();
    computePair();
}

const std::vector<double>& PairAnalysis::depths()
{
    static const std::vector<double> all{1, 0.7, 0.5, 0.3, 0.2, 0.15, 0.1, 0.07, 0.05, 0.01};
    return all;
}

void PairAnalysis::setMeasure(Agreement measure)
{
    if (measure == m_measure)
        return;
    m_measure = measure;
    computeMatrix();
    Q_EMIT pairReady();
}

void PairAnalysis::setDepth(double depth)
{
    if (depth == m_depth)
        return;
    m_depth = depth;
    computeMatrix();
    Q_EMIT pairReady();
}

void PairAnalysis::computeMatrix()
{
    const auto table = m_session.table();
    if (!table || table->tasks().empty()) {
        m_matrix.reset();
        Q_EMIT matrixChanged();
        return;
    }
    m_session.jobs().start(
        tr("Agreement of all tasks"), QStringLiteral("disorder.matrix"), this,
        [table, measure = m_measure, depth = m_depth](JobControl& control) {
            return matrixOf(*table, measure, depth, control.stop());
        },
        [this, table](AgreementMatrix matrix) {
            if (m_session.table() != table)
                return;
            m_matrix = std::move(matrix);
            Q_EMIT matrixChanged();
        });
}

void PairAnalysis::computePair()
{
    const auto table = m_session.table();
    const TaskPair pair = m_session.pair();
    if (!table || pair.source >= table->tasks().size() || pair.target >= table->tasks().size()
        || pair.source == pair.target) {
        m_pair.reset();
        m_twins.reset();
        Q_EMIT pairReady();
        return;
    }
    m_session.jobs().start(
        tr("Disorder of %1 and %2")
            .arg(QString::fromStdString(table->tasks()[pair.source].title),
                 QString::fromStdString(table->tasks()[pair.target].title)),
        QStringLiteral("disorder.pair"), this,
        [table, pair](JobControl& control) {
            const Measure& source = table->tasks()[pair.source].measure();
            DisorderOptions options;
            options.depths = depths();
            options.seed = ceilingSeed;
            options.draws = ceilingDraws;
            return PairResult{
                disorder(*table, source, table->tasks()[pair.target].measure(), options, control.stop()),
                ktnas::twinDisplacement(*table, source, 0.9, 0.2)};
        },
        [this, table, pair](PairResult result) {
            if (m_session.table() != table || !(m_session.pair() == pair))
                return;
            m_pair = std::move(result.disorder);
            m_twins = result.twins;
            m_analysed = pair;
            Q_EMIT pairReady();
        });
}

} // namespace ktnas
