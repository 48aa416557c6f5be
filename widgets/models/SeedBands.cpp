// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/SeedBands.h"

#include "core/base/Parallel.h"
#include "widgets/session/Trainables.h"

#include <algorithm>
#include <atomic>
#include <utility>

namespace ktnas {
namespace {

/// Follows one run's bests: (evaluations, rank) steps by task, without keeping its events.
class RankSteps final : public EventSink {
public:
    using Steps = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

    RankSteps(const Table& table, const std::vector<std::vector<std::uint32_t>>& ranks)
        : steps(ranks.size())
        , counts(ranks.size(), 0)
        , m_table(table)
        , m_ranks(ranks)
    {
    }

    void append(const Event& event) override
    {
        const auto* evaluated = std::get_if<Evaluated>(&event);
        if (evaluated == nullptr || !evaluated->counted)
            return;
        const std::size_t task = evaluated->task.value;
        ++counts[task];
        const auto row = m_table.rowOf(evaluated->cell);
        const std::uint32_t rank = row ? m_ranks[task][*row] : 0;
        if (rank != 0 && (steps[task].empty() || rank < steps[task].back().second))
            steps[task].emplace_back(counts[task], rank);
    }

    std::vector<Steps> steps;
    std::vector<std::uint32_t> counts;

private:
    const Table& m_table;
    const std::vector<std::vector<std::uint32_t>>& m_ranks;
};

std::vector<SeedBands::Band> bandsOf(const RunHeader& header, const Problem& problem,
                                     const std::vector<std::vector<std::uint32_t>>& ranks,
                                     JobControl& control)
{
    std::vector<std::vector<RankSteps::Steps>> steps(SeedBands::seedCount);
    std::vector<std::vector<std::uint32_t>> counts(SeedBands::seedCount);
    std::atomic<int> done{0};
    parallelFor(
        SeedBands::seedCount,
        [&](std::size_t i) {
            RunHeader other = header;
            other.seed = i + 1;
            other.changes.clear();
            RankSteps sink(problem.table(), ranks);
            const auto method = startMethod(other, problem, &sink);
            std::vector<double> values;
            const std::uint64_t limit = SeedBands::longestRun * ranks.size();
            std::uint64_t answered = 0;
            while (!method->done() && answered < limit && !control.stop().stop_requested()) {
                values.clear();
                for (const Request& request : method->asked())
                    values.push_back(problem.value(request.task, request.cell));
                answered += values.size();
                method->tell(values);
            }
            steps[i] = std::move(sink.steps);
            counts[i] = std::move(sink.counts);
            control.setProgress(++done / static_cast<double>(SeedBands::seedCount));
        },
        0, control.stop());
    std::vector<SeedBands::Band> bands(ranks.size());
    if (control.stop().stop_requested())
        return bands;
    for (std::size_t task = 0; task < ranks.size(); ++task) {
        // Up to where nine of ten seeds have ended: behind it the band would rest on a few stragglers.
        std::vector<std::uint32_t> lengths;
        for (const auto& count : counts)
            lengths.push_back(count[task]);
        std::sort(lengths.begin(), lengths.end());
        const std::uint32_t length = lengths[lengths.size() * 9 / 10];
        std::vector<std::vector<std::uint32_t>> columns(length);
        for (auto& column : columns)
            column.reserve(SeedBands::seedCount);
        const auto worst = static_cast<std::uint32_t>(problem.table().rowCount());
        for (const auto& seed : steps) {
            std::size_t next = 0;
            std::uint32_t rank = worst;
            for (std::uint32_t e = 1; e <= length; ++e) {
                while (next < seed[task].size() && seed[task][next].first <= e)
                    rank = seed[task][next++].second;
                columns[e - 1].push_back(rank);
            }
        }
        for (auto& column : columns) {
            std::sort(column.begin(), column.end());
            bands[task].low.push_back(column[column.size() / 10]);
            bands[task].high.push_back(column[column.size() * 9 / 10]);
        }
    }
    return bands;
}

bool isKnown(const std::string& method)
{
    const auto known = methods();
    return std::any_of(known.begin(), known.end(), [&](const MethodInfo& info) { return info.id == method; });
}

} // namespace

SeedBands::SeedBands(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&session, &Session::currentRunChanged, this, &SeedBands::compute);
    connect(&session, &Session::tableChanged, this, &SeedBands::compute);
    compute();
}

void SeedBands::compute()
{
    m_bands.clear();
    Q_EMIT changed();
    const RunController* run = m_session.currentRun();
    if (run == nullptr || run->problem() == nullptr || !isKnown(run->header().method))
        return;
    if (Trainables::instance().find(run->header().tableHash))
        return; // a hundred searches that train would take days
    std::vector<std::vector<std::uint32_t>> ranks;
    for (std::size_t t = 0; t < run->index().taskCount(); ++t)
        ranks.push_back(m_session.ranks(m_session.tableTask(TaskId(static_cast<std::uint16_t>(t)))));
    m_session.jobs().start(
        tr("%n other seeds", nullptr, seedCount), QStringLiteral("search.seeds"), this,
        [header = run->header(), problem = run->problem(), ranks = std::move(ranks)](JobControl& control) {
            return bandsOf(header, *problem, ranks, control);
        },
        [this, run](std::vector<Band> bands) {
            if (m_session.currentRun() != run)
                return;
            m_bands = std::move(bands);
            Q_EMIT changed();
        });
}

} // namespace ktnas
