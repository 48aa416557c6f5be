// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/BuildController.h"
#include "widgets/session/Session.h"

#include <QObject>
#include <QString>
#include <QStringList>

class QWidget;

namespace ktnas {

/// Searching on a benchmark plan: its networks are trained as the search asks for them. Asks where pictures
/// are that the plan calls by a name, and opens the plan as a table without values.
class PlanSearch : public QObject {
    Q_OBJECT

public:
    /// `window` is the parent of dialogs.
    PlanSearch(Session& session, BuildController& build, QWidget* window);

    /// Registers "file.searchPlan" and "make.search".
    void addCommands();
    /// Opens a plan to search on; what is missing is asked for first. Throws what readBenchmarkPlan() throws.
    void open(const QString& path);

private:
    void ask(const QString& path, const QStringList& missing);
    /// The plan of the page as a file: its own where it is that, else one among the trained values.
    QString fileOfPlan() const;

    Session& m_session;
    BuildController& m_build;
    QWidget* m_window;
};

} // namespace ktnas
