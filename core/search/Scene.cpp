// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/Scene.h"

#include "core/base/Error.h"

#include <algorithm>
#include <cmath>

namespace ktnas {

void CellIndex::clear(std::size_t slots)
{
    m_slots.assign(slots, Slot());
    m_mask = slots - 1;
    m_used = 0;
}

void CellIndex::insert(CellId cell, MemberId member)
{
    if (2 * (m_used + 1) > m_slots.size()) {
        const std::vector<Slot> old = std::move(m_slots);
        clear(4 * old.size());
        for (const Slot& slot : old)
            if (!slot.cell.isNone())
                insert(slot.cell, slot.member);
    }
    std::size_t i = start(cell);
    while (!m_slots[i].cell.isNone())
        i = (i + 1) & m_mask;
    m_slots[i] = {cell, member};
    ++m_used;
}

Scene::Scene(const RunHeader& header, const Problem& problem, EventSink* sink, EventIndex watchFrom)
    : m_header(header)
    , m_problem(problem)
    , m_sink(sink)
    , m_settings(header.settings)
    , m_learnFrom(header.learnFrom)
    , m_tasks(problem.tasks().size())
    , m_watchFrom(watchFrom)
{
    for (const auto& [name, value] : m_settings)
        if (name == "count")
            m_countsRepeats = value == "repeats";
    const auto unknown = problem.unknownBits();
    for (std::size_t t = 0; t < m_tasks.size(); ++t) {
        TaskBook& book = m_tasks[t];
        book.spent.assign(unknown.begin(), unknown.end());
        book.sign = problem.tasks()[t].direction == Direction::Maximise ? 1 : -1;
        if (t < header.stop.targets.size() && header.stop.targets[t])
            book.target = book.sign * *header.stop.targets[t];
    }
    m_individuals.reserve(256);
}

bool Scene::beginGeneration()
{
    if (m_hasBegun) {
        if (m_header.stop.generations && m_generation >= *m_header.stop.generations)
            return false;
        if (!isAnyOpen())
            return false;
        ++m_generation;
    }
    m_hasBegun = true;
    emit(GenerationBegan{m_generation});
    return true;
}

bool Scene::decide()
{
    const auto watch = [&] {
        if (!m_watchedAt && m_eventCount >= m_watchFrom)
            m_watchedAt = m_eventCount;
    };
    watch();
    bool changed = false;
    while (m_editsDone < m_header.changes.size() && m_header.changes[m_editsDone].at <= m_eventCount) {
        const SettingChange& edit = m_header.changes[m_editsDone];
        for (const auto& [name, value] : edit.settings) {
            const auto place = std::lower_bound(
                m_settings.begin(), m_settings.end(), name,
                [](const auto& setting, const std::string& wanted) { return setting.first < wanted; });
            KTNAS_ASSERT(place != m_settings.end() && place->first == name);
            place->second = value;
            if (name == "count")
                m_countsRepeats = value == "repeats";
        }
        if (edit.learnFrom)
            m_learnFrom = *edit.learnFrom;
        emit(Noted{NoteCode::Forked, TaskId::none(), static_cast<double>(m_eventCount)});
        ++m_editsDone;
        changed = true;
        watch(); // behind the note of an earlier edit is the same decision
    }
    return changed;
}

bool Scene::isOpen(TaskId task) const
{
    const TaskBook& book = m_tasks[task.value];
    if (book.isStopped || book.spentCount >= m_problem.knownCells().size())
        return false;
    return !m_header.stop.evaluations || book.counted + book.waiting < *m_header.stop.evaluations;
}

bool Scene::isAnyOpen() const
{
    for (std::uint16_t t = 0; t < taskCount(); ++t)
        if (isOpen(TaskId(t)))
            return true;
    return false;
}

MemberId Scene::bear(const Birth& birth)
{
    TaskBook& book = m_tasks[birth.task.value];
    const MemberId member(static_cast<std::uint32_t>(m_individuals.size()));
    m_individuals.push_back({birth.cell, birth.task, birth.parent});
    emit(Born{member, birth.cell, birth.parent, birth.otherParent, birth.task, birth.source, birth.origin});
    const MemberId first = book.index.find(birth.cell);
    if (first.isNone()) {
        book.index.insert(birth.cell, member);
        if (!isSpent(birth.task, birth.cell)) {
            book.spent[birth.cell.value / 64] |= std::uint64_t{1} << (birth.cell.value % 64);
            ++book.spentCount;
        }
    } else if (isEvaluated(first)) {
        const bool counted = m_countsRepeats && !birth.free;
        m_individuals.back().quality = individual(first).quality;
        book.counted += counted;
        emit(Evaluated{member, birth.cell, birth.task, counted, value(first)});
        return member;
    }
    const bool counted = !birth.free && (first.isNone() || m_countsRepeats);
    m_asked.push_back({member, birth.cell, birth.task});
    m_askedCounted.push_back(counted);
    book.waiting += counted;
    return member;
}

double Scene::quality(TaskId task, double value) const
{
    return std::isnan(value) ? -std::numeric_limits<double>::infinity() : m_tasks[task.value].sign * value;
}

CellId Scene::freshCell(TaskId task, Stream& stream) const
{
    for (int attempt = 0; attempt < 64; ++attempt) {
        const CellId cell = m_problem.randomCell(stream);
        if (!isSpent(task, cell))
            return cell;
    }
    // Nearly everything is spent: count down to the drawn one instead.
    const std::size_t left = m_problem.knownCells().size() - m_tasks[task.value].spentCount;
    KTNAS_ASSERT(left > 0);
    std::uint32_t skip = stream.below(static_cast<std::uint32_t>(left));
    for (const CellId cell : m_problem.knownCells())
        if (!isSpent(task, cell) && skip-- == 0)
            return cell;
    assertionFailed(__FILE__, __LINE__, "a fresh cell is left");
}

double Scene::value(MemberId member) const
{
    const Individual& one = individual(member);
    return std::isinf(one.quality) ? std::numeric_limits<double>::quiet_NaN()
                                   : m_tasks[one.task.value].sign * one.quality;
}

void Scene::take(std::span<const double> values)
{
    KTNAS_ASSERT(values.size() == m_asked.size());
    for (std::size_t i = 0; i < m_asked.size(); ++i) {
        const Request& request = m_asked[i];
        TaskBook& book = m_tasks[request.task.value];
        const bool counted = m_askedCounted[i] != 0;
        book.waiting -= counted;
        if (book.isStopped)
            continue;
        book.counted += counted;
        const double value = values[i];
        Individual& one = m_individuals[request.member.value];
        one.quality = quality(request.task, value);
        emit(Evaluated{request.member, request.cell, request.task, counted, value});
        if (std::isnan(value))
            emit(Noted{NoteCode::EvaluationFailed, request.task, 0});
        if (one.quality > book.best) {
            book.best = one.quality;
            emit(BestImproved{request.task, request.member, value});
            if (one.quality > book.target) {
                book.isStopped = true;
                emit(TargetMet{request.task, static_cast<std::uint32_t>(book.counted)});
            }
        }
    }
    m_asked.clear();
    m_askedCounted.clear();
}

} // namespace ktnas
