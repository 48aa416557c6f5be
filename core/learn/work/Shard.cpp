// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/work/Shard.h"

#include "core/base/Error.h"
#include "core/base/Text.h"
#include "core/learn/work/Serialize.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace ktnas {
namespace {

// A shard is a framed file: the plan, and then, in the order in which things happen, the data of a task when
// its first result comes, the place when it changes, and one frame for each result. A result takes about 200
// bytes: curves as 32-bit floats, the final judgements in full, half of the weights' hash. Old files must
// stay readable: never change an existing line; what is added stands at the end of a frame and is read where
// the frame has it.
enum class FrameKind : std::uint32_t { Plan = 1, Task = 2, Place = 3, Outcome = 4, Proxies = 5 };

constexpr std::size_t hashBytes = 16;

std::uint32_t number(FrameKind kind)
{
    return static_cast<std::uint32_t>(kind);
}

template <class Archive> void serializeKey(Archive& archive, WorkKey& key)
{
    archive& key.cell& key.task& key.seed;
}

template <class Archive> void serializeShort(Archive& archive, double& value)
{
    auto brief = static_cast<float>(value);
    archive& brief;
    value = brief;
}

template <class Archive> void serializeHash(Archive& archive, std::string& hash)
{
    std::array<std::uint8_t, hashBytes> bytes{};
    if constexpr (Archive::is_loading::value) {
        archive.load_binary(bytes.data(), bytes.size());
        hash.clear();
        for (const std::uint8_t byte : bytes)
            hash += fmt::format("{:02x}", byte);
    } else {
        for (std::size_t i = 0; i < bytes.size() && 2 * i + 2 <= hash.size(); ++i)
            bytes[i] = static_cast<std::uint8_t>(std::stoi(hash.substr(2 * i, 2), nullptr, 16));
        archive.save_binary(bytes.data(), bytes.size());
        hash.resize(std::min(hash.size(), 2 * hashBytes));
    }
}

template <class Archive> void serializeJudgement(Archive& archive, Judgement& judgement)
{
    auto pictures = static_cast<std::uint32_t>(judgement.pictures);
    archive& pictures& judgement.loss& judgement.named& judgement.likelihood;
    judgement.pictures = pictures;
}

template <class Archive> void serializeCurvePoint(Archive& archive, Judgement& judgement)
{
    auto pictures = static_cast<std::uint32_t>(judgement.pictures);
    archive& pictures;
    judgement.pictures = pictures;
    serializeShort(archive, judgement.loss);
    serializeShort(archive, judgement.named);
    serializeShort(archive, judgement.likelihood);
}

template <class Archive> void serializeOutcome(Archive& archive, ShardEntry& entry)
{
    TrainingOutcome& outcome = entry.outcome;
    serializeKey(archive, entry.key);
    archive& outcome.failure& entry.isTransient;
    serializeList(archive, outcome.lossEighths,
                  [](Archive& inner, double& loss) { serializeShort(inner, loss); });
    serializeList(archive, outcome.curve,
                  [](Archive& inner, Judgement& point) { serializeCurvePoint(inner, point); });
    serializeJudgement(archive, outcome.valid);
    serializeJudgement(archive, outcome.test);
    archive& outcome.parameters;
    serializeShort(archive, outcome.trainSeconds);
    serializeShort(archive, outcome.judgeSeconds);
    serializeHash(archive, outcome.weightsHash);
}

template <class Archive> void serializeProxies(Archive& archive, ShardEntry& entry)
{
    serializeKey(archive, entry.key);
    archive& entry.outcome.failure& entry.isTransient;
    serializeList(archive, entry.proxies);
    serializeShort(archive, entry.outcome.trainSeconds);
}

template <class Archive> void serializeFacts(Archive& archive, TaskFacts& facts)
{
    archive& facts.name& facts.checksum;
    serialize(archive, facts.shape, 0);
    archive& facts.trainRows& facts.validRows& facts.testRows;
}

template <class Archive> void serializePlace(Archive& archive, WorkPlace& place)
{
    archive& place.program& place.processor& place.device& place.library;
}

std::string taskPayload(std::uint16_t task, TaskFacts facts)
{
    PortableOArchive archive;
    archive << task;
    serializeFacts(archive, facts);
    return archive.bytes();
}

Error otherData(const std::string& path, const TaskFacts& before, const TaskFacts& now)
{
    Error error(ErrorCode::CheckpointMismatch);
    error.inFile(path)
        .inColumn(now.name)
        .expecting("data with the checksum " + before.checksum.substr(0, 16))
        .butFound(now.checksum.substr(0, 16))
        .hinting("The pictures are not those that the results in this file were made with; name those, or "
                 "begin a new file.");
    return error;
}

class Decoder {
public:
    explicit Decoder(const std::string& path)
        : m_reader(path, shardFormat)
    {
        m_shard.path = path;
    }

