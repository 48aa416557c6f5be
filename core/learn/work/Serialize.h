// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/PortableArchive.h"
#include "core/learn/work/TrainingJob.h"

#include <optional>

// How jobs and results travel between processes of one build. Included by .cpp files only. Result files have
// a form of their own (Shard.cpp), since they must stay readable.

namespace ktnas {

template <class Archive> void serialize(Archive& archive, CellProgram::Unit& unit, unsigned)
{
    archive& unit.operation;
    serializeEnum(archive, unit.family, OperationFamily::Dilated);
    serializeList(archive, unit.inputs);
    archive& unit.gene& unit.strided;
}
template <class Archive> void serialize(Archive& archive, CellProgram& program, unsigned)
{
    serializeList(archive, program.units);
    serializeList(archive, program.output);
}
template <class Archive> void serialize(Archive& archive, Skeleton& skeleton, unsigned)
{
    serializeEnum(archive, skeleton.kind, Skeleton::Kind::TransNasMicro);
    serializeList(archive, skeleton.channels);
    archive& skeleton.cellsPerStage;
}
template <class Archive, class Number> void serializeSize(Archive& archive, Number& number)
{
    auto wide = static_cast<std::uint64_t>(number);
    archive& wide;
    number = static_cast<Number>(wide);
}
template <class Archive> void serialize(Archive& archive, TaskShape& shape, unsigned)
{
    serializeSize(archive, shape.channels);
    serializeSize(archive, shape.height);
    serializeSize(archive, shape.width);
    serializeEnum(archive, shape.head, HeadKind::Code);
    serializeEnum(archive, shape.loss, LossKind::Cosine);
    serializeSize(archive, shape.outputs);
    serializeSize(archive, shape.codeSize);
}
template <class Archive> void serialize(Archive& archive, TaskRecipe& recipe, unsigned)
{
    archive& recipe.name& recipe.title& recipe.shortTitle;
    serializeEnum(archive, recipe.kind, TaskKind::Rotation);
    archive& recipe.labelSet;
    serializeSize(archive, recipe.side);
    serializeSize(archive, recipe.trainRows);
    serializeSize(archive, recipe.validRows);
    serializeSize(archive, recipe.testRows);
    serializeEnum(archive, recipe.order, RowOrder::File);
    serializeEnum(archive, recipe.validFrom, ValidFrom::Train);
    archive& recipe.seed;
    auto figure = static_cast<std::uint8_t>(recipe.figure ? 1 + static_cast<int>(*recipe.figure) : 0);
    archive& figure;
    recipe.figure = figure == 0 ? std::nullopt : std::optional(static_cast<Figure>(figure - 1));
    serializeOptional(archive, recipe.noise);
    serializeList(archive, recipe.tones);
    serializeSize(archive, recipe.codeSize);
}
template <class Archive> void serialize(Archive& archive, TaskSource& source, unsigned)
{
    archive& source.pictures& source.recipe;
}
template <class Archive> void serialize(Archive& archive, TaskFacts& facts, unsigned)
{
    archive& facts.name& facts.checksum& facts.shape;
    archive& facts.trainRows& facts.validRows& facts.testRows;
}
template <class Archive> void serialize(Archive& archive, TrainingSettings& settings, unsigned)
{
    serializeEnum(archive, settings.optimiser, TrainingSettings::Optimiser::Sgd);
    serializeEnum(archive, settings.schedule, TrainingSettings::Schedule::OneCycle);
    archive& settings.learningRate& settings.warmUp& settings.momentum& settings.nesterov;
    archive& settings.weightDecay& settings.averaging& settings.batch& settings.passes;
    archive& settings.mirror& settings.cropPadding& settings.cutout& settings.seed;
    serializeList(archive, settings.curveAt);
    archive& settings.curveRows;
}
template <class Archive> void serialize(Archive& archive, Judgement& judgement, unsigned)
{
    archive& judgement.pictures& judgement.loss& judgement.named& judgement.likelihood;
}
template <class Archive> void serialize(Archive& archive, TrainingOutcome& outcome, unsigned)
{
    archive& outcome.failure;
    serializeList(archive, outcome.lossEighths);
    serializeList(archive, outcome.curve);
    archive& outcome.valid& outcome.test& outcome.parameters;
    archive& outcome.trainSeconds& outcome.judgeSeconds;
    archive& outcome.weightsHash& outcome.device& outcome.library;
}
template <class Archive> void serialize(Archive& archive, ProxyValue& proxy, unsigned)
{
    archive& proxy.name& proxy.value;
}
template <class Archive> void serialize(Archive& archive, TrainingJob& job, unsigned)
{
    archive& job.id;
    serializeEnum(archive, job.kind, TrainingJob::Kind::Proxies);
    archive& job.cell& job.skeleton& job.task& job.settings& job.checkpoint;
}
template <class Archive> void serialize(Archive& archive, JobResult& result, unsigned)
{
    archive& result.task& result.outcome;
    serializeList(archive, result.proxies);
}
template <class Archive> void serialize(Archive& archive, Error& error, unsigned)
{
    serializeEnum(archive, error.code, ErrorCode::Internal);
    archive& error.file;
    serializeOptional(archive, error.line);
    serializeOptional(archive, error.byte);
    archive& error.column& error.expected& error.found& error.hint;
}

} // namespace ktnas

KTNAS_SERIALIZE_PLAIN(ktnas::CellProgram::Unit)
KTNAS_SERIALIZE_PLAIN(ktnas::CellProgram)
KTNAS_SERIALIZE_PLAIN(ktnas::Skeleton)
KTNAS_SERIALIZE_PLAIN(ktnas::TaskShape)
KTNAS_SERIALIZE_PLAIN(ktnas::TaskRecipe)
KTNAS_SERIALIZE_PLAIN(ktnas::TaskSource)
KTNAS_SERIALIZE_PLAIN(ktnas::TaskFacts)
KTNAS_SERIALIZE_PLAIN(ktnas::TrainingSettings)
KTNAS_SERIALIZE_PLAIN(ktnas::Judgement)
KTNAS_SERIALIZE_PLAIN(ktnas::TrainingOutcome)
KTNAS_SERIALIZE_PLAIN(ktnas::ProxyValue)
KTNAS_SERIALIZE_PLAIN(ktnas::TrainingJob)
KTNAS_SERIALIZE_PLAIN(ktnas::JobResult)
KTNAS_SERIALIZE_PLAIN(ktnas::Error)
