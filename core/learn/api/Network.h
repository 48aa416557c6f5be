// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/api/CellProgram.h"
#include "core/pictures/LearningTask.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ktnas {

/// What stands around the cells of a network.
struct Skeleton {
    enum class Kind : std::uint8_t {
        Small, ///< stem conv3×3-BN; stages of cells; average pool 2×2, conv1×1, BN between stages; ReLU; head
        NasBench201, ///< stem conv3×3-BN, stages of cells, residual blocks between them, BN-ReLU, head
        TransNasMicro, ///< stem of two strided convolutions, stages whose first cell is strided or wider
    };
    Kind kind = Kind::Small;
    std::vector<int> channels{16, 32}; ///< by stage
    int cellsPerStage = 1;
    friend bool operator==(const Skeleton&, const Skeleton&) = default;
};

/// "small", "nas-bench-201", "transnas-micro".
std::string_view name(Skeleton::Kind kind);
/// NAS-Bench-201's own: 16, 32, 64 channels, 5 cells a stage.
Skeleton nasBench201Skeleton();

/// Shape of the pictures and of what has to come out, without the data.
struct TaskShape {
    std::size_t channels = 1;
    std::size_t height = 14;
    std::size_t width = 14;
    HeadKind head = HeadKind::Classes;
    LossKind loss = LossKind::CrossEntropy;
    std::size_t outputs = 10;
    std::size_t codeSize = 0;
    friend bool operator==(const TaskShape&, const TaskShape&) = default;
};
TaskShape shapeOf(const LearningTask& task);

/// A network: a cell in a skeleton in front of a head.
struct NetworkPlan {
    CellProgram cell;
    Skeleton skeleton;
    TaskShape task;
};

/// What a network weighs, counted from its plan without building it.
struct NetworkCost {
    std::uint64_t parameters = 0; ///< trainable numbers, batch normalisation's included
    std::uint64_t multiplyAdds = 0; ///< for one picture, as the benchmark counts its "FLOPs"
};
/// Exact; equals the published columns of NAS-Bench-201 for plain programs in its skeleton, and the
/// network that the plugin builds. Cost: microseconds.
NetworkCost networkCost(const NetworkPlan& plan);

} // namespace ktnas
