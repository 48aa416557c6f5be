// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/Session.h"

#include <QWidget>

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
    void updateCurves();
    void updateCursor();
    /// Rank that a value would have among the task's values: 1 + the number of better ones.
    double rankOf(std::size_t task, double value) const;

    Session& m_session;
    SeedBands& m_seeds;
    Heading* m_heading;
    CurveRow* m_row;
    std::vector<std::vector<double>> m_sorted; ///< by task of the run: qualities, best first
    double m_shownEvaluations = 0; ///< right end of the axes
};

} // namespace ktnas
