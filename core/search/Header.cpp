// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Text.h"
#include "core/search/MethodShell.h"

#include <algorithm>
#include <cmath>

namespace ktnas {

namespace {

/// Values that cannot do without a proxy.
struct NeedsProxy {
    const char* setting;
    const char* value;
};
constexpr NeedsProxy needsProxy[]{{"mutant", "best_proxy"},
                                  {"mutant", "best_of_j"},
                                  {"transfer_order", "best_proxy"},
                                  {"transfer", "proxy"},
                                  {"last_group", "proxy"}};

Error noProxy(const Problem& problem, const std::string& setting, const std::string& value)
{
    Error error(ErrorCode::BadSettingValue);
    error.inColumn(setting)
        .expecting("a table with a zero-cost proxy for every task")
        .butFound(value + " on a table without one")
        .hinting("Give a file with proxies with --proxies, or set " + setting + "=random.");
    if (!problem.table().content().path.empty())
        error.inFile(problem.table().content().path);
    return error;
}

void checkStop(const Problem& problem, const StopRule& stop)
{
    if (!stop.targets.empty() && stop.targets.size() != problem.tasks().size())
        throw Error(ErrorCode::BadArgument)
            .inColumn("targets")
            .expecting("one target for each of " + std::to_string(problem.tasks().size()) + " tasks")
            .butFound(std::to_string(stop.targets.size()));
    bool hasTarget = false;
    for (const auto& target : stop.targets) {
        if (target && !std::isfinite(*target))
            throw Error(ErrorCode::BadArgument).inColumn("targets").expecting("finite numbers");
        hasTarget = hasTarget || target.has_value();
    }
    if (!stop.evaluations && !stop.generations && !hasTarget)
        throw Error(ErrorCode::BadArgument)
            .inColumn("stop rule")
            .expecting("a number of evaluations or generations, or targets")
            .hinting("Say when the run ends.");
    if (stop.evaluations && *stop.evaluations == 0)
        throw Error(ErrorCode::BadArgument).inColumn("evaluations").expecting("at least 1").butFound("0");
}

} // namespace

void checkLearnFrom(const Problem& problem, const LearnFrom& learnFrom)
{
    const std::size_t tasks = problem.tasks().size();
    if (learnFrom.taskCount != tasks || learnFrom.allowed.size() != tasks * tasks)
        throw Error(ErrorCode::BadArgument)
            .inColumn("learn from")
            .expecting("a matrix of " + std::to_string(tasks) + " tasks")
            .butFound("one of " + std::to_string(learnFrom.taskCount));
}

SettingValues resolvedSettings(const Problem& problem, std::string_view method, const SettingValues& changed)
{
    SettingValues settings = settingsWith(method, changed);
    const auto place = [&](std::string_view name) {
        return std::find_if(settings.begin(), settings.end(),
                            [&](const auto& one) { return one.first == name; });
    };
    const auto proxy = place("proxy");
    if (proxy == settings.end())
        return settings;
    const std::string wanted = proxy->second;
    proxy->second = problem.proxyName(wanted);
    if (proxy->second.empty() && !wanted.empty()) {
        const auto known = problem.proxyNames();
        Error error(ErrorCode::BadSettingValue);
        error.inColumn("proxy").butFound(excerpt(wanted));
        if (known.empty())
            error.expecting("a table with proxies").hinting("Give a file with proxies with --proxies.");
        else
            error.expecting("one of " + listed(known) + ", which every chosen task has");
        if (const auto meant = nearest(wanted, known))
            error.hinting("Did you mean " + *meant + "?");
        throw error;
    }
    if (!proxy->second.empty())
        return settings;
    if (method == "zero")
        throw Error(ErrorCode::BadSettingValue)
            .inColumn("proxy")
            .expecting("a table with a zero-cost proxy for every task")
            .butFound("none")
            .hinting("Give a file with proxies with --proxies, or take the method rea.");
    for (const NeedsProxy& need : needsProxy) {
        const auto setting = place(need.setting);
        if (setting == settings.end() || setting->second != need.value)
            continue;
        const bool isGiven = std::any_of(changed.begin(), changed.end(),
                                         [&](const auto& one) { return one.first == need.setting; });
        if (isGiven)
            throw noProxy(problem, setting->first, setting->second);
        setting->second = "random";
    }
    return settings;
}

RunHeader makeHeader(const Problem& problem, std::string_view method, const SettingValues& changed,
                     std::uint64_t seed, const StopRule& stop, const std::optional<LearnFrom>& learnFrom)
{
    RunHeader header;
    header.method = methodInfo(method).id;
    header.settings = resolvedSettings(problem, method, changed);
    header.seed = seed;
    const Table::Content& table = problem.table().content();
    header.space = std::string(problem.space().id());
    header.tableTitle = table.title;
    header.tableHash = table.contentHash;
    header.tablePath = table.path;
    header.proxiesHash = table.proxiesHash;
    header.tasks.assign(problem.tasks().begin(), problem.tasks().end());
    checkStop(problem, stop);
    header.stop = stop;
    header.learnFrom = learnFrom.value_or(LearnFrom::everyone(header.tasks.size()));
    checkLearnFrom(problem, header.learnFrom);
    return header;
}

RunHeader checkedHeader(const RunHeader& header, const Problem& problem)
{
    const Table::Content& table = problem.table().content();
    const auto mismatch = [&](const std::string& expected, const std::string& found) {
        Error error(ErrorCode::RecordMismatch);
        error.expecting(expected).butFound(found);
        if (!table.path.empty())
            error.inFile(table.path);
        return error;
    };
    if (header.space != problem.space().id())
        throw mismatch("a table of the space " + header.space, std::string(problem.space().id()));
    if (header.tableHash != table.contentHash)
        throw mismatch("the table " + header.tableTitle + " with SHA-256 " + header.tableHash,
                       "one with " + table.contentHash);
    if (!std::equal(header.tasks.begin(), header.tasks.end(), problem.tasks().begin(), problem.tasks().end()))
        throw mismatch("the record's " + std::to_string(header.tasks.size()) + " tasks as they were searched",
                       "other tasks, or tasks measured otherwise");
    checkStop(problem, header.stop);
    checkLearnFrom(problem, header.learnFrom);
    RunHeader checked = header;
    checked.settings = resolvedSettings(problem, header.method, header.settings);
    SettingValues current = checked.settings;
    EventIndex previous = 0;
    for (SettingChange& change : checked.changes) {
        if (change.at < previous)
            throw Error(ErrorCode::RecordDamaged)
                .inColumn("changes")
                .expecting("changes in the order of events");
        previous = change.at;
        if (change.learnFrom)
            checkLearnFrom(problem, *change.learnFrom);
        const SettingValues before = current;
        for (const auto& [name, value] : change.settings)
            current.emplace_back(name, value); // later values win
        current = resolvedSettings(problem, header.method, current);
        change.settings.clear();
        for (std::size_t i = 0; i < current.size(); ++i)
            if (current[i] != before[i])
                change.settings.push_back(current[i]);
    }
    return checked;
}

} // namespace ktnas
