// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/Session.h"

#include <QTimer>
#include <QWidget>

class QTextBrowser;

namespace ktnas {

class Heading;
class ThemeProvider;

/// What happened last in the run, in plain words; a line is a link to its moment.
class DiarySection : public QWidget {
    Q_OBJECT

public:
    DiarySection(Session& session, ThemeProvider& themes, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    Session& m_session;
    ThemeProvider& m_themes;
    Heading* m_heading;
    QTextBrowser* m_text;
    QTimer m_delay; ///< a run at full speed changes the diary at most ten times a second
};

} // namespace ktnas
