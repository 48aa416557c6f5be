// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Help.h"

#include "app/cli/TextTable.h"
#include "core/base/Text.h"
#include "core/search/Settings.h"
#include "tests/app/CommandLine.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace ktnas;
using namespace ktnas::cli;
using ktnas::test::call;

namespace {

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

/// What a program prints on standard output and error, given this input; empty if it is not installed.
std::optional<QByteArray> outputOf(const QString& program, const QStringList& arguments,
                                   const std::string& input = {})
{
    if (QStandardPaths::findExecutable(program).isEmpty())
        return std::nullopt;
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.write(input.data(), static_cast<qint64>(input.size()));
    process.closeWriteChannel();
    if (!process.waitForFinished(30000))
        return std::nullopt;
    return process.readAll();
}

} // namespace

class TestHelp : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCommand_data()
    {
        QTest::addColumn<int>("place");
        for (std::size_t i = 0; i < commands().size(); ++i)
            QTest::newRow(commands()[i].name.c_str()) << static_cast<int>(i);
    }

    void everyCommand()
    {
        QFETCH(int, place);
        const Command& command = commands()[static_cast<std::size_t>(place)];
        const auto help = call({command.name, "--help"});
        QCOMPARE(help.code, 0);
        QCOMPARE(help.err, std::string());
        QCOMPARE(call({"help", command.name}).out, help.out);
        QVERIFY(has(help.out, "Usage: ktnas " + command.name));
        for (const Option& option : command.options) {
            QVERIFY2(has(help.out, "  " + option.name), option.name.c_str());
            QVERIFY2(!option.text.empty() && option.text.ends_with('.'), option.name.c_str());
            if (!option.defaultValue.empty())
                QVERIFY2(has(help.out, option.defaultValue), option.name.c_str());
        }
        for (const Operand& operand : command.operands)
            QVERIFY(!operand.text.empty());
        QVERIFY(!command.summary.empty());
        QVERIFY(!command.description.empty());
        QVERIFY(!command.examples.empty());
        for (const Example& example : command.examples)
            QVERIFY(has(help.out, example.line) && has(example.line, "ktnas " + command.name));
        for (const char* code : {"\n  0 ", "\n  1 ", "\n  2 ", "\n  3 ", "\n  130 "})
            QVERIFY2(has(help.out, code), code);
        // Examples may be longer, to be copied in one piece.
        for (const std::string_view line : split(help.out, '\n'))
            QVERIFY2(displayWidth(line) <= 80 || line.starts_with("  ktnas "), std::string(line).c_str());
    }

    void theOverviewListsAllCommands()
    {
        const auto help = call({"--help"});
        QCOMPARE(help.code, 0);
        QCOMPARE(call({"help"}).out, help.out);
        for (const Command& command : commands())
            QVERIFY(has(help.out, "\n  " + command.name + " ")
                    && has(help.out, command.summary.substr(0, 30)));
        const auto nothing = call({});
        QCOMPARE(nothing.code, 2);
        QCOMPARE(nothing.err, help.out);
        QCOMPARE(nothing.out, std::string());
    }

    void theVersion()
    {
        const auto version = call({"--version"});
        QCOMPARE(version.code, 0);
        QVERIFY(version.out.starts_with("ktnas 0.") && version.out.ends_with('\n'));
    }

    void anUnknownCommand()
    {
        const auto outcome = call({"serch", "x"});
        QCOMPARE(outcome.code, 2);
        QCOMPARE(outcome.out, std::string());
        QVERIFY(has(outcome.err, "expected one of the commands info, disorder, search, ")
                && has(outcome.err, "found “serch”") && has(outcome.err, "Did you mean search?"));
        QCOMPARE(call({"help", "serch"}).code, 2);
        QCOMPARE(call({"--colour"}).code, 2);
    }

    void theManPageHasAll()
    {
        const auto page = call({"man"});
        QCOMPARE(page.code, 0);
        QVERIFY(page.out.starts_with(".TH KTNAS 1 "));
        for (const char* section : {"NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "METHODS AND SETTINGS",
                                    "EXIT STATUS", "ENVIRONMENT"})
            QVERIFY2(has(page.out, std::string("\n.SH ") + section + "\n"), section);
        for (const Command& command : commands()) {
            std::string name = command.name; // a dash is written as one that breaks no line
            if (const std::size_t dash = name.find('-'); dash != std::string::npos)
                name.insert(dash, "\\");
            QVERIFY2(has(page.out, "\n.SS " + name + "\n"), name.c_str());
        }
        for (const MethodInfo& method : methods()) {
            for (const SettingInfo& setting : method.settings)
                QVERIFY2(has(page.out, "\n\\fB" + setting.name + "\\fR\n"), setting.name.c_str());
        }
        // A line that begins with a dot or a quote is a request: only those that we mean.
        const std::set<std::string_view> known{".TH", ".SH", ".SS", ".PP", ".TP", ".RS", ".RE", ".br"};
        for (const std::string_view line : split(page.out, '\n')) {
            if (line.starts_with('.') || line.starts_with('\''))
                QVERIFY2(known.count(line.substr(0, line.find(' '))) == 1, std::string(line).c_str());
        }
    }

    void groffHasNothingToSay()
    {
        const auto warnings =
            outputOf(QStringLiteral("groff"),
                     {QStringLiteral("-man"), QStringLiteral("-Tutf8"), QStringLiteral("-ww"),
                      QStringLiteral("-Kutf8"), QStringLiteral("-rLL=100n"), QStringLiteral("-z")},
                     manPage());
        if (!warnings)
            QSKIP("groff is not installed");
        QCOMPARE(QString::fromUtf8(*warnings), QString());
    }

    void theCompletionHasAll()
    {
        const auto script = call({"completion", "bash"});
        QCOMPARE(script.code, 0);
        for (const Command& command : commands()) {
            QVERIFY(has(script.out, command.name + " "));
            for (const Option& option : command.options)
                QVERIFY2(has(script.out, option.name), option.name.c_str());
        }
        QCOMPARE(call({"completion", "fish"}).code, 2);
    }

    void bashCompletes_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("completed");
        QTest::newRow("command") << QStringLiteral("ktnas se") << QStringLiteral("search selfcheck");
        QTest::newRow("option") << QStringLiteral("ktnas disorder --s") << QStringLiteral("--source --seed");
        QTest::newRow("method") << QStringLiteral("ktnas search --method m") << QStringLiteral("mt-nas");
        QTest::newRow("setting") << QStringLiteral("ktnas search --set offs") << QStringLiteral("offspring=");
        QTest::newRow("file") << QStringLiteral("ktnas info a") << QStringLiteral("a b.csv");
        QTest::newRow("help") << QStringLiteral("ktnas help rep") << QStringLiteral("replay");
    }

    void bashCompletes()
    {
        QFETCH(QString, line);
        const QTemporaryDir folder;
        writeFile(folder.filePath(QStringLiteral("a b.csv")).toStdString(), "x");
        const QString script = QString::fromStdString(bashCompletion())
            + QStringLiteral("compopt() { :; }\ncd '%1'\nread -ra COMP_WORDS "
                             "<<<'%2'\nCOMP_CWORD=$((${#COMP_WORDS[@]}-1))\n"
                             "_ktnas\nIFS=' '; echo \"${COMPREPLY[*]}\"\n")
                  .arg(folder.path(), line);
        const auto output = outputOf(QStringLiteral("bash"), {QStringLiteral("-u")}, script.toStdString());
        if (!output)
            QSKIP("bash is not installed");
        QTEST(QString::fromUtf8(*output).trimmed(), "completed");
    }
};

QTEST_GUILESS_MAIN(TestHelp)
#include "tst_help.moc"
