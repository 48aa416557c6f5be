// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/Session.h"

#include <QTimer>
#include <QWidget>

class QScrollArea;

namespace ktnas {

class DiaryList;
class Heading;
class ThemeProvider;

/// What happened last in the run, in plain words; a line is a link to its moment.
class DiarySection : public QWidget {
    Q_OBJECT

public:
    DiarySection(Session& session, ThemeProvider& themes, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void refresh();

    Session& m_session;
    Heading* m_heading;
    DiaryList* m_list;
    QScrollArea* m_scroll;
    QTimer m_delay; ///< a run at full speed changes the diary at most ten times a second
};

} // namespace ktnas
