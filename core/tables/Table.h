// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/space/Space.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ktnas {

enum class Direction : std::uint8_t { Maximise, Minimise };
enum class Split : std::uint8_t { Train, Valid, Test };
enum class Unit : std::uint8_t { None, Percent };

/// "train", "valid", "test".
std::string_view name(Split split);
/// "maximise", "minimise".
std::string_view name(Direction direction);

/// One measured column of a task: what was measured, on which split, after how many epochs.
/// Values keep the table's units; a loss stays a loss and is minimised.
struct Measure {
    Split split = Split::Valid;
    std::string metric; ///< "acc", "top1", "ssim", "mIoU", "loss"
    std::optional<int> epoch; ///< nothing: the benchmark's final (or best) epoch
    Direction direction = Direction::Maximise;
    Unit unit = Unit::None;
    std::vector<double> values; ///< by row; NaN is "not published"
    std::size_t missing = 0; ///< how many are NaN
    std::size_t sourceColumn = 0; ///< place in the file, 0-based
    bool negatedInFile = false; ///< the file had `neg_loss`
};

/// What people optimise. Shown with its passport: metric, unit, direction, split, epochs, trials.
struct Task {
    std::string name; ///< the column prefix, the name on the command line: "room_layout"
    std::string title; ///< "Room layout", "CIFAR-10", "ImageNet16-120"
    std::string shortTitle; ///< at most 6 letters, for narrow places: "C10", "IN16", "Room"
    std::vector<Measure> measures;
    std::size_t searched = 0; ///< index of the measure that a search looks at: valid, final epoch
    std::optional<std::size_t> shown; ///< the test measure shown beside it, where there is one
    std::optional<int> epochs; ///< epochs of the searched measure, where known; TransNAS has its best epoch
    std::optional<int> trials; ///< trials behind a value, 1 … n, where known; the largest where cells differ

    const Measure& measure() const { return measures[searched]; }
    const Measure* test() const { return shown ? &measures[*shown] : nullptr; }
};

/// A numeric column that is no task: parameters, FLOPs, training seconds.
struct Attribute {
    std::string name; ///< "params_millions"
    std::vector<double> values; ///< by row, NaN is "not published"
};

/// A zero-cost proxy: larger is expected to be better. From the proxy file.
struct Proxy {
    std::string task; ///< the task it was computed on ("cifar10"), or empty for all
    std::string name; ///< "synflow"
    std::vector<double> values; ///< by row, NaN is "not published"
};

/// A benchmark: a space, cells of it in the file's order (rows), tasks and values. Immutable once built.
class Table {
public:
    struct Content {
        std::string path; ///< as given, for messages
        std::string title; ///< "NAS-Bench-201", else the file's stem
        std::string contentHash; ///< SHA-256 of the file; names the table in records
        std::shared_ptr<const Space> space;
        std::vector<CellId> cells; ///< by row
        std::vector<Task> tasks;
        std::vector<Attribute> attributes;
        std::vector<Proxy> proxies;
        std::string proxiesPath; ///< empty if none were attached
        std::string proxiesHash; ///< SHA-256 of the proxy file, empty if none were attached
    };
    explicit Table(Content content);

    const Content& content() const { return m_content; }
    const Space& space() const { return *m_content.space; }
    std::shared_ptr<const Space> spacePointer() const { return m_content.space; }
    std::size_t rowCount() const { return m_content.cells.size(); }
    std::span<const Task> tasks() const { return m_content.tasks; }
    CellId cellAt(std::size_t row) const { return m_content.cells[row]; }
    /// Row of a cell, nothing if the table does not have it.
    std::optional<std::size_t> rowOf(CellId cell) const;
    /// True if every cell of the space has a row.
    bool isComplete() const;

    /// Index of a task by name; throws UnknownTask naming the known ones and the nearest.
    std::size_t taskIndex(std::string_view taskName) const;
    /// The proxy for a task: of that name on that task; else on the task that shares its data set; else, if
    /// the name is empty, the task's first. Null where there is none. (cifar100 uses cifar10's: the published
    /// synflow is one column for both.)
    const Proxy* proxyFor(std::string_view taskName, std::string_view proxyName) const;
    const Attribute* attribute(std::string_view attributeName) const;

private:
    Content m_content;
    std::vector<std::uint32_t> m_rowOfCell; ///< by CellId, max() is "not in the table"
};

/// The proxy's values by row, where a cell without one gets that of its strict twin with dead branches pruned
/// (Space::pruned), which is the same network. NaN where that has none either. O(rows).
std::vector<double> completedProxy(const Table& table, const Proxy& proxy);

/// A measure's values turned so that larger is better (a loss negated), by row; NaN stays.
std::vector<double> qualities(const Measure& measure);
/// 1 = best in the measure's direction; equal values share the best place ("1 1 3"); 0 where the value is
/// missing. By row. O(n log n).
std::vector<std::uint32_t> placeRanks(const Measure& measure);

} // namespace ktnas
