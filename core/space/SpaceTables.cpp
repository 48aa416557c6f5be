// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/Space.h"

#include <fmt/format.h>

#include <map>
#include <mutex>
#include <string>

namespace ktnas {

namespace {

std::uint32_t countOf(const Space& space)
{
    if (!space.cellCount())
        throw Error(ErrorCode::Internal)
            .butFound(fmt::format("{}, whose cells cannot be listed", space.id()));
    return *space.cellCount();
}

/// One table per space, computed by the first who asks; others wait for it. Two spaces of one id are the
/// same.
template <class Table, class Compute> std::shared_ptr<const Table> cached(const Space& space, Compute compute)
{
    static std::mutex mutex;
    static std::map<std::string, std::shared_ptr<const Table>, std::less<>> tables;
    const std::lock_guard lock(mutex);
    const auto known = tables.find(space.id());
    if (known != tables.end())
        return known->second;
    return tables.emplace(space.id(), std::make_shared<const Table>(compute(space))).first->second;
}

/// The number of `key`'s class, a new one if the key is new.
std::uint32_t classOf(std::map<std::string, std::uint32_t>& classes, std::string key)
{
    const auto next = static_cast<std::uint32_t>(classes.size());
    return classes.try_emplace(std::move(key), next).first->second;
}

TwinClasses computeTwins(const Space& space)
{
    const std::uint32_t count = countOf(space);
    TwinClasses result;
    std::map<std::string, std::uint32_t> strict;
    std::map<std::string, std::uint32_t> functional;
    // Strict twins are functional twins, so the costly functional key is needed only once a strict class.
    std::vector<std::uint32_t> functionalOfStrict;
    result.strict.reserve(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        const Cell cell = space.cell(CellId(i));
        const std::uint32_t strictClass = classOf(strict, space.strictKey(cell));
        result.strict.push_back(strictClass);
        if (strictClass == functionalOfStrict.size()) {
            auto key = space.functionalKey(cell);
            functionalOfStrict.push_back(key ? classOf(functional, std::move(*key)) : 0);
        }
    }
    result.strictCount = static_cast<std::uint32_t>(strict.size());
    result.functionalCount = static_cast<std::uint32_t>(functional.size());
    if (!functional.empty()) {
        result.functional.reserve(count);
        for (const std::uint32_t strictClass : result.strict)
            result.functional.push_back(functionalOfStrict[strictClass]);
    }
    return result;
}

NeighbourTable computeNeighbours(const Space& space)
{
    const std::uint32_t count = countOf(space);
    NeighbourTable result;
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto near = space.neighbours(space.cell(CellId(i)));
        if (i == 0) {
            result.degree = static_cast<std::uint32_t>(near.size());
            result.cells.reserve(std::size_t{count} * near.size());
        }
        KTNAS_ASSERT(near.size() == result.degree);
        for (const Cell& cell : near)
            result.cells.push_back(space.ordinal(cell));
    }
    return result;
}

} // namespace

std::shared_ptr<const TwinClasses> twinClasses(const Space& space)
{
    return cached<TwinClasses>(space, computeTwins);
}

std::shared_ptr<const NeighbourTable> neighbourTable(const Space& space)
{
    return cached<NeighbourTable>(space, computeNeighbours);
}

} // namespace ktnas
