// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/RecordIndex.h"

#include "core/base/Error.h"
#include "tests/core/record/RandomRecord.h"

#include <QTest>

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>
#include <variant>
#include <vector>

using namespace ktnas;

namespace {

constexpr EventIndex chunk = EventLog::chunkSize;

bool sameNumber(double a, double b)
{
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b)
        || (std::isnan(a) && std::isnan(b));
}

bool sameLife(const RecordIndex::Life& a, const RecordIndex::Life& b)
{
    return test::text(a.birth) == test::text(b.birth) && a.bornAt == b.bornAt
        && a.evaluatedAt == b.evaluatedAt && a.joinedAt == b.joinedAt && a.leftAt == b.leftAt
        && a.labelledAt == b.labelledAt && sameNumber(a.value, b.value) && a.generation == b.generation
        && a.label == b.label && a.copyOf == b.copyOf;
}

bool sameStep(const RecordIndex::Step& a, const RecordIndex::Step& b)
{
    return a.at == b.at && a.evaluations == b.evaluations && a.member == b.member
        && sameNumber(a.value, b.value);
}

bool sameMean(const RecordIndex::Mean& a, const RecordIndex::Mean& b)
{
    return a.at == b.at && a.evaluations == b.evaluations && sameNumber(a.value, b.value);
}

template <class T> bool sameList(std::span<const T> a, std::span<const T> b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

template <class T, class Same> bool sameList(std::span<const T> a, std::span<const T> b, Same same)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
}

bool sameIndex(const RecordIndex& a, const RecordIndex& b)
{
    bool same = a.size() == b.size() && a.last() == b.last() && sameList(a.lives(), b.lives(), sameLife)
        && sameList(a.generations(), b.generations()) && sameList(a.evaluations(), b.evaluations());
    for (std::size_t i = 0; i < a.taskCount() && same; ++i) {
        const TaskId task(static_cast<std::uint16_t>(i));
        same = sameList(a.evaluations(task), b.evaluations(task))
            && sameList(a.improvements(task), b.improvements(task), sameStep)
            && sameList(a.means(task), b.means(task), sameMean)
            && sameList(a.migrants(task), b.migrants(task));
    }
    return same;
}

test::RandomRun runOf(std::uint64_t seed, EventIndex events, bool enumerable = true)
{
    test::RandomRun::Options options;
    options.tasks = 3;
    options.enumerable = enumerable;
    options.target = seed % 2 == 0 ? 1 : 0.999;
    test::RandomRun run(seed, options);
    while (run.record.events.size() < events)
        run.advance();
    return run;
}

RecordIndex indexOf(const Record& record)
{
    RecordIndex index(record.header.tasks.size());
    index.extend(record.events.view());
    return index;
}

/// Calls use(event, place) for each event of the type.
template <class T, class Use> void each(const EventLog& events, Use use)
{
    for (EventIndex i = 0; i < events.size(); ++i) {
        if (const T* event = std::get_if<T>(&events[i]))
            use(*event, i);
    }
}

} // namespace

