// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/work/WorkList.h"

#include "core/base/Error.h"
#include "core/space/Space.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace ktnas;

namespace {

BenchmarkPlan planOf(const std::string& rest)
{
    return parseBenchmarkPlan(R"({"pictures": "p", "tasks": [{"recipe": "object"}, {"recipe": "layout"}])"
                                  + rest + "}",
                              "plan.json");
}

} // namespace

class TestWorkList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyNetworkOnce()
    {
        const BenchmarkPlan plan = planOf(R"(, "repeat": {"share": 0.1, "seeds": 3})");
        const WorkList work(plan);
        QCOMPARE(work.networks().size(), std::size_t{1011});
        const auto constant = std::ranges::count_if(work.networks(), &PlannedNetwork::isConstant);
        QCOMPARE(constant, 1);
        // A tenth, spread evenly: 102 or one less where the zero network stands in a place of a repeat.
        const auto repeated = std::ranges::count_if(work.networks(), &PlannedNetwork::isRepeated);
        QVERIFY(repeated == 102 || repeated == 101);
        for (std::size_t begin = 0; begin + 10 <= 1010; begin += 10)
            QVERIFY(std::ranges::count_if(work.networks().subspan(begin, 10), &PlannedNetwork::isRepeated)
                    <= 1);
        QCOMPARE(work.keys().size(), std::size_t(2 * (1011 + 2 * repeated)));
        const std::set<WorkKey> different(work.keys().begin(), work.keys().end());
        QCOMPARE(different.size(), work.keys().size());
    }

    void twinsAreOneNetwork()
    {
        const BenchmarkPlan plan = planOf("");
        const WorkList work(plan);
        const auto space = plan.spacePointer();
        const auto ordinal = [&](const char* text) { return space->ordinal(space->parse(text)); };
        // A skip and two skips behind one another are the same function: so are 000300 and 300303 of the
        // pilot.
        QCOMPARE(work.representative(ordinal("3_00_303")), work.representative(ordinal("0_00_300")));
        QVERIFY(work.representative(ordinal("0_00_300")) != work.representative(ordinal("0_00_200")));
        const CellProgram program = canonicalProgram(*space, space->parse("3_00_303"));
        QVERIFY(work.network(work.representative(ordinal("3_00_303"))).program == program);
    }

    void orderIsSeededAndTasksStayTogether()
    {
        const WorkList first(planOf(""));
        const WorkList again(planOf(""));
        const WorkList other(planOf(R"(, "order": 1)"));
        QVERIFY(std::ranges::equal(first.keys(), again.keys()));
        QVERIFY(!std::ranges::equal(first.keys(), other.keys()));
        for (std::size_t i = 0; i < first.keys().size(); i += 2) {
            QCOMPARE(first.keys()[i].cell, first.keys()[i + 1].cell);
            QCOMPARE(first.keys()[i].task, 0);
            QCOMPARE(first.keys()[i + 1].task, 1);
        }
        // A fair sample at any time: the first hundred networks are not the first hundred cells.
        std::uint64_t sum = 0;
        for (const PlannedNetwork& network : first.networks().first(100))
            sum += network.cell.value;
        std::uint64_t all = 0;
        for (const PlannedNetwork& network : first.networks())
            all += network.cell.value;
        const double mean = static_cast<double>(sum) / 100;
        const double meanOfAll = static_cast<double>(all) / 1011;
        QVERIFY(std::abs(mean - meanOfAll) < 400); // standard error about 110
    }

    void partsAddUp()
    {
        const BenchmarkPlan plan = planOf(R"(, "networks": 20, "repeat": {"share": 0.1, "seeds": 2})");
        const WorkList work(plan);
        std::vector<WorkKey> together;
        for (std::uint32_t part = 1; part <= 3; ++part) {
            const std::vector<WorkKey> keys = work.shard(part, 3);
            QVERIFY(keys.size() >= work.keys().size() / 3 - 4);
            together.insert(together.end(), keys.begin(), keys.end());
        }
        std::vector<WorkKey> whole(work.keys().begin(), work.keys().end());
        std::ranges::sort(together);
        std::ranges::sort(whole);
        QVERIFY(together == whole);
        QVERIFY_EXCEPTION_THROWN((void)work.shard(4, 3), Error);
    }

    void someNetworksOnly()
    {
        const WorkList all(planOf(""));
        const WorkList twenty(planOf(R"(, "networks": 20)"));
        QCOMPARE(twenty.networks().size(), std::size_t{20});
        for (std::size_t i = 0; i < 20; ++i)
            QCOMPARE(twenty.networks()[i].cell.value, all.networks()[i].cell.value);
        const WorkList named(planOf(R"(, "cells": ["0_00_300", "3_00_303", "0_00_000"])"));
        QCOMPARE(named.networks().size(), std::size_t{2});
        try {
            const WorkList tooMany(planOf(R"(, "networks": 2000)"));
            QFAIL("there are not so many networks");
        } catch (const Error& error) {
            QCOMPARE(error.code, ErrorCode::BadPlan);
            QCOMPARE(error.column, std::string("networks"));
        }
    }

    void jobs()
    {
        const BenchmarkPlan plan =
            planOf(R"(, "seeds": {"from": 7, "count": 1}, "proxies": {"batch": 48}, "cells": ["0_00_300"])");
        const WorkList work(plan);
        QCOMPARE(work.keys().size(), std::size_t{4});
        const TrainingJob train = work.job(plan, work.keys()[1]);
        QCOMPARE(train.kind, TrainingJob::Kind::Train);
        QCOMPARE(train.task.recipe.name, std::string("layout"));
        QCOMPARE(train.task.pictures, std::string("p"));
        QCOMPARE(train.settings.seed, std::uint64_t{7});
        QCOMPARE(train.cell.units.size(), std::size_t{1});
        const TrainingJob proxies = work.job(plan, work.keys()[3]);
        QCOMPARE(proxies.kind, TrainingJob::Kind::Proxies);
        QCOMPARE(proxies.settings.batch, 48U);
    }

    void spacesWithoutFunctionalTwins()
    {
        const WorkList work(planOf(R"(, "space": "transnas-bench-101-micro")"));
        QVERIFY(work.networks().size() > 1011);
        QVERIFY(work.networks().size() < 4096);
    }
};

QTEST_GUILESS_MAIN(TestWorkList)
#include "tst_worklist.moc"
