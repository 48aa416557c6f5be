// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/CurveChart.h"

#include "widgets/style/ThemeProvider.h"

#include <QResizeEvent>

#include <algorithm>

namespace ktnas {

namespace {

constexpr double narrowest = 170;
constexpr double gap = 24;

} // namespace

CurveRow::CurveRow(ThemeProvider* themes, QWidget* parent)
    : QWidget(parent)
    , m_themes(themes)
{
    connect(themes, &ThemeProvider::themeChanged, this, &CurveRow::place);
}

void CurveRow::setChartCount(int count)
{
    while (chartCount() > std::max(count, 0)) {
        delete m_charts.back();
        m_charts.pop_back();
    }
    while (chartCount() < count) {
        auto* chart = new CurveChart(m_themes, this);
        chart->setAxes(m_axes);
        chart->show();
        m_charts.push_back(chart);
    }
    place();
    updateGeometry();
}

void CurveRow::setAxes(const CurveAxes& axes)
{
    m_axes = axes;
    for (CurveChart* chart : m_charts)
        chart->setAxes(axes);
    place();
}

QSize CurveRow::sizeHint() const
{
    return {m_themes->theme().ipx(860), m_themes->theme().ipx(240)};
}

QSize CurveRow::minimumSizeHint() const
{
    return {m_themes->theme().ipx(200), m_themes->theme().ipx(120)};
}

void CurveRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

void CurveRow::place()
{
    if (m_charts.empty())
        return;
    const Theme& theme = m_themes->theme();
    const int count = chartCount();
    const int columns = std::clamp(static_cast<int>(width() / theme.px(narrowest)), 1, count);
    const int rows = (count + columns - 1) / columns;
    // The first of a row is wider by its numbers, so that all plots have one width.
    const int labels = m_charts.front()->yLabelWidth();
    const int space = theme.ipx(gap);
    const int plot = std::max((width() - labels - space * (columns - 1)) / columns, 1);
    const int tall = (height() - space / 2 * (rows - 1)) / rows;
    for (int i = 0; i < count; ++i) {
        const int column = i % columns;
        const bool isFirst = column == 0;
        CurveChart* chart = m_charts[static_cast<std::size_t>(i)];
        chart->setYLabelsShown(isFirst);
        const int left = isFirst ? 0 : labels + column * (plot + space) - theme.ipx(4);
        chart->setGeometry(left, i / columns * (tall + space / 2), plot + (isFirst ? labels : theme.ipx(4)),
                           tall);
    }
}

} // namespace ktnas
