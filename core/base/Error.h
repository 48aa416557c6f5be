// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <exception>
#include <optional>
#include <string>

namespace ktnas {

/// What went wrong. The command line's exit code follows from the code (see exitCode()), and the studio has
/// one translated sentence for each.
enum class ErrorCode : std::uint8_t {
    // Bad input file
    FileMissing, ///< no such file, or a folder where a file was expected
    FileUnreadable, ///< the system refused to read it; `found` has the system's words
    FileEmpty, ///< length 0
    GitLfsPointer, ///< a Git LFS pointer instead of the data; `found` has the promised size
    HtmlPage, ///< a web page instead of the data; `found` has its title
    UnknownFormat, ///< none of the formats that we read; `found` says what it looks like
    BadHeader, ///< a table's header line is missing, doubled or malformed
    BadRow, ///< a line with too few or too many fields, or none where one is needed
    BadNumber, ///< text, NaN or infinity where a number is needed
    BadCell, ///< a text that is not a cell of the space; `column` is the place inside the text (1-based)
    OtherSpace, ///< a cell of another space than the rest of the table
    DuplicateCell, ///< one cell in two rows; `found` names the first line
    BadJson, ///< not JSON; `byte` is the place
    BadPlan, ///< a plan with an unknown key or a value of the wrong kind; `column` is the key
    RecordNewer, ///< a file of ours with a format number above ours
    RecordDamaged, ///< a frame with a wrong checksum or length; `byte` is the place
    PicturesDamaged, ///< an image data set that is cut, or whose numbers contradict each other
    PicturesUnusable, ///< an image data set that is whole but cannot be learnt from: one class, no labels
    CheckpointMismatch, ///< results or a checkpoint of another plan, recipe or data set
    RecordMismatch, ///< a record made on another table, or a replay that does not give its events
    // Wrong use
    UnknownTask,
    UnknownMethod,
    UnknownSetting,
    UnknownDevice, ///< a device that this machine does not have
    BadSettingValue,
    BadArgument,
    // Failed
    PackageMissing, ///< data that a package of the system would bring; the hint names it
    PluginMissing, ///< the part that needs LibTorch is not installed
    PluginUnusable, ///< it is there, but of another version, or LibTorch is; `found` has the loader's words
    TrainingFailed, ///< a training that could not be carried out; `found` says why
    WriteFailed, ///< disk full, no permission; `found` has the system's words
    Cancelled,
    OutOfMemory,
    Internal, ///< our bug
};

/// All codes, for tests and for the translated twin.
inline constexpr int errorCodeCount = static_cast<int>(ErrorCode::Internal) + 1;

/// The one exception type of the program. Every field but `code` may be empty; describe() leaves out what is.
struct Error : std::exception {
    ErrorCode code = ErrorCode::Internal;
    std::string file; ///< path as the user gave it
    std::optional<std::uint64_t> line; ///< 1-based
    std::optional<std::uint64_t> byte; ///< 0-based offset
    std::string column; ///< a column's name, a key, a setting, or a place inside a text
    std::string expected;
    std::string found;
    std::string hint; ///< what to do, a whole sentence

    explicit Error(ErrorCode errorCode)
        : code(errorCode)
    {
    }
    Error& inFile(std::string path);
    Error& atLine(std::uint64_t number);
    Error& atByte(std::uint64_t offset);
    Error& inColumn(std::string name);
    Error& expecting(std::string what);
    Error& butFound(std::string what);
    Error& hinting(std::string sentence);

    /// Same text as describe(), for loggers and debuggers that only know std::exception.
    const char* what() const noexcept override;

private:
    mutable std::string m_what;
};

/// One plain English text: place first, then what happened, what was expected and found, and what to do.
/// Example: `nas.csv:1204: the line cannot be used; expected 17 fields, found 14 fields.`
std::string describe(const Error& error);

/// 1 failed, 2 wrong use, 3 bad input file, 130 cancelled.
int exitCode(ErrorCode code);

/// A short stable name of the code, as in `--json` messages and tests: "bad-row".
const char* name(ErrorCode code);

/// Aborts with file, line and text in every build type. For bugs of ours, never for what a user gave.
[[noreturn]] void assertionFailed(const char* file, int line, const char* text);

} // namespace ktnas

#define KTNAS_ASSERT(condition)                                                                              \
    (static_cast<bool>(condition) ? void(0) : ::ktnas::assertionFailed(__FILE__, __LINE__, #condition))
