// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include <fmt/format.h>

namespace ktnas {
namespace {

struct CodeText {
    const char* name;
    const char* sentence;
};

constexpr std::array<CodeText, errorCodeCount> codeTexts{{
    {"file-missing", "there is no such file"},
    {"file-unreadable", "the file cannot be read"},
    {"file-empty", "the file is empty"},
    {"git-lfs-pointer", "this is a Git LFS pointer, the data itself is not here"},
    {"html-page", "this is a web page that was saved in place of the file"},
    {"unknown-format", "this is not a file that KTNAS Studio can read"},
    {"bad-header", "the table's header cannot be used"},
    {"bad-row", "the line cannot be used"},
    {"bad-number", "this is not a usable number"},
    {"bad-cell", "this is not a cell of the search space"},
    {"other-space", "cells of different search spaces or tables do not mix"},
    {"duplicate-cell", "this cell already has a row"},
    {"bad-json", "this is not valid JSON"},
    {"bad-plan", "the plan cannot be used"},
    {"record-newer", "the file was written by a newer version of KTNAS Studio"},
    {"record-damaged", "the file is damaged"},
    {"pictures-damaged", "the pictures are damaged"},
    {"pictures-unusable", "these pictures cannot be learnt from"},
    {"checkpoint-mismatch", "these results belong to another plan"},
    {"record-mismatch", "the record does not belong to this table or this version of the method"},
    {"unknown-task", "the table has no such task"},
    {"unknown-method", "there is no such method"},
    {"unknown-setting", "the method has no such setting"},
    {"unknown-device", "this machine has no such device"},
    {"bad-setting-value", "the setting cannot have this value"},
    {"bad-argument", "the command line cannot be used"},
    {"package-missing", "the data is not installed"},
    {"plugin-missing", "the part of KTNAS Studio that trains networks is not installed"},
    {"plugin-unusable", "the part of KTNAS Studio that trains networks does not fit this machine"},
    {"training-failed", "the network could not be trained"},
    {"write-failed", "the file could not be written"},
    {"cancelled", "cancelled"},
    {"out-of-memory", "there is not enough memory"},
    {"internal", "an error inside KTNAS Studio"},
}};

} // namespace

Error& Error::inFile(std::string path)
{
    file = std::move(path);
    return *this;
}

Error& Error::atLine(std::uint64_t number)
{
    line = number;
    return *this;
}

Error& Error::atByte(std::uint64_t offset)
{
    byte = offset;
    return *this;
}

Error& Error::inColumn(std::string name)
{
    column = std::move(name);
    return *this;
}

Error& Error::expecting(std::string what)
{
    expected = std::move(what);
    return *this;
}

Error& Error::butFound(std::string what)
{
    found = std::move(what);
    return *this;
}

Error& Error::hinting(std::string sentence)
{
    hint = std::move(sentence);
    return *this;
}

const char* Error::what() const noexcept
{
    try {
        m_what = describe(*this);
        return m_what.c_str();
    } catch (...) {
        return "ktnas::Error";
    }
}

std::string describe(const Error& error)
{
    std::string text;
    if (!error.file.empty()) {
        text += error.file;
        if (error.line)
            text += fmt::format(":{}", *error.line);
        text += ": ";
    } else if (error.line) {
        text += fmt::format("line {}: ", *error.line);
    }
    if (error.byte)
        text += fmt::format("byte {}: ", *error.byte);
    if (!error.column.empty())
        text += fmt::format("{}: ", error.column);
    text += codeTexts[static_cast<std::size_t>(error.code)].sentence;
    if (!error.expected.empty() && !error.found.empty())
        text += fmt::format("; expected {}, found {}", error.expected, error.found);
    else if (!error.expected.empty())
        text += fmt::format("; expected {}", error.expected);
    else if (!error.found.empty())
        text += fmt::format("; found {}", error.found);
    text += '.';
    if (!error.hint.empty())
        text += ' ' + error.hint;
    return text;
}

int exitCode(ErrorCode code)
{
    if (code <= ErrorCode::RecordMismatch)
        return 3;
    if (code <= ErrorCode::BadArgument)
        return 2;
    return code == ErrorCode::Cancelled ? 130 : 1;
}

const char* name(ErrorCode code)
{
    return codeTexts[static_cast<std::size_t>(code)].name;
}

void assertionFailed(const char* file, int line, const char* text)
{
    (void)std::fprintf(stderr, "%s:%d: assertion failed: %s\n", file, line, text);
    std::abort();
}

} // namespace ktnas
