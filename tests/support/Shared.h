// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include <cstdlib>
#include <filesystem>
#include <string>

namespace ktnas::test {

/// The path of a shared test file ("benchmarks/nas-bench-201.csv"): below `KTNAS_SHARED` if that is set, else
/// below `shared` beside the checkout; empty where neither has it.
inline std::string sharedFile(const std::string& relative)
{
    const char* named = std::getenv("KTNAS_SHARED");
    const std::filesystem::path root =
        named ? std::filesystem::path(named) : std::filesystem::path(KTNAS_SOURCE_DIR) / ".." / "shared";
    std::error_code ignored;
    const std::filesystem::path path = root / relative;
    return std::filesystem::exists(path, ignored) ? path.lexically_normal().string() : std::string();
}

} // namespace ktnas::test

/// Skips the test function where the shared file is not there; declares `path` otherwise.
#define KTNAS_REQUIRE_SHARED(path, relative)                                                                 \
    const std::string path = ktnas::test::sharedFile(relative);                                              \
    if (path.empty())                                                                                        \
    QSKIP("needs " relative " in the folder that KTNAS_SHARED names, or in ../shared")
