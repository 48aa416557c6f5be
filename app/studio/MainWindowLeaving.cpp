// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/MainWindow.h"

#include "app/studio/NoticeArea.h"
#include "app/studio/Workshop.h"

#include <QCloseEvent>

#include <algorithm>

namespace ktnas {

void MainWindow::askBefore(const QString& id, const std::function<void()>& go)
{
    const auto running = std::count_if(m_session.runs().begin(), m_session.runs().end(), [](const auto& run) {
        return run->state() == RunController::State::Running;
    });
    const QString question = running > 0 ? tr("%Ln searches are running, and what they found is not saved.",
                                              nullptr, static_cast<int>(running))
                                         : tr("There are runs that are not saved.");
    const auto saveAndGo = [this, go] {
        const QString path = m_session.workspacePath();
        if (path.isEmpty()) {
            m_session.commands().run(QStringLiteral("file.saveAs"));
            return; // the person closes again when it is saved
        }
        m_session.saveWorkspace(path, go); // what went wrong is said by warned()
    };
    m_notice->ask(id, question,
                  {{tr("Save"), saveAndGo}, {tr("Close without saving"), go}, {tr("Go on working"), {}}});
}

void MainWindow::closeTable()
{
    if (m_session.isModified())
        askBefore(QStringLiteral("close-table"), [this] { m_session.closeTable(); });
    else
        m_session.closeTable();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_mayClose && m_session.isModified()) {
        event->ignore();
        askBefore(QStringLiteral("quit"), [this] {
            m_mayClose = true;
            close();
        });
        return;
    }
    if (!m_mayClose && m_workshop->build().isBusy()) {
        event->ignore();
        m_notice->ask(
            QStringLiteral("quit-make"),
            tr("A benchmark is being made. What is finished is in its file, and opening that goes on "
               "later."),
            {{tr("Stop and quit"),
              [this] {
                  m_mayClose = true;
                  close();
              }},
             {tr("Go on working"), {}}});
        return;
    }
    leaveWorkspace();
    m_session.preferences().setWindowGeometry(saveGeometry());
    for (const auto& run : m_session.runs())
        run->stop();
    m_session.jobs().cancelAll();
    event->accept();
}

void MainWindow::offerCrashedWork()
{
    const std::vector<QString> crashed = m_session.crashedWork();
    if (crashed.empty())
        return;
    const QString& newest = crashed.front();
    m_notice->ask(QStringLiteral("crash"),
                  tr("KTNAS Studio ended unexpectedly while work was going on. The work is still here."),
                  {{tr("Restore it"), [this, newest] { m_session.restore(newest); }},
                   {tr("Throw it away"),
                    [this, crashed] {
                        for (const QString& work : crashed)
                            m_session.discard(work);
                    }},
                   {tr("Later"), {}}});
}

} // namespace ktnas
