// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/Card.h"

#include "widgets/style/Marks.h"
#include "widgets/style/Numbers.h"
#include "widgets/style/ThemeProvider.h"

#include <QEvent>
#include <QPainter>
#include <QScreen>
#include <QVariantAnimation>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace ktnas {

namespace {

// Sizes at zoom 1.
constexpr double paddingX = 10;
constexpr double paddingY = 8;
constexpr double glyphSide = 36;
constexpr double glyphGap = 10;
constexpr double rowHeight = 18;
constexpr double columnGap = 16;
constexpr double chipIndent = 16;

struct Columns {
    double name = 0;
    double value = 0;
    double extra = 0;
    double rowsWidth(const Theme& theme) const
    {
        return name + (value > 0 ? theme.px(columnGap) + value : 0)
            + (extra > 0 ? theme.px(columnGap) + extra : 0);
    }
};

Columns columnsOf(const CardContent& content, const Theme& theme)
{
    const QFontMetricsF metrics(theme.font(TextRole::Body));
    Columns columns;
    for (const CardContent::Row& row : content.rows) {
        const double indent = row.task >= 0 ? theme.px(chipIndent) : 0;
        columns.name = std::max(columns.name, indent + metrics.horizontalAdvance(row.name));
        columns.value = std::max(columns.value, tabularWidth(metrics, row.value));
        columns.extra = std::max(columns.extra, tabularWidth(metrics, row.extra));
    }
    return columns;
}

} // namespace

QString CardContent::asText() const
{
    QStringList parts{title};
    if (!caption.isEmpty())
        parts.append(caption);
    for (const Row& row : rows)
        parts.append(QStringList({row.name, row.value, row.extra}).join(u' ').simplified());
    return parts.join(QStringLiteral(". "));
}

Card::Card(ThemeProvider* provider, QWidget* owner)
    : QWidget(owner, Qt::ToolTip | Qt::FramelessWindowHint | Qt::NoDropShadowWindowHint)
    , m_provider(provider)
    , m_fade(new QVariantAnimation(this))
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_TranslucentBackground);
    setFocusPolicy(Qt::NoFocus);
    m_delay.setSingleShot(true);
    m_delay.setInterval(std::chrono::milliseconds(350));
    connect(&m_delay, &QTimer::timeout, this, &Card::showNow);
    m_fade->setStartValue(0.0);
    m_fade->setEndValue(1.0);
    connect(m_fade, &QVariantAnimation::valueChanged, this,
            [this](const QVariant& value) { setWindowOpacity(value.toDouble()); });
    connect(provider, &ThemeProvider::themeChanged, this, &Card::dismiss);
    owner->installEventFilter(this);
}

void Card::hover(const CardContent& content, const QPoint& globalPosition)
{
    m_content = content;
    m_anchor = QRect(globalPosition, QSize(1, 1));
    if (isVisible())
        showNow();
    else
        m_delay.start();
}

void Card::showBeside(const CardContent& content, const QRect& globalRect)
{
    m_content = content;
    m_anchor = globalRect;
    showNow();
}

void Card::dismiss()
{
    m_delay.stop();
    m_fade->stop();
    hide();
}

QSize Card::sizeHint() const
{
    const Theme& theme = m_provider->theme();
    const double indent = m_content.glyph.isNull() ? 0 : theme.px(glyphSide + glyphGap);
    const QFontMetricsF title(theme.font(TextRole::Heading));
    const QFontMetricsF caption(theme.font(TextRole::Caption));
    const double head = indent
        + std::max(title.horizontalAdvance(m_content.title), caption.horizontalAdvance(m_content.caption));
    double height = theme.px(18) + (m_content.caption.isEmpty() ? 0 : theme.px(16));
    if (!m_content.glyph.isNull())
        height = std::max(height, theme.px(glyphSide));
    if (!m_content.rows.empty())
        height += theme.px(6) + theme.px(rowHeight) * static_cast<double>(m_content.rows.size());
    const double width = std::max(head, columnsOf(m_content, theme).rowsWidth(theme));
    return {static_cast<int>(std::ceil(width + 2 * theme.px(paddingX))),
            static_cast<int>(std::ceil(height + 2 * theme.px(paddingY)))};
}

