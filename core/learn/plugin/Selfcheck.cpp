// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/plugin/Selfcheck.h"
namespace ktnas {
std::vector<LearnerCheck> runSelfcheck(const at::Device&, std::stop_token)
{
    return {};
}
} // namespace ktnas
