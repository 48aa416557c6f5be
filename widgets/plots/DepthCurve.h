// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/PlotWidget.h"
#include "widgets/plots/Scale.h"

#include <QPolygonF>

#include <limits>
#include <vector>

class QPainterPath;

namespace ktnas {

/// Agreement of two tasks inside the source's best share. NaN leaves a part out.
struct DepthCurvePoint {
    static constexpr double none = std::numeric_limits<double>::quiet_NaN();
    double share = 1; ///< 0 < share ≤ 1
    double value = none; ///< all cells
    double ceilingLow = none; ///< twins on one task, 5 %
    double ceilingMedian = none;
    double ceilingHigh = none; ///< 95 %
    double sameLow = none; ///< the same twins across the tasks, 5 %
    double sameMedian = none;
    double sameHigh = none; ///< 95 %
};

/// Agreement against depth: the curve of all cells, the noise ceiling (hatch, dashed median), the same twins
/// across tasks (plain band, dotted median), and a depth that can be dragged or stepped.
/// Depths stand on a log axis from the smallest to "all". Keys: ← → to the next depth, Home, End.
class DepthCurve : public PlotWidget {
    Q_OBJECT

public:
    explicit DepthCurve(ThemeProvider* themes, QWidget* parent = nullptr);

    /// Ascending shares.
    void setPoints(std::vector<DepthCurvePoint> points);
    const std::vector<DepthCurvePoint>& points() const { return m_points; }
    /// Words at the three curves: "all cells", "noise ceiling: twins on Scene itself, median, 5–95 %",
    /// "same twins across tasks, 5–95 %"; empty = no word.
    void setLabels(const QString& curve, const QString& ceiling, const QString& same);
    /// Marks the depth nearest to this share; emits nothing.
    void setDepth(double share);
    /// The marked depth; 1 without data.
    double depth() const;
    /// Where the words of the plot stand, without the one at the marked depth.
    std::vector<QRectF> wordPlaces() const;
    /// Where the word at the marked depth stands; empty for none.
    QRectF depthWordPlace() const;
    /// Pixels of a point of the plot.
    QPointF toPixel(double share, double value) const { return {m_x.toPixel(share), m_y.toPixel(value)}; }

    QString valueText() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The person chose a depth: one of the points' shares.
    void depthChanged(double share);

protected:
    QString kindName() const override;
    void invalidate() override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    using Member = double DepthCurvePoint::*;

    void layOut();
    void renderCurves();
    void drawAxes(QPainter& painter) const;
    QPolygonF lineOf(Member member) const;
    QPainterPath bandOf(Member low, Member high) const;
    void placeWords();
    void drawWords(QPainter& painter) const;
    void drawDepth(QPainter& painter) const;
    std::vector<QPolygonF> allLines() const;
    QString depthWord() const;
    int nearestPoint(double share) const;
    void choose(int point);

    std::vector<DepthCurvePoint> m_points;
    QString m_curveLabel;
    QString m_ceilingLabel;
    QString m_sameLabel;
    int m_depth = -1; ///< index into the points
    Scale m_x;
    Scale m_y;
    QRectF m_area;
    QImage m_layer;

    /// A word on the plot and the point of its curve.
    struct Word {
        QString text;
        QRectF place;
        QPointF anchor;
        bool hasLeader = false;
    };
    std::vector<Word> m_words;
};

} // namespace ktnas
