// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/PortableArchive.h"
#include "core/record/Event.h"
#include "core/record/RunHeader.h"
#include "core/space/Cell.h"

#include <array>
#include <span>
#include <utility>
#include <variant>

// How records are stored. Included by .cpp files only: Boost's headers are heavy. What stands here decides
// old files and hashes: never change an existing line; a new event is a new alternative at the end of Event,
// and a new field of the header is read only where the stored class version has it.

namespace ktnas {

template <class Archive> void serialize(Archive& archive, GenerationBegan& event, unsigned)
{
    archive& event.generation;
}
template <class Archive> void serialize(Archive& archive, CellMet& event, unsigned)
{
    archive& event.cell;
}
template <class Archive> void serialize(Archive& archive, Born& event, unsigned)
{
    archive& event.member& event.cell& event.parent& event.otherParent& event.task& event.source;
    serializeEnum(archive, event.origin, Origin::Escape);
}
template <class Archive> void serialize(Archive& archive, Evaluated& event, unsigned)
{
    archive& event.member& event.cell& event.task& event.counted& event.value;
}
template <class Archive> void serialize(Archive& archive, BestImproved& event, unsigned)
{
    archive& event.task& event.member& event.value;
}
template <class Archive> void serialize(Archive& archive, TargetMet& event, unsigned)
{
    archive& event.task& event.evaluations;
}
template <class Archive> void serialize(Archive& archive, Candidate& event, unsigned)
{
    archive& event.cell& event.task& event.source& event.member;
}
template <class Archive> void serialize(Archive& archive, Voted& event, unsigned)
{
    archive& event.voter& event.candidate& event.task& event.label& event.similarity;
}
template <class Archive> void serialize(Archive& archive, Chosen& event, unsigned)
{
    archive& event.cell& event.task& event.phi& event.drawn;
}
template <class Archive> void serialize(Archive& archive, TransferSkipped& event, unsigned)
{
    archive& event.task;
    serializeEnum(archive, event.reason, SkipReason::SelfEvolution);
}
template <class Archive> void serialize(Archive& archive, Labelled& event, unsigned)
{
    archive& event.member& event.task& event.label& event.child;
}
template <class Archive> void serialize(Archive& archive, Forgotten& event, unsigned)
{
    archive& event.member& event.task;
}
template <class Archive> void serialize(Archive& archive, Joined& event, unsigned)
{
    archive& event.member& event.task;
}
template <class Archive> void serialize(Archive& archive, Left& event, unsigned)
{
    archive& event.member& event.task;
}
template <class Archive> void serialize(Archive& archive, Noted& event, unsigned)
{
    serializeEnum(archive, event.code, NoteCode::Forked);
    archive& event.task& event.a;
}

} // namespace ktnas

KTNAS_SERIALIZE_PLAIN(ktnas::GenerationBegan)
KTNAS_SERIALIZE_PLAIN(ktnas::CellMet)
KTNAS_SERIALIZE_PLAIN(ktnas::Born)
KTNAS_SERIALIZE_PLAIN(ktnas::Evaluated)
KTNAS_SERIALIZE_PLAIN(ktnas::BestImproved)
KTNAS_SERIALIZE_PLAIN(ktnas::TargetMet)
KTNAS_SERIALIZE_PLAIN(ktnas::Candidate)
KTNAS_SERIALIZE_PLAIN(ktnas::Voted)
KTNAS_SERIALIZE_PLAIN(ktnas::Chosen)
KTNAS_SERIALIZE_PLAIN(ktnas::TransferSkipped)
KTNAS_SERIALIZE_PLAIN(ktnas::Labelled)
KTNAS_SERIALIZE_PLAIN(ktnas::Forgotten)
KTNAS_SERIALIZE_PLAIN(ktnas::Joined)
KTNAS_SERIALIZE_PLAIN(ktnas::Left)
KTNAS_SERIALIZE_PLAIN(ktnas::Noted)

