// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/VoteScene.h"
#include "widgets/session/Session.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QPushButton;
class QStackedWidget;

namespace ktnas {

class CurveChart;
class EmptyState;
class Heading;
class Sankey;
class SegmentedChoice;
class ThemeProvider;
class VoteDiagram;

/// The Transfer workspace: the vote under the cursor (the paper's Fig. 4), what became of all migrants, and
/// whether φ predicts the true rank.
class TransferView : public QWidget {
    Q_OBJECT

public:
    TransferView(Session& session, ThemeProvider& themes, QWidget* parent = nullptr);

    /// Gives the session the view's command before there is a view; as ExploreView::addCommands().
    static void addCommands(Session& session, const std::function<TransferView*()>& shown,
                            const std::function<TransferView*()>& bring);

    /// The task of the current run whose vote is shown.
    TaskId voteTask() const { return m_task; }

Q_SIGNALS:
    void voteTaskChanged(ktnas::TaskId task);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeHead();
    void newRun();
    void refresh();
    void showVote();
    void showFates();
    void showAudit();
    void showCurrent();
    void stepVotes();
    void retranslate();
    QString shortTitle(std::size_t tableTask) const;

    Session& m_session;
    ThemeProvider& m_themes;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    Heading* m_heading;
    SegmentedChoice* m_tasks;
    QPushButton* m_step;
    VoteDiagram* m_diagram;
    Sankey* m_fates;
    CurveChart* m_audit;
    TaskId m_task{0};
    VoteScene m_scene;
    PhiAudit m_phi;
    QTimer m_slow;
};

} // namespace ktnas
