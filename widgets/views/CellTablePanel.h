// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/Table.h"
#include "widgets/session/Selection.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QTableView;

namespace ktnas {

class CellTableModel;
class Heading;
class Session;
class ThemeProvider;

/// The table behind the map: the selection, or all cells, narrowed by the filter. A heading says what the
/// shown cells share.
class CellTablePanel : public QWidget {
    Q_OBJECT

public:
    CellTablePanel(Session& session, ThemeProvider& themes, QWidget* parent = nullptr);

    CellTableModel& model() { return *m_model; }
    QTableView& view() { return *m_view; }

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// The rows that selection and filter leave; null for all.
    RowSet shownRows();
    void refresh();
    void showCurrent();
    void sizeColumns();
    void retranslate();
    void applyTheme();
    /// "skip on 0→3 in 73 %, …": operations that the rows share far more often than the whole table.
    static QString sharedTraits(const Table& table, const std::vector<std::uint32_t>& rows);

    Session& m_session;
    ThemeProvider& m_themes;
    CellTableModel* m_model;
    QTableView* m_view;
    bool m_isFollowing = false; ///< the table moves to the session's cell, not the other way round
    QLineEdit* m_filter;
    QLabel* m_problem;
    QLabel* m_problemIcon;
    Heading* m_heading;
};

} // namespace ktnas
