// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/work/Probe.h"

#include <string>

namespace ktnas::cli {

/// "45 s", "12 min", "6.3 h".
std::string duration(double seconds);
/// What a probe tells, for people.
std::string probeText(const BenchmarkResults& results, const WorkList& work, const ProbeReport& probe,
                      unsigned workers);
/// How reliable the values are and how the tasks agree.
std::string reliabilityText(const BenchmarkResults& results, const WorkList& work);

} // namespace ktnas::cli
