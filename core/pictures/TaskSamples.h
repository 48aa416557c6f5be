// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pictures/LearningTask.h"
#include "core/tables/Table.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ktnas {

/// A picture to look at: 8 bits a number, the channels of a pixel beside each other, rows top to bottom.
struct SamplePicture {
    std::size_t channels = 1; ///< 1 grey, 3 red-green-blue
    std::size_t height = 0;
    std::size_t width = 0;
    std::vector<std::uint8_t> pixels; ///< height × width × channels
};

/// A box in shares of the picture's sides, 0 … 1 from the top left corner; it may reach beyond.
struct SampleBox {
    double left = 0;
    double top = 0;
    double width = 0;
    double height = 0;
};

/// One example of a task: what the network sees and what it should answer, in the form that fits the task.
struct TaskSample {
    SamplePicture input; ///< before normalisation; darker than black and brighter than white are cut
    std::string answer; ///< for labels: what the label stands for
    std::optional<SamplePicture> target; ///< for maps and codes; normals as colours, (n + 1) / 2
    std::optional<SampleBox> box; ///< Layout
    std::optional<double> angle; ///< Rotation: radians, from the x axis (right) to the y axis (down)
};

/// The first `count` examples of a split, fewer where it has fewer.
std::vector<TaskSample> taskSamples(const LearningTask& task, Split split, std::size_t count);

} // namespace ktnas
