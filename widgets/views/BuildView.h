// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/Session.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace ktnas {

class BuildController;
class BuildMonitor;
class ErrorState;
class Heading;
class PictureShelf;
class PlanPanel;
class ProgressStrip;
class ThemeProvider;

/// The page on which a benchmark is planned and made: the plan at the left, how it goes at the right.
class BuildView : public QWidget {
    Q_OBJECT

public:
    BuildView(Session& session, PictureShelf& shelf, BuildController& build, ThemeProvider& themes,
              QWidget* parent = nullptr);

    /// Gives the session the commands of the page before there is one; `bring` goes to the page.
    static void addCommands(Session& session, BuildController& build, const std::function<void()>& bring);
    PlanPanel& plan() { return *m_plan; }
    BuildMonitor& monitor() { return *m_monitor; }
    ErrorState& error() { return *m_error; }
    QString finding() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeHead();
    QWidget* makeIntroduction();
    QPushButton* addButton(const QString& command, bool isMain);
    void refresh();
    void showFailure();
    void retranslate();
    void applyTheme();

    Session& m_session;
    BuildController& m_build;
    ThemeProvider& m_themes;
    PlanPanel* m_plan;
    QScrollArea* m_planScroll;
    ProgressStrip* m_progress;
    ErrorState* m_error;
    Heading* m_title;
    QList<std::pair<QString, QPushButton*>> m_buttons; ///< with their commands
    QStackedWidget* m_stack;
    QLabel* m_introduction = nullptr;
    BuildMonitor* m_monitor;
};

} // namespace ktnas
