// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/Problem.h"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace ktnas {

/// What happens to negative cosines before they are compared. Order as in the settings.
enum class NegativeCosine : std::uint8_t { Leave, Clip, Rescale };

/// Cosine similarity of cells by an embedding of the space, or by random vectors that are drawn anew at every
/// election (`redrawn`, a control).
class Similarity {
public:
    /// `embedding`: a name of embeddingMethods(), or "redrawn".
    void configure(const Problem& problem, std::string_view embedding, NegativeCosine negative);
    /// The candidates of an election; `seed`, `task` and `generation` matter for `redrawn` only.
    void meet(std::span<const CellId> candidates, std::uint64_t seed, TaskId task, std::uint32_t generation);
    /// Similarity of a voter to each candidate, into `result` (one place a candidate). Cost: one pass over
    /// two vectors a candidate.
    void measure(CellId voter, std::span<double> result) const;

private:
    enum class Kind : std::uint8_t { SharedGenes, Embedded, Redrawn };

    const Problem* m_problem = nullptr;
    Kind m_kind = Kind::SharedGenes;
    NegativeCosine m_negative = NegativeCosine::Leave;
    std::shared_ptr<const MeasuredEmbedding> m_embedding;
    std::vector<CellId> m_candidates;
    using RandomVector = std::array<float, 16>;
    RandomVector redrawn(CellId cell) const;
    Address m_draws;
    std::vector<RandomVector> m_redrawn; ///< by candidate
};

} // namespace ktnas