void Card::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_provider->theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(6), theme.px(6));

    const double left = theme.px(paddingX);
    double y = theme.px(paddingY);
    double x = left;
    double headHeight = theme.px(18) + (m_content.caption.isEmpty() ? 0 : theme.px(16));
    if (!m_content.glyph.isNull()) {
        const double side = theme.px(glyphSide);
        painter.drawPixmap(QRectF(x, y, side, side), m_content.glyph, QRectF(m_content.glyph.rect()));
        x += side + theme.px(glyphGap);
        headHeight = std::max(headHeight, side);
    }
    painter.setFont(theme.font(TextRole::Heading));
    painter.setPen(theme.text);
    drawTabular(painter, QRectF(x, y, width() - x, theme.px(18)), Qt::AlignLeft | Qt::AlignVCenter,
                m_content.title);
    painter.setFont(theme.font(TextRole::Caption));
    painter.setPen(theme.text2);
    drawTabular(painter, QRectF(x, y + theme.px(18), width() - x, theme.px(16)),
                Qt::AlignLeft | Qt::AlignVCenter, m_content.caption);

    y += headHeight + theme.px(6);
    const Columns columns = columnsOf(m_content, theme);
    const double right = width() - theme.px(paddingX);
    painter.setFont(theme.font(TextRole::Body));
    for (const CardContent::Row& row : m_content.rows) {
        const QRectF line(left, y, right - left, theme.px(rowHeight));
        double nameX = left;
        if (row.task >= 0) {
            paintTaskChip(painter, QPointF(left + theme.px(5), line.center().y()), row.task, theme);
            nameX += theme.px(chipIndent);
        }
        painter.setPen(theme.text);
        drawTabular(painter, QRectF(nameX, y, right - nameX, line.height()), Qt::AlignLeft | Qt::AlignVCenter,
                    row.name);
        const double valueRight = right - (columns.extra > 0 ? columns.extra + theme.px(columnGap) : 0);
        drawTabular(painter, QRectF(left, y, valueRight - left, line.height()),
                    Qt::AlignRight | Qt::AlignVCenter, row.value);
        painter.setPen(theme.text2);
        drawTabular(painter, line, Qt::AlignRight | Qt::AlignVCenter, row.extra);
        y += theme.px(rowHeight);
    }
}

bool Card::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parent()
        && (event->type() == QEvent::Hide || event->type() == QEvent::Leave
            || event->type() == QEvent::FocusOut || event->type() == QEvent::WindowDeactivate))
        dismiss();
    return QWidget::eventFilter(watched, event);
}

void Card::showNow()
{
    m_delay.stop();
    if (!parentWidget()->isVisible())
        return;
    setAccessibleName(m_content.title);
    setAccessibleDescription(m_content.asText());
    place();
    update();
    if (isVisible())
        return;
    if (const int length = m_provider->animationMs(120); length > 0) {
        m_fade->setDuration(length);
        setWindowOpacity(0);
        show();
        m_fade->start();
    } else {
        setWindowOpacity(1);
        show();
    }
}

void Card::place()
{
    const QSize size = sizeHint();
    resize(size);
    move(cardPosition(size, m_anchor, parentWidget()->screen()->availableGeometry(),
                      m_provider->theme().ipx(14)));
}

QPoint cardPosition(const QSize& card, const QRect& anchor, const QRect& screen, int gap)
{
    const int anchorRight = anchor.x() + anchor.width();
    const int anchorBottom = anchor.y() + anchor.height();
    const int screenRight = screen.x() + screen.width();
    const int screenBottom = screen.y() + screen.height();
    const auto onOneSide = [gap](int start, int end, int length, int limit) {
        return end + gap + length <= limit ? end + gap : start - gap - length;
    };
    const int x = onOneSide(anchor.x(), anchorRight, card.width(), screenRight);
    int y = onOneSide(anchor.y(), anchorBottom, card.height(), screenBottom);
    const bool isBeside = x >= anchorRight || x + card.width() <= anchor.x();
    // Sideways clear of the anchor, the card may slide along it to stay on the screen.
    if (isBeside)
        y = std::clamp(y, screen.y(), std::max(screen.y(), screenBottom - card.height()));
    if (x >= screen.x())
        return {x, y};
    const bool isAboveOrBelow = y >= anchorBottom || y + card.height() <= anchor.y();
    return {isAboveOrBelow ? screen.x() : x, y};
}

} // namespace ktnas
