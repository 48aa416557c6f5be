// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace ktnas {

/// Moves labels apart along one direction so that no two are closer than `spacing`, each as near to its wish
/// as the others let it (least squares), all inside [low, high] where they fit. `wishes` are centres in
/// pixels, in any order; the result has the same order. Labels with one wish keep their order in the list.
/// Where all do not fit they are spread evenly over the range. Cost: n log n.
std::vector<double> spreadLabels(const std::vector<double>& wishes, double spacing, double low, double high);

/// Which of the labels at `centres` (ascending) can be shown without two closer than `spacing`: greedy from
/// the first; indices in `keep` are always shown and push out their neighbours. Returns a flag for each.
std::vector<bool> thinLabels(const std::vector<double>& centres, double spacing,
                             const std::vector<int>& keep);

} // namespace ktnas
