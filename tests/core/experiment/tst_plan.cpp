// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/Plan.h"

#include "core/base/Error.h"
#include "core/base/Text.h"

#include <QTest>

#include <filesystem>
#include <optional>
#include <string>

using namespace ktnas;

namespace {

const std::string planFile = std::string(KTNAS_TEST_DATA) + "/experiment/plan.json";

/// A small good plan; tests replace a piece of it.
const std::string good = R"({"table": "t.csv", "tasks": ["a", "b"],
 "runs": [{"name": "one", "method": "ktnas", "settings": {"n": 4, "skip": "off"}}, {"name": "two", "method": "rea"}],
 "seeds": {"from": 5, "count": 20}, "until": {"evaluations": 150}})";

std::string with(const std::string& piece, const std::string& instead)
{
    std::string text = good;
    const std::size_t place = text.find(piece);
    if (place == std::string::npos)
        qFatal("the good plan has no such piece");
    return text.replace(place, piece.size(), instead);
}

std::optional<Error> errorOf(const std::string& text)
{
    try {
        (void)parsePlan(text, "my plan.json");
    } catch (const Error& error) {
        return error;
    }
    return std::nullopt;
}

bool has(const std::string& text, const char* piece)
{
    return text.find(piece) != std::string::npos;
}

} // namespace

class TestPlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEverything()
    {
        const Plan plan = readPlan(planFile);
        QCOMPARE(plan.file, planFile);
        QCOMPARE(plan.tasks, (std::vector<std::string>{"alpha", "beta"}));
        QVERIFY(plan.learnFrom);
        QVERIFY((*plan.learnFrom)(TaskId(0), TaskId(1)) && (*plan.learnFrom)(TaskId(1), TaskId(0)));
        QCOMPARE(plan.runs.size(), std::size_t{3});
        QCOMPARE(plan.runs[1].name, std::string("KTNAS, no transfer"));
        QCOMPARE(plan.runs[1].settings,
                 (SettingValues{{"mutant", "random"}, {"offspring", "4"}, {"transfer", "none"}}));
        QCOMPARE(plan.runs[2].settings, (SettingValues{{"mutant", "random"}, {"r", "0.3"}}));
        QCOMPARE(plan.firstSeed, std::uint64_t{3});
        QCOMPARE(plan.seedCount, 40U);
        QCOMPARE(plan.jobCount(), std::size_t{120});
        QCOMPARE(plan.stop.evaluations, std::optional<std::uint64_t>(30));
        // The table lies beside the plan, wherever the tests run.
        QVERIFY(std::filesystem::exists(plan.table));
    }

    void pathsThatAreNotBesideThePlanStayAsTheyAre()
    {
        QCOMPARE(parsePlan(good, planFile).table, std::string("t.csv"));
        QCOMPARE(parsePlan(with("t.csv", "builtin"), planFile).table, std::string("builtin"));
        QCOMPARE(parsePlan(with("t.csv", "/no/such.csv"), planFile).table, std::string("/no/such.csv"));
    }

    void everyoneFromEveryoneIsTheDefault()
    {
        QVERIFY(!parsePlan(good, planFile).learnFrom);
        const Plan plan = parsePlan(with(R"("runs")", R"("learn_from": {"b": ["a"]}, "runs")"), planFile);
        QVERIFY(plan.learnFrom);
        QVERIFY((*plan.learnFrom)(TaskId(1), TaskId(0)));
        QVERIFY(!(*plan.learnFrom)(TaskId(0), TaskId(1)));
    }

    void targetsMayHaveGaps()
    {
        const Plan plan = parsePlan(
            with(R"({"evaluations": 150})", R"({"targets": [91.6, null], "evaluations": 1000})"), planFile);
        QCOMPARE(plan.stop.targets.size(), std::size_t{2});
        QCOMPARE(plan.stop.targets[0], std::optional<double>(91.6));
        QVERIFY(!plan.stop.targets[1]);
        QCOMPARE(plan.stop.evaluations, std::optional<std::uint64_t>(1000));
    }

    void formattedPlanIsTheSame_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::newRow("file") << readFile(planFile);
        QTest::newRow("small") << good;
        QTest::newRow("targets") << with(R"({"evaluations": 150})",
                                         R"({"targets": [0.1, null], "generations": 9})");
        QTest::newRow("one arrow") << with(R"("runs")", R"("learn_from": {"b": ["a"]}, "runs")");
        QTest::newRow("proxies") << with(R"("tasks")",
                                         R"("proxies": "p.csv", "table_sha256": "ab", "tasks")");
    }
    void formattedPlanIsTheSame()
    {
        QFETCH(std::string, text);
        const Plan plan = parsePlan(text, planFile);
        const Plan again = parsePlan(formatPlan(plan), "elsewhere.json");
        QVERIFY(isSamePlan(plan, again));
        QCOMPARE(again.table, plan.table);
        QCOMPARE(again.proxies, plan.proxies);
        QCOMPARE(formatPlan(again), formatPlan(plan));
    }

    void plansThatDiffer()
    {
        const Plan plan = parsePlan(good, planFile);
        for (const std::string& other : {with("20", "21"), with(R"("n": 4)", R"("n": 5)"), with("150", "151"),
                                         with(R"("b"])", R"("c"])")})
            QVERIFY(!isSamePlan(plan, parsePlan(other, planFile)));
    }

    void badPlans_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("column");
        QTest::addColumn<QString>("inMessage");
        const auto row = [](const char* name, const std::string& text, const char* column,
                            const char* inMessage) {
            QTest::newRow(name) << text << std::string(column) << QString::fromUtf8(inMessage);
        };
        row("a list", "[1]", "", "expected an object {…}, found a list");
        row("unknown key", with(R"("until")", R"("untill")"), "untill", "Did you mean until?");
        row("unknown key inside", with(R"("settings")", R"("setings")"), "runs[0].setings",
            "Did you mean settings?");
        row("missing key", with(R"("table": "t.csv", )", ""), "", R"(the key "table" with a path)");
        row("missing method", with(R"(, "method": "rea")", ""), "runs[1]", R"(the key "method")");
        row("doubled key", with(R"("tasks")", R"("table": "u.csv", "tasks")"), "table", "a second \"table\"");
        row("table is a number", with(R"("t.csv")", "7"), "table", "expected a text, found 7");
        row("tasks are a text", with(R"(["a", "b"])", R"("a,b")"), "tasks",
            "expected a list […], found the text \"a,b\"");
        row("no tasks", with(R"(["a", "b"])", "[]"), "tasks", "at least one task");
        row("task twice", with(R"(["a", "b"])", R"(["a", "a"])"), "tasks[1]", "a second time");
        row("task is null", with(R"(["a", "b"])", R"(["a", null])"), "tasks[1]",
            "expected a text, found null");
        row("no runs",
            with(good.substr(good.find("[{\"name\""),
                             good.find("]", good.find("rea")) + 1 - good.find("[{\"name\"")),
                 "[]"),
            "runs", "at least one run");
        row("name twice", with("two", "one"), "runs[1]", "a second time");
        row("empty name", with("two", " "), "runs[1].name", "a name on one line");
        row("name of two lines", with("two", "t\\nwo"), "runs[1].name", "a name on one line");
        row("unknown method", with("\"ktnas\"", "\"ktnass\""), "runs[0].method", "ktnas");
        row("unknown setting", with(R"("skip")", R"("skipp")"), "runs[0].settings.skipp", "skip");
        row("setting of another method",
            with(R"("method": "rea")", R"("method": "random", "settings": {"n": 4})"), "runs[1].settings.n",
            "found");
        row("bad choice", with(R"("off")", R"("never")"), "runs[0].settings.skip", "never");
        row("setting out of range", with(R"("n": 4)", R"("n": -4)"), "runs[0].settings.n", "-4");
        row("setting is a list", with(R"("n": 4)", R"("n": [4])"), "runs[0].settings.n",
            "a text or a number");
        row("no seeds", with("20", "0"), "seeds.count", "from 1 to 1000000, found 0");
        row("negative seed", with(R"("from": 5)", R"("from": -5)"), "seeds.from", "found -5");
        row("half a seed", with(R"("count": 20)", R"("count": 20.5)"), "seeds.count", "found 20.5");
        row("seeds without count", with(R"(, "count": 20)", ""), "seeds", R"(the key "count")");
        row("no end", with(R"({"evaluations": 150})", "{}"), "until", "no rule that ends a run");
        row("only null targets", with(R"({"evaluations": 150})", R"({"targets": [null, null]})"), "until",
            "no rule that ends a run");
        row("targets for other tasks", with(R"({"evaluations": 150})", R"({"targets": [1]})"),
            "until.targets", "each of the 2 tasks, found 1");
        row("target is a text", with(R"({"evaluations": 150})", R"({"targets": [1, "2"]})"),
            "until.targets[1]", "expected a number");
        row("learn from oneself", with(R"("runs")", R"("learn_from": {"a": ["a"]}, "runs")"),
            "learn_from.a[0]", "another task");
        row("learn from a stranger", with(R"("runs")", R"("learn_from": {"a": ["c"]}, "runs")"),
            "learn_from.a[0]", "one of the plan's tasks a and b");
        row("a stranger learns", with(R"("runs")", R"("learn_from": {"c": ["a"]}, "runs")"), "learn_from.c",
            "one of the plan's tasks a and b");
    }
    void badPlans()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, column);
        QFETCH(QString, inMessage);
        const std::optional<Error> error = errorOf(text);
        QVERIFY(error);
        QCOMPARE(error->code, ErrorCode::BadPlan);
        QCOMPARE(exitCode(error->code), 3);
        QCOMPARE(error->file, std::string("my plan.json"));
        QCOMPARE(error->column, column);
        const QString message = QString::fromStdString(describe(*error));
        QVERIFY2(message.contains(inMessage), qPrintable(message));
    }

    void badJson_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<int>("byte");
        QTest::newRow("comma") << std::string("{\"table\": \"t\",, }") << 14;
        QTest::newRow("cut") << std::string("{\"table\": ") << 10;
        QTest::newRow("empty") << std::string() << 0;
        QTest::newRow("html") << std::string("<html>") << 0;
        QTest::newRow("behind the end") << std::string("{} {}") << 3;
    }
    void badJson()
    {
        QFETCH(std::string, text);
        QFETCH(int, byte);
        const std::optional<Error> error = errorOf(text);
        QVERIFY(error);
        QCOMPARE(error->code, ErrorCode::BadJson);
        QCOMPARE(error->file, std::string("my plan.json"));
        QCOMPARE(error->byte, std::optional<std::uint64_t>(static_cast<std::uint64_t>(byte)));
    }

    void everyTruncationIsAnError()
    {
        for (std::size_t length = 0; length < good.size(); ++length) {
            const std::optional<Error> error = errorOf(good.substr(0, length));
            QVERIFY2(error && error->code == ErrorCode::BadJson, qPrintable(QString::number(length)));
        }
    }

    void numbersTooLargeAndBadUtf8()
    {
        QVERIFY(errorOf(with("150", "1e999")));
        QVERIFY(errorOf(with("150", "99999999999999999999999")));
        const std::optional<Error> error = errorOf(with("t.csv", "\xff\xfe"));
        QVERIFY(error && error->code == ErrorCode::BadJson);
        // An unknown key that is not fit to print is still named.
        QVERIFY(has(describe(*errorOf(with(R"("until")", R"("\u0007until")"))), "until"));
    }

    void missingFile() { QVERIFY_THROWS_EXCEPTION(Error, (void)readPlan("/no/such/plan.json")); }
};

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
