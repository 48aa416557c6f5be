// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyleOption>
#include <QVariant>
#include <QWidget>

/// What the sources of StudioStyle share; nobody else includes it.
namespace ktnas::studiostyle {

inline constexpr const char* mainButtonProperty = "ktnasMainButton";
inline constexpr const char* compactProperty = "ktnasCompact";

inline bool has(const QWidget* widget, const char* property)
{
    return widget && widget->property(property).toBool();
}

inline bool isHovered(const QStyleOption& option)
{
    return (option.state & QStyle::State_MouseOver) && (option.state & QStyle::State_Enabled);
}

inline bool hasKeyFocus(const QStyleOption& option)
{
    return (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange);
}

} // namespace ktnas::studiostyle
