// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/MakeTask.h"

#include "core/base/Error.h"
#include "core/base/Parallel.h"
#include "core/base/Sha256.h"
#include "core/pictures/RowChoice.h"
#include "core/pictures/derive/Derivation.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <new>
#include <span>

namespace ktnas {
namespace {

std::unique_ptr<Derivation> derivationOf(const PictureSet& set, const TaskRecipe& recipe)
{
    switch (recipe.kind) {
    case TaskKind::Classes:
    case TaskKind::Autoencoder:
        return plainDerivation(set, recipe);
    case TaskKind::Tones:
    case TaskKind::ScrambledTones:
        return toneDerivation(set, recipe);
    case TaskKind::Jigsaw:
        return jigsawDerivation(set, recipe);
    case TaskKind::Layout:
        return layoutDerivation(set, recipe);
    case TaskKind::Segmentation:
        return segmentationDerivation(set, recipe);
    case TaskKind::Normals:
        return normalsDerivation(set, recipe);
    case TaskKind::Rotation:
        return rotationDerivation(set, recipe);
    }
    KTNAS_ASSERT(false);
}

/// A split whose inputs are not normalised yet: multiples of 1 / storedSteps, between −8 and 8.
struct RawPart {
    std::vector<std::int16_t> inputs;
    LearningPart part;
};

std::int16_t steps(double value)
{
    constexpr double most = std::numeric_limits<std::int16_t>::max();
    return static_cast<std::int16_t>(std::clamp(std::nearbyint(value * storedSteps), -most, most));
}

RawPart derived(const Derivation& derivation, const LearningTask& task, const ChosenRows& chosen,
                unsigned threads, const std::stop_token& stop)
{
    const std::size_t inputSize = task.channels * task.height * task.width;
    const bool labelled = task.loss == LossKind::CrossEntropy;
    RawPart raw;
    raw.part.count = chosen.rows.size();
    raw.inputs.resize(chosen.rows.size() * inputSize);
    raw.part.labels.resize(labelled ? chosen.rows.size() : 0);
    raw.part.targets.resize(chosen.rows.size() * task.targetSize);
    const auto deriveOne = [&](std::size_t i) {
        const DerivedRow row = derivation.derive({chosen.part, chosen.rows[i]});
        KTNAS_ASSERT(row.input.values.size() == inputSize && row.target.size() == task.targetSize);
        std::transform(row.input.values.begin(), row.input.values.end(),
                       raw.inputs.begin() + static_cast<std::ptrdiff_t>(i * inputSize), steps);
        if (labelled)
            raw.part.labels[i] = row.label;
        std::transform(row.target.begin(), row.target.end(),
                       raw.part.targets.begin() + static_cast<std::ptrdiff_t>(i * task.targetSize),
                       [](double value) { return static_cast<float>(value); });
    };
    parallelFor(chosen.rows.size(), deriveOne, threads, stop);
    if (stop.stop_requested())
        throw Error(ErrorCode::Cancelled);
    return raw;
}

/// Sets mean and deviation from the training inputs. Sums of whole numbers are exact in any order: 10¹⁰
/// inputs fit.
void setScale(LearningTask& task, std::span<const std::int16_t> inputs)
{
    std::int64_t sum = 0;
    std::int64_t squares = 0;
    for (const std::int16_t value : inputs) {
        sum += value;
        squares += std::int64_t{value} * value;
    }
    const auto count = static_cast<double>(inputs.size());
    const double mean = static_cast<double>(sum) / count;
    const double variance = static_cast<double>(squares) / count - mean * mean;
    task.inputMean = static_cast<float>(mean / storedSteps);
    // Pictures that are all alike have no deviation to divide by.
    task.inputDeviation = variance > 0 ? static_cast<float>(std::sqrt(variance) / storedSteps) : 1.0F;
}

LearningPart normalised(RawPart raw, const LearningTask& task)
{
    raw.part.inputs.resize(raw.inputs.size());
    std::transform(raw.inputs.begin(), raw.inputs.end(), raw.part.inputs.begin(),
                   [&task](std::int16_t value) {
                       return (static_cast<float>(value) / static_cast<float>(storedSteps) - task.inputMean)
                           / task.inputDeviation;
                   });
    return std::move(raw.part);
}

/// Feeds 32-bit words to a digest, lowest byte first on every machine.
class WordDigest {
public:
    void add(std::uint32_t word)
    {
        for (int shift = 0; shift < 32; shift += 8)
            m_bytes[m_used++] = static_cast<std::byte>(word >> shift & 0xFFU);
        if (m_used == m_bytes.size())
            flush();
    }
    void add(float value) { add(std::bit_cast<std::uint32_t>(value)); }
    void addSize(std::size_t size)
    {
        add(static_cast<std::uint32_t>(size & 0xFFFFFFFFU));
        add(static_cast<std::uint32_t>(std::uint64_t{size} >> 32));
    }
    std::string hexDigest()
    {
        flush();
        return m_digest.hexDigest();
    }

private:
    void flush()
    {
        m_digest.update(std::span(m_bytes).first(m_used));
        m_used = 0;
    }

    Sha256 m_digest;
    std::array<std::byte, 4096> m_bytes{};
    std::size_t m_used = 0;
};

std::string checksumOf(const LearningTask& task)
{
    WordDigest digest;
    for (const std::size_t number : {static_cast<std::size_t>(task.kind), static_cast<std::size_t>(task.head),
                                     static_cast<std::size_t>(task.loss), task.channels, task.height,
                                     task.width, task.outputs, task.codeSize, task.targetSize})
        digest.addSize(number);
    digest.add(task.inputMean);
    digest.add(task.inputDeviation);
    for (const LearningPart* part : {&task.train, &task.valid, &task.test}) {
        digest.addSize(part->count);
        for (const float value : part->inputs)
            digest.add(value);
        for (const std::int32_t label : part->labels)
            digest.add(static_cast<std::uint32_t>(label));
        for (const float value : part->targets)
            digest.add(value);
    }
    return digest.hexDigest();
}

LearningTask made(const PictureSet& set, const TaskRecipe& recipe, unsigned threads,
                  const std::stop_token& stop)
{
    const RowChoice choice = chooseRows(set, recipe);
    const std::unique_ptr<Derivation> derivation = derivationOf(set, recipe);
    LearningTask task;
    task.name = recipe.name;
    task.title = recipe.title;
    task.shortTitle = recipe.shortTitle;
    task.kind = recipe.kind;
    task.channels = set.channels;
    task.height = recipe.side;
    task.width = recipe.side;
    derivation->describe(task);
    RawPart train = derived(*derivation, task, choice.train, threads, stop);
    setScale(task, train.inputs);
    task.train = normalised(std::move(train), task);
    task.valid = normalised(derived(*derivation, task, choice.valid, threads, stop), task);
    task.test = normalised(derived(*derivation, task, choice.test, threads, stop), task);
    task.checksum = checksumOf(task);
    return task;
}

} // namespace

std::shared_ptr<const LearningTask> makeTask(const PictureSet& set, const TaskRecipe& recipe,
                                             unsigned threads, const std::stop_token& stop)
{
    try {
        return std::make_shared<const LearningTask>(made(set, settled(set, recipe), threads, stop));
    } catch (const std::bad_alloc&) {
        throw Error(ErrorCode::OutOfMemory)
            .inFile(set.path)
            .hinting("Take fewer pictures for training and test, or a smaller side.");
    }
}

} // namespace ktnas
