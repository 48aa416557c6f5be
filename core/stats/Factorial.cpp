// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/Factorial.h"

#include "core/base/Error.h"
#include "core/stats/Intervals.h"

#include <cstdint>

namespace ktnas {
namespace {

/// The level of one gene at any index: index / stride % range.
struct Digit {
    std::size_t stride = 1;
    std::size_t range = 1;
    std::size_t level(std::size_t index) const { return index / stride % range; }
};

} // namespace

double FactorialEffects::mainTotal() const
{
    double sum = 0;
    for (const double squares : mainSquares)
        sum += squares;
    return sum;
}

double FactorialEffects::pairTotal() const
{
    double sum = 0;
    for (const Pair& pair : pairs)
        sum += pair.squares;
    return sum;
}

FactorialEffects factorialEffects(std::span<const double> values, std::span<const int> ranges)
{
    std::vector<Digit> digits(ranges.size());
    std::size_t count = 1;
    for (std::size_t gene = ranges.size(); gene-- > 0;) {
        KTNAS_ASSERT(ranges[gene] >= 1);
        digits[gene] = {count, static_cast<std::size_t>(ranges[gene])};
        count *= digits[gene].range;
    }
    KTNAS_ASSERT(values.size() == count);

    FactorialEffects effects;
    effects.mean = mean(values);
    std::vector<double> centred(count);
    std::vector<std::uint16_t> levels(count * digits.size());
    for (std::size_t i = 0; i < count; ++i) {
        centred[i] = values[i] - effects.mean;
        effects.total += centred[i] * centred[i];
        for (std::size_t gene = 0; gene < digits.size(); ++gene)
            levels[i * digits.size() + gene] = static_cast<std::uint16_t>(digits[gene].level(i));
    }
    for (std::size_t gene = 0; gene < digits.size(); ++gene) {
        std::vector<double> effect(digits[gene].range);
        for (std::size_t i = 0; i < count; ++i)
            effect[levels[i * digits.size() + gene]] += centred[i];
        const double perLevel = static_cast<double>(count / digits[gene].range);
        double squares = 0;
        for (double& value : effect) {
            value /= perLevel;
            squares += value * value;
        }
        effects.levelEffects.push_back(effect);
        effects.mainSquares.push_back(squares * perLevel);
    }
    for (std::size_t a = 0; a < digits.size(); ++a) {
        for (std::size_t b = a + 1; b < digits.size(); ++b) {
            const std::size_t width = digits[b].range;
            std::vector<double> sums(digits[a].range * width);
            for (std::size_t i = 0; i < count; ++i) {
                const std::uint16_t* level = levels.data() + i * digits.size();
                sums[level[a] * width + level[b]] += centred[i];
            }
            const double perPair = static_cast<double>(count / sums.size());
            double squares = 0;
            for (std::size_t j = 0; j < sums.size(); ++j) {
                const double beyond = sums[j] / perPair - effects.levelEffects[a][j / width]
                    - effects.levelEffects[b][j % width];
                squares += beyond * beyond;
            }
            effects.pairs.push_back({a, b, squares * perPair});
        }
    }
    return effects;
}

} // namespace ktnas
