// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/TransferRank.h"

#include "core/base/Error.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ktnas {

std::uint32_t mostSimilar(std::span<const double> similarities, Stream& stream)
{
    const double largest = *std::max_element(similarities.begin(), similarities.end());
    const auto isEqual = [&](double similarity) { return similarity >= largest - similarityTolerance; };
    const auto equal =
        static_cast<std::uint32_t>(std::count_if(similarities.begin(), similarities.end(), isEqual));
    std::uint32_t skip = equal == 1 ? 0 : stream.below(equal);
    for (std::uint32_t i = 0; i < similarities.size(); ++i)
        if (isEqual(similarities[i]) && skip-- == 0)
            return i;
    assertionFailed(__FILE__, __LINE__, "a voter has a most similar candidate");
}

std::vector<int> transferRanks(std::span<const std::int8_t> labels, std::span<const std::uint32_t> votes,
                               std::size_t candidates)
{
    KTNAS_ASSERT(labels.size() == votes.size());
    std::vector<int> phi(candidates, 0);
    for (std::size_t i = 0; i < votes.size(); ++i)
        phi[votes[i]] += labels[i];
    return phi;
}

RankedChoice selectByRank(std::span<const int> phi, std::size_t n, std::span<const double> preference,
                          Stream& stream)
{
    std::vector<std::uint32_t> order(phi.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return phi[a] > phi[b]; });
    if (order.size() <= n) {
        const std::size_t count = order.size();
        return {std::move(order), count};
    }
    RankedChoice selection;
    std::size_t begin = 0;
    while (selection.chosen.size() < n) {
        std::size_t end = begin;
        while (end < order.size() && phi[order[end]] == phi[order[begin]])
            ++end;
        const std::size_t wanted = n - selection.chosen.size();
        if (end - begin > wanted) {
            const std::span group(order.data() + begin, end - begin);
            if (preference.empty())
                for (std::size_t i = 0; i < wanted; ++i)
                    std::swap(group[i],
                              group[i + stream.below(static_cast<std::uint32_t>(group.size() - i))]);
            else
                std::stable_sort(group.begin(), group.end(), [&](std::uint32_t a, std::uint32_t b) {
                    return preference[a] > preference[b];
                });
            end = begin + wanted;
        } else {
            selection.sure += end - begin;
        }
        selection.chosen.insert(selection.chosen.end(), order.begin() + static_cast<std::ptrdiff_t>(begin),
                                order.begin() + static_cast<std::ptrdiff_t>(end));
        begin = end;
    }
    return selection;
}

RankedChoice selectByPreference(std::span<const double> preference, std::size_t n)
{
    std::vector<std::uint32_t> order(preference.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return preference[a] > preference[b]; });
    order.resize(std::min(n, order.size()));
    const std::size_t count = order.size();
    return {std::move(order), count};
}

RankedChoice selectByLot(std::size_t candidates, std::size_t n, Stream& stream)
{
    const auto count = static_cast<std::uint32_t>(candidates);
    return {stream.sample(count, static_cast<std::uint32_t>(std::min(n, candidates))), 0};
}

std::size_t eliteCount(double ratio, std::size_t count)
{
    // 0.3 · 10 must give 3 although 0.3 is a little less than three tenths.
    const double share = std::floor(ratio * static_cast<double>(count) + 1e-9);
    return std::max<std::size_t>(1, static_cast<std::size_t>(share));
}

} // namespace ktnas
