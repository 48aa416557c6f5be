// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Arguments.h"

#include "app/cli/TextTable.h"
#include "core/base/Error.h"

#include <QTest>

#include <functional>
#include <limits>

using namespace ktnas;
using namespace ktnas::cli;

namespace {

Command command()
{
    Command made;
    made.name = "try";
    made.operands = {{"FILE", "", ValueKind::File, false, false},
                     {"OTHER", "", ValueKind::File, true, false}};
    const Option seed{"--seed", "S", "5", "", ValueKind::Text, false, false};
    const Option tasks{"--tasks", "A,B", "", "", ValueKind::Text, false, true};
    const Option set{"--set", "KEY=VALUE", "", "", ValueKind::Text, true, false};
    made.options = {seed, tasks, set, jsonOption(), helpOption()};
    return made;
}

std::string complaint(const std::function<void()>& action)
{
    try {
        action();
        return "none";
    } catch (const Error& error) {
        return error.code == ErrorCode::BadArgument ? describe(error) : "another code";
    }
}

} // namespace

class TestArguments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wordsAreTakenApart()
    {
        const Command described = command();
        const std::vector<std::string> words{"a.csv",  "--tasks",   "x, y", "--set", "K=5",
                                             "--json", "--set=n=3", "--",   "--odd"};
        const Arguments arguments(described, words);
        QCOMPARE(arguments.operands(), (std::vector<std::string>{"a.csv", "--odd"}));
        QCOMPARE(*arguments.list("--tasks"), (std::vector<std::string>{"x", "y"}));
        QCOMPARE(*arguments.wholeNumber("--seed"), std::uint64_t{5});
        QVERIFY(arguments.has("--json"));
        QVERIFY(!arguments.has("--help"));
        const auto pairs = arguments.pairs("--set");
        QCOMPARE(pairs.size(), std::size_t{2});
        QCOMPARE(pairs[0], (std::pair<std::string, std::string>{"K", "5"}));
        QCOMPARE(pairs[1], (std::pair<std::string, std::string>{"n", "3"}));
    }

    void aValueMayBeginWithADash()
    {
        const Command described = command();
        const std::vector<std::string> words{"-", "--tasks", "-x"};
        const Arguments arguments(described, words);
        QCOMPARE(*arguments.value("--tasks"), std::string("-x"));
        QCOMPARE(arguments.operands(), std::vector<std::string>{"-"});
    }

    void helpNeedsNothingElse()
    {
        const Command described = command();
        QVERIFY(Arguments(described, std::vector<std::string>{"-h"}).has("--help"));
    }

    void misuse_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* words, const char* text) {
            QTest::newRow(words) << QString::fromUtf8(words) << QString::fromUtf8(text);
        };
        row("a --taks x",
            "--taks: the command line cannot be used; expected one of the options --seed, --tasks, "
            "--set, --json and --help. Did you mean --tasks?");
        row("a -x",
            "-x: the command line cannot be used; expected one of the options --seed, --tasks, --set, --json "
            "and --help.");
        row("a", "--tasks: the command line cannot be used; expected --tasks A,B, found none.");
        row("--tasks x",
            "FILE: the command line cannot be used; expected FILE behind “ktnas try”, found none.");
        row("a b c --tasks x",
            "c: the command line cannot be used; expected nothing more behind OTHER, found “c”.");
        row("a --tasks",
            "--tasks: the command line cannot be used; expected A,B behind it, found the end of the line.");
        row("a --tasks x --tasks=y",
            "--tasks: the command line cannot be used; expected the option once, found it twice.");
        row("a --tasks x --json=1", "--json: the command line cannot be used; expected no value, found “1”.");
    }

    void misuse()
    {
        QFETCH(QString, words);
        std::vector<std::string> list;
        for (const QString& word : words.split(QLatin1Char(' ')))
            list.push_back(word.toStdString());
        const Command described = command();
        QTEST(QString::fromStdString(complaint([&] { const Arguments arguments(described, list); })), "text");
    }

    void badValues()
    {
        const Command described = command();
        const auto with = [&](const std::string& option, const std::string& value) {
            return Arguments(described, std::vector<std::string>{"a", "--tasks=x,,y", option, value});
        };
        for (const char* text : {"-1", "1.5", "x", "", "99999999999999999999"})
            QVERIFY(
                complaint([&] { (void)with("--seed", text).wholeNumber("--seed"); })
                    .starts_with(
                        "--seed: the command line cannot be used; expected a whole number from 0, found “"));
        QVERIFY(complaint([&] { (void)with("--seed", "2").wholeNumber("--seed", 3); }) != "none");
        QCOMPARE(complaint([&] { (void)with("--set", "K").pairs("--set"); }),
                 std::string("--set: the command line cannot be used; expected KEY=VALUE, found “K”."));
        QVERIFY(complaint([&] { (void)with("--set", "=K").pairs("--set"); }) != "none");
        QVERIFY(complaint([&] { (void)with("--seed", "2").list("--tasks"); }) != "none");
        QCOMPARE(with("--seed", "2").list("--tasks", true)->size(), std::size_t{3});
    }

    void tablesAreAligned()
    {
        TextTable table{"name", ">value", "text"};
        table.add({"ä", "1", "x"});
        table.add({"abcdef", "-22.5", ""});
        QCOMPARE(table.text(1),
                 std::string(" name    value  text\n"
                             " ä           1  x\n"
                             " abcdef  -22.5\n"));
    }

    void textsAreWrapped()
    {
        QCOMPARE(wrapped("aaa bbb ccc", 2, 9), std::string("  aaa bbb\n  ccc\n"));
        QCOMPARE(wrapped("aaaaaaaaaaaa b", 0, 5), std::string("aaaaaaaaaaaa\nb\n"));
        QCOMPARE(wrapped("ää ää", 0, 5), std::string("ää ää\n"));
        QCOMPARE(shortNumber(91.606667), std::string("91.6067"));
        QCOMPARE(shortNumber(std::numeric_limits<double>::quiet_NaN()), std::string("–"));
    }
};

QTEST_GUILESS_MAIN(TestArguments)
#include "tst_arguments.moc"
