// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/Session.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace ktnas {

class ThemeProvider;

/// The bottom line: what was said last at the left; what is under way at the right, with progress, time left
/// and Cancel.
class StatusStrip : public QWidget {
    Q_OBJECT

public:
    StatusStrip(Session& session, ThemeProvider& themes, QWidget* parent = nullptr);

    /// Another sentence at the left; stays until the next.
    void say(const QString& sentence);
    QString sentence() const;
    /// What stands at the right: "Nothing running", or the oldest job.
    QString activity() const;

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void update();
    void retranslate();

    Session& m_session;
    ThemeProvider& m_themes;
    QLabel* m_sentence;
    QLabel* m_activity;
    QProgressBar* m_progress;
    QLabel* m_left;
    QToolButton* m_cancel;
    quint64 m_shownJob = 0;
};

} // namespace ktnas
