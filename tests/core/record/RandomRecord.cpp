// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/record/RandomRecord.h"

#include "core/space/Space.h"

#include <algorithm>
#include <limits>
#include <string>
#include <type_traits>
#include <variant>

#include <fmt/format.h>

namespace ktnas::test {
namespace {

constexpr const char* enumerableSpace = "nas-bench-201";
constexpr const char* largeSpace = "darts-5x9";

std::string shown(bool value)
{
    return value ? "yes" : "no";
}
std::string shown(std::int8_t value)
{
    return std::to_string(value);
}
template <class T>
requires std::is_enum_v<T> std::string shown(T value)
{
    return std::to_string(static_cast<int>(value));
}
template <class T>
requires std::is_arithmetic_v<T> std::string shown(T value)
{
    return fmt::format("{}", value);
}
template <class Tag, class Rep> std::string shown(Id<Tag, Rep> id)
{
    return id.isNone() ? std::string("none") : std::to_string(id.value);
}

template <class... Fields> std::string line(const char* name, Fields... fields)
{
    std::string text = name;
    ((text += ' ', text += shown(fields)), ...);
    return text;
}

struct Describe {
    std::string operator()(const GenerationBegan& e) const { return line("GenerationBegan", e.generation); }
    std::string operator()(const CellMet& e) const { return line("CellMet", e.cell); }
    std::string operator()(const Born& e) const
    {
        return line("Born", e.member, e.cell, e.parent, e.otherParent, e.task, e.source, e.origin);
    }
    std::string operator()(const Evaluated& e) const
    {
        return line("Evaluated", e.member, e.cell, e.task, e.counted, e.value);
    }
    std::string operator()(const BestImproved& e) const
    {
        return line("BestImproved", e.task, e.member, e.value);
    }
    std::string operator()(const TargetMet& e) const { return line("TargetMet", e.task, e.evaluations); }
    std::string operator()(const Candidate& e) const
    {
        return line("Candidate", e.cell, e.task, e.source, e.member);
    }
    std::string operator()(const Voted& e) const
    {
        return line("Voted", e.voter, e.candidate, e.task, e.label, e.similarity);
    }
    std::string operator()(const Chosen& e) const { return line("Chosen", e.cell, e.task, e.phi, e.drawn); }
    std::string operator()(const TransferSkipped& e) const
    {
        return line("TransferSkipped", e.task, e.reason);
    }
    std::string operator()(const Labelled& e) const
    {
        return line("Labelled", e.member, e.task, e.label, e.child);
    }
    std::string operator()(const Forgotten& e) const { return line("Forgotten", e.member, e.task); }
    std::string operator()(const Joined& e) const { return line("Joined", e.member, e.task); }
    std::string operator()(const Left& e) const { return line("Left", e.member, e.task); }
    std::string operator()(const Noted& e) const { return line("Noted", e.code, e.task, e.a); }
};

} // namespace

RandomRun::RandomRun(std::uint64_t seed, const Options& options)
    : m_options(options)
    , m_stream(Address{seed, Purpose::Test})
    , m_tasks(options.tasks)
{
    record.header = someHeader(options.tasks, options.enumerable);
}

CellId RandomRun::freshCell()
{
    if (m_options.enumerable)
        return CellId(below(15625));
    // Now and then one that is known already.
    if (!record.cells.empty() && chance(0.3))
        return CellId(below(record.cells.size()));
    record.cells.push_back(spaceById(largeSpace)->random(m_stream));
    const CellId cell(static_cast<std::uint32_t>(record.cells.size() - 1));
    append(CellMet{cell});
    return cell;
}

Born RandomRun::bear(TaskId task, Origin origin, CellId cell, MemberId parent, MemberId otherParent,
                     TaskId source)
{
    const Born born{MemberId(m_born++), cell, parent, otherParent, task, source, origin};
    append(born);
    m_tasks[task.value].pending.push_back(born);
    return born;
}

void RandomRun::evaluate(const Born& member)
{
    Task& task = m_tasks[member.task.value];
    const bool counted = !chance(0.1);
    const double value = chance(0.02) ? std::numeric_limits<double>::quiet_NaN() : m_stream.unit();
    task.counted += counted ? 1 : 0;
    append(Evaluated{member.member, member.cell, member.task, counted, value});
    if (value > task.best) {
        task.best = value;
        append(BestImproved{member.task, member.member, value});
        if (value > m_options.target && !task.stopped) {
            task.stopped = true;
            append(TargetMet{member.task, task.counted});
        }
    }
}

void RandomRun::elect(TaskId id)
{
    Task& task = m_tasks[id.value];
    task.migrants.clear();
    if (chance(0.1)) {
        append(TransferSkipped{id, SkipReason(below(5))});
        return;
    }
    std::vector<CellId> candidates;
    for (std::size_t source = 0; source < m_tasks.size(); ++source) {
        if (source == id.value)
            continue;
        for (const Born& member : m_tasks[source].population) {
            append(Candidate{member.cell, id, TaskId(static_cast<std::uint16_t>(source)), member.member});
            candidates.push_back(member.cell);
        }
    }
    for (const MemberId voter : candidates.empty() ? std::vector<MemberId>() : task.history) {
        append(Voted{voter, candidates[below(candidates.size())], id,
                     static_cast<std::int8_t>(chance(0.5) ? 1 : -1),
                     static_cast<float>(2 * m_stream.unit() - 1)});
    }
    if (candidates.empty() || chance(0.2)) {
        append(
            TransferSkipped{id, candidates.empty() ? SkipReason::NoCandidates : SkipReason::NoPositiveRank});
        return;
    }
    for (std::uint32_t i = 0; i < m_options.transferred; ++i) {
        const CellId cell = candidates[below(candidates.size())];
        append(Chosen{cell, id, static_cast<std::int32_t>(below(5)) - 2, chance(0.3)});
        std::size_t source = 0;
        while (source == id.value
               || std::none_of(m_tasks[source].population.begin(), m_tasks[source].population.end(),
                               [cell](const Born& member) { return member.cell == cell; })) {
            ++source;
        }
        task.migrants.push_back(bear(id, Origin::Migrant, cell, MemberId::none(), MemberId::none(),
                                     TaskId(static_cast<std::uint16_t>(source))));
        evaluate(task.migrants.back());
    }
}

void RandomRun::breed(TaskId id)
{
    Task& task = m_tasks[id.value];
    for (std::uint32_t i = 0; i < m_options.offspring; ++i) {
        const std::vector<Born>& parents =
            !task.migrants.empty() && chance(0.4) ? task.migrants : task.population;
        if (parents.empty())
            return;
        const MemberId parent = parents[below(parents.size())].member;
        const MemberId other = parents[below(parents.size())].member;
        const bool crossed = chance(0.3);
        const CellId cell = freshCell();
        evaluate(bear(id,
                      crossed           ? Origin::Crossover
                          : chance(0.1) ? Origin::Escape
                                        : Origin::Mutation,
                      cell, parent, crossed ? other : MemberId::none(), TaskId::none()));
    }
}

void RandomRun::select(TaskId id)
{
    Task& task = m_tasks[id.value];
    for (std::size_t i = task.pending.size(); i-- > 0;) {
        if (!chance(0.6))
            continue;
        append(Joined{task.pending[i].member, id});
        task.population.push_back(task.pending[i]);
        task.pending.erase(task.pending.begin() + static_cast<std::ptrdiff_t>(i));
    }
    while (task.population.size() > m_options.parents) {
        const auto leaver =
            task.population.begin() + static_cast<std::ptrdiff_t>(below(task.population.size()));
        append(Left{leaver->member, id});
        task.population.erase(leaver);
    }
}

void RandomRun::label(TaskId id)
{
    Task& task = m_tasks[id.value];
    for (const Born& migrant : task.migrants) {
        if (chance(0.2))
            continue;
        const bool good = chance(0.5);
        append(Labelled{migrant.member, id, static_cast<std::int8_t>(good ? 1 : -1),
                        good ? MemberId(below(m_born)) : MemberId::none()});
        task.history.push_back(migrant.member);
    }
    task.migrants.clear();
    while (task.history.size() > m_options.longestHistory) {
        const auto forgotten = task.history.begin() + static_cast<std::ptrdiff_t>(below(task.history.size()));
        append(Forgotten{*forgotten, id});
        task.history.erase(forgotten);
    }
}

void RandomRun::advance()
{
    if (m_generation == 0 && chance(0.5))
        append(Noted{NoteCode::Forked, TaskId::none(), 12});
    append(GenerationBegan{m_generation});
    for (std::size_t i = 0; i < m_tasks.size(); ++i) {
        const TaskId id(static_cast<std::uint16_t>(i));
        m_tasks[i].pending.clear();
        if (m_tasks[i].stopped)
            continue;
        if (m_generation == 0) {
            for (std::uint32_t k = 0; k < m_options.parents; ++k) {
                const CellId cell = freshCell();
                evaluate(bear(id, Origin::Random, cell, MemberId::none(), MemberId::none(), TaskId::none()));
            }
        } else {
            if (chance(0.1))
                append(Noted{NoteCode::SelfProbability, id, m_stream.unit()});
            elect(id);
            breed(id);
        }
        select(id);
        label(id);
    }
    ++m_generation;
}

RunHeader someHeader(std::size_t tasks, bool enumerable)
{
    RunHeader header;
    header.method = "ktnas";
    header.settings = {{"K", "10"}, {"mutant", "best_proxy"}, {"r", "0.2"}};
    header.seed = 0x0123456789abcdefULL;
    header.space = enumerable ? enumerableSpace : largeSpace;
    header.tableTitle = "NAS-Bench-201";
    header.tableHash = std::string(64, 'a');
    header.tablePath = "tables/nas-bench-201.csv";
    header.proxiesHash = std::string(64, 'b');
    for (std::size_t i = 0; i < tasks; ++i) {
        header.tasks.push_back({fmt::format("task_{}", i), i % 2 == 0 ? "acc" : "loss",
                                i % 2 == 0 ? Direction::Maximise : Direction::Minimise, Split::Valid});
    }
    header.learnFrom = LearnFrom::everyone(tasks);
    header.stop.evaluations = 1000;
    header.stop.targets.assign(tasks, std::nullopt);
    header.stop.targets[0] = 0.999;
    header.changes = {{100, {{"n", "2"}}, std::nullopt}, {200, {}, LearnFrom::nobody(tasks)}};
    header.forkOf = std::string(64, 'c');
    header.forkedAt = 100;
    return header;
}

std::string text(const Event& event)
{
    return std::visit(Describe(), event);
}

std::string text(const EventLog& events)
{
    std::string lines;
    for (EventIndex i = 0; i < events.size(); ++i)
        lines += text(events[i]) + '\n';
    return lines;
}

} // namespace ktnas::test
