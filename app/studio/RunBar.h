// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/Session.h"

#include <QWidget>

class QLabel;
class QSlider;
class QToolButton;

namespace ktnas {

class ThemeProvider;

/// The tool bar: what runs (a menu of runs and forks), back, resume or pause, step, forward, stop, fork,
/// speed; at the right the moment under the cursor, or what the table is.
class RunBar : public QWidget {
    Q_OBJECT

public:
    RunBar(Session& session, ThemeProvider& themes, QWidget* parent = nullptr);

    /// What stands at the right: "Generation 7 of 12 · Evaluation 171 of 216".
    QString moment() const { return m_moment; }
    /// Evaluations a second that a place of the slider means; 0 (as fast as it goes) at its right end.
    static double speedAt(int position);
    static int positionOf(double speed);
    static constexpr int fastest = 24; ///< the slider's right end

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QToolButton* button(const QString& command);
    void openRunMenu();
    void updateRun();
    void updateMoment();
    void updateSpeed();
    void retranslate();
    void applyTheme();

    Session& m_session;
    ThemeProvider& m_themes;
    QToolButton* m_what;
    QToolButton* m_newSearch;
    QWidget* m_runTools;
    QToolButton* m_resume;
    QToolButton* m_fork;
    QList<QToolButton*> m_buttons;
    QSlider* m_speed;
    QLabel* m_speedText;
    QString m_moment;
};

} // namespace ktnas
