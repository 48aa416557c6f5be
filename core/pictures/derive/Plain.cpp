// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/derive/Derivation.h"

#include <algorithm>

namespace ktnas {
namespace {

/// Index of the recipe's label set; settled() has seen to it that there is one.
std::size_t labelSetOf(const PictureSet& set, const TaskRecipe& recipe)
{
    const auto found =
        std::find_if(set.labelSets.begin(), set.labelSets.end(),
                     [&recipe](const LabelSet& labels) { return labels.name == recipe.labelSet; });
    return static_cast<std::size_t>(found - set.labelSets.begin());
}

/// The picture as it is, and the set's own label. Draws noise only, where the recipe has some.
class ClassDerivation final : public Derivation {
public:
    ClassDerivation(const PictureSet& pictures, const TaskRecipe& settledRecipe)
        : Derivation(pictures, settledRecipe)
        , m_labelSet(labelSetOf(pictures, settledRecipe))
    {
    }
    void describe(LearningTask& task) const override
    {
        task.head = HeadKind::Classes;
        task.loss = LossKind::CrossEntropy;
        task.answers = set().labelSets[m_labelSet].classes;
        task.outputs = task.answers.size();
    }
    DerivedRow derive(const SourceRow& source) const override
    {
        DerivedRow row{reduced(canvas(source)), source.part->labels[m_labelSet][source.row], {}};
        addNoise(row.input, source);
        return row;
    }

private:
    std::size_t m_labelSet;
};

/// The picture is its own answer. Noise, where the recipe has some, is on the input only.
class AutoencoderDerivation final : public Derivation {
public:
    using Derivation::Derivation;
    void describe(LearningTask& task) const override
    {
        task.head = HeadKind::Code;
        task.loss = LossKind::MeanSquares;
        task.outputs = task.channels;
        task.codeSize = recipe().codeSize;
        task.targetSize = task.channels * task.height * task.width;
    }
    DerivedRow derive(const SourceRow& source) const override
    {
        DerivedRow row{reduced(canvas(source)), 0, {}};
        row.target.resize(row.input.values.size());
        std::transform(row.input.values.begin(), row.input.values.end(), row.target.begin(), stored);
        addNoise(row.input, source);
        return row;
    }
};

} // namespace

std::unique_ptr<Derivation> plainDerivation(const PictureSet& set, const TaskRecipe& recipe)
{
    if (recipe.kind == TaskKind::Autoencoder)
        return std::make_unique<AutoencoderDerivation>(set, recipe);
    return std::make_unique<ClassDerivation>(set, recipe);
}

} // namespace ktnas
