// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/TaskChip.h"

#include "widgets/style/Marks.h"
#include "widgets/style/ThemeProvider.h"

#include <QFontMetrics>
#include <QPainter>

namespace ktnas {

TaskChip::TaskChip(ThemeProvider* provider, QWidget* parent)
    : QWidget(parent)
    , m_provider(provider)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(provider, &ThemeProvider::themeChanged, this, [this] {
        updateGeometry();
        update();
    });
}

void TaskChip::setTask(int task, const QString& name, const QString& code)
{
    m_task = task;
    m_name = name;
    m_code = code;
    setAccessibleName(name);
    updateGeometry();
    update();
}

int TaskChip::width(const QString& words) const
{
    const Theme& theme = m_provider->theme();
    return theme.ipx(17) + QFontMetrics(theme.font(TextRole::Name)).horizontalAdvance(words);
}

QSize TaskChip::sizeHint() const
{
    return {width(m_name), m_provider->theme().ipx(18)};
}

QSize TaskChip::minimumSizeHint() const
{
    return {width(m_code.isEmpty() ? m_name : m_code), m_provider->theme().ipx(18)};
}

void TaskChip::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_provider->theme();
    QPainter painter(this);
    paintTaskChip(painter, QPointF(theme.px(5), height() / 2.0), m_task, theme);
    painter.setFont(theme.font(TextRole::Name));
    painter.setPen(theme.text);
    const bool fits = QWidget::width() >= width(m_name) || m_code.isEmpty();
    painter.drawText(rect().adjusted(theme.ipx(17), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     fits ? m_name : m_code);
    if (const QString tip = fits ? QString() : m_name; tip != toolTip())
        setToolTip(tip);
}

} // namespace ktnas
