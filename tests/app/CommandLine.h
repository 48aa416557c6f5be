// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Cli.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <sstream>
#include <stop_token>
#include <string>
#include <vector>

namespace ktnas::test {

/// What a call of the program did.
struct Outcome {
    int code = 0;
    std::string out;
    std::string err;
    /// The one object on standard output; throws if it is none.
    nlohmann::json json() const { return nlohmann::json::parse(out); }
};

/// Calls everything of `ktnas` but main().
inline Outcome call(const std::vector<std::string>& words, std::stop_token stop = {},
                    bool showsProgress = false)
{
    std::ostringstream out;
    std::ostringstream err;
    cli::Console console{out, err, showsProgress, std::move(stop)};
    const int code = cli::runCli(words, console);
    return {code, out.str(), err.str()};
}

} // namespace ktnas::test

/// QCOMPARE() of JSON values, or of one with what can become one; QCOMPARE() itself does not compile with
/// them.
#define KTNAS_COMPARE_JSON(actual, expected)                                                                 \
    QCOMPARE(QString::fromStdString(nlohmann::json(actual).dump()),                                          \
             QString::fromStdString(nlohmann::json(expected).dump()))
