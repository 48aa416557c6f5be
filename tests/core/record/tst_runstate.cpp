// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/RunState.h"

#include "core/base/Error.h"
#include "tests/core/record/NaiveState.h"
#include "tests/core/record/RandomRecord.h"

#include <QTest>

#include <string>
#include <vector>

using namespace ktnas;

namespace {

const TaskId task0(0);
const TaskId task1(1);

/// Two tasks; task 0 has individual 0 (cell 7) in its population and task 1 has chosen it and bears a copy,
/// individual 1, that is labelled. Individual 2 waits on task 0.
RunState smallState()
{
    RunState state(2);
    const std::vector<Event> events{
        GenerationBegan{0},
        Born{MemberId(0), CellId(7), {}, {}, task0, {}, Origin::Random},
        Evaluated{MemberId(0), CellId(7), task0, true, 0.5},
        BestImproved{task0, MemberId(0), 0.5},
        Joined{MemberId(0), task0},
        GenerationBegan{1},
        Candidate{CellId(7), task1, task0, MemberId(0)},
        Chosen{CellId(7), task1, 0, true},
        Born{MemberId(1), CellId(7), {}, {}, task1, task0, Origin::Migrant},
        Evaluated{MemberId(1), CellId(7), task1, true, 0.25},
        Labelled{MemberId(1), task1, 1, {}},
        Born{MemberId(2), CellId(9), MemberId(0), {}, task0, {}, Origin::Mutation},
    };
    for (const Event& event : events)
        state.apply(event);
    return state;
}

} // namespace

