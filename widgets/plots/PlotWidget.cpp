// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/PlotWidget.h"

#include "core/base/Error.h"
#include "widgets/plots/PlotAccessible.h"
#include "widgets/style/Marks.h"
#include "widgets/style/ThemeProvider.h"

#include <QAccessible>
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
    installPlotAccessibility();
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

QString PlotWidget::valueText() const
{
    return m_summary.isEmpty() ? m_caption : m_summary;
}

void PlotWidget::tellValue()
{
    if (!QAccessible::isActive())
        return;
    QAccessibleValueChangeEvent event(this, valueText());
    QAccessible::updateAccessibility(&event);
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

int PlotWidget::linesOf(TextRole role, const QString& text) const
{
    if (text.isEmpty())
        return 0;
    return QFontMetrics(font(role)).horizontalAdvance(text) > width() ? 2 : 1;
}

int PlotWidget::headingHeight() const
{
    if (!m_isHeadingVisible || (m_heading.isEmpty() && m_caption.isEmpty()))
        return 0;
    return linesOf(TextRole::Heading, m_heading) * theme().ipx(lineHeight(TextRole::Heading))
        + linesOf(TextRole::Caption, m_caption) * theme().ipx(lineHeight(TextRole::Caption)) + theme().ipx(8);
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
    const auto paragraph = [&](TextRole role, const QColor& colour, const QString& text) {
        const int lines = linesOf(role, text);
        const int height = theme().ipx(lineHeight(role));
        painter.setFont(font(role));
        painter.setPen(colour);
        const QFontMetrics metrics(painter.font());
        QString rest = text;
        for (int i = 0; i < lines; ++i, top += height) {
            // All but the last line break at a blank; what still does not fit is elided.
            qsizetype end = rest.size();
            while (i + 1 < lines && end > 0 && metrics.horizontalAdvance(rest.left(end)) > width())
                end = rest.lastIndexOf(u' ', end - 1);
            const QString now = end > 0 ? rest.left(end) : rest;
            rest = end > 0 ? rest.mid(end).trimmed() : QString();
            painter.drawText(QRect(0, top, width(), height), Qt::AlignLeft | Qt::AlignVCenter,
                             metrics.elidedText(now, Qt::ElideRight, width()));
        }
    };
    paragraph(TextRole::Heading, theme().text, m_heading);
    paragraph(TextRole::Caption, theme().text3, m_caption);
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
