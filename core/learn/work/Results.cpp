// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/work/Results.h"

#include "core/base/Error.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ktnas {
namespace {

/// Two trainings of one network on one machine are equal; on others the last digits of a sum differ, and a
/// training may drift apart from there.
constexpr double tolerance = 1e-3;

std::string brief(const std::string& hash)
{
    return hash.substr(0, 16);
}

} // namespace

BenchmarkResults::BenchmarkResults(BenchmarkPlan plan)
    : m_plan(std::move(plan))
    , m_planHash(ktnas::planHash(m_plan))
{
}

void BenchmarkResults::add(const ResultShard& shard)
{
    if (shard.planHash != m_planHash)
        throw Error(ErrorCode::CheckpointMismatch)
            .inFile(shard.path)
            .expecting("results of the plan " + brief(m_planHash)
                       + (m_plan.file.empty() ? std::string() : " (" + m_plan.file + ')'))
            .butFound("results of the plan " + brief(shard.planHash))
            .hinting("Results of different plans cannot be put together.");
    for (const auto& [task, facts] : shard.tasks)
        checkData(task, facts, shard.path);
    for (const auto& [task, facts] : shard.tasks) {
        if (m_tasks.try_emplace(task, facts).second)
            m_fileOfTask.emplace(task, shard.path);
    }
    std::vector<std::size_t> places;
    places.reserve(shard.places.size());
    for (const WorkPlace& place : shard.places)
        places.push_back(placeNumber(place));
    for (ShardEntry entry : shard.entries) {
        entry.place = places[entry.place];
        addEntry(std::move(entry));
    }
}

void BenchmarkResults::add(const ShardEntry& entry, const TaskFacts& facts, const WorkPlace& place)
{
    if (!facts.checksum.empty()) {
        checkData(entry.key.task, facts, {});
        m_tasks.try_emplace(entry.key.task, facts);
    }
    ShardEntry placed = entry;
    placed.place = placeNumber(place);
    addEntry(std::move(placed));
}

const ShardEntry* BenchmarkResults::find(const WorkKey& key) const
{
    const auto found = m_entries.find(key);
    return found == m_entries.end() ? nullptr : &found->second;
}

bool BenchmarkResults::isDone(const WorkKey& key) const
{
    const ShardEntry* const entry = find(key);
    return entry != nullptr && !entry->isTransient;
}

double BenchmarkResults::seconds() const
{
    double sum = 0;
    for (const auto& [key, entry] : m_entries)
        sum += entry.outcome.trainSeconds + entry.outcome.judgeSeconds;
    return sum;
}

void BenchmarkResults::checkData(std::uint16_t task, const TaskFacts& facts, const std::string& file) const
{
    const auto known = m_tasks.find(task);
    if (known == m_tasks.end() || known->second.checksum == facts.checksum)
        return;
    const auto knownFile = m_fileOfTask.find(task);
    std::string expected = "data with the checksum " + brief(known->second.checksum);
    if (knownFile != m_fileOfTask.end())
        expected += ", as in " + knownFile->second;
    Error error(ErrorCode::CheckpointMismatch);
    error.inColumn(facts.name)
        .expecting(std::move(expected))
        .butFound("data with the checksum " + brief(facts.checksum))
        .hinting("The pictures are not the same; results on different pictures cannot be put together.");
    if (!file.empty())
        error.inFile(file);
    throw error;
}

std::size_t BenchmarkResults::placeNumber(const WorkPlace& place)
{
    const auto known = std::ranges::find(m_places, place);
    if (known != m_places.end())
        return static_cast<std::size_t>(known - m_places.begin());
    m_places.push_back(place);
    return m_places.size() - 1;
}

void BenchmarkResults::addEntry(ShardEntry entry)
{
    const auto [at, isNew] = m_entries.try_emplace(entry.key, entry);
    if (isNew)
        return;
    ShardEntry& kept = at->second;
    if (kept.isTransient) {
        kept = std::move(entry);
        return;
    }
    if (entry.isTransient)
        return;
    ++m_doubles;
    const double first = kept.outcome.valid.loss;
    const double second = entry.outcome.valid.loss;
    const bool differs = kept.failed() != entry.failed()
        || std::abs(first - second) > tolerance * std::max(std::abs(first), std::abs(second));
    if (differs)
        m_differences.push_back({entry.key, first, second});
}

} // namespace ktnas
