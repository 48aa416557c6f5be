// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace ktnas {

class Session;
class ThemeProvider;

/// Paints the rows of CellTableModel: the cell's glyph before its number, figures that do not dance, the
/// ranks of all tasks as a strip of dots, a bar at the left of the current row.
class CellDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    CellDelegate(Session& session, ThemeProvider& themes, QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    Session& m_session;
    ThemeProvider& m_themes;
};

} // namespace ktnas
