// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/PlotWidget.h"

#include "core/base/Error.h"
#include "widgets/style/Marks.h"
#include "widgets/style/ThemeProvider.h"

#include <QEvent>
#include <QFocusEvent>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>

#include <cmath>

namespace ktnas {

PlotWidget::PlotWidget(ThemeProvider* themes, QWidget* parent)
    : QWidget(parent)
    , m_themes(themes)
{
    KTNAS_ASSERT(themes != nullptr);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    connect(themes, &ThemeProvider::themeChanged, this, [this] {
        invalidate();
        updateGeometry();
    });
}

void PlotWidget::setHeading(const QString& heading)
{
    if (heading == m_heading && !accessibleName().isEmpty())
        return;
    m_heading = heading;
    describeSelf();
    invalidate();
}

void PlotWidget::setCaption(const QString& caption)
{
    if (caption == m_caption)
        return;
    m_caption = caption;
    describeSelf();
    invalidate();
}

void PlotWidget::setSummary(const QString& summary)
{
    m_summary = summary;
    describeSelf();
}

void PlotWidget::setHeadingVisible(bool isVisible)
{
    m_isHeadingVisible = isVisible;
    invalidate();
}

void PlotWidget::setEmptyText(const QString& text)
{
    m_emptyText = text;
    update();
}

void PlotWidget::describeSelf()
{
    setAccessibleName(m_heading.isEmpty() ? kindName() : m_heading);
    setAccessibleDescription(m_summary.isEmpty() ? m_caption : m_summary);
}

const Theme& PlotWidget::theme() const
{
    return m_themes->theme();
}

QColor PlotWidget::groundColour() const
{
    return theme().ground;
}

int PlotWidget::headingHeight() const
{
    if (!m_isHeadingVisible || (m_heading.isEmpty() && m_caption.isEmpty()))
        return 0;
    return (m_heading.isEmpty() ? 0 : theme().ipx(lineHeight(TextRole::Heading)))
        + (m_caption.isEmpty() ? 0 : theme().ipx(lineHeight(TextRole::Caption))) + theme().ipx(8);
}

QRect PlotWidget::plotRect() const
{
    return rect().adjusted(0, headingHeight(), 0, 0);
}

void PlotWidget::invalidate()
{
    update();
}

void PlotWidget::paintHeading(QPainter& painter) const
{
    if (headingHeight() == 0)
        return;
    int top = 0;
    const auto line = [&](TextRole role, const QColor& colour, const QString& text) {
        if (text.isEmpty())
            return;
        const int height = theme().ipx(lineHeight(role));
        painter.setFont(font(role));
        painter.setPen(colour);
        const QString shown = QFontMetrics(painter.font()).elidedText(text, Qt::ElideRight, width());
        painter.drawText(QRect(0, top, width(), height), Qt::AlignLeft | Qt::AlignVCenter, shown);
        top += height;
    };
    line(TextRole::Heading, theme().text, m_heading);
    line(TextRole::Caption, theme().text3, m_caption);
}

void PlotWidget::paintGround(QPainter& painter) const
{
    painter.fillRect(rect(), groundColour());
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    paintHeading(painter);
}

void PlotWidget::paintEmpty(QPainter& painter, const QRect& rect) const
{
    painter.setFont(font(TextRole::Body));
    painter.setPen(theme().text2);
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_emptyText);
}

void PlotWidget::paintFocus(QPainter& painter) const
{
    if (showsFocus(*this))
        paintFocusRing(painter, QRectF(rect()), theme());
}

QImage PlotWidget::layer(QSize size, const QColor& fill) const
{
    const double ratio = devicePixelRatioF();
    QImage image(QSize(static_cast<int>(std::ceil(size.width() * ratio)),
                       static_cast<int>(std::ceil(size.height() * ratio))),
                 fill.alpha() == 255 ? QImage::Format_RGB32 : QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(fill);
    return image;
}

void PlotWidget::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describeSelf();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::EnabledChange
        || event->type() == QEvent::FontChange)
        invalidate();
}

void PlotWidget::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    invalidate();
}

void PlotWidget::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void PlotWidget::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

void PlotWidget::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_T && event->modifiers() == Qt::NoModifier) {
        Q_EMIT tableRequested();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace ktnas
