// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/learn/work/TrainingJob.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace ktnas {

// What coordinator and worker say to each other over one socket: each message is a 32-bit length (little
// endian) and that many bytes. Both ends are of one build; the greeting makes sure.

/// Worker: "I am here." `build` is wireBuild() of the worker's program.
struct WorkerGreeting {
    std::string build;
};
/// Worker: the job is `share` (0 … 1) done.
struct WorkerProgress {
    std::uint64_t id = 0;
    double share = 0;
};
/// Worker: the job is done.
struct WorkerResult {
    std::uint64_t id = 0;
    JobResult result;
};
/// Worker: the job could not be done.
struct WorkerFailure {
    std::uint64_t id = 0;
    Error error{ErrorCode::Internal};
};
/// Coordinator: do this, on that device. A worker does one job at a time; the end of the stream ends it.
struct WorkerOrder {
    TrainingJob job;
    std::string device = "cpu";
};
using WireMessage = std::variant<WorkerGreeting, WorkerProgress, WorkerResult, WorkerFailure, WorkerOrder>;

/// Names the form of the messages: two programs that say the same understand each other.
std::string wireBuild();
/// The message with its length before it.
std::string encodeMessage(const WireMessage& message);
/// Takes the first whole message off the bytes received so far; nothing if there is none yet. Throws
/// RecordDamaged for bytes that are none.
std::optional<WireMessage> takeMessage(std::string& received);

} // namespace ktnas
