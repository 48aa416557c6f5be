// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/base/Ids.h"
#include "core/base/Random.h"
#include "core/space/Cell.h"
#include "core/space/CellGraph.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ktnas {

/// A search space: which cells there are, how they are written, changed and drawn, and which of them are the
/// same function. Immutable and safe to share between threads. Get one from `spaceById()`.
class Space {
public:
    virtual ~Space();
    Space(const Space&) = delete;
    Space& operator=(const Space&) = delete;

    /// Stable name in files and on the command line: "nas-bench-201", "transnas-bench-101-micro",
    /// "darts-5x9", "micro-4op".
    virtual std::string_view id() const = 0;
    /// Proper name for people (not translated): "NAS-Bench-201".
    virtual std::string_view title() const = 0;
    virtual std::span<const Operation> operations() const = 0;

    /// Genes of a cell: 40 in the DARTS-like space, 6 in the others.
    virtual std::size_t geneCount() const = 0;
    /// Values of gene g are 0 … geneRange(g) − 1.
    virtual int geneRange(std::size_t gene) const = 0;
    /// "0->3" for a gene that is the operation of an edge; "reduction node 2 input a" in the DARTS-like
    /// space.
    virtual std::string geneLabel(std::size_t gene) const = 0;
    /// True where a gene's values are the indices of operations().
    virtual bool isOperationGene(std::size_t gene) const = 0;

    /// Number of cells, where all can be listed (15,625 or 4,096); nothing for the DARTS-like space
    /// (3.3·10³⁰).
    virtual std::optional<std::uint32_t> cellCount() const = 0;
    /// Ordinal of a cell in mixed radix, gene 0 most significant. Only where cellCount() has a value.
    CellId ordinal(const Cell& cell) const;
    /// Inverse of ordinal(); id below cellCount().
    Cell cell(CellId id) const;
    /// True if the number of genes and each gene's value are legal.
    bool contains(const Cell& cell) const;

    /// The benchmark's own text; parse(format(c)) == c.
    virtual std::string format(const Cell& cell) const = 0;
    /// Throws BadCell naming the place (1-based column in `column`), what was expected and what was found.
    virtual Cell parse(std::string_view text) const = 0;
    /// A short name of the operations for labels where the text does not fit: "3 conv 3×3, 2 skip, 1 none".
    std::string summary(const Cell& cell) const;

    virtual CellGraph graph(const Cell& cell, CellGraph::View view) const = 0;

    /// Cells that differ in one gene, in order of gene and value: 24, 18; in the DARTS-like space the ±1
    /// moves that its mutation makes (without doubles).
    virtual std::vector<Cell> neighbours(const Cell& cell) const = 0;
    /// Uniform over the space, gene by gene.
    Cell random(Stream& stream) const;
    /// A changed copy. NAS-Bench-201, TransNAS: one uniformly drawn gene gets a different, uniformly drawn
    /// value (`probability` is the chance that this happens at all, the paper's 1). DARTS-like: each gene
    /// moves with `probability` by ±1, wrapping inside its range (EMT-NAS).
    virtual Cell mutate(const Cell& cell, double probability, Stream& stream) const = 0;
    /// Two complementary children. Genes are exchanged block by block with a fair coin; a block is one edge
    /// in the enumerable spaces and the four genes of a node in the DARTS-like space.
    std::pair<Cell, Cell> crossover(const Cell& a, const Cell& b, Stream& stream) const;
    /// Number of genes that differ.
    static int editDistance(const Cell& a, const Cell& b);

    /// Key of the cell's strict class: equal keys are the same network once dead branches are dropped and the
    /// two inner nodes swapped where that is free. In spaces without that symmetry: pruning only.
    virtual std::string strictKey(const Cell& cell) const = 0;
    /// The cell with dead branches pruned (their operations set to none), which is in the same strict class;
    /// missing proxy values are taken from it. The cell itself where pruning does not apply.
    virtual Cell pruned(const Cell& cell) const = 0;
    /// Key of the cell's functional class (skips contracted, sums flattened, weighted edges keep identity and
    /// sharing, equal poolings merged, the zero network one class); nothing where edges are strided.
    virtual std::optional<std::string> functionalKey(const Cell& cell) const = 0;

protected:
    Space() = default;
    /// Genes that crossover moves together: 1, or 4 in the DARTS-like space.
    virtual std::size_t crossoverBlock() const { return 1; }
};

/// The space of that id, or null. The spaces live for the whole program.
std::shared_ptr<const Space> spaceById(std::string_view id);
/// All spaces, for recognising a cell's text.
std::span<const std::shared_ptr<const Space>> allSpaces();

/// Which cells are twins in an enumerable space, as class numbers by CellId. Classes are numbered by their
/// first cell. Computed once per space and cached (15,625 cells: about 50 ms for both).
struct TwinClasses {
    std::vector<std::uint32_t> strict; ///< by CellId
    std::uint32_t strictCount = 0;
    std::vector<std::uint32_t> functional; ///< empty where the space has no functional twins
    std::uint32_t functionalCount = 0;
};
/// Throws Internal for a space that cannot be enumerated.
std::shared_ptr<const TwinClasses> twinClasses(const Space& space);

/// Neighbours of every cell of an enumerable space as one flat table: entry i of cell c at c·degree + i.
struct NeighbourTable {
    std::uint32_t degree = 0;
    std::vector<CellId> cells;
    std::span<const CellId> of(CellId id) const
    {
        return {cells.data() + std::size_t{id.value} * degree, degree};
    }
};
/// Computed once per space and cached.
std::shared_ptr<const NeighbourTable> neighbourTable(const Space& space);

} // namespace ktnas
