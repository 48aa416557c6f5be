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

/// What is asked about a picture. The numbers are part of the addresses of random draws: only append.
enum class TaskKind : std::uint8_t {
    Classes = 0, ///< which of the set's own classes
    Tones = 1, ///< which tone curve the picture went through
    ScrambledTones = 2, ///< the same with every picture's pixels in an order of its own
    Jigsaw = 3, ///< in which of 24 orders its four tiles stand
    Layout = 4, ///< centre and size of the box around the figure
    Segmentation = 5, ///< which pixels belong to the figure in front
    Normals = 6, ///< which way the surface of a relief points, pixel by pixel
    Autoencoder = 7, ///< the picture again, through a short code
    Rotation = 8, ///< by which angle it was turned
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
    TaskKind kind = TaskKind::Classes;
    HeadKind head = HeadKind::Classes;
    LossKind loss = LossKind::CrossEntropy;
    std::size_t channels = 1;
    std::size_t height = 0;
    std::size_t width = 0;
    std::size_t outputs = 0; ///< classes, numbers, or channels of the predicted map
    std::size_t codeSize = 0; ///< for HeadKind::Code
    std::vector<std::string> answers; ///< by label: what it stands for; empty where there are no labels
    std::size_t targetSize = 0; ///< numbers per picture in LearningPart::targets
    float inputMean = 0; ///< what was taken off the inputs: the mean of all training inputs
    float inputDeviation = 1; ///< what they were divided by, afterwards: their standard deviation
    LearningPart train;
    LearningPart valid;
    LearningPart test;
    /// SHA-256 over kind, shapes and all numbers above, not over names: it names the derived data in results
    /// and is the same on every machine.
    std::string checksum;
};

} // namespace ktnas
