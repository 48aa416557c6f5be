// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/StudioViews.h"

#include "widgets/graph/LayoutService.h"
#include "widgets/models/PairAnalysis.h"
#include "widgets/style/ThemeProvider.h"
#include "widgets/views/CellSection.h"
#include "widgets/views/DisorderView.h"
#include "widgets/views/ExploreView.h"
#include "widgets/views/InspectorView.h"
#include "widgets/views/SearchView.h"
#include "widgets/views/TransferView.h"

#include <QPointer>

namespace ktnas {

StudioViews::StudioViews(Session& session, ThemeProvider& themes, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_themes(themes)
{
}

StudioViews::~StudioViews() = default;

QStringList StudioViews::workspaces()
{
    return {QStringLiteral("explore"), QStringLiteral("search"), QStringLiteral("transfer"),
            QStringLiteral("disorder")};
}

LayoutService& StudioViews::layouts()
{
    if (!m_layouts)
        m_layouts = new LayoutService(this);
    return *m_layouts;
}

PairAnalysis& StudioViews::analysis()
{
    if (!m_analysis)
        m_analysis = new PairAnalysis(m_session, this);
    return *m_analysis;
}

QWidget* StudioViews::workspace(const QString& id, QWidget* parent)
{
    QWidget*& made = m_workspaces[id];
    if (made)
        return made;
    if (id == u"explore") {
        made = new ExploreView(m_session, m_themes, parent);
    } else if (id == u"transfer") {
        auto* transfer = new TransferView(m_session, m_themes, parent);
        made = transfer;
        if (m_inspector)
            connectVotes(transfer);
    } else if (id == u"disorder") {
        made = new DisorderView(m_session, analysis(), m_themes, parent);
    } else {
        made = new SearchView(m_session, m_themes, parent);
    }
    made->setObjectName(id);
    return made;
}

QWidget* StudioViews::inspector(QWidget* parent)
{
    if (!m_inspector) {
        m_inspector = new InspectorView(m_session, analysis(), m_themes, layouts(), parent);
        m_inspector->setObjectName(QStringLiteral("inspectorView"));
        if (auto* transfer = qobject_cast<TransferView*>(m_workspaces.value(QStringLiteral("transfer"))))
            connectVotes(transfer);
    }
    return m_inspector;
}

void StudioViews::addCommands()
{
    // The session keeps its commands and may outlive the views.
    const QPointer<StudioViews> self(this);
    const auto shown = [self](const QString& id) { return self ? self->m_workspaces.value(id) : nullptr; };
    const auto bring = [self, shown](const QString& id) {
        if (self)
            self->m_session.setWorkspace(id); // the window makes the view
        return shown(id);
    };
    const QString explore = QStringLiteral("explore");
    const QString transfer = QStringLiteral("transfer");
    ExploreView::addCommands(
        m_session, [shown, explore] { return qobject_cast<ExploreView*>(shown(explore)); },
        [bring, explore] { return qobject_cast<ExploreView*>(bring(explore)); });
    TransferView::addCommands(
        m_session, [shown, transfer] { return qobject_cast<TransferView*>(shown(transfer)); },
        [bring, transfer] { return qobject_cast<TransferView*>(bring(transfer)); });
    CellSection::addCommands(
        m_session, [self] { return self && self->m_inspector ? self->m_inspector->cellSection() : nullptr; });
}

void StudioViews::connectVotes(TransferView* transfer)
{
    connect(transfer, &TransferView::voteTaskChanged, m_inspector, &InspectorView::setVoteTask);
    m_inspector->setVoteTask(transfer->voteTask());
}

} // namespace ktnas
