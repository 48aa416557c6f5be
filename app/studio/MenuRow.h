// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/Session.h"

#include <QWidget>

class QMenuBar;
class QPushButton;
class QTabBar;

namespace ktnas {

class ThemeProvider;

/// The top row: menus, the workspaces as words, and the field that opens the palette.
class MenuRow : public QWidget {
    Q_OBJECT

public:
    /// `workspaces`: ids in order; each has a command "workspace.<id>" whose text is its word.
    MenuRow(Session& session, ThemeProvider& themes, const QStringList& workspaces,
            QWidget* parent = nullptr);

    QMenuBar& menuBar() { return *m_menuBar; }
    /// Where the palette opens below.
    QPushButton& searchField() { return *m_search; }
    /// On the start page there are none; without a table there are only those that need none.
    void setWorkspacesVisible(bool areVisible, bool hasTable);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow();
    void retranslate();
    void applyTheme();
    void paintSearchField();

    Session& m_session;
    ThemeProvider& m_themes;
    QStringList m_workspaces;
    QMenuBar* m_menuBar;
    QTabBar* m_tabs;
    QPushButton* m_search;
};

} // namespace ktnas
