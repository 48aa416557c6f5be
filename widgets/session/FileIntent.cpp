// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/FileIntent.h"

#include "core/base/Text.h"
#include "core/learn/work/Shard.h"
#include "core/tables/Recognise.h"

#include <filesystem>
#include <string_view>
#include <system_error>

namespace ktnas {

FileIntent fileIntent(const std::string& path)
{
    using Kind = FileIntent::Kind;
    std::error_code ignored;
    if (path == "fashion-mnist" || std::filesystem::is_directory(path, ignored))
        return {Kind::Pictures, {}};
    try {
        if (readFile(path, shardFormat.magic.size()) == shardFormat.magic)
            return {Kind::Results, {}};
        switch (recognise(path)) {
        case FileKind::Csv:
        case FileKind::Record:
        case FileKind::Workspace:
            return {Kind::Work, {}};
        case FileKind::Json:
            return {Kind::Plan, {}};
        case FileKind::Other:
            return {Kind::Pictures, Error(ErrorCode::UnknownFormat).inFile(path)};
        }
    } catch (const Error& error) {
        // Zips, gzips, pickles and numpy's files are no tables, but image data sets come in all of them.
        if (error.code == ErrorCode::UnknownFormat)
            return {Kind::Pictures, error};
    }
    return {Kind::Work, {}};
}

} // namespace ktnas
