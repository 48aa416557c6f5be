// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/style/ColourMap.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QPen>

#include <array>

namespace ktnas {

/// What a text is, which decides its size and weight (sizes at zoom 1, in logical pixels).
enum class TextRole {
    Caption, ///< 11: axis labels, units, provenance; never smaller
    Body, ///< 13: everything
    Name, ///< 13 medium: a task's or a cell's name inside body text
    Heading, ///< 13 semibold: sections and chart titles
    Title, ///< 15 semibold: the subject of a panel
    Figure, ///< 22 medium: the one number of a task
    Display, ///< 26 semibold: start page only
    Fixed, ///< 13, fixed width: paths, hashes, command lines
};

/// How an operation is drawn, in every space. The names and order are those of core/space's OperationFamily,
/// so that `static_cast` turns one into the other; this room does not see that one.
enum class OperationStyle { None, Skip, Conv3x3, Conv1x1, AvgPool, MaxPool, Separable, Dilated };

/// Which sequential map the person has chosen.
enum class SequentialMap { House, Viridis, Cividis };

/// All colours, fonts and sizes of the program in one value that is handed to every painter. The tokens are
/// named by what they are for. Copying is cheap; two themes at once are fine (old and new during a change).
struct Theme {
    bool isDark = false;
    QColor ground; ///< charts, maps, tables, fields
    QColor panel; ///< rail, inspector, time line
    QColor bar; ///< menu, tool bar, status bar
    QColor raised; ///< cards, menus, tooltips
    QColor line; ///< dividers, selected row
    QColor grid; ///< grid lines, never with meaning
    QColor text; ///< text, cursor, selection, focus, main button
    QColor text2; ///< second rank, icons
    QColor text3; ///< captions, axis labels; not on `line`
    QColor edge; ///< marks without a task, hatch, zero lines
    QColor warn; ///< only with icon and word
    QColor error; ///< only with icon and word
    std::array<QColor, 8> tasks;
    double zoom = 1; ///< 0.8 … 2: every logical size is multiplied by it
    SequentialMap sequentialChoice = SequentialMap::House;

    static Theme light();
    static Theme dark();

    /// A logical size at the person's zoom.
    double px(double size) const { return size * zoom; }
    /// The same in whole pixels, at least 1 for sizes above 0.
    int ipx(double size) const;

    /// Colour of the task at this place of the table (0-based, negative for none: `edge`). From the ninth
    /// task on the colours repeat and isTaskHollow() tells the chips apart.
    QColor taskColour(int task) const;
    bool isTaskHollow(int task) const { return task >= static_cast<int>(tasks.size()); }

    /// Colour of an operation; transparent for None.
    QColor operationColour(OperationStyle style) const;
    /// Pen of an operation as in the cell graph and in keys: flat caps, width and dash in logical pixels
    /// times `scale`; Qt::NoPen for None. The kernel (3, 5, 7) widens separable and dilated convolutions.
    QPen operationPen(OperationStyle style, int kernel, double scale = 1) const;

    /// Worse (0) to better (1); rank maps: 1 = best = last colour.
    const ColourMap& sequential() const;
    /// Minus or "worse on the target" (0), none (.5), plus or "better on the target" (1).
    const ColourMap& signedMap() const;

    QFont font(TextRole role) const;
    QPalette palette() const;
};

/// The family that the program's fonts use: Inter where installed, then Noto Sans, then the system's.
QString uiFontFamily();

/// How tall 1 line of this role is, in logical pixels at zoom 1: 16, 18, 18, 18, 20, 28, 32, 18.
int lineHeight(TextRole role);

} // namespace ktnas