class TestRunState : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // By hand, after the comments in Event.h.
    void smallExample()
    {
        const RunState state = smallState();
        QCOMPARE(state.generation, 1u);
        QCOMPARE(state.generationsBegun, 2u);
        QCOMPARE(state.born, 3u);
        QCOMPARE(state.events, EventIndex{12});
        QCOMPARE(state.evaluations, std::uint64_t{2});
        const RunState::TaskState& first = state.tasks[0];
        QCOMPARE(first.population.size(), std::size_t{1});
        QCOMPARE(first.population[0].cell, CellId(7));
        QCOMPARE(first.population[0].value, 0.5);
        QCOMPARE(first.best.member, MemberId(0));
        QCOMPARE(first.pending.size(), std::size_t{1});
        QCOMPARE(first.pending[0].bornIn, 1u);
        const RunState::TaskState& second = state.tasks[1];
        QVERIFY(second.population.empty());
        QVERIFY(second.best.member.isNone());
        QCOMPARE(second.candidates.size(), std::size_t{1});
        QVERIFY(second.candidates[0].chosen && second.candidates[0].drawn);
        QCOMPARE(second.migrants, std::vector<MemberId>{MemberId(1)});
        QCOMPARE(second.history.size(), std::size_t{1});
        QCOMPARE(second.history[0].cell, CellId(7));
        QCOMPARE(second.history[0].generation, 1u);
        QCOMPARE(second.electionGeneration, 1u);
    }

    void aNewElectionClearsTheLast()
    {
        RunState state = smallState();
        state.apply(Voted{MemberId(1), CellId(7), task1, -1, 0.5f});
        QCOMPARE(state.tasks[1].candidates[0].phi, -1);
        state.apply(GenerationBegan{2});
        QCOMPARE(state.tasks[1].votes.size(), std::size_t{1}); // shown until the next election
        QVERIFY(state.tasks[0].pending.empty());
        state.apply(TransferSkipped{task1, SkipReason::CoinSaidNo});
        QVERIFY(state.tasks[1].skipped);
        QVERIFY(state.tasks[1].votes.empty() && state.tasks[1].candidates.empty());
        QVERIFY(state.tasks[1].migrants.empty() && state.tasks[1].migrantCells.empty());
        QCOMPARE(state.tasks[1].history.size(), std::size_t{1});
    }

    void isTheMeaningOfTheEvents()
    {
        for (std::uint64_t seed = 0; seed < 6; ++seed) {
            test::RandomRun::Options options;
            options.tasks = 1 + seed % 3;
            options.parents = 4;
            options.offspring = 3;
            options.transferred = 2;
            options.longestHistory = 5;
            options.enumerable = seed % 2 == 0;
            test::RandomRun run(seed, options);
            for (int generation = 0; generation < 6; ++generation)
                run.advance();
            RunState state(options.tasks);
            for (EventIndex i = 0; i <= run.record.events.size(); ++i) {
                QVERIFY2(state == test::naiveState(run.record, i),
                         qPrintable(QStringLiteral("seed %1, after %2 events").arg(seed).arg(i)));
                if (i < run.record.events.size())
                    state.apply(run.record.events[i]);
            }
        }
    }

    void refusesWhatCannotFollow_data()
    {
        QTest::addColumn<Event>("event");
        const TaskId none;
        const TaskId task2(2);
        const MemberId unborn(3);
        const auto row = [](const char* name, const Event& event) { QTest::newRow(name) << event; };
        row("generation again", GenerationBegan{1});
        row("generation left out", GenerationBegan{3});
        row("no cell", CellMet{});
        row("born twice", Born{MemberId(2), CellId(1), {}, {}, task0, {}, Origin::Random});
        row("born too early", Born{MemberId(4), CellId(1), {}, {}, task0, {}, Origin::Random});
        row("born on no task", Born{unborn, CellId(1), {}, {}, none, {}, Origin::Random});
        row("born on another task", Born{unborn, CellId(1), {}, {}, task2, {}, Origin::Random});
        row("own parent", Born{unborn, CellId(1), unborn, {}, task0, {}, Origin::Mutation});
        row("own other parent", Born{unborn, CellId(1), MemberId(0), unborn, task0, {}, Origin::Crossover});
        row("migrant from nowhere", Born{unborn, CellId(1), {}, {}, task0, {}, Origin::Migrant});
        row("migrant from another task", Born{unborn, CellId(1), {}, {}, task0, task2, Origin::Migrant});
        row("unknown origin", Born{unborn, CellId(1), {}, {}, task0, {}, Origin(5)});
        row("evaluated unborn", Evaluated{unborn, CellId(1), task0, true, 1});
        row("evaluated none", Evaluated{{}, CellId(1), task0, true, 1});
        row("evaluated as another cell", Evaluated{MemberId(0), CellId(8), task0, true, 1});
        row("evaluated on another task", Evaluated{MemberId(0), CellId(7), task2, true, 1});
        row("best unborn", BestImproved{task0, unborn, 1});
        row("best of another task's", BestImproved{task0, MemberId(1), 1});
        row("best on no task", BestImproved{none, MemberId(0), 1});
        row("target on no task", TargetMet{none, 1});
        row("candidate on no task", Candidate{CellId(7), none, task0, MemberId(0)});
        row("candidate from no task", Candidate{CellId(7), task1, none, MemberId(0)});
        row("candidate unborn", Candidate{CellId(7), task1, task0, unborn});
        row("vote by unborn", Voted{unborn, CellId(7), task1, 1, 1});
        row("vote for no candidate", Voted{MemberId(0), CellId(8), task1, 1, 1});
        row("vote without label", Voted{MemberId(0), CellId(7), task1, 0, 1});
        row("chosen, but no candidate", Chosen{CellId(8), task1, 1, false});
        row("skipped on no task", TransferSkipped{none, SkipReason::SwitchedOff});
        row("skipped for no reason", TransferSkipped{task0, SkipReason(5)});
        row("labelled no migrant", Labelled{MemberId(0), task1, 1, {}});
        row("labelled by unborn", Labelled{MemberId(1), task1, 1, unborn});
        row("labelled 2", Labelled{MemberId(1), task1, 2, {}});
        row("forgotten unknown", Forgotten{MemberId(0), task1});
        row("joined twice", Joined{MemberId(0), task0});
        row("joined another task", Joined{MemberId(2), task1});
        row("left before it joined", Left{MemberId(2), task0});
        row("left another task", Left{MemberId(0), task1});
        row("unknown note", Noted{NoteCode(4), none, 0});
        row("note on another task", Noted{NoteCode::NeighbourhoodSpent, task2, 0});
    }

    void refusesWhatCannotFollow()
    {
        QFETCH(Event, event);
        RunState state = smallState();
        try {
            state.apply(event);
            QFAIL("was accepted");
        } catch (const Error& error) {
            QCOMPARE(error.code, ErrorCode::RecordDamaged);
            QCOMPARE(error.column, std::string("event 12"));
            QVERIFY(!error.expected.empty() && !error.found.empty());
        }
        QVERIFY(state == smallState());
    }

    void valuesThatAreMissingAreEqual()
    {
        RunState::Member a;
        RunState::Member b;
        QVERIFY(a == b);
        b.value = 1;
        QVERIFY(!(a == b));
        a.value = 1;
        QVERIFY(a == b);
        b.cell = CellId(3);
        QVERIFY(!(a == b));
    }
};

QTEST_GUILESS_MAIN(TestRunState)
#include "tst_runstate.moc"
