// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Random.h"
#include "core/pictures/Canvas.h"
#include "core/pictures/LearningTask.h"
#include "core/pictures/PictureSet.h"
#include "core/pictures/TaskRecipe.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace ktnas {

/// One picture of a set.
struct SourceRow {
    const PicturePart* part = nullptr;
    std::size_t row = 0;
};

/// What is drawn for a picture. Every field has a stream of its own, so that a change to one leaves the
/// others; what a field draws, and in which order, stands at each derivation.
enum class DrawnField : std::uint8_t {
    Geometry = 0, ///< how the picture is warped
    Choice = 1, ///< label, or which other picture comes in
    Noise = 2, ///< one normal number a pixel, planes after each other, rows top to bottom
    Order = 3, ///< order of the pixels
    Ground = 4, ///< how the picture behind is warped
};

/// A picture with its answer, before the inputs are normalised.
struct DerivedRow {
    Canvas input;
    std::int32_t label = 0;
    std::vector<double> target;
};

/// How one kind of task is made of pictures. Immutable: derive() may be called from many threads.
class Derivation {
public:
    /// `recipe` is settled: side, figure and noise are there (see settled()).
    Derivation(const PictureSet& set, const TaskRecipe& recipe);
    virtual ~Derivation() = default;
    Derivation(const Derivation&) = delete;
    Derivation& operator=(const Derivation&) = delete;

    /// Sets head, loss, sizes and answers of a task whose kind, channels, height and width are set.
    virtual void describe(LearningTask& task) const = 0;
    virtual DerivedRow derive(const SourceRow& source) const = 0;

protected:
    const PictureSet& set() const { return m_set; }
    const TaskRecipe& recipe() const { return m_recipe; }
    std::size_t workSide() const { return m_workSide; }
    /// One pixel of a 28 × 28 picture in pixels of the canvas.
    double unit() const { return static_cast<double>(m_workSide) / 28; }
    Outside outside() const;

    Stream stream(const SourceRow& source, DrawnField field) const;
    /// The picture at the size at which tasks are made: twice the network's, or as large as it is.
    Canvas canvas(const SourceRow& source) const;
    /// From that size to the network's.
    Canvas reduced(const Canvas& canvas) const;
    /// Adds the recipe's noise.
    void addNoise(Canvas& input, const SourceRow& source) const;
    /// Another picture of the same part behind the figure: field Choice draws its row; field Ground draws
    /// mirror, angle, zoom, two shifts, contrast. Ink: turned by any angle, zoomed 2-2.6, shifted by up to 4,
    /// times .4-1. Window: turned by up to .4, zoomed 1.2-1.6, shifted by up to 4, contrast .6-1 about its
    /// mean.
    Canvas ground(const SourceRow& source) const;

private:
    const PictureSet& m_set;
    TaskRecipe m_recipe;
    std::size_t m_workSide;
};

/// Uniform in [low, high).
double uniform(Stream& stream, double low, double high);

/// The noise of a kind where the recipe has none of its own.
double usualNoise(TaskKind kind);

/// Classes and Autoencoder: the picture as it is.
std::unique_ptr<Derivation> plainDerivation(const PictureSet& set, const TaskRecipe& recipe);
/// Tones and ScrambledTones.
std::unique_ptr<Derivation> toneDerivation(const PictureSet& set, const TaskRecipe& recipe);
std::unique_ptr<Derivation> jigsawDerivation(const PictureSet& set, const TaskRecipe& recipe);
std::unique_ptr<Derivation> layoutDerivation(const PictureSet& set, const TaskRecipe& recipe);
std::unique_ptr<Derivation> segmentationDerivation(const PictureSet& set, const TaskRecipe& recipe);
std::unique_ptr<Derivation> normalsDerivation(const PictureSet& set, const TaskRecipe& recipe);
std::unique_ptr<Derivation> rotationDerivation(const PictureSet& set, const TaskRecipe& recipe);

} // namespace ktnas
