// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/Problem.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace ktnas {

/// What happens to negative cosines before they are compared. Order as in the settings.
enum class NegativeCosine : std::uint8_t { Leave, Clip, Rescale };

/// Cosine similarity of cells by an embedding of the space, or numbers drawn anew for every vote (`redrawn`,
/// the control that knows nothing, not even that a cell is itself).
class Similarity {
public:
    /// `embedding`: a name of embeddingMethods(), or "redrawn".
    void configure(const Problem& problem, std::string_view embedding, NegativeCosine negative);
    /// Similarity of a voter to each candidate, into `result` (one place a candidate); `noise` matters for
    /// `redrawn` only. Cost: one pass over two vectors a candidate.
    void measure(CellId voter, std::span<const CellId> candidates, Stream noise,
                 std::span<double> result) const;

private:
    enum class Kind : std::uint8_t { SharedGenes, Embedded, Redrawn };

    const Problem* m_problem = nullptr;
    Kind m_kind = Kind::SharedGenes;
    NegativeCosine m_negative = NegativeCosine::Leave;
    std::shared_ptr<const MeasuredEmbedding> m_embedding;
};

} // namespace ktnas
