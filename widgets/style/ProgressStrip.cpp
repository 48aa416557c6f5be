// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/ProgressStrip.h"

#include "widgets/style/ThemeProvider.h"

#include <QPainter>

#include <algorithm>
#include <chrono>

namespace ktnas {

ProgressStrip::ProgressStrip(ThemeProvider* provider, QWidget* parent)
    : QWidget(parent)
    , m_provider(provider)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_delay.setSingleShot(true);
    m_delay.setInterval(std::chrono::milliseconds(200));
    connect(&m_delay, &QTimer::timeout, this, &QWidget::show);
    connect(provider, &ThemeProvider::themeChanged, this, [this] {
        updateGeometry();
        update();
    });
    hide();
}

void ProgressStrip::begin(const QString& text)
{
    m_share.reset();
    m_text = text;
    setAccessibleName(text);
    if (!m_isBusy) {
        m_isBusy = true;
        m_delay.start();
    }
    update();
}

void ProgressStrip::setProgress(std::optional<double> share, const QString& text)
{
    m_share = share;
    if (!text.isEmpty()) {
        m_text = text;
        setAccessibleName(text);
    }
    update();
}

void ProgressStrip::end()
{
    m_isBusy = false;
    m_delay.stop();
    hide();
}

void ProgressStrip::setTextVisible(bool isVisible)
{
    m_isTextVisible = isVisible;
    updateGeometry();
}

QSize ProgressStrip::sizeHint() const
{
    const Theme& theme = m_provider->theme();
    return {theme.ipx(120), theme.ipx(m_isTextVisible ? 22 : 2)};
}

QSize ProgressStrip::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void ProgressStrip::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_provider->theme();
    QPainter painter(this);
    const int bar = theme.ipx(2);
    painter.fillRect(0, 0, width(), bar, theme.line);
    if (m_share)
        painter.fillRect(QRectF(0, 0, width() * std::clamp(*m_share, 0.0, 1.0), bar), theme.text);
    if (!m_isTextVisible)
        return;
    painter.setFont(theme.font(TextRole::Caption));
    painter.setPen(theme.text3);
    painter.drawText(rect().adjusted(0, bar + theme.ipx(4), 0, 0), Qt::AlignLeft | Qt::AlignTop, m_text);
}

} // namespace ktnas
