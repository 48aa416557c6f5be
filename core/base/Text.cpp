// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Text.h"

#include "core/base/Error.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <numeric>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace ktnas {
namespace {

struct Descriptor {
    int fd = -1;
    explicit Descriptor(int value)
        : fd(value)
    {
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor()
    {
        if (fd >= 0)
            ::close(fd);
    }
};

std::string systemWords(int code)
{
    return std::error_code(code, std::generic_category()).message();
}

} // namespace

std::optional<double> parseNumber(std::string_view text)
{
    if (text.size() > 1 && text.front() == '+' && text[1] != '-')
        text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::optional<std::int64_t> parseInteger(std::string_view text)
{
    if (text.size() > 1 && text.front() == '+' && text[1] != '-')
        text.remove_prefix(1);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::string formatNumber(double value)
{
    std::array<char, 32> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), result.ptr};
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> pieces;
    for (;;) {
        const std::size_t place = text.find(separator);
        pieces.push_back(text.substr(0, place));
        if (place == std::string_view::npos)
            return pieces;
        text.remove_prefix(place + 1);
    }
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string excerpt(std::string_view text, std::size_t limit)
{
    const bool cut = text.size() > limit;
    if (cut) {
        while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0U) == 0x80U)
            --limit;
        text = text.substr(0, limit);
    }
    std::string result;
    for (const char c : text)
        result += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
    return cut ? result + "…" : result;
}

std::optional<std::string> nearest(std::string_view typed, const std::vector<std::string>& known)
{
    std::optional<std::string> best;
    std::size_t bestDistance = std::max<std::size_t>(2, typed.size() / 3) + 1;
    for (const std::string& name : known) {
        std::vector<std::size_t> row(name.size() + 1);
        std::iota(row.begin(), row.end(), std::size_t{0});
        for (std::size_t i = 1; i <= typed.size(); ++i) {
            std::size_t diagonal = row[0];
            row[0] = i;
            for (std::size_t j = 1; j <= name.size(); ++j) {
                const std::size_t substitution = diagonal + (typed[i - 1] == name[j - 1] ? 0U : 1U);
                diagonal = row[j];
                row[j] = std::min({row[j] + 1, row[j - 1] + 1, substitution});
            }
        }
        if (row[name.size()] < bestDistance) {
            bestDistance = row[name.size()];
            best = name;
        }
    }
    return best;
}

std::string listed(const std::vector<std::string>& names)
{
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0)
            text += i + 1 == names.size() ? " and " : ", ";
        text += names[i];
    }
    return text;
}

std::string readFile(const std::string& path, std::size_t limit)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.fd < 0) {
        const int code = errno;
        if (code == ENOENT || code == ENOTDIR)
            throw Error(ErrorCode::FileMissing).inFile(path);
        throw Error(ErrorCode::FileUnreadable).inFile(path).butFound(systemWords(code));
    }
    struct stat info { };
    if (::fstat(file.fd, &info) == 0 && S_ISDIR(info.st_mode))
        throw Error(ErrorCode::FileMissing).inFile(path).expecting("a file").butFound("a folder");
    std::string content;
    // One byte more than the system says, so that the end shows without another round; files that have no
    // size (pipes, /proc) grow as they come.
    content.resize(std::min(info.st_size > 0 ? static_cast<std::size_t>(info.st_size) + 1 : 65536, limit));
    std::size_t filled = 0;
    while (filled < limit) {
        if (filled == content.size())
            content.resize(std::min(content.size() + content.size() / 2 + 65536, limit));
        const ssize_t count = ::read(file.fd, content.data() + filled, content.size() - filled);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            throw Error(ErrorCode::FileUnreadable).inFile(path).butFound(systemWords(errno));
        if (count == 0)
            break;
        filled += static_cast<std::size_t>(count);
    }
    content.resize(filled);
    return content;
}

void writeFile(const std::string& path, std::string_view content)
{
    const std::string temporary = path + ".part";
    const auto fail = [&](int code) -> Error {
        ::unlink(temporary.c_str());
        Error error(ErrorCode::WriteFailed);
        error.inFile(path).butFound(systemWords(code));
        if (code == ENOSPC)
            error.hinting("Free some space or choose another folder; nothing was changed.");
        return error;
    };
    {
        const Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
        if (file.fd < 0)
            throw fail(errno);
        while (!content.empty()) {
            const ssize_t count = ::write(file.fd, content.data(), content.size());
            if (count < 0 && errno == EINTR)
                continue;
            if (count < 0)
                throw fail(errno);
            content.remove_prefix(static_cast<std::size_t>(count));
        }
        if (::fsync(file.fd) != 0 && errno != EINVAL && errno != EROFS)
            throw fail(errno);
    }
    if (::rename(temporary.c_str(), path.c_str()) != 0)
        throw fail(errno);
}

} // namespace ktnas
