// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <Qt>

namespace ktnas {

/// What a gesture does with the selection: plain, with Shift, with Alt.
enum class SelectionMode { Replace, Add, Subtract };

/// The mode that the held modifier keys ask for; Alt wins over Shift. Control counts as Shift, as in tables.
SelectionMode selectionModeOf(Qt::KeyboardModifiers modifiers);

} // namespace ktnas

Q_DECLARE_METATYPE(ktnas::SelectionMode)
