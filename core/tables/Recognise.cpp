// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/Recognise.h"

#include "core/base/Error.h"
#include "core/base/FramedFile.h"
#include "core/base/Text.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace ktnas {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t headSize = 65536;
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF"sv;
constexpr std::string_view laterVersion =
    "This format is opened by a later version; export it to CSV to open it now.";
constexpr std::string_view unpackFirst = "Unpack it first and open what is inside.";
constexpr std::string_view pictures = "This looks like a set of pictures; a benchmark table is a CSV file.";

/// ASCII only: what we look for is ASCII, and the locale must not matter.
std::string lowered(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return result;
}

unsigned char byteAt(std::string_view head, std::size_t place)
{
    return static_cast<unsigned char>(head[place]);
}

Error unknown(const std::string& path, std::string_view what, std::string_view hint)
{
    Error error(ErrorCode::UnknownFormat);
    error.inFile(path)
        .expecting("a benchmark table as CSV")
        .butFound(std::string(what))
        .hinting(std::string(hint));
    return error;
}

/// A pointer file reads "version https://git-lfs…", "oid sha256:…", "size 3174253".
void refuseLfsPointer(const std::string& path, std::string_view head)
{
    if (!head.starts_with("version https://git-lfs"))
        return;
    Error error(ErrorCode::GitLfsPointer);
    error.inFile(path).hinting("Run `git lfs pull` in its folder to fetch the data.");
    const std::size_t place = head.find("\nsize ");
    if (place != std::string_view::npos) {
        const std::string_view rest = head.substr(place + 6);
        if (const auto size = parseInteger(trimmed(rest.substr(0, rest.find('\n')))))
            error.butFound(fmt::format("a pointer to a file of {} bytes", *size));
    }
    throw error;
}

void refuseWebPage(const std::string& path, std::string_view text)
{
    const std::string lower = lowered(text);
    if (!lower.starts_with("<!doctype") && !lower.starts_with("<html"))
        return;
    Error error(ErrorCode::HtmlPage);
    error.inFile(path).hinting(
        "Open the download link in a browser, see what the page says, and fetch the file again.");
    const std::size_t open = lower.find("<title");
    const std::size_t begin = open == std::string::npos ? open : lower.find('>', open);
    const std::size_t end = begin == std::string::npos ? begin : lower.find("</title", begin);
    if (end != std::string::npos)
        error.butFound(fmt::format("a page with the title “{}”",
                                   excerpt(trimmed(text.substr(begin + 1, end - begin - 1)), 80)));
    throw error;
}

void refuseZip(const std::string& path, std::string_view head)
{
    if (!head.starts_with("PK\x03\x04"sv))
        return;
    std::string_view member;
    if (head.size() > 30)
        member = head.substr(30, byteAt(head, 26) + 256U * byteAt(head, 27));
    if (member.ends_with("data.pkl"))
        throw unknown(path, "a PyTorch file", laterVersion);
    if (member.ends_with(".npy"))
        throw unknown(path, "a NumPy archive (npz)", pictures);
    if (member.starts_with("[Content_Types].xml") || member.starts_with("xl/"))
        throw unknown(path, "an Excel workbook", "Save the sheet as CSV (UTF-8) and open that.");
    throw unknown(path, fmt::format("a zip archive that begins with “{}”", excerpt(member)), unpackFirst);
}

void refusePickle(const std::string& path, std::string_view head)
{
    // The integer 0x1950A86A20F9469CFC6C as protocol 2 writes it opens a torch file from before version 1.6.
    if (head.starts_with("\x80\x02\x8A\x0A\x6C\xFC\x9C\x46\xF9\x20\x6A\xA8\x50\x19"sv))
        throw unknown(path, "a PyTorch file (from before version 1.6)", laterVersion);
    if (head.size() >= 2 && byteAt(head, 0) == 0x80 && byteAt(head, 1) >= 2 && byteAt(head, 1) <= 5)
        throw unknown(path, fmt::format("a Python pickle (protocol {})", byteAt(head, 1)), laterVersion);
}

void refusePacked(const std::string& path, std::string_view head)
{
    if (head.starts_with("BZh"))
        throw unknown(path, "a file packed with bzip2", unpackFirst);
    if (head.starts_with("\x1F\x8B"sv))
        throw unknown(path, "a file packed with gzip", unpackFirst);
    if (head.starts_with("\xFD\x37\x7A\x58\x5A\x00"sv))
        throw unknown(path, "a file packed with xz", unpackFirst);
    if (head.size() >= 262 && head.substr(257, 5) == "ustar")
        throw unknown(path, "a tar archive", unpackFirst);
}

void refuseArrays(const std::string& path, std::string_view head)
{
    if (head.starts_with("\x93NUMPY"sv))
        throw unknown(path, "a NumPy array (npy)", "Save it as CSV with column names and open that.");
    if (head.size() >= 4 && byteAt(head, 0) == 0 && byteAt(head, 1) == 0 && byteAt(head, 3) >= 1
        && byteAt(head, 3) <= 4 && "\x08\x09\x0B\x0C\x0D\x0E"sv.find(head[2]) != std::string_view::npos)
        throw unknown(path, "an IDX file (MNIST)", pictures);
}

/// Text has no control characters but tab, line ends and form feed.
bool isText(std::string_view head)
{
    return std::none_of(head.begin(), head.end(), [](char c) {
        const auto code = static_cast<unsigned char>(c);
        return (code < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || code == 0x7F;
    });
}

} // namespace

FileKind recogniseContent(const std::string& path, std::string_view content)
{
    if (content.empty()) {
        throw Error(ErrorCode::FileEmpty)
            .inFile(path)
            .hinting("The download probably failed: fetch it again.");
    }
    std::string_view head = content.substr(0, headSize);
    if (head.starts_with(recordFormat.magic))
        return FileKind::Record;
    if (head.starts_with(workspaceFormat.magic))
        return FileKind::Workspace;
    refuseZip(path, head);
    refusePickle(path, head);
    refusePacked(path, head);
    refuseArrays(path, head);
    if (head.starts_with("\xFF\xFE"sv) || head.starts_with("\xFE\xFF"sv))
        throw unknown(path, "text in UTF-16", "Save it as UTF-8 and open that.");
    if (head.starts_with(byteOrderMark))
        head.remove_prefix(byteOrderMark.size());
    const std::string_view text = head.substr(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
    refuseLfsPointer(path, text);
    refuseWebPage(path, text);
    if (!isText(head))
        return FileKind::Other;
    return text.starts_with('{') || text.starts_with('[') ? FileKind::Json : FileKind::Csv;
}

FileKind recognise(const std::string& path)
{
    return recogniseContent(path, readFile(path, headSize));
}

} // namespace ktnas
