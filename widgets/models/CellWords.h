// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/Table.h"

#include <QCoreApplication>
#include <QString>

namespace ktnas {

/// How cells and values are said, the same in every view.
class CellWords {
    Q_DECLARE_TR_FUNCTIONS(ktnas::CellWords)

public:
    /// "Cell 9,930" by the table's index; the text of the cell where the table does not have it.
    static QString name(const Table& table, CellId cell);
    /// "9,930", for narrow places.
    static QString number(const Table& table, CellId cell);
    /// "1.29 M parameters · 185 MFLOPs", empty where the table has neither.
    static QString size(const Table& table, std::size_t row);
    /// "conv 3×3 on 0→1, skip on 0→3, …" for screen readers.
    static QString description(const Space& space, const Cell& cell);
    /// "0→3" from a gene's label.
    static QString geneLabel(const Space& space, std::size_t gene);
    /// A value of a measure with its unit and the measure's usual decimals: "91.55 %", "0.5938".
    static QString value(const Measure& measure, double value);
    /// The same without the unit, for columns.
    static QString plainValue(const Measure& measure, double value);
    /// Decimals of a measure: 2 for per cent, 4 else.
    static int decimals(const Measure& measure);
    /// "top-1, %" or "loss".
    static QString metricName(const Measure& measure);
    /// "better ↑" or "better ↓".
    static QString betterArrow(Direction direction);
    /// The passport in one line: "validation accuracy, %, larger is better, 200 epochs, mean of up to 3
    /// trials".
    static QString passport(const Task& task);
    /// "validation, 200 epochs": what all tasks of a table share, for a caption.
    static QString shortPassport(const Task& task);
    static QString splitName(Split split);
};

} // namespace ktnas