namespace ktnas {

/// An event as the byte of its alternative and its members (Boost 1.74 does not know std::variant). 4 to 26
/// bytes.
inline void saveEvent(PortableOArchive& archive, const Event& event)
{
    archive << static_cast<std::uint8_t>(event.index());
    std::visit([&archive](const auto& alternative) { archive << alternative; }, event);
}
/// Bytes of the shortest event.
inline constexpr std::size_t shortestEvent = 4;

template <std::size_t index> Event loadAlternative(PortableIArchive& archive)
{
    std::variant_alternative_t<index, Event> alternative;
    archive >> alternative;
    return Event(alternative);
}

/// Throws RecordDamaged for bytes that are no event.
inline Event loadEvent(PortableIArchive& archive)
{
    using Loader = Event (*)(PortableIArchive&);
    static constexpr auto loaders = []<std::size_t... index>(std::index_sequence<index...>)
    {
        return std::array<Loader, sizeof...(index)>{&loadAlternative<index>...};
    }
    (std::make_index_sequence<std::variant_size_v<Event>>());
    std::uint8_t index = 0;
    archive >> index;
    if (index >= loaders.size())
        archive.refuse(fmt::format("an event of kind 0 … {}", loaders.size() - 1),
                       fmt::format("kind {}", index));
    return loaders[index](archive);
}

/// A cell as the number of its genes and the genes.
inline void saveCell(PortableOArchive& archive, const Cell& cell)
{
    archive << static_cast<std::uint8_t>(cell.size());
    archive.save_binary(cell.genes().data(), cell.size());
}
inline Cell loadCell(PortableIArchive& archive)
{
    std::uint8_t size = 0;
    archive >> size;
    if (size > Cell::maxGenes)
        archive.refuse(fmt::format("at most {} genes", Cell::maxGenes), fmt::format("{}", size));
    std::array<std::uint8_t, Cell::maxGenes> genes{};
    archive.load_binary(genes.data(), size);
    return Cell(std::span<const std::uint8_t>(genes.data(), size));
}

template <class Archive> void serialize(Archive& archive, RunTask& task, unsigned)
{
    archive& task.name& task.metric;
    serializeEnum(archive, task.direction, Direction::Minimise);
    serializeEnum(archive, task.split, Split::Test);
}
template <class Archive> void serialize(Archive& archive, LearnFrom& matrix, unsigned)
{
    auto count = static_cast<std::uint32_t>(matrix.taskCount);
    archive& count;
    matrix.taskCount = count;
    serializeList(archive, matrix.allowed);
}
template <class Archive> void serialize(Archive& archive, StopRule& rule, unsigned)
{
    serializeOptional(archive, rule.evaluations);
    serializeOptional(archive, rule.generations);
    serializeList(archive, rule.targets,
                  [](Archive& inner, std::optional<double>& target) { serializeOptional(inner, target); });
}
template <class Archive> void serializeSettings(Archive& archive, SettingValues& settings)
{
    serializeList(archive, settings, [](Archive& inner, std::pair<std::string, std::string>& setting) {
        inner& setting.first& setting.second;
    });
}
template <class Archive> void serialize(Archive& archive, SettingChange& change, unsigned)
{
    archive& change.at;
    serializeSettings(archive, change.settings);
    serializeOptional(archive, change.learnFrom);
}

/// The part of the header that, with the table, determines the events: what the record's hash covers.
template <class Archive> void serializeIdentity(Archive& archive, RunHeader& header)
{
    archive& header.method;
    serializeSettings(archive, header.settings);
    archive& header.seed& header.space& header.tableHash;
    serializeList(archive, header.tasks);
    archive& header.learnFrom& header.stop;
    serializeList(archive, header.changes);
}
template <class Archive> void serialize(Archive& archive, RunHeader& header, unsigned)
{
    serializeIdentity(archive, header);
    archive& header.tableTitle& header.tablePath& header.proxiesHash& header.forkOf& header.forkedAt;
}

} // namespace ktnas

KTNAS_SERIALIZE_PLAIN(ktnas::RunTask)
KTNAS_SERIALIZE_PLAIN(ktnas::LearnFrom)
KTNAS_SERIALIZE_PLAIN(ktnas::StopRule)
KTNAS_SERIALIZE_PLAIN(ktnas::SettingChange)
BOOST_CLASS_VERSION(ktnas::RunHeader, 0)
BOOST_CLASS_TRACKING(ktnas::RunHeader, boost::serialization::track_never)
