// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "tests/core/search/SearchSupport.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <set>

using namespace ktnas;
using namespace ktnas::test;

namespace {

ErrorCode codeOf(const std::function<void()>& action, std::string* text = nullptr)
{
    try {
        action();
    } catch (const Error& error) {
        if (text)
            *text = describe(error);
        return error.code;
    }
    return ErrorCode::Cancelled; // nothing here is cancelled
}

} // namespace

class TestSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void methodsInTheOrderOfTheHouse()
    {
        std::vector<std::string> ids;
        for (const MethodInfo& method : methods())
            ids.push_back(method.id);
        QCOMPARE(ids, (std::vector<std::string>{"random", "rea", "zero", "emt-nas", "mt-nas", "ktnas"}));
    }

    void everySettingIsExplained()
    {
        for (const MethodInfo& method : methods()) {
            QVERIFY(!method.title.empty() && !method.explanation.empty());
            std::set<std::string> names;
            for (const SettingInfo& info : method.settings) {
                QVERIFY2(names.insert(info.name).second, info.name.c_str());
                QVERIFY2(!info.title.empty() && info.explanation.size() > 60, info.name.c_str());
                QCOMPARE(info.choices.size(), info.choiceTexts.size());
                QCOMPARE(info.kind == SettingKind::Choice, !info.choices.empty());
                if (info.kind == SettingKind::Integer || info.kind == SettingKind::Real)
                    QVERIFY(info.low < info.high);
            }
            // The defaults pass their own checks and come out as they are.
            const SettingValues defaults = defaultSettings(method.id);
            QVERIFY(settingsWith(method.id, defaults) == defaults);
            QVERIFY(std::is_sorted(defaults.begin(), defaults.end()));
        }
    }

    void publishedDefaults()
    {
        const SettingValues values = defaultSettings("ktnas");
        for (const auto& [name, value] : SettingValues{{"K", "10"},
                                                       {"n", "4"},
                                                       {"m", "5"},
                                                       {"r", "0.2"},
                                                       {"S", "5"},
                                                       {"offspring", "6"},
                                                       {"mutant", "best_proxy"},
                                                       {"tp_evaluated", "yes"},
                                                       {"skip", "on"},
                                                       {"last_group", "random"},
                                                       {"positives", "set"},
                                                       {"label_in", "next_parents"},
                                                       {"label_of", "children"},
                                                       {"childless", "negative"},
                                                       {"candidates", "all"},
                                                       {"mating", "separate"},
                                                       {"survival", "truncate"},
                                                       {"order", "snapshot"},
                                                       {"count", "unique"},
                                                       {"empty_history", "random"},
                                                       {"similarity_embedding", "onehot"},
                                                       {"negative_cosine", "leave"},
                                                       {"transfer", "rank"}})
            QCOMPARE(settingValue(values, name), value);
    }

    void wrongNamesAndValues()
    {
        std::string text;
        QCOMPARE(codeOf([] { methodInfo("ktnass"); }, &text), ErrorCode::UnknownMethod);
        QVERIFY2(text.find("Did you mean ktnas?") != std::string::npos, text.c_str());
        QCOMPARE(codeOf(
                     [] {
                         settingsWith("ktnas", {{"offsprings", "6"}});
                     },
                     &text),
                 ErrorCode::UnknownSetting);
        QVERIFY2(text.find("Did you mean offspring?") != std::string::npos, text.c_str());
        QCOMPARE(codeOf([] { settingsWith("rea", {{"skip", "on"}}); }), ErrorCode::UnknownSetting);
        for (const char* value : {"", "0", "-1", "ten", "10.5", "1e3", "99999999999999999999", " 3"})
            QCOMPARE(codeOf([&] { settingsWith("ktnas", {{"K", value}}); }), ErrorCode::BadSettingValue);
        for (const char* value : {"", "nan", "inf", "-0.1", "1.01", "20%"})
            QCOMPARE(codeOf([&] { settingsWith("ktnas", {{"r", value}}); }), ErrorCode::BadSettingValue);
        QCOMPARE(codeOf(
                     [] {
                         settingsWith("ktnas", {{"skip", "offf"}});
                     },
                     &text),
                 ErrorCode::BadSettingValue);
        QVERIFY2(text.find("Did you mean off?") != std::string::npos, text.c_str());
        QCOMPARE(settingValue(settingsWith("ktnas", {{"r", "0.50"}, {"K", "+07"}}), "r"), std::string("0.5"));
    }

    void everyChoiceRuns_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QString>("value");
        for (const MethodInfo& method : methods())
            for (const SettingInfo& info : method.settings) {
                std::vector<std::string> values = info.choices;
                if (info.kind == SettingKind::Integer)
                    values = {std::to_string(static_cast<int>(info.low)), "3", "40"};
                if (info.kind == SettingKind::Real)
                    values = {"0", "1"};
                for (const std::string& value : values)
                    QTest::addRow("%s %s=%s", method.id.c_str(), info.name.c_str(), value.c_str())
                        << QString::fromStdString(method.id) << QString::fromStdString(info.name)
                        << QString::fromStdString(value);
            }
    }

    // Each value of each switch gives a record whose events fold, with exactly the budget spent.
    void everyChoiceRuns()
    {
        QFETCH(QString, method);
        QFETCH(QString, setting);
        QFETCH(QString, value);
        static const auto problem = madeUpProblem();
        const RunHeader header =
            makeHeader(*problem, method.toStdString(), {{setting.toStdString(), value.toStdString()}}, 5,
                       evaluations(90));
        const Run run = finished(problem, header);
        const RunState state = fold(run.record());
        for (const RunState::TaskState& task : state.tasks)
            QCOMPARE(task.evaluations, std::uint64_t{90});
        QVERIFY(run.record().finished);
    }

    void tablesWithoutProxies()
    {
        const auto problem = madeUpProblem({.hasProxies = false});
        const StopRule stop = evaluations(40);
        const RunHeader header = makeHeader(*problem, "ktnas", {}, 1, stop);
        QCOMPARE(settingValue(header.settings, "mutant"), std::string("random"));
        QCOMPARE(settingValue(header.settings, "proxy"), std::string());
        QCOMPARE(settingValue(makeHeader(*problem, "mt-nas", {}, 1, stop).settings, "transfer_order"),
                 std::string("random"));
        for (const char* method : {"random", "rea", "emt-nas", "mt-nas", "ktnas"})
            QVERIFY(finished(problem, makeHeader(*problem, method, {}, 1, stop)).done());
        std::string text;
        QCOMPARE(codeOf(
                     [&] {
                         makeHeader(*problem, "ktnas", {{"mutant", "best_proxy"}}, 1, stop);
                     },
                     &text),
                 ErrorCode::BadSettingValue);
        QVERIFY2(text.find("--proxies") != std::string::npos
                     && text.find("mutant=random") != std::string::npos,
                 text.c_str());
        QCOMPARE(codeOf([&] { makeHeader(*problem, "zero", {}, 1, stop); }), ErrorCode::BadSettingValue);
        QCOMPARE(codeOf([&] {
                     makeHeader(*problem, "ktnas", {{"transfer", "proxy"}}, 1, stop);
                 }),
                 ErrorCode::BadSettingValue);
        QCOMPARE(codeOf([&] {
                     makeHeader(*problem, "rea", {{"proxy", "synflow"}}, 1, stop);
                 }),
                 ErrorCode::BadSettingValue);
    }

    void wrongHeaders()
    {
        const auto problem = madeUpProblem();
        QCOMPARE(codeOf([&] { makeHeader(*problem, "rea", {}, 1, StopRule()); }), ErrorCode::BadArgument);
        QCOMPARE(codeOf([&] { makeHeader(*problem, "rea", {}, 1, evaluations(0)); }), ErrorCode::BadArgument);
        StopRule two;
        two.targets = {1.0, 2.0};
        QCOMPARE(codeOf([&] { makeHeader(*problem, "rea", {}, 1, two); }), ErrorCode::BadArgument);
        StopRule empty;
        empty.targets.resize(3);
        QCOMPARE(codeOf([&] { makeHeader(*problem, "rea", {}, 1, empty); }), ErrorCode::BadArgument);
        QCOMPARE(codeOf([&] { makeHeader(*problem, "rea", {}, 1, evaluations(5), LearnFrom::everyone(2)); }),
                 ErrorCode::BadArgument);
        QCOMPARE(codeOf([&] {
                     makeHeader(*problem, "rea", {{"proxy", "synflo"}}, 1, evaluations(5));
                 }),
                 ErrorCode::BadSettingValue);
        QCOMPARE(codeOf([&] { Problem::make(madeUpTable(), {"task9"}); }), ErrorCode::UnknownTask);
        QCOMPARE(codeOf([&] { Problem::make(madeUpTable(), {"task1", "task1"}); }), ErrorCode::BadArgument);
        QCOMPARE(codeOf([&] { Problem::make(madeUpTable(), {}); }), ErrorCode::BadArgument);
        // A header from a file: another table, other tasks, a setting out of range.
        RunHeader header = makeHeader(*problem, "ktnas", {}, 1, evaluations(5));
        header.tableHash = "other";
        QCOMPARE(codeOf([&] { startMethod(header, *problem, nullptr); }), ErrorCode::RecordMismatch);
        header = makeHeader(*problem, "ktnas", {}, 1, evaluations(5));
        header.tasks[0].metric = "top1";
        QCOMPARE(codeOf([&] { startMethod(header, *problem, nullptr); }), ErrorCode::RecordMismatch);
        header = makeHeader(*problem, "ktnas", {}, 1, evaluations(5));
        header.settings[0].second = "0";
        QCOMPARE(codeOf([&] { startMethod(header, *problem, nullptr); }), ErrorCode::BadSettingValue);
        header = makeHeader(*problem, "ktnas", {}, 1, evaluations(5));
        header.settings.pop_back(); // an old record that does not know a setting
        QVERIFY(startMethod(header, *problem, nullptr) != nullptr);
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
