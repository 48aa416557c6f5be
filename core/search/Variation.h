// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/Scene.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace ktnas {

/// The place of the best of `size` different members, drawn at random (all of them if there are no more);
/// equal ones: the first drawn. At least one parent.
std::size_t tournament(std::span<const Parent> parents, std::size_t size, Stream& stream);

/// How a mutant is taken from the neighbours that were not evaluated on the task. Order as in the settings.
enum class MutantRule : std::uint8_t { BestProxy, BestOfJ, Random };

/// A cell made from another.
struct Mutant {
    CellId cell;
    bool isEscape = false; ///< the parent's neighbourhood was spent
};

/// Makes mutants: one-edge neighbours that are new to the task. Where a cell has none left, it steps to a
/// random neighbour and tries again from there.
class Mutator {
public:
    explicit Mutator(Scene& scene);
    /// `proxy` may be empty for Random. Throws BadSettingValue where the table lacks the proxy.
    void configure(MutantRule rule, std::size_t j, std::string_view proxy);
    /// The task must be open. `slot` addresses the draws of this mutant within its task and generation.
    Mutant mutate(CellId parent, TaskId task, std::uint32_t slot) const;
    MutantRule rule() const { return m_rule; }
    /// A task's proxy; null if none was configured.
    const ProxyScores* proxy(TaskId task) const
    {
        return m_proxies.empty() ? nullptr : m_proxies[task.value].get();
    }

private:
    CellId freshNeighbour(CellId parent, TaskId task, Stream& stream) const;

    Scene& m_scene;
    MutantRule m_rule = MutantRule::Random;
    std::size_t m_j = 1;
    std::vector<std::shared_ptr<const ProxyScores>> m_proxies; ///< by task
};

} // namespace ktnas
