// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pictures/LearningTask.h"
#include "core/tables/Table.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ktnas {

/// What stands out in the pictures, for the tasks that need a figure before a ground.
enum class Figure : std::uint8_t {
    Ink, ///< the bright pixels: garments, digits; beyond the border it is black
    Window, ///< photographs: a smaller picture placed on another; beyond the border it is mirrored
};

/// In which order the rows of a file are taken.
enum class RowOrder : std::uint8_t {
    Mixed, ///< drawn, every class in proportion in each beginning of the order
    File, ///< as the file has them
};

/// Where validation pictures come from in a set that has none.
enum class ValidFrom : std::uint8_t {
    Test, ///< the test pictures are shared: first validation, then test
    Train, ///< drawn from the training pictures by class, at most a fifth of them
};

/// Which task is made of which pictures, with which numbers. Plain values: a plan's form of it is read
/// elsewhere. Lengths are given for pictures of 28 × 28 and grow with the pictures.
struct TaskRecipe {
    std::string name; ///< in tables: "object"
    std::string title; ///< for people; empty: the kind's
    std::string shortTitle; ///< at most 6 letters; empty: the kind's
    TaskKind kind = TaskKind::Classes;
    std::string labelSet; ///< for Classes; empty: the set's first
    /// Side of the network's square input; even, 8 … 128, not above the picture's. 0: 14 for pictures of 28 ×
    /// 28, else the picture's smaller side, at most 32. Tasks are made at twice this side where the pictures
    /// have it, and brought down by 2 × 2 means.
    std::size_t side = 0;
    std::size_t trainRows = 8192; ///< at most; 0: all
    std::size_t validRows = 5000; ///< at most; 0: all, or half of the test pictures
    std::size_t testRows = 5000; ///< at most; 0: all that are left
    RowOrder order = RowOrder::Mixed;
    ValidFrom validFrom = ValidFrom::Test;
    std::uint64_t seed = 0; ///< of everything that is drawn
    std::optional<Figure> figure; ///< nothing: Ink for grey pictures with a dark border, else Window
    std::optional<double> noise; ///< standard deviation of noise on the inputs, 0 … 1; nothing: the kind's
    std::vector<int> tones{0, 1, 2, 3, 4, 5, 6, 7}; ///< curves of the tone tasks, see toneTitle()
    std::size_t codeSize = 24; ///< of the autoencoder, 1 … 1024
    friend bool operator==(const TaskRecipe&, const TaskRecipe&) = default;
};

/// "classes", "tones", "scrambled-tones", "jigsaw", "layout", "segmentation", "normals", "autoencoder",
/// "rotation": the form in plans.
std::string_view name(TaskKind kind);
std::string_view name(Figure figure); ///< "ink", "window"
std::string_view name(RowOrder order); ///< "mixed", "file"
std::string_view name(ValidFrom from); ///< "test", "train"
std::optional<TaskKind> taskKind(std::string_view text);
std::optional<Figure> figureOf(std::string_view text);
std::optional<RowOrder> rowOrder(std::string_view text);
std::optional<ValidFrom> validFrom(std::string_view text);
/// In the order of their numbers.
const std::vector<TaskKind>& allTaskKinds();

inline constexpr int toneCount = 8;
/// A tone curve in words: "x^0.6", "4 steps"; 0 ≤ tone < toneCount.
std::string_view toneTitle(int tone);

/// One number by which networks are judged on a task, as tables carry it.
struct TaskMetric {
    enum class Field : std::uint8_t { Named, Likelihood, Loss };
    std::string_view column; ///< in tables: "top1"
    Field field = Field::Named; ///< the number of a Judgement that it is made of
    double factor = 1; ///< by which that number is multiplied: 100 for a percentage
    Direction direction = Direction::Maximise;
    Unit unit = Unit::None;
};

/// The metric that people know, and the smooth one that ranks networks reliably where that is another.
struct TaskMetrics {
    TaskMetric named;
    std::optional<TaskMetric> likelihood;
};
/// By what networks are judged on tasks of a kind.
TaskMetrics metricsOf(TaskKind kind);

/// The seven tasks of the built-in benchmark, made of Fashion-MNIST: object, scramble, jigsaw, layout,
/// segment, normal, autoencode.
const std::vector<TaskRecipe>& builtinRecipes();
/// One of them; throws UnknownTask with the known ones.
const TaskRecipe& builtinRecipe(std::string_view taskName);

} // namespace ktnas
