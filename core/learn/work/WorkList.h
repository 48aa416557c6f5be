// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/learn/work/BenchmarkPlan.h"

#include <compare>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace ktnas {

/// Names one result of a benchmark: which network, on which task, with which seed.
struct WorkKey {
    enum class Kind : std::uint8_t { Training, Proxies };
    std::uint32_t cell = 0; ///< ordinal of the first cell of the network's class
    std::uint16_t task = 0; ///< place in the plan
    std::uint32_t seed = 0;
    Kind kind = Kind::Training;
    friend auto operator<=>(const WorkKey&, const WorkKey&) = default;
};

/// A network of a plan: a class of cells that are the same function.
struct PlannedNetwork {
    CellId cell; ///< the first of its class, which it is built from
    CellProgram program;
    bool isConstant = false; ///< the zero network: its answers do not depend on the picture
    bool isRepeated = false; ///< trained with the further seeds too
};

/// Everything that a plan asks for, in the order in which it is done: networks in a seeded random order, so
/// that what is done at any time is a fair sample of the whole; all tasks of a network behind one another;
/// the repeated networks are spread evenly.
class WorkList {
public:
    /// Throws BadPlan if the plan names more networks than there are.
    explicit WorkList(const BenchmarkPlan& plan);

    std::span<const PlannedNetwork> networks() const { return m_networks; }
    std::span<const WorkKey> keys() const { return m_keys; }
    /// The part with number `index` (1 … count): every count-th network. Throws BadArgument.
    std::vector<WorkKey> shard(std::uint32_t index, std::uint32_t count) const;
    const PlannedNetwork& network(std::uint32_t cell) const;
    bool hasNetwork(std::uint32_t cell) const { return m_placeOfCell.contains(cell); }
    /// Number of the network in the order, 0-based.
    std::size_t placeOf(std::uint32_t cell) const { return m_placeOfCell.at(cell); }
    /// The first cell of the class of any cell of the space.
    std::uint32_t representative(CellId cell) const { return m_representative[cell.value]; }

    /// The job that brings the result; its id is 0 and it leaves no checkpoint.
    TrainingJob job(const BenchmarkPlan& plan, const WorkKey& key) const;

private:
    std::vector<PlannedNetwork> m_networks;
    std::vector<WorkKey> m_keys;
    std::map<std::uint32_t, std::size_t> m_placeOfCell;
    std::vector<std::uint32_t> m_representative; ///< by CellId
};

} // namespace ktnas
