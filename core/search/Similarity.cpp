// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/Similarity.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ktnas {

namespace {

/// Dot product in double, in four sums of every fourth product: the same on every machine, and four times as
/// fast as one sum, whose additions wait for each other.
double dot(std::span<const float> a, std::span<const float> b)
{
    std::array<double, 4> sums{};
    std::size_t i = 0;
    for (; i + 4 <= a.size(); i += 4)
        for (std::size_t lane = 0; lane < 4; ++lane)
            sums[lane] += double{a[i + lane]} * double{b[i + lane]};
    for (; i < a.size(); ++i)
        sums[0] += double{a[i]} * double{b[i]};
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

} // namespace

void Similarity::configure(const Problem& problem, std::string_view embedding, NegativeCosine negative)
{
    m_problem = &problem;
    m_negative = negative;
    m_embedding = nullptr;
    // The cosine of two one-hot codes is the share of equal genes: no vectors needed.
    m_kind = embedding == "onehot" ? Kind::SharedGenes
        : embedding == "redrawn"   ? Kind::Redrawn
                                   : Kind::Embedded;
    if (m_kind == Kind::Embedded)
        m_embedding = problem.embedding(embedding);
}

void Similarity::measure(CellId voter, std::span<const CellId> candidates, Stream noise,
                         std::span<double> result) const
{
    switch (m_kind) {
    case Kind::SharedGenes: {
        const auto genes = static_cast<int>(m_problem->genes(voter).size());
        for (std::size_t i = 0; i < candidates.size(); ++i)
            result[i] = static_cast<double>(genes - m_problem->editDistance(voter, candidates[i])) / genes;
        break;
    }
    case Kind::Embedded: {
        const auto own = m_embedding->embedding->of(voter);
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            const double lengths = m_embedding->norms[voter.value] * m_embedding->norms[candidates[i].value];
            result[i] = lengths > 0 ? dot(own, m_embedding->embedding->of(candidates[i])) / lengths : 0;
        }
        break;
    }
    case Kind::Redrawn:
        for (double& cosine : result)
            cosine = 2 * noise.unit() - 1;
        break;
    }
    if (m_negative == NegativeCosine::Clip)
        for (double& cosine : result)
            cosine = std::max(0.0, cosine);
    else if (m_negative == NegativeCosine::Rescale)
        for (double& cosine : result)
            cosine = (1 + cosine) / 2;
}

} // namespace ktnas
