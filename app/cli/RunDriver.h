// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Common.h"
#include "core/base/Error.h"
#include "core/search/Run.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace ktnas::cli {

/// The options that `search` and `fork` share.
Option setOption(std::string text);
Option learnFromOption();
Option recordOption();

/// The values of `--set`.
SettingValues settingsOf(const Arguments& arguments);
/// The matrix of `--learn-from target=source,source` (a target that is not named learns from nobody); nothing
/// without the option. Throws UnknownTask and BadArgument.
std::optional<LearnFrom> learnFromOf(const Arguments& arguments, const std::vector<std::string>& tasks);
/// The path of `--record`. Throws BadArgument if that is one of the run's own inputs, or a file that is no
/// record.
std::optional<std::string> recordPathOf(const Arguments& arguments, const std::vector<std::string>& inputs);

/// Runs to the end, writing the record as it happens (at least each second) and showing progress. A record
/// that cannot be written is tried again at the end; the run goes on meanwhile. A stop request ends the run
/// with Cancelled, the record written so far. Returns the failure if the record is not (wholly) on the disk.
std::optional<Error> drive(Run& run, const std::optional<std::string>& recordPath, Console& console);

/// Seconds since it was made.
class Stopwatch {
public:
    double seconds() const
    {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

/// The result of a run: {"method", "seed", "settings", "tasks", "evaluations", "hash", …}.
Json runJson(const Record& record, const Problem& problem, double seconds);
/// The same for people.
std::string runText(const Json& json);

/// A setting's value, as a number where it is one.
Json settingJson(const SettingInfo& info, const std::string& value);

} // namespace ktnas::cli
