// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/Session.h"

#include <QWidget>

class QLabel;

namespace ktnas {

class Heading;
class ThemeProvider;

/// Transfer's part of the inspector: why the current cell was chosen as a migrant or not, and what the table
/// knows.
class WhySection : public QWidget {
    Q_OBJECT

public:
    WhySection(Session& session, ThemeProvider& themes, QWidget* parent = nullptr);

    /// The task whose vote is shown.
    void setTask(TaskId task);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    Session& m_session;
    Heading* m_whyHeading;
    QLabel* m_why;
    Heading* m_truthHeading;
    QLabel* m_truth;
    TaskId m_task{0};
};

} // namespace ktnas
