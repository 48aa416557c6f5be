// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/Session.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace ktnas {

class ThemeProvider;

/// What the first window shows: how to start, what was open lately, and what a benchmark is while there is
/// none.
class StartPage : public QWidget {
    Q_OBJECT

public:
    StartPage(Session& session, ThemeProvider& themes, QWidget* parent = nullptr);

    /// Number of recent files that are listed.
    int recentCount() const { return m_recentCount; }

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();

    Session& m_session;
    ThemeProvider& m_themes;
    QWidget* m_content = nullptr;
    int m_recentCount = 0;
};

} // namespace ktnas
