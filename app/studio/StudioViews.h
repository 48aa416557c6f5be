// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/Session.h"

#include <QMap>
#include <QObject>
#include <QStringList>

class QWidget;

namespace ktnas {

class InspectorView;
class LayoutService;
class PairAnalysis;
class ThemeProvider;
class TransferView;

/// Makes the workspaces' views and the inspector when they are first needed, and what they share.
class StudioViews : public QObject {
    Q_OBJECT

public:
    StudioViews(Session& session, ThemeProvider& themes, QObject* parent = nullptr);
    ~StudioViews() override;

    /// Ids in the order of the house.
    static QStringList workspaces();
    /// The view of a workspace; the second call gives the same one.
    QWidget* workspace(const QString& id, QWidget* parent);
    QWidget* inspector(QWidget* parent);
    /// The commands of views that do not exist yet; the palette has them from the start, and running one
    /// brings its view.
    void addCommands();

private:
    LayoutService& layouts();
    PairAnalysis& analysis();
    void connectVotes(TransferView* transfer);

    Session& m_session;
    ThemeProvider& m_themes;
    LayoutService* m_layouts = nullptr;
    PairAnalysis* m_analysis = nullptr;
    QMap<QString, QWidget*> m_workspaces;
    InspectorView* m_inspector = nullptr;
};

} // namespace ktnas
