// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/Record.h"
#include "core/record/RunState.h"

namespace ktnas::test {

/// The state after the first `cursor` events, from the meaning of the events and not step by step: who has
/// joined and not left, what was born since the generation began, … Quadratic and independent of
/// RunState::apply.
RunState naiveState(const Record& record, EventIndex cursor);

} // namespace ktnas::test
