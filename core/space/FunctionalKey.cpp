// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/FunctionalKey.h"

#include "core/space/FourNodeSpace.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

namespace ktnas {

namespace {

/// A sum of units, as a sorted list of their numbers with repetition. Unit 0 is the cell's input.
using Sum = std::vector<int>;

struct Unit {
    int operation = -1;
    Sum input;
    std::string tree; ///< the unit written as a tree, blind to sharing: a first, cheap colour
};

bool isPooling(OperationFamily family)
{
    return family == OperationFamily::AvgPool || family == OperationFamily::MaxPool;
}

std::string treeText(int operation, const Sum& input, const std::vector<Unit>& units)
{
    std::vector<std::string> parts;
    parts.reserve(input.size());
    for (const int unit : input)
        parts.push_back(units[static_cast<std::size_t>(unit)].tree);
    std::sort(parts.begin(), parts.end());
    std::string text = std::to_string(operation) + '(';
    for (const std::string& part : parts)
        text += part;
    return text + ')';
}

/// The sum in the new numbering.
Sum renumbered(const Sum& sum, const std::vector<int>& number)
{
    Sum renamed;
    renamed.reserve(sum.size());
    for (const int unit : sum)
        renamed.push_back(number[static_cast<std::size_t>(unit)]);
    std::sort(renamed.begin(), renamed.end());
    return renamed;
}

void append(std::string& text, const Sum& sum)
{
    text += '(';
    for (const int unit : sum)
        text += static_cast<char>('a' + unit);
    text += ')';
}

std::string textOf(const FunctionalForm& form)
{
    std::string text;
    for (const FunctionalForm::Unit& unit : form.units) {
        text += static_cast<char>('0' + unit.operation);
        append(text, unit.inputs);
    }
    append(text, form.output);
    return text;
}

/// The next way to order the units of equal colour: `order` is sorted inside each group at first. False after
/// the last, with all groups sorted again.
bool nextOrder(std::vector<int>& order, const std::vector<std::size_t>& groupEnds)
{
    std::size_t begin = 0;
    for (const std::size_t end : groupEnds) {
        if (std::next_permutation(order.begin() + static_cast<std::ptrdiff_t>(begin),
                                  order.begin() + static_cast<std::ptrdiff_t>(end)))
            return true;
        begin = end;
    }
    return false;
}

/// The form of the smallest text over all numberings that respect the colours. The tree of a unit is longer
/// than those that it reads, so every unit comes after its inputs.
FunctionalForm canonicalForm(const std::vector<Unit>& units, const Sum& output)
{
    std::vector<int> order(units.size() - 1);
    std::iota(order.begin(), order.end(), 1);
    const auto tree = [&](int unit) -> const std::string& {
        return units[static_cast<std::size_t>(unit)].tree;
    };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return tree(a).size() != tree(b).size() ? tree(a).size() < tree(b).size() : tree(a) < tree(b);
    });
    std::vector<std::size_t> groupEnds;
    for (std::size_t i = 1; i <= order.size(); ++i) {
        if (i == order.size() || tree(order[i]) != tree(order[i - 1]))
            groupEnds.push_back(i);
    }
    FunctionalForm best;
    std::string bestText;
    std::vector<int> number(units.size(), 0);
    do {
        for (std::size_t i = 0; i < order.size(); ++i)
            number[static_cast<std::size_t>(order[i])] = static_cast<int>(i) + 1;
        FunctionalForm form;
        for (const int index : order) {
            const Unit& unit = units[static_cast<std::size_t>(index)];
            form.units.push_back({unit.operation, renumbered(unit.input, number)});
        }
        form.output = renumbered(output, number);
        std::string text = textOf(form);
        if (bestText.empty() || text < bestText) {
            bestText = std::move(text);
            best = std::move(form);
        }
    } while (nextOrder(order, groupEnds));
    return best;
}

} // namespace

FunctionalForm functionalForm(const Cell& pruned, std::span<const Operation> operations)
{
    std::vector<Unit> units{{-1, {}, "x"}};
    std::array<Sum, FourNodeSpace::nodeCount> sums;
    sums[0] = {0};
    for (std::size_t gene = 0; gene < FourNodeSpace::edges.size(); ++gene) {
        const auto [from, to] = FourNodeSpace::edges[gene];
        const Sum& input = sums[static_cast<std::size_t>(from)];
        Sum& sum = sums[static_cast<std::size_t>(to)];
        const int operation = pruned[gene];
        const OperationFamily family = operations[pruned[gene]].family;
        if (family == OperationFamily::None || input.empty())
            continue;
        if (family == OperationFamily::Skip) {
            sum.insert(sum.end(), input.begin(), input.end());
        } else {
            const auto known = std::find_if(units.begin(), units.end(), [&](const Unit& unit) {
                return isPooling(family) && unit.operation == operation && unit.input == input;
            });
            sum.push_back(static_cast<int>(known - units.begin()));
            if (known == units.end())
                units.push_back({operation, input, treeText(operation, input, units)});
        }
        // Edges come in order of their target, and a node's sum is complete before it is read.
        std::sort(sum.begin(), sum.end());
    }
    return sums.back().empty() ? FunctionalForm() : canonicalForm(units, sums.back());
}

std::string functionalText(const Cell& pruned, std::span<const Operation> operations)
{
    const FunctionalForm form = functionalForm(pruned, operations);
    return form.output.empty() ? "0" : textOf(form);
}

} // namespace ktnas
