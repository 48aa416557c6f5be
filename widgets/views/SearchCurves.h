// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/Pace.h"
#include "widgets/session/Session.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace ktnas {

class CurveRow;
class Heading;
class SeedBands;
class ThemeProvider;

/// One chart a task: rank of the best cell so far, rank of the parents' mean value, the range of other seeds.
class SearchCurves : public QWidget {
    Q_OBJECT

public:
    SearchCurves(Session& session, SeedBands& seeds, ThemeProvider& themes, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    /// News of the run: a running search is followed chart by chart, else all are brought up to date.
    void follow();
    void updateAxes();
    void updateChart(std::size_t task);
    void addParent(std::size_t task);
    /// The best rank so far of a run over the evaluations of a task.
    QList<QPointF> bestCurve(const RecordIndex& index, std::size_t task) const;
    /// The run that the current one was forked from, where it is still open.
    const RunController* parentRun() const;
    void updateCursor(std::size_t task);
    bool isLive() const;
    /// Rank that a value would have among the task's values: 1 + the number of better ones.
    /// True for a run that trains: without a table there are values and no ranks.
    bool showsValues() const;
    void updateValueAxes(double most);
    double rankOf(std::size_t task, double value) const;

    Session& m_session;
    SeedBands& m_seeds;
    Heading* m_heading;
    CurveRow* m_row;
    std::vector<std::vector<double>> m_sorted; ///< by task of the run: qualities, best first
    std::vector<std::unique_ptr<Pace>> m_paces; ///< by task of the run
    double m_shownEvaluations = 0; ///< right end of the axes
};

} // namespace ktnas
