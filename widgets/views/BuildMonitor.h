// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/BuildSnapshot.h"

#include <QStringList>
#include <QWidget>

#include <memory>
#include <vector>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace ktnas {

class BuildController;
class CurveChart;
class Heading;
class HeatMap;
class SegmentedChoice;
class ThemeProvider;

/// How the making of a benchmark goes: learning curves of the latest networks, how the tasks agree so far,
/// what each worker trains, how reliable the tasks are, what failed.
class BuildMonitor : public QWidget {
    Q_OBJECT

public:
    BuildMonitor(BuildController& build, ThemeProvider& themes, QWidget* parent = nullptr);

    /// What the list at the lower right shows.
    enum class List : std::uint8_t { Workers, Reliability, Failures };
    void setList(List list);
    List list() const;
    HeatMap& matrix() { return *m_matrix; }
    /// One chart a task, each with its own axes: the tasks' metrics have nothing in common.
    const std::vector<CurveChart*>& charts() const { return m_charts; }
    /// The lines of the list, one text each.
    QStringList lines() const { return m_lines; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void setChartCount(std::size_t count);
    void showCurves(const BuildSnapshot& snapshot);
    void showMatrix(const BuildSnapshot& snapshot);
    void showList();
    void showWorkers(const BuildSnapshot& snapshot);
    void showReliability(const BuildSnapshot& snapshot);
    void showFailures(const BuildSnapshot& snapshot);
    void setLines(const QString& heading, const QString& caption, const QStringList& lines);
    void retranslate();

    BuildController& m_build;
    ThemeProvider& m_themes;
    Heading* m_curvesHeading;
    QGridLayout* m_curves;
    std::vector<CurveChart*> m_charts;
    HeatMap* m_matrix;
    SegmentedChoice* m_choice;
    Heading* m_listHeading;
    QLabel* m_text;
    QWidget* m_table = nullptr; ///< the reliability of each task
    QVBoxLayout* m_listColumn;
    std::shared_ptr<const BuildSnapshot> m_shown;
    std::size_t m_shownResults = 0; ///< behind the curves that are drawn
    QStringList m_lines;
};

} // namespace ktnas
