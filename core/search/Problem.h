// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/base/Random.h"
#include "core/embed/Embedding.h"
#include "core/record/RunHeader.h"
#include "core/space/Space.h"
#include "core/tables/Table.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ktnas {

/// A zero-cost proxy as a search reads it: a value for every cell of the space, and each cell's neighbours
/// from the best value to the worst.
struct ProxyScores {
    std::string name; ///< "synflow"
    std::vector<double> values; ///< by CellId; −infinity where neither the cell nor its pruned twin has one
    NeighbourTable ranked; ///< neighbours by falling value, equal ones in the space's order
};

/// An embedding with the length of every vector, for cosines.
struct MeasuredEmbedding {
    std::shared_ptr<const Embedding> embedding;
    std::vector<double> norms; ///< by CellId
};

/// What a run needs of a table, by CellId, shared by all runs on it: values of the chosen tasks, proxies,
/// known cells, embeddings. Immutable to the outside and safe to share between threads; building it costs
/// about a millisecond a task. Proxies and embeddings are computed when first asked for, and kept.
class Problem {
public:
    /// `tasks` are names of the table's tasks. Throws UnknownTask, and BadArgument for no task, a task named
    /// twice, a table without rows, or a space whose cells cannot all be listed.
    static std::shared_ptr<const Problem> make(std::shared_ptr<const Table> table,
                                               const std::vector<std::string>& tasks);
    explicit Problem(std::shared_ptr<const Table> table, const std::vector<std::string>& tasks);
    ~Problem();
    Problem(const Problem&) = delete;
    Problem& operator=(const Problem&) = delete;

    const Table& table() const { return *m_table; }
    const Space& space() const { return m_table->space(); }
    std::span<const RunTask> tasks() const { return m_tasks; }
    /// The value of a cell in the table's units, NaN where the table has none.
    double value(TaskId task, CellId cell) const { return m_values[task.value][cell.value]; }

    /// Number of cells of the space.
    std::uint32_t cellCount() const { return m_cellCount; }
    /// The cells that the table has; a search never leaves them.
    std::span<const CellId> knownCells() const { return m_known; }
    /// One bit a cell, 1 where the table has no row for it; 64 cells a word.
    std::span<const std::uint64_t> unknownBits() const { return m_unknownBits; }
    /// Uniform over the known cells.
    CellId randomCell(Stream& stream) const
    {
        return m_known[stream.below(static_cast<std::uint32_t>(m_known.size()))];
    }
    std::span<const CellId> neighbours(CellId cell) const { return m_neighbours->of(cell); }
    std::span<const std::uint8_t> genes(CellId cell) const
    {
        return {m_genes.data() + std::size_t{cell.value} * m_geneCount, m_geneCount};
    }
    /// Number of genes that differ.
    int editDistance(CellId a, CellId b) const;

    /// The proxy that a run on these tasks takes: `wanted` if every task has it; for an empty text synflow,
    /// or else the table's first that every task has. Empty if there is none.
    std::string proxyName(std::string_view wanted) const;
    /// Names of the proxies that every task has, in the table's order.
    std::vector<std::string> proxyNames() const;
    /// A proxy on a task. Throws BadSettingValue if the table does not have it. First call per proxy: about
    /// 10 ms on NAS-Bench-201; safe from several threads.
    std::shared_ptr<const ProxyScores> proxy(TaskId task, std::string_view name) const;
    /// An embedding of the space by name, see makeEmbedding(); safe from several threads.
    std::shared_ptr<const MeasuredEmbedding> embedding(std::string_view method) const;

private:
    struct Cache;

    std::shared_ptr<const Table> m_table;
    std::vector<RunTask> m_tasks;
    std::vector<std::vector<double>> m_values; ///< by task, by CellId
    std::uint32_t m_cellCount = 0;
    std::vector<CellId> m_known;
    std::vector<std::uint64_t> m_unknownBits;
    std::shared_ptr<const NeighbourTable> m_neighbours;
    std::size_t m_geneCount = 0;
    std::vector<std::uint8_t> m_genes;
    std::unique_ptr<Cache> m_cache;
};

} // namespace ktnas
