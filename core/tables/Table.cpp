// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/Table.h"

#include "core/base/Error.h"
#include "core/base/Text.h"
#include "core/tables/KnownTasks.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include <fmt/format.h>

namespace ktnas {
namespace {

constexpr std::uint32_t noRow = std::numeric_limits<std::uint32_t>::max();

} // namespace

std::string_view name(Split split)
{
    switch (split) {
    case Split::Train:
        return "train";
    case Split::Valid:
        return "valid";
    case Split::Test:
        break;
    }
    return "test";
}

std::string_view name(Direction direction)
{
    return direction == Direction::Maximise ? "maximise" : "minimise";
}

Table::Table(Content content)
    : m_content(std::move(content))
{
    KTNAS_ASSERT(m_content.space && m_content.space->cellCount());
    m_rowOfCell.assign(*m_content.space->cellCount(), noRow);
    for (std::size_t row = 0; row < m_content.cells.size(); ++row) {
        KTNAS_ASSERT(m_content.cells[row].value < m_rowOfCell.size());
        m_rowOfCell[m_content.cells[row].value] = static_cast<std::uint32_t>(row);
    }
    for (const Task& task : m_content.tasks) {
        KTNAS_ASSERT(task.searched < task.measures.size()
                     && (!task.shown || *task.shown < task.measures.size()));
        for (const Measure& measure : task.measures)
            KTNAS_ASSERT(measure.values.size() == rowCount());
    }
    for (const Attribute& attribute : m_content.attributes)
        KTNAS_ASSERT(attribute.values.size() == rowCount());
    for (const Proxy& proxy : m_content.proxies)
        KTNAS_ASSERT(proxy.values.size() == rowCount());
}

std::optional<std::size_t> Table::rowOf(CellId cell) const
{
    if (cell.value >= m_rowOfCell.size() || m_rowOfCell[cell.value] == noRow)
        return std::nullopt;
    return m_rowOfCell[cell.value];
}

bool Table::isComplete() const
{
    return rowCount() == m_rowOfCell.size();
}

std::size_t Table::taskIndex(std::string_view taskName) const
{
    std::vector<std::string> names;
    for (std::size_t i = 0; i < m_content.tasks.size(); ++i) {
        if (m_content.tasks[i].name == taskName)
            return i;
        names.push_back(m_content.tasks[i].name);
    }
    Error error(ErrorCode::UnknownTask);
    error.inFile(m_content.path).expecting(listed(names)).butFound(excerpt(taskName));
    if (const auto meant = nearest(taskName, names))
        error.hinting(fmt::format("Did you mean {}?", *meant));
    throw error;
}

const Proxy* Table::proxyFor(std::string_view taskName, std::string_view proxyName) const
{
    const auto find = [&](std::string_view task) -> const Proxy* {
        for (const Proxy& proxy : m_content.proxies) {
            if (proxy.task == task && (proxyName.empty() || proxy.name == proxyName))
                return &proxy;
        }
        return nullptr;
    };
    if (const Proxy* const own = find(taskName))
        return own;
    const std::string_view substitute = proxySubstitute(taskName);
    if (!substitute.empty()) {
        if (const Proxy* const shared = find(substitute))
            return shared;
    }
    return find({});
}

const Attribute* Table::attribute(std::string_view attributeName) const
{
    const auto found = std::find_if(m_content.attributes.begin(), m_content.attributes.end(),
                                    [&](const Attribute& a) { return a.name == attributeName; });
    return found == m_content.attributes.end() ? nullptr : &*found;
}

std::vector<double> completedProxy(const Table& table, const Proxy& proxy)
{
    const Space& space = table.space();
    std::vector<double> values = proxy.values;
    for (std::size_t row = 0; row < values.size(); ++row) {
        if (!std::isnan(proxy.values[row]))
            continue;
        if (const auto twin = table.rowOf(space.ordinal(space.pruned(space.cell(table.cellAt(row))))))
            values[row] = proxy.values[*twin];
    }
    return values;
}

std::vector<double> qualities(const Measure& measure)
{
    std::vector<double> values = measure.values;
    if (measure.direction == Direction::Minimise)
        std::transform(values.begin(), values.end(), values.begin(), [](double value) { return -value; });
    return values;
}

std::vector<std::uint32_t> placeRanks(const Measure& measure)
{
    const std::vector<double> quality = qualities(measure);
    std::vector<std::uint32_t> order;
    order.reserve(quality.size());
    for (std::size_t row = 0; row < quality.size(); ++row) {
        if (!std::isnan(quality[row]))
            order.push_back(static_cast<std::uint32_t>(row));
    }
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return quality[a] > quality[b]; });
    std::vector<std::uint32_t> ranks(quality.size(), 0);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const bool ties = i > 0 && quality[order[i]] == quality[order[i - 1]];
        ranks[order[i]] = ties ? ranks[order[i - 1]] : static_cast<std::uint32_t>(i + 1);
    }
    return ranks;
}

} // namespace ktnas
