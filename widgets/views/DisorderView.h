// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Disorder.h"
#include "widgets/session/Session.h"

#include <QStackedWidget>
#include <QWidget>

#include <vector>

namespace ktnas {

class DepthCurve;
class EmptyState;
class Heading;
class HeatMap;
class PairAnalysis;
class SegmentedChoice;
class SlopeView;
class ThemeProvider;

/// The Disorder workspace: agreement of all pairs of tasks at a depth, the pair's depth curve with its noise
/// ceiling, where the source's best cells end on the target, and the blame of every operation on every edge.
class DisorderView : public QWidget {
    Q_OBJECT

public:
    DisorderView(Session& session, PairAnalysis& analysis, ThemeProvider& themes, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeHead();
    void showMatrix();
    void showPair();
    void showCurve(const Disorder& pair);
    void showSlopes(const Disorder& pair);
    void showBlame(const Disorder& pair);
    void selectBlamed(int gene, int operation);
    void retranslate();
    QString taskTitle(std::size_t task) const;
    QString shortTitle(std::size_t task) const;

    Session& m_session;
    PairAnalysis& m_analysis;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    Heading* m_heading;
    SegmentedChoice* m_measure;
    SegmentedChoice* m_depth;
    HeatMap* m_matrix;
    DepthCurve* m_curve;
    SlopeView* m_slopes;
    HeatMap* m_blame;
    std::vector<std::uint32_t> m_slopeRows; ///< row of each line of the slope view
};

} // namespace ktnas
