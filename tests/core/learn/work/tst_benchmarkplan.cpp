// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/work/BenchmarkPlan.h"

#include "core/base/Error.h"

#include <QTest>

using namespace ktnas;

namespace {

constexpr const char* wholePlan = R"({
  "pictures": "fashion-mnist",
  "data": {"train": 512, "side": 14},
  "training": {"passes": 640, "batch": 32},
  "tasks": [
    {"recipe": "object", "training": {"learning_rate": 0.01}},
    {"recipe": "classes", "name": "fine", "labels": "fine", "data": {"order": "mixed", "seed": 3}},
    {"recipe": "scramble", "data": {"tones": [0, 2, 5], "noise": 0.01}}
  ],
  "space": "micro-4op",
  "skeleton": {"kind": "small", "channels": [8, 16], "cells_per_stage": 2},
  "seeds": {"from": 4, "count": 2},
  "repeat": {"share": 0.1, "seeds": 3},
  "order": 9,
  "networks": 20,
  "proxies": {"batch": 64}
})";

Error errorOf(const std::string& text)
{
    try {
        (void)parseBenchmarkPlan(text, "plan.json");
    } catch (const Error& error) {
        return error;
    }
    return Error(ErrorCode::Internal);
}

} // namespace

class TestBenchmarkPlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAll()
    {
        const BenchmarkPlan plan = parseBenchmarkPlan(wholePlan, "plan.json");
        QCOMPARE(plan.pictures, std::string("fashion-mnist"));
        QCOMPARE(plan.tasks.size(), std::size_t{3});
        QCOMPARE(plan.tasks[0].name(), std::string("object"));
        QCOMPARE(plan.tasks[0].source.recipe.trainRows, std::size_t{512});
        QCOMPARE(plan.tasks[0].source.recipe.order, RowOrder::File);
        QCOMPARE(plan.tasks[0].training.learningRate, 0.01);
        QCOMPARE(plan.tasks[0].training.passes, std::uint64_t{640});
        QCOMPARE(plan.tasks[1].source.recipe.labelSet, std::string("fine"));
        QCOMPARE(plan.tasks[1].source.recipe.kind, TaskKind::Classes);
        QCOMPARE(plan.tasks[1].source.recipe.seed, std::uint64_t{3});
        QCOMPARE(plan.tasks[1].training.learningRate, TrainingSettings().learningRate);
        QCOMPARE(plan.tasks[2].source.recipe.tones, (std::vector<int>{0, 2, 5}));
        QCOMPARE(plan.skeleton.channels, (std::vector<int>{8, 16}));
        QCOMPARE(plan.skeleton.cellsPerStage, 2);
        QCOMPARE(plan.firstSeed, std::uint64_t{4});
        QCOMPARE(plan.seeds, 2U);
        QCOMPARE(plan.repeatMillionths, 100'000U);
        QCOMPARE(plan.repeatSeeds, 3U);
        QCOMPARE(*plan.networks, 20U);
        QCOMPARE(plan.proxyBatch, 64U);
    }

    void textGivesThePlanBack()
    {
        const BenchmarkPlan plan = parseBenchmarkPlan(wholePlan, "plan.json");
        const std::string text = formatBenchmarkPlan(plan);
        const BenchmarkPlan again = parseBenchmarkPlan(text, "other.json");
        QVERIFY(again.tasks == plan.tasks);
        QVERIFY(again.skeleton == plan.skeleton);
        QCOMPARE(formatBenchmarkPlan(again), text);
        QCOMPARE(planHash(again), planHash(plan));
    }

    void hashIsOfWhatIsAskedFor()
    {
        const BenchmarkPlan plan = parseBenchmarkPlan(wholePlan, "plan.json");
        // Results are found again by this hash: if it changes, benchmarks under way cannot be resumed. The
        // value is of the plan's text as the first version wrote it.
        QCOMPARE(planHash(plan),
                 std::string("f7d7e9d2543eafd1c08f789c371abded23c649b8371949ac20a817e4db3b5583"));
        BenchmarkPlan elsewhere = plan;
        elsewhere.pictures = "/data/fashion";
        elsewhere.file = "copy.json";
        QCOMPARE(planHash(elsewhere), planHash(plan));
        BenchmarkPlan longer = plan;
        longer.tasks[0].training.passes *= 2;
        QVERIFY(planHash(longer) != planHash(plan));
        // A default that is spelled out is the same plan.
        QCOMPARE(
            planHash(parseBenchmarkPlan(R"({"pictures": "x", "tasks": [{"recipe": "object"}]})", "a")),
            planHash(parseBenchmarkPlan(
                R"({"pictures": "y", "order": 0, "tasks": [{"recipe": "object", "training": {"batch": 64}}]})",
                "b")));
    }

    void mistakesAreNamed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("words"); // in the message
        const auto row = [](const char* name, const char* text, const char* column, const char* words) {
            QTest::newRow(name) << text << column << words;
        };
        row("unknown key", R"({"pictures": "p", "tasks": [{"recipe": "object"}], "budjet": 1})", "budjet",
            "one of the keys pictures");
        row("mistyped key", R"({"pictures": "p", "tasks": [{"recipe": "object"}], "sedes": {}})", "sedes",
            "Did you mean seeds?");
        row("no pictures", R"({"tasks": [{"recipe": "object"}]})", "", "pictures");
        row("no tasks", R"({"pictures": "p", "tasks": []})", "tasks", "at least one task");
        row("unknown recipe", R"({"pictures": "p", "tasks": [{"recipe": "jigsw"}]})", "tasks[0].recipe",
            "Did you mean jigsaw?");
        row("task twice", R"({"pictures": "p", "tasks": [{"recipe": "object"}, {"recipe": "object"}]})",
            "tasks[1]", "object a second time");
        row("bad name", R"({"pictures": "p", "tasks": [{"recipe": "object", "name": "My task"}]})",
            "tasks[0].name", "small letters");
        row("batch of one", R"({"pictures": "p", "tasks": [{"recipe": "object", "training": {"batch": 1}}]})",
            "tasks[0].training.batch", "from 2 to");
        row("fewer passes than a batch",
            R"({"pictures": "p", "tasks": [{"recipe": "object", "training": {"passes": 10}}]})",
            "tasks[0].training", "10 passes in batches of 64");
        row("schedule",
            R"({"pictures": "p", "training": {"schedule": "cosin"}, "tasks": [{"recipe": "object"}]})",
            "training.schedule", "Did you mean cosine?");
        row("flag", R"({"pictures": "p", "training": {"mirror": 1}, "tasks": [{"recipe": "object"}]})",
            "training.mirror", "true or false");
        row("curve",
            R"({"pictures": "p", "training": {"curve_at": [0.5, 0.25]}, "tasks": [{"recipe": "object"}]})",
            "training.curve_at[1]", "rising");
        row("odd side", R"({"pictures": "p", "data": {"side": 15}, "tasks": [{"recipe": "object"}]})",
            "data.side", "even number");
        row("space that cannot be listed",
            R"({"pictures": "p", "space": "darts-5x9", "tasks": [{"recipe": "object"}]})", "space",
            "nas-bench-201");
        row("skeleton", R"({"pictures": "p", "skeleton": {"kind": "tall"}, "tasks": [{"recipe": "object"}]})",
            "skeleton.kind", "small");
        row("cell", R"({"pictures": "p", "cells": ["0_00_00x"], "tasks": [{"recipe": "object"}]})",
            "cells[0]", "x");
        row("share",
            R"({"pictures": "p", "repeat": {"share": 2, "seeds": 3}, "tasks": [{"recipe": "object"}]})",
            "repeat.share", "from 0 to 1");
        row("fewer repeats than seeds",
            R"({"pictures": "p", "seeds": {"count": 3}, "repeat": {"share": 0.1, "seeds": 2}, "tasks": [{"recipe": "object"}]})",
            "repeat.seeds", "from 3");
        row("doubled key", R"({"pictures": "p", "pictures": "q", "tasks": []})", "pictures", "each key once");
    }
    void mistakesAreNamed()
    {
        QFETCH(QString, text);
        QFETCH(QString, column);
        QFETCH(QString, words);
        const Error error = errorOf(text.toStdString());
        QCOMPARE(error.code, ErrorCode::BadPlan);
        QCOMPARE(QString::fromStdString(error.column), column);
        QCOMPARE(error.file, std::string("plan.json"));
        const QString message = QString::fromStdString(describe(error));
        QVERIFY2(message.contains(words), qPrintable(message));
    }

    void notJson()
    {
        const Error error = errorOf("{\"pictures\": ");
        QCOMPARE(error.code, ErrorCode::BadJson);
        QCOMPARE(*error.byte, std::uint64_t{13});
    }
};

QTEST_GUILESS_MAIN(TestBenchmarkPlan)
#include "tst_benchmarkplan.moc"
