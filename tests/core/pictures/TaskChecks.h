// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Random.h"
#include "core/pictures/Canvas.h"
#include "core/pictures/LearningTask.h"

#include <QtGlobal>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace ktnas::test {

/// Half of what stored numbers are multiples of: how far rounding moves one.
inline constexpr double halfStep = 0.5 / storedSteps;

/// An input as it was before normalisation.
inline std::vector<double> rawInput(const LearningTask& task, const LearningPart& part, std::size_t i)
{
    const std::size_t size = task.channels * task.height * task.width;
    std::vector<double> values;
    for (std::size_t k = 0; k < size; ++k)
        values.push_back(
            stored(static_cast<double>(part.inputs[i * size + k]) * task.inputDeviation + task.inputMean));
    return values;
}

/// What a network should give for a picture.
inline std::vector<double> answerOf(const LearningTask& task, const LearningPart& part, std::size_t i)
{
    const float* first = part.targets.data() + i * task.targetSize;
    return {first, first + task.targetSize};
}

/// The stream that a field of a training picture is documented to draw from.
inline Stream drawn(TaskKind kind, std::size_t row, std::uint32_t field)
{
    return Stream({.seed = 0,
                   .purpose = Purpose::DerivedPicture,
                   .task = static_cast<std::uint16_t>(kind),
                   .generation = static_cast<std::uint32_t>(row),
                   .slot = 4 * field});
}

/// Says what the numbers were where they are not.
inline bool near(double a, double b, double tolerance)
{
    if (std::abs(a - b) <= tolerance)
        return true;
    qWarning("%.9g against %.9g", a, b);
    return false;
}

} // namespace ktnas::test
