// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/api/Network.h"

#include <cstdint>
#include <vector>

namespace ktnas {

/// Every layer of a network outside its cells, and the size of what goes through: the one description that
/// the network is built from and that its cost is counted from.
struct NetworkLayout {
    struct Layer {
        std::int64_t in = 0; ///< channels, or numbers for a linear layer
        std::int64_t out = 0;
        std::int64_t kernel = 1; ///< side; 0: linear
        std::int64_t stride = 1;
        bool isNormalised = true; ///< batch normalisation behind it (else, in a head, a bias)
        std::int64_t height = 1; ///< of its output
        std::int64_t width = 1;
    };
    struct Cell {
        std::int64_t in = 0; ///< channels of its input
        std::int64_t out = 0;
        std::int64_t stride = 1; ///< of strided units
        std::int64_t height = 1; ///< of its output
        std::int64_t width = 1;
    };
    struct Stage {
        /// Small: conv1×1 behind a 2×2 average pool. NAS-Bench-201: two conv3×3 of a residual block and the
        /// conv1×1 of its shortcut.
        std::vector<Layer> entry;
        std::vector<Cell> cells;
    };
    std::vector<Layer> stem;
    std::vector<Stage> stages;
    std::int64_t mapChannels = 0; ///< of the last feature map
    std::int64_t mapHeight = 0;
    std::int64_t mapWidth = 0;
    std::vector<Layer> head;
    std::int64_t upscale = 1; ///< of a Map head
};

/// Throws BadArgument for a plan without channels, classes or pictures, with pictures too small for its
/// stages, or with a head and a loss that do not go together.
NetworkLayout layoutOf(const NetworkPlan& plan);

} // namespace ktnas
