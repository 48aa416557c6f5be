// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/Session.h"

#include <QScrollArea>

#include <vector>

class QPushButton;
class QVBoxLayout;

namespace ktnas {

class Heading;
class LearnFromGrid;
class RailTask;
class SettingsPanel;
class ThemeProvider;

/// The left panel: the table's tasks and how they stand at the cursor, who learns from whom, and the next
/// search's settings. In the Disorder workspace it chooses the two tasks that are compared.
class TaskRail : public QScrollArea {
    Q_OBJECT

public:
    TaskRail(Session& session, ThemeProvider& themes, QWidget* parent = nullptr);

    RailTask* task(std::size_t index) const { return m_tasks[index]; }
    LearnFromGrid& learnFrom() { return *m_learnFrom; }
    SettingsPanel& settings() { return *m_settings; }

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void refresh();
    void refreshTasks();
    void showMode();
    QString tasksCaption() const;
    void retranslate();
    void applyTheme();

    Session& m_session;
    ThemeProvider& m_themes;
    Heading* m_tasksHeading;
    QVBoxLayout* m_taskColumn;
    std::vector<RailTask*> m_tasks;
    Heading* m_learnHeading;
    LearnFromGrid* m_learnFrom;
    SettingsPanel* m_settings;
    QPushButton* m_start;
    Heading* m_twins;
};

} // namespace ktnas
