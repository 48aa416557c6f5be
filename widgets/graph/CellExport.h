// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/space/Space.h"
#include "widgets/graph/GraphLayout.h"
#include "widgets/style/Theme.h"

#include <QString>

#include <string>

namespace ktnas {

/// The cell as a Graphviz file (UTF-8): labels, styles and "dead" as in the picture. `where` (a table, a run,
/// may be empty) goes into a comment at the top, with the cell's own text.
std::string cellDot(const Space& space, const Cell& cell, CellGraph::View view, const std::string& where);

/// The picture of a cell graph. `layout` answers layoutRequest() for this view and theme. Both throw
/// WriteFailed with the path and the system's words; a file is written whole or not at all.
void saveCellSvg(const QString& path, const Space& space, const Cell& cell, CellGraph::View view,
                 const GraphLayout& layout, const Theme& theme, const QString& where);
/// `scale` is pixels for each logical pixel (2 for print).
void saveCellPng(const QString& path, const Space& space, const Cell& cell, CellGraph::View view,
                 const GraphLayout& layout, const Theme& theme, const QString& where, double scale = 2);

} // namespace ktnas
