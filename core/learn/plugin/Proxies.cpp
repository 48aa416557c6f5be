// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/plugin/Proxies.h"
namespace ktnas {
std::vector<ProxyValue> proxiesOf(const NetworkPlan& plan, const LearningTask&, std::uint64_t, std::uint32_t,
                                  at::Device)
{
    const NetworkCost cost = networkCost(plan);
    return {{"params", static_cast<double>(cost.parameters)},
            {"flops", static_cast<double>(cost.multiplyAdds)}};
}
} // namespace ktnas
