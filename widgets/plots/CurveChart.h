// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/PlotWidget.h"
#include "widgets/plots/Scale.h"

#include <QGraphicsScene>
#include <QList>
#include <QPointF>

#include <functional>
#include <limits>
#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QAreaSeries;
class QChart;
class QLineSeries;
class QValueAxis;
QT_END_NAMESPACE

namespace ktnas {

/// A line of a curve chart. x ascends.
struct Curve {
    enum class Shape { Line, Step };
    enum class Look {
        Main, ///< 2.25 px in the task's colour: best so far
        Mean, ///< dotted 1.2 px in text2: mean of a population
        Fork, ///< as Main, dashed 6 3
        Secondary, ///< 1.5 px in the task's colour
    };
    QString name; ///< written at the line's end; empty = not
    QList<QPointF> points;
    Shape shape = Shape::Line;
    Look look = Look::Main;
    int task = -1; ///< −1: the text colour
    bool hasDot = false; ///< a dot where the line ends, or at the cursor
};

/// A band between two curves with the same x.
struct CurveBand {
    QString name; ///< written at its end; empty = not
    QList<QPointF> low;
    QList<QPointF> high;
    Curve::Shape shape = Curve::Shape::Line;
    double opacity = 0.18; ///< 10–90 % of seeds; .28 for an interval of the mean
    int task = -1;
};

/// What the two axes show. Several charts given the same axes are small multiples.
struct CurveAxes {
    enum class Vertical {
        Rank, ///< logarithmic from `yHigh` (the worst rank) at the bottom to `yLow` (usually 1) at the top
        Linear, ///< `yLow` at the bottom
        LinearDown, ///< `yLow` at the top: for losses, so that better is up
    };
    double xLow = 0;
    double xHigh = 1;
    double yLow = 1;
    double yHigh = 10;
    Vertical vertical = Vertical::Rank;
    QString xCaption; ///< below the axis, shown where y labels are
    double zeroLine = std::numeric_limits<double>::quiet_NaN(); ///< a line in `edge`, for linear axes
    std::function<QString(double)> yText; ///< empty: grouped numbers

    /// Ranks from `count` to 1 over `evaluations`.
    static CurveAxes ranks(double count, double evaluations);
};

/// A panel of curves (QtCharts draws the lines; grid, words and cursor are ours). Rank curves of one task,
/// means over generations, any line over a number. New points are set whole; a line is cut down to under
/// 2,000 points that look the same before QtCharts sees it. What lies right of the cursor is drawn at 35 %.
/// Mouse: moving shows the value under the pointer, a click moves the cursor there. Keys: ← → along the
/// curve, Home, End, Enter moves the cursor, Esc leaves.
class CurveChart : public PlotWidget {
    Q_OBJECT

public:
    explicit CurveChart(ThemeProvider* themes, QWidget* parent = nullptr);
    ~CurveChart() override;

    void setAxes(const CurveAxes& axes);
    const CurveAxes& axes() const { return m_axes; }
    /// Bands lie below curves, in the order given.
    void setBands(std::vector<CurveBand> bands);
    void setCurves(std::vector<Curve> curves);
    const std::vector<Curve>& curves() const { return m_curves; }
    /// Only the points of one curve: cheap enough for every frame of a run.
    void setCurvePoints(int curve, QList<QPointF> points);
    /// The cursor's x; none = no cursor, everything at full strength.
    void setCursorX(std::optional<double> x);
    /// Chip and name above the plot, words at the right ("target: rank 1"). Task −1: no chip.
    void setTask(int task, const QString& name, const QString& note);
    /// The small multiples after the first of a row leave the numbers out.
    void setYLabelsShown(bool areShown);

    /// Pixels of a point of the chart.
    QPointF toPixel(QPointF value) const { return {m_x.toPixel(value.x()), m_y.toPixel(value.y())}; }
    QRectF plotArea() const { return m_area; }
    /// Width of the numbers left of the plot, the same for charts with the same axes.
    int yLabelWidth() const;

    QString valueText() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// x under the pointer or reached by keys, NaN for none.
    void hovered(double x);
    /// The person asks to move the cursor here.
    void cursorAsked(double x);

protected:
    QString kindName() const override;
    void invalidate() override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Drawn {
        QLineSeries* before = nullptr;
        QLineSeries* after = nullptr; ///< right of the cursor
    };

    void layOut();
    void rebuildSeries();
    void fillCurve(std::size_t index);
    QPointF charted(QPointF value) const;
    QPen penOf(const Curve& curve) const;
    QColor colourOf(int task) const;
    void renderChart();
    void drawGrid(QPainter& painter) const;
    void drawHeader(QPainter& painter) const;
    void drawEnds(QPainter& painter) const;
    void drawProbe(QPainter& painter) const;
    double endOf(const Curve& curve) const;
    std::vector<double> yTicks() const;
    QString yText(double value) const;
    void moveProbe(std::optional<double> x);

    CurveAxes m_axes;
    std::vector<Curve> m_curves;
    std::vector<CurveBand> m_bands;
    std::optional<double> m_cursor;
    std::optional<double> m_probe;
    int m_task = -1;
    QString m_taskName;
    QString m_note;
    bool m_areYLabelsShown = true;

    QGraphicsScene m_scene;
    QChart* m_chart; ///< owned by the scene
    QValueAxis* m_xAxis; ///< owned by the chart
    QValueAxis* m_yAxis;
    std::vector<Drawn> m_drawn;
    std::vector<QAreaSeries*> m_drawnBands;
    bool m_areSeriesStale = true;
    Scale m_x;
    Scale m_y;
    QRectF m_area;
    QImage m_layer;
};

/// Charts of several tasks side by side with shared axes; wraps to rows of at least 170 px a chart.
class CurveRow : public QWidget {
    Q_OBJECT

public:
    explicit CurveRow(ThemeProvider* themes, QWidget* parent = nullptr);

    /// Makes or removes charts at the end.
    void setChartCount(int count);
    int chartCount() const { return static_cast<int>(m_charts.size()); }
    CurveChart* chart(int index) const { return m_charts[static_cast<std::size_t>(index)]; }
    /// The same axes for all.
    void setAxes(const CurveAxes& axes);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void place();

    ThemeProvider* m_themes;
    std::vector<CurveChart*> m_charts;
    CurveAxes m_axes;
};

} // namespace ktnas
