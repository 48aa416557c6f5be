// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/LabelSpread.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <numeric>
#include <set>

namespace ktnas {

std::vector<double> spreadLabels(const std::vector<double>& wishes, double spacing, double low, double high)
{
    const std::size_t n = wishes.size();
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return wishes[a] < wishes[b]; });
    std::vector<double> placed(n);
    if (n == 0)
        return placed;
    const double needed = spacing * static_cast<double>(n - 1);
    if (needed > high - low) {
        const double step = n > 1 ? (high - low) / static_cast<double>(n - 1) : 0;
        for (std::size_t k = 0; k < n; ++k)
            placed[order[k]] = n > 1 ? low + step * static_cast<double>(k) : (low + high) / 2;
        return placed;
    }
    // After subtracting k·spacing the wish "at least spacing apart" reads "not descending": isotonic
    // regression by pooling adjacent violators gives the least squares answer.
    struct Block {
        double sum = 0;
        std::size_t count = 0;
        double mean() const { return sum / static_cast<double>(count); }
    };
    std::vector<Block> blocks;
    for (std::size_t k = 0; k < n; ++k) {
        blocks.push_back({wishes[order[k]] - spacing * static_cast<double>(k), 1});
        while (blocks.size() > 1 && blocks[blocks.size() - 2].mean() >= blocks.back().mean()) {
            blocks[blocks.size() - 2].sum += blocks.back().sum;
            blocks[blocks.size() - 2].count += blocks.back().count;
            blocks.pop_back();
        }
    }
    std::size_t k = 0;
    for (const Block& block : blocks) {
        const double base = std::clamp(block.mean(), low, high - needed);
        for (std::size_t i = 0; i < block.count; ++i, ++k)
            placed[order[k]] = base + spacing * static_cast<double>(k);
    }
    return placed;
}

std::vector<bool> thinLabels(const std::vector<double>& centres, double spacing, const std::vector<int>& keep)
{
    std::vector<bool> shown(centres.size(), false);
    std::multiset<double> taken;
    for (const int index : keep) {
        if (index >= 0 && static_cast<std::size_t>(index) < centres.size()) {
            shown[static_cast<std::size_t>(index)] = true;
            taken.insert(centres[static_cast<std::size_t>(index)]);
        }
    }
    for (std::size_t i = 0; i < centres.size(); ++i) {
        if (shown[i])
            continue;
        const auto after = taken.lower_bound(centres[i]);
        const bool isFree = (after == taken.end() || *after - centres[i] >= spacing)
            && (after == taken.begin() || centres[i] - *std::prev(after) >= spacing);
        if (isFree)
            taken.insert(after, centres[i]);
        shown[i] = isFree;
    }
    return shown;
}

} // namespace ktnas
