// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Parallel.h"
#include "core/tables/ReadTable.h"
#include "tests/core/search/SearchSupport.h"
#include "tests/support/Shared.h"

#include <QTest>

#include <set>

using namespace ktnas;
using namespace ktnas::test;

namespace {

const std::vector<const char*> allMethods{"random", "rea", "zero", "emt-nas", "mt-nas", "ktnas"};

template <class T> std::vector<T> all(const Record& record, EventIndex from = 0)
{
    std::vector<T> found;
    for (EventIndex i = from; i < record.events.size(); ++i)
        if (const auto* event = std::get_if<T>(&record.events[i]))
            found.push_back(*event);
    return found;
}

/// The record with the first `count` events only, as a crash leaves it.
Record cut(const Record& record, EventIndex count)
{
    Record part;
    part.header = record.header;
    for (EventIndex i = 0; i < count; ++i)
        part.events.append(record.events[i]);
    return part;
}

/// Hash of the first `count` events under one header, so that only the events are compared.
std::string eventsHash(const Record& record, const RunHeader& header, EventIndex count)
{
    Record same = cut(record, count);
    same.header = header;
    return recordHash(same);
}

double signOf(const RunTask& task)
{
    return task.direction == Direction::Maximise ? 1 : -1;
}

} // namespace

class TestRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sameSeedSameRecord_data() { methodRows(); }
    void sameSeedSameRecord()
    {
        QFETCH(QString, method);
        const auto problem = madeUpProblem();
        const RunHeader header = makeHeader(*problem, method.toStdString(), {}, 17, evaluations(200));
        const std::string whole = recordHash(finished(problem, header).record());
        Run pieces(header, problem);
        while (pieces.advance(1)) { }
        QCOMPARE(recordHash(pieces.record()), whole);
        Run generationsRun(header, problem);
        while (generationsRun.advanceGeneration()) { }
        QCOMPARE(recordHash(generationsRun.record()), whole);
        // In several threads on one problem, whose proxies and embeddings are made on demand.
        const auto fresh = madeUpProblem();
        std::vector<std::string> hashes(4);
        parallelFor(
            4, [&](std::size_t i) { hashes[i] = recordHash(finished(fresh, header).record()); }, 4);
        for (const std::string& hash : hashes)
            QCOMPARE(hash, whole);
        RunHeader other = header;
        other.seed = 18;
        QVERIFY(recordHash(finished(problem, other).record()) != whole);
    }

    void advanceStopsAtTheLimit()
    {
        const auto problem = madeUpProblem();
        Run run(makeHeader(*problem, "rea", {}, 1, evaluations(100)), problem);
        QVERIFY(run.advance(1)); // the first population is one batch
        QCOMPARE(all<Evaluated>(run.record()).size(), std::size_t{30});
        QVERIFY(run.advance(8));
        QCOMPARE(all<Evaluated>(run.record()).size(), std::size_t{36});
        QVERIFY(run.advanceGeneration());
        QCOMPARE(all<GenerationBegan>(run.record()).back().generation, 2U);
        QVERIFY(!run.record().finished);
    }

    // The fold gives the very population that the method selects by: the best K of all that were evaluated,
    // where survival is truncation; the youngest K where it is aging.
    void foldGivesThePopulation()
    {
        const auto problem = madeUpProblem();
        for (const std::string method : {"ktnas", "emt-nas", "random", "rea", "mt-nas"}) {
            const Run run = finished(problem, makeHeader(*problem, method, {}, 3, generations(12)));
            const RunState state = fold(run.record());
            for (std::uint16_t t = 0; t < 3; ++t) {
                std::vector<double> own;
                for (const Evaluated& event : all<Evaluated>(run.record()))
                    if (event.task == TaskId(t) && event.counted)
                        own.push_back(signOf(problem->tasks()[t]) * event.value);
                std::vector<double> expected = own;
                if (method == "rea" || method == "mt-nas")
                    std::reverse(expected.begin(), expected.end());
                else
                    std::sort(expected.rbegin(), expected.rend());
                expected.resize(10);
                std::vector<double> population;
                for (const RunState::Member& member : state.tasks[t].population)
                    population.push_back(signOf(problem->tasks()[t]) * member.value);
                std::sort(expected.begin(), expected.end());
                std::sort(population.begin(), population.end());
                QCOMPARE(population, expected);
                QCOMPARE(signOf(problem->tasks()[t]) * state.tasks[t].best.value,
                         *std::max_element(own.begin(), own.end()));
            }
        }
    }

    void eventsMatchTheTable_data() { methodRows(); }
    void eventsMatchTheTable()
    {
        QFETCH(QString, method);
        const auto problem = madeUpProblem({.tasks = 2});
        const Run run =
            finished(problem, makeHeader(*problem, method.toStdString(), {}, 9, evaluations(300)));
        std::set<std::pair<std::uint16_t, std::uint32_t>> counted;
        for (const Evaluated& event : all<Evaluated>(run.record())) {
            QCOMPARE(event.value, problem->value(event.task, event.cell));
            if (event.counted)
                QVERIFY(counted.insert({event.task.value, event.cell.value}).second);
            else
                QVERIFY(counted.contains({event.task.value, event.cell.value}));
        }
        QCOMPARE(counted.size(), std::size_t{600});
        // A mutant differs from its parent in one gene, unless its parent's neighbourhood was spent.
        const auto births = all<Born>(run.record());
        for (const Born& birth : births)
            if (birth.origin == Origin::Mutation && birth.otherParent.isNone())
                QCOMPARE(problem->editDistance(birth.cell, births[birth.parent.value].cell), 1);
    }

    void targetStopsTheTaskAtOnce_data() { methodRows(); }
    void targetStopsTheTaskAtOnce()
    {
        QFETCH(QString, method);
        const auto problem = madeUpProblem();
        StopRule stop;
        std::vector<double> limits;
        for (std::uint16_t t = 0; t < 3; ++t) {
            std::vector<double> qualities;
            for (const CellId cell : problem->knownCells())
                qualities.push_back(signOf(problem->tasks()[t]) * problem->value(TaskId(t), cell));
            std::sort(qualities.rbegin(), qualities.rend());
            limits.push_back(qualities[20]); // twenty cells are beyond it
            stop.targets.push_back(signOf(problem->tasks()[t]) * limits.back());
        }
        const Run run = finished(problem, makeHeader(*problem, method.toStdString(), {}, 4, stop));
        const RunState state = fold(run.record());
        const auto met = all<TargetMet>(run.record());
        QCOMPARE(met.size(), std::size_t{3});
        for (std::uint16_t t = 0; t < 3; ++t) {
            std::vector<double> own;
            for (const Evaluated& event : all<Evaluated>(run.record()))
                if (event.task == TaskId(t))
                    own.push_back(signOf(problem->tasks()[t]) * event.value);
            // Strictly beyond: a value equal to the target does not stop.
            QVERIFY(own.back() > limits[t]);
            own.pop_back();
            for (const double earlier : own)
                QVERIFY(earlier <= limits[t]);
            QVERIFY(state.tasks[t].targetMet);
        }
        for (const TargetMet& event : met)
            QCOMPARE(std::uint64_t{event.evaluations}, state.tasks[event.task.value].evaluations);
    }

    void aStoppedTaskStillLends()
    {
        const auto problem = madeUpProblem();
        StopRule stop = evaluations(120);
        stop.targets = {-1000.0, std::nullopt, std::nullopt}; // the first value is already beyond it
        const Run run = finished(problem, makeHeader(*problem, "ktnas", {{"transfer", "random"}}, 4, stop));
        const RunState state = fold(run.record());
        QCOMPARE(state.tasks[0].evaluations, std::uint64_t{1});
        QCOMPARE(state.tasks[1].evaluations, std::uint64_t{120});
        bool isLent = false;
        for (const Candidate& candidate : all<Candidate>(run.record()))
            isLent = isLent || (candidate.source == TaskId(0) && candidate.task == TaskId(1));
        QVERIFY(isLent);
    }

    void generationsRule()
    {
        const auto problem = madeUpProblem();
        for (const char* method : allMethods) {
            const Run run = finished(problem, makeHeader(*problem, method, {}, 4, generations(3)));
            QCOMPARE(all<GenerationBegan>(run.record()).size(), std::size_t{4});
            QVERIFY(finished(problem, makeHeader(*problem, method, {}, 4, generations(0))).done());
        }
    }

    void learnFromIsRespected()
    {
        const auto problem = madeUpProblem({.tasks = 4});
        LearnFrom matrix = LearnFrom::nobody(4);
        matrix.set(TaskId(1), TaskId(0), true);
        matrix.set(TaskId(2), TaskId(0), true);
        matrix.set(TaskId(2), TaskId(3), true);
        for (const char* method : {"ktnas", "mt-nas", "emt-nas"}) {
            const Run run = finished(problem, makeHeader(*problem, method, {}, 4, evaluations(300), matrix));
            const RunState state = fold(run.record());
            std::set<std::pair<int, int>> arrows;
            for (const Candidate& candidate : all<Candidate>(run.record()))
                arrows.insert({candidate.task.value, candidate.source.value});
            const auto births = all<Born>(run.record());
            for (const Born& birth : births) {
                if (!birth.source.isNone())
                    arrows.insert({birth.task.value, birth.source.value});
                for (const MemberId parent : {birth.parent, birth.otherParent})
                    if (!parent.isNone() && births[parent.value].task != birth.task)
                        arrows.insert({birth.task.value, births[parent.value].task.value});
            }
            QCOMPARE(arrows, (std::set<std::pair<int, int>>{{1, 0}, {2, 0}, {2, 3}}));
            QCOMPARE(state.tasks[0].evaluations, std::uint64_t{300});
        }
    }

    // A task that learns from nobody is the same search whoever else is there.
    void tasksAreIndependentWithoutTransfer()
    {
        const auto three = madeUpProblem();
        const auto one = Problem::make(madeUpTable(), {"task0"});
        for (const char* method : {"rea", "zero", "random", "ktnas"}) {
            const Run together =
                finished(three, makeHeader(*three, method, {}, 6, evaluations(150), LearnFrom::nobody(3)));
            const Run alone = finished(one, makeHeader(*one, method, {}, 6, evaluations(150)));
            std::vector<std::uint32_t> a;
            std::vector<std::uint32_t> b;
            for (const Evaluated& event : all<Evaluated>(together.record()))
                if (event.task == TaskId(0))
                    a.push_back(event.cell.value);
            for (const Evaluated& event : all<Evaluated>(alone.record()))
                b.push_back(event.cell.value);
            QCOMPARE(a, b);
        }
    }

    void electionAddsUp()
    {
        const auto problem = madeUpProblem();
        const Run run = finished(problem, makeHeader(*problem, "ktnas", {}, 8, generations(30)));
        RunState state(3);
        int byRank = 0;
        for (EventIndex i = 0; i < run.record().events.size(); ++i) {
            const Event& event = run.record().events[i];
            if (const auto* chosen = std::get_if<Chosen>(&event)) {
                const auto& task = state.tasks[chosen->task.value];
                int sum = 0;
                for (const RunState::Vote& vote : task.votes)
                    if (vote.candidate == chosen->cell)
                        sum += vote.label;
                QCOMPARE(chosen->phi, sum);
                if (!task.votes.empty()) {
                    ++byRank;
                    // All votes are in: everyone in the history voted once.
                    QCOMPARE(task.votes.size(), task.history.size());
                }
            }
            if (const auto* skipped = std::get_if<TransferSkipped>(&event))
                for (const RunState::Offer& offer : state.tasks[skipped->task.value].candidates)
                    QVERIFY(offer.phi <= 0 || skipped->reason != SkipReason::NoPositiveRank
                            || state.tasks[skipped->task.value].electionGeneration != state.generation);
            state.apply(event);
        }
        QVERIFY(byRank > 10);
    }

    void labelsFollowTheElite()
    {
        const auto problem = madeUpProblem();
        const Run run = finished(problem, makeHeader(*problem, "ktnas", {}, 8, generations(30)));
        RunState state(3);
        int positives = 0;
        for (EventIndex i = 0; i < run.record().events.size(); ++i) {
            if (const auto* labelled = std::get_if<Labelled>(&run.record().events[i])) {
                // Parents are complete at this moment: the child is among the best two of ten, or not.
                std::vector<std::pair<double, MemberId>> order;
                for (const RunState::Member& member : state.tasks[labelled->task.value].population)
                    order.emplace_back(-signOf(problem->tasks()[labelled->task.value]) * member.value,
                                       member.member);
                std::sort(order.begin(), order.end());
                QCOMPARE(order.size(), std::size_t{10});
                const bool isElite = order[0].second == labelled->child || order[1].second == labelled->child;
                QCOMPARE(labelled->label > 0, isElite);
                positives += isElite;
            }
            state.apply(run.record().events[i]);
        }
        QVERIFY(positives > 0);
    }

    void forkWithoutChangeIsTheParentsFuture_data() { methodRows(); }
    void forkWithoutChangeIsTheParentsFuture()
    {
        QFETCH(QString, method);
        const auto problem = madeUpProblem();
        const Run parent =
            finished(problem, makeHeader(*problem, method.toStdString(), {}, 2, evaluations(150)));
        const EventIndex size = parent.record().events.size();
        for (const EventIndex at : {EventIndex{0}, EventIndex{1}, size / 3, size / 2, size}) {
            Run child = fork(parent.record(), problem, at, {});
            QVERIFY(child.record().header.forkedAt >= at);
            QVERIFY(child.record().header.changes.empty());
            QCOMPARE(child.record().header.forkOf, recordHash(parent.record()));
            while (child.advance(7)) { }
            QCOMPARE(recordHash(child.record()), recordHash(parent.record()));
        }
    }

    void forkSharesThePrefixAndDiffersThroughTheEditOnly()
    {
        const auto problem = madeUpProblem();
        const Run parent = finished(problem, makeHeader(*problem, "ktnas", {}, 2, generations(20)));
        const EventIndex at = parent.record().events.size() / 2;
        Run child = fork(parent.record(), problem, at, {{"n", "1"}, {"K", "10"}});
        while (child.advance(100)) { }
        const RunHeader& header = child.record().header;
        QVERIFY(header.forkedAt >= at && header.forkedAt < at + 200);
        QCOMPARE(header.changes.size(), std::size_t{1});
        QVERIFY(header.changes[0].settings == (SettingValues{{"n", "1"}})); // K did not change
        QCOMPARE(eventsHash(child.record(), header, header.forkedAt),
                 eventsHash(parent.record(), header, header.forkedAt));
        const auto* note = std::get_if<Noted>(&child.record().events[header.forkedAt]);
        QVERIFY(note && note->code == NoteCode::Forked);
        QVERIFY(fold(child.record()) == fold(child.record()));
        // Its header alone gives it again, as does its cut record.
        QCOMPARE(recordHash(finished(problem, header).record()), recordHash(child.record()));
        Run again = resume(cut(child.record(), child.record().events.size() - 50), problem);
        while (again.advance(100)) { }
        QCOMPARE(recordHash(again.record()), recordHash(child.record()));
        // A fork of the fork before its edit leaves the edit out.
        Run back = fork(child.record(), problem, at / 2, {});
        QVERIFY(back.record().header.changes.empty());
        while (back.advance(100)) { }
        QCOMPARE(recordHash(back.record()), recordHash(parent.record()));
        // … and behind it keeps it.
        Run further = fork(child.record(), problem, header.forkedAt + 1, {{"S", "2"}});
        QCOMPARE(further.record().header.changes.size(), std::size_t{2});
    }

    // Random numbers are addressed: an edit that reaches one task only leaves the draws of the others alone.
    void anEditReachesOnlyWhatItTouches()
    {
        const auto problem = madeUpProblem();
        LearnFrom matrix = LearnFrom::nobody(3);
        matrix.set(TaskId(2), TaskId(0), true);
        const Run parent =
            finished(problem, makeHeader(*problem, "ktnas", {}, 2, generations(20), LearnFrom::nobody(3)));
        Run child = fork(parent.record(), problem, parent.record().events.size() / 3, {}, matrix);
        while (child.advance(100)) { }
        const auto cellsOf = [](const Record& record, TaskId task) {
            std::vector<std::uint32_t> cells;
            for (const Evaluated& event : all<Evaluated>(record))
                if (event.task == task)
                    cells.push_back(event.cell.value);
            return cells;
        };
        QCOMPARE(cellsOf(child.record(), TaskId(0)), cellsOf(parent.record(), TaskId(0)));
        QCOMPARE(cellsOf(child.record(), TaskId(1)), cellsOf(parent.record(), TaskId(1)));
        QVERIFY(cellsOf(child.record(), TaskId(2)) != cellsOf(parent.record(), TaskId(2)));
        QVERIFY(!all<Candidate>(child.record()).empty());
    }

    void wrongForks()
    {
        const auto problem = madeUpProblem();
        const Run parent = finished(problem, makeHeader(*problem, "ktnas", {}, 2, generations(3)));
        QVERIFY_EXCEPTION_THROWN(fork(parent.record(), problem, 5, {{"nn", "1"}}), Error);
        QVERIFY_EXCEPTION_THROWN(fork(parent.record(), problem, 5, {{"n", "x"}}), Error);
        QVERIFY_EXCEPTION_THROWN(fork(parent.record(), problem, 5, {}, LearnFrom::everyone(7)), Error);
        // A record whose events do not come out again.
        Record forged = cut(parent.record(), parent.record().events.size());
        forged.header.seed = 3;
        try {
            fork(forged, problem, forged.events.size(), {});
            QFAIL("a forged record was accepted");
        } catch (const Error& error) {
            QCOMPARE(error.code, ErrorCode::RecordMismatch);
        }
    }

    void resumeGivesTheWhole_data() { methodRows(); }
    void resumeGivesTheWhole()
    {
        QFETCH(QString, method);
        const auto problem = madeUpProblem();
        const Run whole =
            finished(problem, makeHeader(*problem, method.toStdString(), {}, 12, evaluations(80)));
        const EventIndex size = whole.record().events.size();
        for (EventIndex count = 0; count <= size; count += 37) {
            Run rest = resume(cut(whole.record(), count), problem);
            QVERIFY(rest.record().events.size() >= count);
            while (rest.advance(50)) { }
            QCOMPARE(recordHash(rest.record()), recordHash(whole.record()));
        }
        QVERIFY(resume(whole.record(), problem).done());
    }

    // Values that a trainer gave are in no table: they replay from the record.
    void trainedValuesReplay()
    {
        const auto problem = madeUpProblem();
        Record record;
        record.header = makeHeader(*problem, "ktnas", {}, 12, generations(10));
        const auto method = startMethod(record.header, *problem, &record.events);
        Stream noise({99, Purpose::Test, 0, 0, 0});
        while (!method->done()) {
            std::vector<double> values;
            for (const Request& request : method->asked())
                values.push_back(noise.chance(0.1)
                                     ? std::numeric_limits<double>::quiet_NaN()
                                     : problem->value(request.task, request.cell) + noise.normal());
            method->tell(values);
        }
        QVERIFY(!all<Noted>(record).empty()); // failures are told
        const Run again = resume(record, problem);
        QVERIFY(again.done());
        QCOMPARE(recordHash(again.record()), recordHash(record));
        Run child = fork(record, problem, record.events.size() / 2, {});
        QCOMPARE(eventsHash(child.record(), record.header, child.record().header.forkedAt),
                 eventsHash(record, record.header, child.record().header.forkedAt));
    }

    void tellWantsOneValueEach()
    {
        const auto problem = madeUpProblem();
        const auto method =
            startMethod(makeHeader(*problem, "rea", {}, 1, evaluations(50)), *problem, nullptr);
        const std::vector<double> tooFew(3);
        QVERIFY_EXCEPTION_THROWN(method->tell(tooFew), Error);
        QCOMPARE(method->asked().size(), std::size_t{30});
    }

    // Rows are missing, values are missing, and the budget is more than there is: every known cell is
    // evaluated once.
    void incompleteTableIsExhausted_data() { methodRows(); }
    void incompleteTableIsExhausted()
    {
        QFETCH(QString, method);
        const auto problem = madeUpProblem({.tasks = 2, .knownShare = 0.2, .missingShare = 0.2});
        const std::size_t known = problem->knownCells().size();
        QVERIFY(known > 600 && known < 1100);
        const Run run =
            finished(problem, makeHeader(*problem, method.toStdString(), {}, 2, evaluations(100000)));
        const RunState state = fold(run.record());
        for (const RunState::TaskState& task : state.tasks) {
            // MT-NAS and EMT-NAS look around foreign cells and may end with a task whose cells are all spent.
            QCOMPARE(task.evaluations, std::uint64_t{known});
            QVERIFY(!std::isnan(task.best.value));
        }
        for (const Evaluated& event : all<Evaluated>(run.record()))
            QVERIFY(problem->table().rowOf(event.cell).has_value());
    }

    void oneTask()
    {
        const auto problem = madeUpProblem({.tasks = 1});
        for (const char* method : allMethods) {
            const Run run = finished(problem, makeHeader(*problem, method, {}, 2, evaluations(100)));
            QCOMPARE(fold(run.record()).evaluations, std::uint64_t{100});
            QVERIFY(all<Candidate>(run.record()).empty());
        }
        for (const TransferSkipped& skipped : all<TransferSkipped>(
                 finished(problem, makeHeader(*problem, "ktnas", {}, 2, evaluations(100))).record()))
            QCOMPARE(skipped.reason, SkipReason::NoCandidates);
    }

    void sevenRealTasks()
    {
        KTNAS_REQUIRE_SHARED(path, "benchmarks/transnas-bench-101-micro.csv");
        const auto table = readTable(path);
        const auto problem = Problem::make(table,
                                           {"class_scene", "class_object", "room_layout", "jigsaw",
                                            "segmentsemantic", "normal", "autoencoder"});
        QCOMPARE(problem->tasks()[2].direction, Direction::Minimise);
        for (const char* method : {"random", "rea", "emt-nas", "mt-nas", "ktnas"}) {
            const Run run = finished(problem, makeHeader(*problem, method, {}, 3, evaluations(120)));
            const RunState state = fold(run.record());
            QCOMPARE(state.evaluations, std::uint64_t{840});
            double least = 1e9;
            for (const Evaluated& event : all<Evaluated>(run.record()))
                if (event.task == TaskId(2))
                    least = std::min(least, event.value);
            QCOMPARE(state.tasks[2].best.value, least); // a loss is minimised
        }
    }

private:
    static void methodRows()
    {
        QTest::addColumn<QString>("method");
        for (const char* method : allMethods)
            QTest::newRow(method) << QString::fromLatin1(method);
    }
};

QTEST_GUILESS_MAIN(TestRun)
#include "tst_run.moc"
