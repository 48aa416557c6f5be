// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/Record.h"

#include "tests/core/record/RandomRecord.h"

#include <QTest>

#include <functional>
#include <set>
#include <string>
#include <vector>

using namespace ktnas;

class TestRecord : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Bytes and digest by an independent program (Python's struct and hashlib), see record-hash.py beside
    // this.
    void knownAnswer()
    {
        Record record;
        record.header.method = "rea";
        record.header.settings = {{"K", "10"}, {"S", "5"}};
        record.header.seed = 7;
        record.header.space = "nas-bench-201";
        record.header.tableHash = "abc";
        record.header.tasks = {{"cifar10", "acc", Direction::Maximise, Split::Valid},
                               {"normal", "loss", Direction::Minimise, Split::Test}};
        record.header.learnFrom = LearnFrom::everyone(2);
        record.header.stop.evaluations = 100;
        record.header.stop.targets = {91.5, std::nullopt};
        record.header.changes = {{3, {{"K", "5"}}, LearnFrom::nobody(2)}};
        const std::vector<Event> events{
            GenerationBegan{1},
            CellMet{CellId(2)},
            Born{MemberId(3), CellId(4), MemberId(5), {}, TaskId(1), {}, Origin::Escape},
            Evaluated{MemberId(6), CellId(7), TaskId(0), true, 91.25},
            BestImproved{TaskId(1), MemberId(8), -1.5},
            TargetMet{TaskId(0), 9},
            Candidate{CellId(10), TaskId(0), TaskId(1), MemberId(11)},
            Voted{MemberId(12), CellId(13), TaskId(0), -1, 0.5f},
            Chosen{CellId(14), TaskId(1), -2, true},
            TransferSkipped{TaskId(1), SkipReason::CoinSaidNo},
            Labelled{MemberId(15), TaskId(0), 1, MemberId(16)},
            Forgotten{MemberId(17), TaskId(0)},
            Joined{MemberId(18), TaskId(1)},
            Left{MemberId(19), TaskId(1)},
            Noted{NoteCode::EvaluationFailed, {}, 0.25},
        };
        for (const Event& event : events)
            record.events.append(event);
        QCOMPARE(recordHash(record),
                 std::string("8ac4a44994c83a34136efa0c16df325695611fce45c8d65697650ef3fd8766de"));
        record.cells = {{}, {}, {1, 2, 3}};
        QCOMPARE(recordHash(record),
                 std::string("d2e045ca9859c15106fd892f19727b7938dbc91bbd798743fc91919105f51a0f"));
    }

    void whatCountsAndWhatDoesNot()
    {
        const auto hashWith = [](const std::function<void(RunHeader&)>& change) {
            Record record;
            record.header = test::someHeader(3);
            change(record.header);
            return recordHash(record);
        };
        const std::string plain = hashWith([](RunHeader&) {});
        std::set<std::string> hashes{plain};
        const std::vector<std::function<void(RunHeader&)>> counted{
            [](RunHeader& h) { h.method = std::string("rea"); },
            [](RunHeader& h) { h.settings[0].second = "11"; },
            [](RunHeader& h) { h.settings.pop_back(); },
            [](RunHeader& h) { h.seed += 1; },
            [](RunHeader& h) { h.space = "micro-4op"; },
            [](RunHeader& h) { h.tableHash[0] = 'x'; },
            [](RunHeader& h) { h.tasks[1].name = "other"; },
            [](RunHeader& h) { h.tasks[1].metric = "other"; },
            [](RunHeader& h) { h.tasks[1].direction = Direction::Maximise; },
            [](RunHeader& h) { h.tasks[1].split = Split::Test; },
            [](RunHeader& h) { h.learnFrom.set(TaskId(0), TaskId(1), false); },
            [](RunHeader& h) { h.learnFrom.set(TaskId(1), TaskId(0), false); },
            [](RunHeader& h) { h.stop.evaluations = 1001; },
            [](RunHeader& h) { h.stop.generations = 1000; },
            [](RunHeader& h) { h.stop.targets[1] = 0.5; },
            [](RunHeader& h) { h.changes[0].at = 101; },
            [](RunHeader& h) { h.changes[0].settings[0].second += "0"; },
            [](RunHeader& h) { h.changes[1].learnFrom.reset(); },
            [](RunHeader& h) { h.changes.pop_back(); },
        };
        for (const auto& change : counted)
            QVERIFY(hashes.insert(hashWith(change)).second);
        const std::vector<std::function<void(RunHeader&)>> ignored{
            [](RunHeader& h) { h.tablePath = "elsewhere"; },
            [](RunHeader& h) { h.tableTitle = "renamed"; },
            [](RunHeader& h) { h.proxiesHash.clear(); },
            [](RunHeader& h) { h.forkOf.clear(); },
            [](RunHeader& h) { h.forkedAt = 5; },
        };
        for (const auto& change : ignored)
            QCOMPARE(hashWith(change), plain);
    }

    void everyEventCounts()
    {
        test::RandomRun run(2, {});
        for (int i = 0; i < 3; ++i)
            run.advance();
        std::set<std::string> hashes;
        Record prefix;
        prefix.header = run.record.header;
        for (EventIndex i = 0; i <= run.record.events.size(); ++i) {
            const std::string hash = recordHash(prefix);
            QCOMPARE(recordHash(run.record, i), hash);
            QVERIFY(hashes.insert(hash).second);
            if (i < run.record.events.size())
                prefix.events.append(run.record.events[i]);
        }
        prefix.finished = true;
        QCOMPARE(recordHash(prefix), recordHash(run.record));
    }

    void cellsCountWhereTheyAreMet()
    {
        test::RandomRun::Options options;
        options.enumerable = false;
        test::RandomRun run(2, options);
        run.advance();
        const std::string hash = recordHash(run.record);
        // A cell that the pool knows but no event has met says nothing about what happened.
        run.record.cells.push_back(run.record.cells[0].with(0, 1));
        QCOMPARE(recordHash(run.record), hash);
        run.record.cells[0] =
            run.record.cells[0].with(39, static_cast<std::uint8_t>(run.record.cells[0][39] ^ 1));
        QVERIFY(recordHash(run.record) != hash);
    }
};

QTEST_GUILESS_MAIN(TestRecord)
#include "tst_record.moc"
