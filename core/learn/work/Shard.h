// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/FramedFile.h"
#include "core/learn/work/BenchmarkPlan.h"
#include "core/learn/work/TrainingJob.h"
#include "core/learn/work/WorkList.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ktnas {

/// Files of results (`.kts`), see Shard.cpp.
inline constexpr FrameFormat shardFormat{"KTNASSHD", 1};

/// Where and with what results were made.
struct WorkPlace {
    std::string program; ///< "ktnas 0.1.0"
    std::string processor; ///< "AMD EPYC 7763 64-Core Processor"
    std::string device; ///< TrainingOutcome::device
    std::string library; ///< TrainingOutcome::library
    friend bool operator==(const WorkPlace&, const WorkPlace&) = default;
};
/// The name of this machine's processor; "unknown" where the system does not tell.
std::string processorName();

/// One result of a shard.
struct ShardEntry {
    WorkKey key;
    std::size_t place = 0; ///< in ResultShard::places
    bool isTransient = false; ///< a failure that may not come again: a crash, no memory
    TrainingOutcome outcome; ///< device and library are left out: they are those of the place
    std::vector<ProxyValue> proxies; ///< of a proxy job
    bool failed() const { return !outcome.failure.empty(); }
};

/// A file of results as it was read.
struct ResultShard {
    std::string path;
    BenchmarkPlan plan;
    std::string planHash;
    std::map<std::uint16_t, TaskFacts> tasks; ///< by place in the plan: those of which something is known
    std::vector<WorkPlace> places;
    std::vector<ShardEntry> entries; ///< in the order in which they were done
    std::optional<Error> damage; ///< nothing: whole up to its end; else what stands behind `appendAt` is lost
    std::uint64_t appendAt = 0;
};

/// Reads a shard. Throws FileMissing, FileUnreadable, FileEmpty, UnknownFormat, RecordNewer, and
/// RecordDamaged only if not even its plan can be read. A torn tail costs the results behind it: see
/// ResultShard::damage.
ResultShard readShard(const std::string& path);

/// Appends results to a file as they come. Every result is handed to the system at once and survives kill -9.
class ShardWriter {
public:
    /// Creates (or replaces) the file for a plan. Throws WriteFailed.
    ShardWriter(const std::string& path, const BenchmarkPlan& plan);
    /// Goes on with a file that readShard() gave; a torn tail is cut off. Throws WriteFailed.
    explicit ShardWriter(const ResultShard& shard);
    ~ShardWriter();
    ShardWriter(const ShardWriter&) = delete;
    ShardWriter& operator=(const ShardWriter&) = delete;

    /// Appends a result; `facts` are those of its task. Throws WriteFailed (the file still ends behind the
    /// last result, and append() may be tried again), and CheckpointMismatch if the task's data are not those
    /// that the file's earlier results were made with.
    /// Returns the result as it will be read: curves to the digits that the file keeps.
    ShardEntry append(const WorkKey& key, const JobResult& result, bool isTransient = false);
    /// Where the last result was made.
    const WorkPlace& place() const;
    /// Waits for the disk. Throws WriteFailed.
    void sync();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace ktnas