class TestRecordIndex : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyStateIsTheFold()
    {
        const test::RandomRun run = runOf(1, 2 * chunk + 100);
        const RecordIndex index = indexOf(run.record);
        QCOMPARE(index.size(), run.record.events.size());
        RunState folded(3);
        for (EventIndex cursor = 0; cursor <= run.record.events.size(); ++cursor) {
            // Unfolding up to 4095 events for each would take long: all near the snapshots, then each 13th.
            const EventIndex near = (cursor + 3) % chunk;
            if (near < 6 || cursor % 13 == 0 || cursor + 5 > run.record.events.size())
                QVERIFY(index.stateAt(cursor) == folded);
            if (cursor < run.record.events.size())
                folded.apply(run.record.events[cursor]);
        }
        QVERIFY(index.last() == folded);
        QVERIFY(index.stateAt(index.size() + 1) == folded);
        QVERIFY(index.stateAt(static_cast<EventIndex>(-1)) == folded);
    }

    void piecesGiveTheWhole()
    {
        for (std::uint64_t seed = 0; seed < 5; ++seed) {
            const test::RandomRun run = runOf(seed, chunk + 500, seed % 2 == 0);
            const RecordIndex whole = indexOf(run.record);
            RecordIndex pieces(3);
            Stream stream(Address{seed, Purpose::Test, 1});
            const EventLog::View view = run.record.events.view();
            while (pieces.size() < view.size()) {
                pieces.extend(view.first(pieces.size() + stream.below(seed == 0 ? 3 : 200)));
                if (stream.chance(0.05)) {
                    Record prefix = run.record;
                    prefix.events = EventLog(view.first(pieces.size()));
                    QVERIFY(sameIndex(pieces, indexOf(prefix)));
                }
            }
            pieces.extend(view);
            QVERIFY(sameIndex(pieces, whole));
            for (const EventIndex cursor : {EventIndex{0}, chunk - 1, chunk, chunk + 1, view.size() / 2})
                QVERIFY(pieces.stateAt(cursor) == whole.stateAt(cursor));
        }
    }

    void livesTellWhatHappened()
    {
        const test::RandomRun run = runOf(3, 3000);
        const RecordIndex index = indexOf(run.record);
        const EventLog& events = run.record.events;
        std::vector<RecordIndex::Life> lives;
        std::uint32_t generation = 0;
        std::vector<EventIndex> generations;
        for (EventIndex i = 0; i < events.size(); ++i) {
            if (const auto* began = std::get_if<GenerationBegan>(&events[i])) {
                generation = began->generation;
                generations.push_back(i);
            }
            if (const auto* born = std::get_if<Born>(&events[i])) {
                RecordIndex::Life life;
                life.birth = *born;
                life.bornAt = i;
                life.generation = generation;
                if (born->origin == Origin::Migrant) {
                    for (const RecordIndex::Life& older : lives) {
                        if (older.birth.task == born->source && older.birth.cell == born->cell)
                            life.copyOf = older.birth.member;
                    }
                }
                lives.push_back(life);
            }
        }
        each<Evaluated>(events, [&](const Evaluated& event, EventIndex at) {
            lives[event.member.value].evaluatedAt = at;
            lives[event.member.value].value = event.value;
        });
        each<Joined>(events,
                     [&](const Joined& event, EventIndex at) { lives[event.member.value].joinedAt = at; });
        each<Left>(events, [&](const Left& event, EventIndex at) { lives[event.member.value].leftAt = at; });
        each<Labelled>(events, [&](const Labelled& event, EventIndex at) {
            lives[event.member.value].labelledAt = at;
            lives[event.member.value].label = event.label;
        });
        QVERIFY(sameList(index.lives(), std::span<const RecordIndex::Life>(lives), sameLife));
        QVERIFY(sameList(index.generations(), std::span<const EventIndex>(generations)));
        for (std::size_t g = 0; g < generations.size(); ++g)
            QCOMPARE(std::get<GenerationBegan>(events[index.generations()[g]]).generation, std::uint32_t(g));
    }

    void familiesByBruteForce()
    {
        const test::RandomRun run = runOf(4, 3000);
        const RecordIndex index = indexOf(run.record);
        const auto lives = index.lives();
        std::size_t longest = 0;
        std::size_t crossed = 0;
        for (const RecordIndex::Life& life : lives) {
            std::vector<MemberId> children;
            for (const RecordIndex::Life& other : lives) {
                if (other.birth.parent == life.birth.member || other.birth.otherParent == life.birth.member)
                    children.push_back(other.birth.member);
            }
            QCOMPARE(index.children(life.birth.member), children);
            crossed +=
                static_cast<std::size_t>(std::count_if(children.begin(), children.end(), [&](MemberId child) {
                    return lives[child.value].birth.otherParent == life.birth.member;
                }));

            const std::vector<MemberId> line = index.lineage(life.birth.member);
            QCOMPARE(line.front(), life.birth.member);
            for (std::size_t i = 0; i + 1 < line.size(); ++i) {
                const Born& younger = lives[line[i].value].birth;
                const Born& older = lives[line[i + 1].value].birth;
                QVERIFY(older.member < younger.member);
                if (younger.origin == Origin::Migrant)
                    QVERIFY(older.task == younger.source && older.cell == younger.cell);
                else
                    QVERIFY(older.member == younger.parent);
            }
            QCOMPARE(lives[line.back().value].birth.origin, Origin::Random);
            longest = std::max(longest, line.size());
        }
        QVERIFY(longest > 4 && crossed > 10);
    }

    void evaluationsAndCurves()
    {
        const test::RandomRun run = runOf(5, 3000);
        const RecordIndex index = indexOf(run.record);
        const EventLog& events = run.record.events;
        std::vector<EventIndex> all;
        std::vector<std::optional<EventIndex>> first(15625);
        std::vector<std::vector<EventIndex>> byTask(3);
        each<Evaluated>(events, [&](const Evaluated& event, EventIndex at) {
            all.push_back(at);
            byTask[event.task.value].push_back(at);
            if (!first[event.cell.value])
                first[event.cell.value] = at;
        });
        QVERIFY(sameList(index.evaluations(), std::span<const EventIndex>(all)));
        for (std::uint32_t cell = 0; cell < 15625; ++cell)
            QCOMPARE(index.firstEvaluation(CellId(cell)), first[cell]);
        for (std::uint16_t i = 0; i < 3; ++i) {
            const TaskId task(i);
            QVERIFY(sameList(index.evaluations(task), std::span<const EventIndex>(byTask[i])));
            std::size_t steps = 0;
            double best = -1;
            each<BestImproved>(events, [&](const BestImproved& event, EventIndex at) {
                if (event.task != task)
                    return;
                const RecordIndex::Step& step = index.improvements(task)[steps++];
                QCOMPARE(step.at, at);
                QCOMPARE(step.member, event.member);
                QCOMPARE(step.value, event.value);
                QCOMPARE(std::uint64_t{step.evaluations}, index.stateAt(at).tasks[i].evaluations);
                QVERIFY(step.value > best);
                best = step.value;
            });
            QCOMPARE(index.improvements(task).size(), steps);
            std::vector<MemberId> migrants;
            each<Born>(events, [&](const Born& event, EventIndex) {
                if (event.task == task && event.origin == Origin::Migrant)
                    migrants.push_back(event.member);
            });
            QVERIFY(!migrants.empty());
            QVERIFY(sameList(index.migrants(task), std::span<const MemberId>(migrants)));
        }
    }

    void meansAreThePopulationsOfTheirMoment()
    {
        const test::RandomRun run = runOf(6, 3000);
        const RecordIndex index = indexOf(run.record);
        for (std::uint16_t i = 0; i < 3; ++i) {
            const auto means = index.means(TaskId(i));
            QVERIFY(means.size() > 5);
            for (const RecordIndex::Mean& mean : means) {
                const RunState state = index.stateAt(mean.at);
                double sum = 0;
                int count = 0;
                for (const RunState::Member& member : state.tasks[i].population) {
                    if (!std::isnan(member.value)) {
                        sum += member.value;
                        ++count;
                    }
                }
                QCOMPARE(mean.value, sum / count);
                QCOMPARE(std::uint64_t{mean.evaluations}, state.tasks[i].evaluations);
                const bool atGenerationsEnd = mean.at == index.size()
                    || std::holds_alternative<GenerationBegan>(run.record.events[mean.at]);
                QVERIFY(atGenerationsEnd);
            }
            QVERIFY(std::is_sorted(means.begin(), means.end(),
                                   [](const auto& a, const auto& b) { return a.at < b.at; }));
            // No generation with another mean or more evaluations was left out.
            for (const EventIndex begin : index.generations()) {
                const RunState state = index.stateAt(begin);
                if (state.tasks[i].population.empty())
                    continue;
                QVERIFY(std::any_of(means.begin(), means.end(), [&](const RecordIndex::Mean& mean) {
                    return mean.at <= begin && mean.evaluations == state.tasks[i].evaluations;
                }));
            }
        }
    }

    void stopsBeforeWhatCannotFollow()
    {
        test::RandomRun run = runOf(7, 500);
        const RecordIndex before = indexOf(run.record);
        Record damaged = run.record;
        damaged.events.append(Joined{MemberId(0), TaskId(1)});
        run.advance();
        for (EventIndex i = before.size(); i < run.record.events.size(); ++i)
            damaged.events.append(run.record.events[i]);
        RecordIndex index(3);
        try {
            index.extend(damaged.events.view());
            QFAIL("was accepted");
        } catch (const Error& error) {
            QCOMPARE(error.code, ErrorCode::RecordDamaged);
        }
        QVERIFY(sameIndex(index, before));
        QCOMPARE(index.events().size(), before.size());
        index.extend(run.record.events.view());
        QVERIFY(sameIndex(index, indexOf(run.record)));
    }

    void anEmptyRecord()
    {
        RecordIndex index(2);
        index.extend(EventLog().view());
        QCOMPARE(index.size(), EventIndex{0});
        QCOMPARE(index.taskCount(), std::size_t{2});
        QVERIFY(index.stateAt(0) == RunState(2));
        QVERIFY(index.means(TaskId(0)).empty() && index.lives().empty());
        QVERIFY(!index.firstEvaluation(CellId(0)));
    }
};

QTEST_GUILESS_MAIN(TestRecordIndex)
#include "tst_recordindex.moc"
