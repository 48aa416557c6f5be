// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace ktnas {

/// What a network puts behind its last feature map (C channels, h × w pixels).
enum class HeadKind : std::uint8_t {
    Classes, ///< global average pool, linear: class scores
    TileClasses, ///< 2×2 average pool of the map, flattened, linear: class scores (jigsaw)
    Numbers, ///< flattened, linear: `outputs` numbers (layout, rotation)
    Map, ///< conv1×1 to upscale²·`outputs` channels, pixel shuffle: `outputs` maps of the input's size
    Code, ///< 2×2 pool, flattened, linear to `codeSize`, linear to 128, ReLU, linear to a picture
};

enum class LossKind : std::uint8_t {
    CrossEntropy,
    MeanSquares,
    BinaryCrossEntropy, ///< on logits, per pixel
    Cosine, ///< 1 − cosine of predicted and true direction, per pixel
};

/// Pictures and answers of one split, ready for a network.
struct LearningPart {
    std::size_t count = 0;
    std::vector<float> inputs; ///< count × channels × height × width, normalised
    std::vector<std::int32_t> labels; ///< by picture, for CrossEntropy; else empty
    std::vector<float> targets; ///< count × targetSize, raw; empty for CrossEntropy
};

/// One supervised task made of pictures: what goes in, what has to come out, and how it is judged.
/// Immutable once made; share it by pointer.
struct LearningTask {
    std::string name; ///< the task's name in tables: "object", "scramble", "jigsaw"
    std::string title; ///< "Object", "Jigsaw"
    std::string shortTitle; ///< at most 6 letters
    HeadKind head = HeadKind::Classes;
    LossKind loss = LossKind::CrossEntropy;
    std::size_t channels = 1;
    std::size_t height = 0;
    std::size_t width = 0;
    std::size_t outputs = 0; ///< classes, numbers, or channels of the predicted map
    std::size_t codeSize = 0; ///< for HeadKind::Code
    std::size_t targetSize = 0; ///< numbers per picture in LearningPart::targets
    float inputMean = 0; ///< what was taken off the inputs
    float inputDeviation = 1; ///< what they were divided by, afterwards
    LearningPart train;
    LearningPart valid;
    LearningPart test;
    std::string checksum; ///< SHA-256 over all the above; names the derived data in results
};

} // namespace ktnas
