// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/Pace.h"
#include "widgets/session/Session.h"

#include <QWidget>

#include <cstdint>
#include <map>

class QLabel;
class QStackedLayout;

namespace ktnas {

class ThemeProvider;
class TimeLine;

/// The bottom dock: the current run's time line, or one sentence where there is no run.
class TimeLinePanel : public QWidget {
    Q_OBJECT

public:
    TimeLinePanel(Session& session, ThemeProvider& themes, QWidget* parent = nullptr);

    TimeLine& timeLine() { return *m_timeLine; }
    bool isFolded() const;
    /// One row of all lanes (36 px) instead of a lane a task.
    void setFolded(bool isFolded);

protected:
    void changeEvent(QEvent* event) override;

private:
    void startRun();
    /// News of the run: a running search is followed at its own pace, else everything is shown at once.
    void follow();
    void appendNews();
    void showForks();
    void applyHeight();
    void retranslate();

    Session& m_session;
    ThemeProvider& m_themes;
    TimeLine* m_timeLine;
    QWidget* m_empty;
    QLabel* m_title;
    QLabel* m_sentence;
    QStackedLayout* m_stack;
    EventIndex m_shown = 0; ///< events that the time line has
    std::size_t m_generations = 0; ///< generations that it has
    std::map<std::uint32_t, EventIndex> m_waiting; ///< births of this generation's migrants, by member
    Pace m_pace;
};

} // namespace ktnas
