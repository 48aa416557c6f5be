// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/Options.h"

#include "core/base/Error.h"
#include "core/base/Text.h"
#include "core/search/Settings.h"

#include <QCoreApplication>
#include <QProcess>

#include <algorithm>
#include <functional>
#include <map>

namespace ktnas {
namespace {

Error badArgument(const QString& option, const std::string& expected, const QString& found)
{
    Error error(ErrorCode::BadArgument);
    error.inColumn(option.toStdString()).expecting(expected);
    if (!found.isEmpty())
        error.butFound(excerpt(found.toStdString()));
    return error;
}

/// Walks over "--name value" and "--name=value".
class Arguments {
public:
    explicit Arguments(QStringList list)
        : m_list(std::move(list))
    {
    }
    bool isAtEnd() const { return m_next == m_list.size(); }
    /// The next argument; for "--name=value" only the name, value() gives the rest.
    QString next()
    {
        QString argument = m_list[m_next++];
        m_inline.reset();
        const qsizetype sign = argument.indexOf(u'=');
        if (argument.startsWith(u"--") && sign > 0) {
            m_inline = argument.mid(sign + 1);
            argument.truncate(sign);
        }
        m_name = argument;
        return argument;
    }
    QString value()
    {
        if (m_inline)
            return *m_inline;
        if (isAtEnd())
            throw badArgument(m_name, "a value", {});
        return m_list[m_next++];
    }

private:
    QStringList m_list;
    qsizetype m_next = 0;
    QString m_name;
    std::optional<QString> m_inline;
};

QString oneOf(const QString& option, const QString& value, const QStringList& known)
{
    if (!known.contains(value))
        throw badArgument(option, "one of " + known.join(QStringLiteral(", ")).toStdString(), value);
    return value;
}

std::uint64_t count(const QString& option, const QString& text)
{
    bool isNumber = false;
    const qulonglong number = text.toULongLong(&isNumber);
    if (!isNumber)
        throw badArgument(option, "a whole number", text);
    return number;
}

QSize size(const QString& text)
{
    const QStringList parts = text.split(u'x');
    const int width = parts.size() == 2 ? parts[0].toInt() : 0;
    const int height = parts.size() == 2 ? parts[1].toInt() : 0;
    if (width < 200 || height < 200 || width > 16000 || height > 16000)
        throw badArgument(QStringLiteral("--size"), "a size such as 1280x800", text);
    return {width, height};
}

CursorPlace cursorPlace(const QString& text)
{
    const QString prefix = QStringLiteral("generation:");
    if (text.startsWith(prefix))
        return {true, count(QStringLiteral("--cursor"), text.mid(prefix.size()))};
    return {false, count(QStringLiteral("--cursor"), text)};
}

} // namespace

Options parseOptions(const QStringList& list)
{
    Options options;
    Arguments arguments(list);
    const std::map<QString, std::function<void(const QString&)>> known{
        {QStringLiteral("--workspace"),
         [&](const QString& value) {
             options.workspace =
                 oneOf(QStringLiteral("--workspace"), value,
                       {QStringLiteral("explore"), QStringLiteral("search"), QStringLiteral("transfer"),
                        QStringLiteral("disorder"), QStringLiteral("pictures"), QStringLiteral("make")});
         }},
        {QStringLiteral("--theme"),
         [&](const QString& value) {
             options.theme =
                 oneOf(QStringLiteral("--theme"), value, {QStringLiteral("light"), QStringLiteral("dark")});
         }},
        {QStringLiteral("--language"),
         [&](const QString& value) {
             options.language =
                 oneOf(QStringLiteral("--language"), value, {QStringLiteral("en"), QStringLiteral("de")});
         }},
        {QStringLiteral("--size"), [&](const QString& value) { options.size = size(value); }},
        {QStringLiteral("--run"), [&](const QString& value) { options.run = value; }},
        {QStringLiteral("--grab"), [&](const QString& value) { options.grab = value; }},
        {QStringLiteral("--select"), [&](const QString& value) { options.select = value; }},
        {QStringLiteral("--cursor"), [&](const QString& value) { options.cursor = cursorPlace(value); }},
        {QStringLiteral("--pair"),
         [&](const QString& value) {
             const QStringList tasks = value.split(u',');
             if (tasks.size() != 2)
                 throw badArgument(QStringLiteral("--pair"), "two tasks: source,target", value);
             options.pairSource = tasks[0];
             options.pairTarget = tasks[1];
         }},
    };
    while (!arguments.isAtEnd()) {
        const QString argument = arguments.next();
        const auto option = known.find(argument);
        if (option != known.end())
            option->second(arguments.value());
        else if (argument.startsWith(u'-') && argument.size() > 1)
            throw badArgument(argument, "an option that ktnas-studio knows", argument)
                .hinting("ktnas-studio --help lists them.");
        else
            options.files << argument;
    }
    return options;
}

QString optionsHelp()
{
    return QCoreApplication::translate(
        "Options",
        "Usage: ktnas-studio [FILE]… [OPTIONS]\n"
        "See and steer multi-task architecture search.\n\n"
        "FILE is a benchmark table (CSV), a record or a workspace (.ktnas); an image data set (a folder or\n"
        "a file); a plan (JSON) of a benchmark to be made, or its results so far (.kts).\n\n"
        "  --workspace NAME   explore, search, transfer, disorder, pictures or make\n"
        "  --theme NAME       light or dark\n"
        "  --language CODE    en or de\n"
        "  --size WxH         size of the window, such as 1280x800\n"
        "  --run \"OPTIONS\"    start a search with the options of ktnas search, such as\n"
        "                     \"--tasks cifar10,cifar100 --method ktnas --seed 1 --evaluations 150\"\n"
        "  --select CELL      look at this cell: its index or its text\n"
        "  --pair A,B         compare these two tasks: source,target\n"
        "  --cursor PLACE     an event's number, or generation:N\n"
        "  --grab OUT.png     save a picture of the window when nothing is busy, and quit\n"
        "  --help, --version\n");
}

SearchDraft draftFromOptions(const QString& text, const SearchDraft& base, const Table& table)
{
    SearchDraft draft = base;
    Arguments arguments(QProcess::splitCommand(text));
    StopRule stop;
    bool hasStop = false;
    QStringList targets;
    while (!arguments.isAtEnd()) {
        const QString option = arguments.next();
        const QString value = arguments.value();
        if (option == u"--tasks") {
            std::vector<std::size_t> tasks;
            const QStringList names = value.split(u',');
            for (const QString& name : names)
                tasks.push_back(table.taskIndex(name.toStdString()));
            std::sort(tasks.begin(), tasks.end());
            tasks.erase(std::unique(tasks.begin(), tasks.end()), tasks.end());
            draft = withTasks(draft, tasks, table);
        } else if (option == u"--method") {
            draft.method = QString::fromStdString(methodInfo(value.toStdString()).id);
        } else if (option == u"--set") {
            const qsizetype sign = value.indexOf(u'=');
            if (sign < 1)
                throw badArgument(option, "key=value", value);
            draft = withSetting(draft, value.left(sign).toStdString(), value.mid(sign + 1).toStdString());
        } else if (option == u"--seed") {
            draft.seed = count(option, value);
        } else if (option == u"--evaluations") {
            stop.evaluations = count(option, value);
            hasStop = true;
        } else if (option == u"--generations") {
            stop.generations =
                static_cast<std::uint32_t>(std::min<std::uint64_t>(count(option, value), 1U << 31U));
            hasStop = true;
        } else if (option == u"--until-target") {
            targets = value.split(u',');
            hasStop = true;
        } else {
            throw badArgument(option, "an option of ktnas search", option);
        }
    }
    for (const QString& target : targets) {
        const auto number = parseNumber(target.toStdString());
        if (!number)
            throw badArgument(QStringLiteral("--until-target"), "numbers with commas between them", target);
        stop.targets.emplace_back(number);
    }
    if (!stop.targets.empty() && stop.targets.size() != draft.tasks.size())
        throw badArgument(QStringLiteral("--until-target"), "one target for each task",
                          QString::number(stop.targets.size()));
    if (hasStop) {
        if (stop.targets.empty())
            stop.targets.assign(draft.tasks.size(), std::nullopt);
        draft.stop = stop;
    }
    (void)settingsWith(draft.method.toStdString(), draft.changed); // refuses what the method does not know
    return draft;
}

std::optional<CellId> findCell(const QString& text, const Table& table)
{
    QString typed = text.trimmed();
    if (typed.isEmpty())
        return std::nullopt;
    bool isNumber = false;
    // "9,930" is how the program itself writes a cell's index.
    const qulonglong row = QString(typed).remove(u',').toULongLong(&isNumber);
    if (isNumber) {
        if (row < table.rowCount())
            return table.cellAt(static_cast<std::size_t>(row));
        return std::nullopt;
    }
    try {
        const CellId cell = table.space().ordinal(table.space().parse(typed.toStdString()));
        if (table.rowOf(cell))
            return cell;
    } catch (const Error&) {
        // Not a cell's text: what was typed is a command, or not yet whole.
    }
    return std::nullopt;
}

} // namespace ktnas
