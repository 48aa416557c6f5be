// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/SelectionMode.h"

namespace ktnas {

SelectionMode selectionModeOf(Qt::KeyboardModifiers modifiers)
{
    if (modifiers.testFlag(Qt::AltModifier))
        return SelectionMode::Subtract;
    if (modifiers.testFlag(Qt::ShiftModifier) || modifiers.testFlag(Qt::ControlModifier))
        return SelectionMode::Add;
    return SelectionMode::Replace;
}

} // namespace ktnas
