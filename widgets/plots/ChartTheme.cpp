// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/ChartTheme.h"

#include <QAreaSeries>
#include <QBrush>
#include <QChart>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLineSeries>
#include <QPen>

namespace ktnas {

void stripChart(QChart& chart)
{
    chart.setTheme(QChart::ChartThemeLight); // the same start whatever the platform's theme is
    chart.setAnimationOptions(QChart::NoAnimation);
    chart.setBackgroundVisible(false);
    chart.setBackgroundRoundness(0);
    chart.setDropShadowEnabled(false);
    chart.setPlotAreaBackgroundVisible(false);
    chart.setMargins(QMargins(0, 0, 0, 0));
    chart.layout()->setContentsMargins(0, 0, 0, 0);
    chart.setTitle(QString());
    chart.legend()->hide();
}

void styleLine(QLineSeries& series, const QPen& pen)
{
    series.setPen(pen);
    series.setPointsVisible(false);
    series.setPointLabelsVisible(false);
}

void styleBand(QAreaSeries& series, const QColor& fill)
{
    series.setPen(Qt::NoPen);
    series.setBrush(fill);
    series.setPointsVisible(false);
}

} // namespace ktnas