    ResultShard decode()
    {
        readPlanFrame();
        m_shard.appendAt = m_reader.goodBytes();
        while (const std::optional<FrameReader::Frame> frame = m_reader.next()) {
            try {
                readFrame(*frame);
            } catch (Error& error) {
                m_shard.damage = std::move(error.inFile(m_shard.path).atByte(frame->at));
                break;
            }
            m_shard.appendAt = m_reader.goodBytes();
        }
        if (!m_shard.damage)
            m_shard.damage = m_reader.damage();
        if (m_shard.damage)
            m_shard.damage->hinting(
                fmt::format("The {} results before this place are kept; what stands behind it is done again.",
                            m_shard.entries.size()));
        return std::move(m_shard);
    }

private:
    void readPlanFrame()
    {
        const std::optional<FrameReader::Frame> frame = m_reader.next();
        if (!frame || frame->kind != number(FrameKind::Plan)) {
            if (!frame && m_reader.damage())
                throw Error(*m_reader.damage());
            throw Error(ErrorCode::RecordDamaged)
                .inFile(m_shard.path)
                .expecting("the plan of the results")
                .butFound(frame ? fmt::format("a frame of kind {}", frame->kind)
                                : std::string("the end of the file"));
        }
        std::string text;
        try {
            PortableIArchive archive(frame->payload);
            archive >> text >> m_shard.planHash;
        } catch (Error& error) {
            throw Error(error.inFile(m_shard.path).atByte(frame->at));
        }
        m_shard.plan = parseBenchmarkPlan(text, m_shard.path);
    }

    void readFrame(const FrameReader::Frame& frame)
    {
        PortableIArchive archive(frame.payload);
        switch (static_cast<FrameKind>(frame.kind)) {
        case FrameKind::Task: {
            std::uint16_t task = 0;
            TaskFacts facts;
            archive >> task;
            serializeFacts(archive, facts);
            checkTask(archive, task);
            m_shard.tasks.insert_or_assign(task, std::move(facts));
            break;
        }
        case FrameKind::Place:
            serializePlace(archive, m_shard.places.emplace_back());
            break;
        case FrameKind::Outcome:
        case FrameKind::Proxies: {
            ShardEntry entry;
            if (static_cast<FrameKind>(frame.kind) == FrameKind::Outcome) {
                serializeOutcome(archive, entry);
            } else {
                serializeProxies(archive, entry);
                entry.key.kind = WorkKey::Kind::Proxies;
            }
            checkTask(archive, entry.key.task);
            if (m_shard.places.empty())
                archive.refuse("the place before the first result", "a result");
            entry.place = m_shard.places.size() - 1;
            m_shard.entries.push_back(std::move(entry));
            break;
        }
        default:
            archive.refuse("a frame of a known kind", fmt::format("kind {}", frame.kind));
        }
    }

    void checkTask(PortableIArchive& archive, std::uint16_t task) const
    {
        if (task >= m_shard.plan.tasks.size())
            archive.refuse(fmt::format("one of {} tasks", m_shard.plan.tasks.size()),
                           fmt::format("task {}", task));
    }

    FrameReader m_reader;
    ResultShard m_shard;
};

} // namespace

std::string processorName()
{
    try {
        const std::string text = readFile("/proc/cpuinfo", 65536);
        for (const std::string_view line : split(text, '\n')) {
            if (line.starts_with("model name"))
                return std::string(trimmed(line.substr(line.find(':') + 1)));
        }
    } catch (const Error&) {
        // Another system; where results came from is for people, nothing depends on it.
    }
    return "unknown";
}

ResultShard readShard(const std::string& path)
{
    return Decoder(path).decode();
}

struct ShardWriter::Impl {
    std::string path;
    FrameWriter file;
    std::map<std::uint16_t, TaskFacts> tasks;
    std::optional<WorkPlace> place;
    std::string processor = processorName();

    void appendTask(std::uint16_t task, const TaskFacts& facts)
    {
        const auto known = tasks.find(task);
        if (known == tasks.end()) {
            file.append(number(FrameKind::Task), taskPayload(task, facts));
            tasks.emplace(task, facts);
        } else if (known->second.checksum != facts.checksum) {
            throw otherData(path, known->second, facts);
        }
    }

    void appendPlace(WorkPlace now)
    {
        if (place == now)
            return;
        PortableOArchive archive;
        serializePlace(archive, now);
        file.append(number(FrameKind::Place), archive.bytes());
        place = std::move(now);
    }
};

ShardWriter::ShardWriter(const std::string& path, const BenchmarkPlan& plan)
    : m_impl(new Impl{path, {path, shardFormat}, {}, {}})
{
    PortableOArchive archive;
    archive << formatBenchmarkPlan(plan) << planHash(plan);
    m_impl->file.append(number(FrameKind::Plan), archive.bytes());
}

ShardWriter::ShardWriter(const ResultShard& shard)
    : m_impl(new Impl{shard.path, {shard.path, shardFormat, shard.appendAt}, shard.tasks, {}})
{
}

ShardWriter::~ShardWriter() = default;

ShardEntry ShardWriter::append(const WorkKey& key, const JobResult& result, bool isTransient)
{
    if (!result.task.checksum.empty()) // a crash happens before anything is known of the data
        m_impl->appendTask(key.task, result.task);
    WorkPlace place{"ktnas " KTNAS_VERSION, m_impl->processor, result.outcome.device, result.outcome.library};
    if (place.device.empty()) { // nothing was trained
        place.device = "none";
        place = m_impl->place.value_or(place);
    }
    m_impl->appendPlace(std::move(place));
    ShardEntry entry{key, 0, isTransient, result.outcome, result.proxies};
    PortableOArchive archive;
    if (key.kind == WorkKey::Kind::Proxies)
        serializeProxies(archive, entry);
    else
        serializeOutcome(archive, entry);
    m_impl->file.append(number(key.kind == WorkKey::Kind::Proxies ? FrameKind::Proxies : FrameKind::Outcome),
                        archive.bytes());
    return entry;
}

const WorkPlace& ShardWriter::place() const
{
    KTNAS_ASSERT(m_impl->place.has_value());
    return *m_impl->place;
}

void ShardWriter::sync()
{
    m_impl->file.sync();
}

} // namespace ktnas
