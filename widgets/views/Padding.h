// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVBoxLayout>
#include <QWidget>

namespace ktnas {

/// Lays a view on the ground colour of charts and maps instead of the window's panel colour.
inline void layOnGround(QWidget* view)
{
    view->setBackgroundRole(QPalette::Base);
    view->setAutoFillBackground(true);
}

/// The widget with a panel's padding round it: painted views draw to their own edge.
inline QWidget* padded(QWidget* content)
{
    auto* frame = new QWidget;
    layOnGround(frame);
    auto* layout = new QVBoxLayout(frame);
    layout->setContentsMargins(16, 10, 16, 8);
    layout->addWidget(content);
    return frame;
}

} // namespace ktnas
