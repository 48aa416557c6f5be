// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ktnas {

/// What a file is, from its content and never from its name (formats.md §0).
enum class FileKind : std::uint8_t {
    Csv, ///< printable text that is nothing else
    Record, ///< a run's record of ours
    Workspace, ///< a workspace of ours (`.ktnas`)
    Json, ///< begins with `{` or `[`
    Other, ///< binary without a magic that we know
};

/// Looks at the first bytes. Throws FileMissing, FileUnreadable, FileEmpty, GitLfsPointer (with the promised
/// size), HtmlPage (with its title); for a known format that we do not read (pickle, zip, torch, npy, IDX, …)
/// UnknownFormat naming it and what to do.
FileKind recognise(const std::string& path);

/// The same for content that has been read already (the first 64 kB are enough); `path` is for messages.
FileKind recogniseContent(const std::string& path, std::string_view content);

} // namespace ktnas
