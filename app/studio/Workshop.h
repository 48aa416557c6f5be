// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "widgets/session/BuildController.h"
#include "widgets/session/CellVerifier.h"
#include "widgets/session/PictureShelf.h"
#include "widgets/session/Session.h"

#include <QMap>
#include <QObject>
#include <QString>
#include <QStringList>

class QWidget;

namespace ktnas {

class ThemeProvider;

/// What can be done without a table: looking at pictures and making a benchmark of them. Owns both and their
/// pages, which are made when they are first needed, and finds out where a file belongs.
class Workshop : public QObject {
    Q_OBJECT

public:
    Workshop(Session& session, ThemeProvider& themes, QObject* parent = nullptr);
    ~Workshop() override;

    PictureShelf& shelf() { return *m_shelf; }
    BuildController& build() { return *m_build; }
    CellVerifier& verifier() { return *m_verifier; }
    /// Ids of the pages: workspaces that need no table.
    static QStringList pages();
    static bool isPage(const QString& workspace) { return pages().contains(workspace); }
    /// The page's view; the second call gives the same one.
    QWidget* page(const QString& id, QWidget* parent);
    /// Registers the commands; `window` is the parent of file dialogs.
    void addCommands(QWidget* window);

    /// Opens whatever the path is: a table, record or workspace, pictures, a plan, or results of a benchmark
    /// that is being made.
    void open(const QString& path);
    /// Opens pictures and goes to their page.
    void openPictures(const QString& path);

Q_SIGNALS:
    /// Something could not be opened, and no page in front says so.
    void failed(const ktnas::ErrorReport& report);

private:
    void openPlan(const QString& path);
    void openResults(const QString& path);
    void refuseWhileBusy(const QString& path) const;
    void addPictureCommands(QWidget* window);
    void addBuildCommands(QWidget* window);

    Session& m_session;
    ThemeProvider& m_themes;
    PictureShelf* m_shelf;
    BuildController* m_build;
    CellVerifier* m_verifier;
    QMap<QString, QWidget*> m_pages;
    bool m_isTableExpected = false; ///< the benchmark's table was written and is to be explored
};

} // namespace ktnas
