// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/Scene.h"
#include "core/search/Steps.h"

namespace ktnas {

// The bodies of the methods. Each reads as its paper's pseudo-code; the scene must outlive it.

/// Uniform sampling without replacement; each task keeps its best K to look at.
Steps searchAtRandom(Scene& scene);
/// Regularised (aging) evolution, Real et al. 2019, per task. Also `zero`, which differs in its mutants only.
Steps searchByAging(Scene& scene, std::string_view method);
/// Multi-factorial mating of EMT-NAS (Liao et al., CVPR 2023) on a space with a table.
Steps searchByMating(Scene& scene);
/// MT-NAS (Zhou et al., TEVC 2024) as its authors' NAS-Bench-201 program.
Steps searchByAdaptiveTransfer(Scene& scene);
/// KTNAS (Zhang et al., TETCI 2026) with the switches of its open points.
Steps searchByTransferRank(Scene& scene);

} // namespace ktnas
