// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/Session.h"

#include <QWidget>

class QVBoxLayout;

namespace ktnas {

class CellSection;
class DiarySection;
class LayoutService;
class NeighbourSection;
class PairAnalysis;
class PairSection;
class ThemeProvider;
class TwinSection;
class WhySection;

/// The right side of the window: the current cell, and below it what belongs to the workspace in front:
/// neighbours and twins (Explore), neighbours and the diary (Search), why a migrant was chosen (Transfer),
/// the pair's findings (Disorder).
class InspectorView : public QWidget {
    Q_OBJECT

public:
    InspectorView(Session& session, PairAnalysis& analysis, ThemeProvider& themes, LayoutService& layouts,
                  QWidget* parent = nullptr);

    /// The task whose vote the Transfer workspace shows.
    void setVoteTask(TaskId task);
    CellSection* cellSection() const { return m_cell; }
    /// Places a section below the current cell; it belongs to the inspector then.
    void insertBelowCell(QWidget* section);

private:
    void arrange();

    Session& m_session;
    CellSection* m_cell;
    NeighbourSection* m_neighbours;
    TwinSection* m_twins;
    DiarySection* m_diary;
    WhySection* m_why;
    PairSection* m_pair;
    QVBoxLayout* m_column;
};

} // namespace ktnas
