// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/StudioStyle.h"

#include "widgets/style/Colour.h"
#include "widgets/style/Icons.h"
#include "widgets/style/Marks.h"
#include "widgets/style/PainterState.h"
#include "widgets/style/StudioStyleHelpers.h"
#include "widgets/style/ThemeProvider.h"

#include <QAbstractSpinBox>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace ktnas {

using namespace studiostyle;

void StudioStyle::drawChevron(QPainter& painter, const QRectF& rect, QStringView id,
                              const QColor& colour) const
{
    const double side = std::min({rect.width(), rect.height(), theme().px(14)});
    const QPixmap chevron = iconPixmap(id, side, colour, painter.device()->devicePixelRatioF());
    painter.drawPixmap(QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side),
                       chevron, QRectF(chevron.rect()));
}

void StudioStyle::drawButton(const QStyleOption& option, QPainter& painter, const QWidget* widget) const
{
    const Theme& t = theme();
    const PainterState saved(painter);
    const bool isDown = option.state & (State_Sunken | State_On);
    const bool isMain = has(widget, mainButtonProperty);
    if (!(option.state & State_Enabled))
        painter.setOpacity(0.38);
    QColor fill = isMain ? t.text : t.raised;
    if (isDown || isHovered(option))
        fill = isMain ? mixed(t.text, t.ground, isDown ? 0.28 : 0.16)
                      : mixed(t.raised, t.line, isDown ? 1 : 0.55);
    painter.setPen(isMain ? QPen(Qt::NoPen) : QPen(t.line, 1));
    painter.setBrush(fill);
    const double half = isMain ? 0 : 0.5;
    const QRectF shape = QRectF(option.rect).adjusted(half, half, -half, -half);
    painter.drawRoundedRect(shape, t.px(4), t.px(4));
    if (hasKeyFocus(option)) {
        Theme ring = t;
        double in = 0;
        if (isMain) {
            ring.text = t.ground;
            in = t.px(2);
        }
        paintFocusRing(painter, QRectF(option.rect).adjusted(in, in, -in, -in), ring);
    }
}

void StudioStyle::drawField(const QStyleOption& option, QPainter& painter) const
{
    const Theme& t = theme();
    const PainterState saved(painter);
    const bool isFocused = option.state & State_HasFocus;
    painter.setPen(QPen(isFocused ? t.text : isHovered(option) ? t.edge : t.line, 1));
    painter.setBrush(t.ground);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), t.px(4), t.px(4));
    if (hasKeyFocus(option))
        paintFocusRing(painter, option.rect, t);
}

void StudioStyle::drawCheckBox(const QStyleOption& option, QPainter& painter, bool isRadio) const
{
    const Theme& t = theme();
    const PainterState saved(painter);
    if (!(option.state & State_Enabled))
        painter.setOpacity(0.38);
    const double side = std::min({t.px(14), double(option.rect.width()), double(option.rect.height())});
    const QPointF centre = QRectF(option.rect).center();
    const QRectF box(centre.x() - side / 2, centre.y() - side / 2, side, side);
    const bool isSet = option.state & (State_On | State_NoChange);
    const bool isFilled = isSet && !isRadio;
    const QColor outline = isSet || isHovered(option) ? t.text : t.edge;
    painter.setPen(QPen(outline, t.px(1.2)));
    painter.setBrush(isFilled ? t.text : t.ground);
    const double half = t.px(0.6);
    const QRectF shape = box.adjusted(half, half, -half, -half);
    if (isRadio) {
        painter.drawEllipse(shape);
        if (isSet) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(t.text);
            painter.drawEllipse(centre, side * 0.24, side * 0.24);
        }
        return;
    }
    painter.drawRoundedRect(shape, t.px(3), t.px(3));
    if (!isSet)
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(t.ground, t.px(1.6), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (option.state & State_NoChange) {
        painter.drawLine(centre - QPointF(side * 0.22, 0), centre + QPointF(side * 0.22, 0));
    } else {
        const auto at = [&](double x, double y) { return box.topLeft() + QPointF(x * side, y * side); };
        painter.drawPolyline(QPolygonF({at(0.26, 0.53), at(0.43, 0.69), at(0.75, 0.33)}));
    }
}

void StudioStyle::drawHeaderSection(const QStyleOption& option, QPainter& painter) const
{
    const Theme& t = theme();
    const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(&option);
    const bool isVertical = header && header->orientation == Qt::Vertical;
    painter.fillRect(option.rect, t.ground);
    if (!isVertical)
        painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.line);
}

void StudioStyle::drawTab(const QStyleOption& option, QPainter& painter) const
{
    const Theme& t = theme();
    const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(&option);
    if (!tab)
        return;
    const PainterState saved(painter);
    const bool isOn = tab->state & State_Selected;
    if (!(tab->state & State_Enabled))
        painter.setOpacity(0.38);
    painter.setFont(t.font(isOn ? TextRole::Heading : TextRole::Body));
    painter.setPen(isOn || isHovered(option) ? t.text : t.text2);
    painter.drawText(tab->rect, Qt::AlignCenter | Qt::TextShowMnemonic, tab->text);
    if (isOn) {
        const int inset = t.ipx(8);
        painter.fillRect(QRect(tab->rect.left() + inset, tab->rect.bottom() + 1 - t.ipx(2),
                               tab->rect.width() - 2 * inset, t.ipx(2)),
                         t.text);
    }
    if (hasKeyFocus(option))
        paintFocusRing(painter, QRectF(tab->rect).adjusted(2, 2, -2, -4), t);
}

void StudioStyle::drawMenuBarItem(const QStyleOption& option, QPainter& painter) const
{
    const Theme& t = theme();
    const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(&option);
    if (!item)
        return;
    const PainterState saved(painter);
    painter.fillRect(item->rect, t.bar);
    if (item->state & (State_Selected | State_Sunken)) {
        const double inset = t.px(5);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.line);
        painter.drawRoundedRect(QRectF(item->rect).adjusted(0, inset, 0, -inset), t.px(4), t.px(4));
    }
    if (!(item->state & State_Enabled))
        painter.setOpacity(0.38);
    painter.setPen((item->state & State_Selected) ? t.text : t.text2);
    const bool showsMnemonics = styleHint(SH_UnderlineShortcut, &option, nullptr, nullptr) != 0;
    painter.drawText(item->rect,
                     Qt::AlignCenter | (showsMnemonics ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
                     item->text);
}

void StudioStyle::drawMenuItem(const QStyleOption& option, QPainter& painter, const QWidget* widget) const
{
    const Theme& t = theme();
    const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(&option);
    if (!item)
        return;
    const PainterState saved(painter);
    const int side = t.ipx(8);
    if (item->menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(
            QRect(item->rect.left() + side, item->rect.center().y(), item->rect.width() - 2 * side, 1),
            t.line);
        if (!item->text.isEmpty()) {
            painter.setFont(t.font(TextRole::Caption));
            painter.setPen(t.text3);
            const QRect words = item->rect.adjusted(side, 0, -side, 0);
            const int width = painter.fontMetrics().horizontalAdvance(item->text);
            painter.fillRect(QRect(words.left(), words.top(), width + side, words.height()), t.raised);
            painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, item->text);
        }
        return;
    }
    const bool isOn = (item->state & State_Selected) && (item->state & State_Enabled);
    if (isOn) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.line);
        painter.drawRoundedRect(QRectF(item->rect).adjusted(t.px(4), 0, -t.px(4), 0), t.px(4), t.px(4));
    }
    if (!(item->state & State_Enabled))
        painter.setOpacity(0.38);
    const int icon = t.ipx(16);
    const QRect iconRect(item->rect.left() + t.ipx(10), item->rect.center().y() - icon / 2, icon, icon);
    const bool isCheckable = item->checkType != QStyleOptionMenuItem::NotCheckable;
    if (isCheckable && item->checked) {
        const QPixmap check = iconPixmap(u"check", icon, t.text, painter.device()->devicePixelRatioF());
        painter.drawPixmap(iconRect.topLeft(), check);
    } else if (!item->icon.isNull()) {
        item->icon.paint(&painter, iconRect, Qt::AlignCenter,
                         !(item->state & State_Enabled) ? QIcon::Normal
                             : isOn                     ? QIcon::Active
                                                        : QIcon::Normal);
    }
    const bool hasIcons = item->maxIconWidth > 0 || item->menuHasCheckableItems;
    const int textLeft = hasIcons ? iconRect.right() + t.ipx(8) : item->rect.left() + t.ipx(14);
    const QRect words(textLeft, item->rect.top(), item->rect.right() - textLeft - t.ipx(14),
                      item->rect.height());
    const bool showsMnemonics = styleHint(SH_UnderlineShortcut, &option, widget, nullptr) != 0;
    const int mnemonic = showsMnemonics ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
    painter.setFont(item->font);
    painter.setPen(t.text);
    const qsizetype split = item->text.indexOf(u'\t');
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter | mnemonic,
                     split < 0 ? item->text : item->text.left(split));
    if (item->menuItemType == QStyleOptionMenuItem::SubMenu) {
        drawChevron(painter, QRectF(words.right() - t.px(6), words.top(), t.px(16), words.height()),
                    u"chevron-right", t.text2);
    } else if (split >= 0) {
        painter.setPen(isOn ? t.text2 : t.text3);
        painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, item->text.mid(split + 1));
    }
}

void StudioStyle::drawProgressBar(const QStyleOption& option, QPainter& painter) const
{
    const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(&option);
    if (!bar)
        return;
    const Theme& t = theme();
    const PainterState saved(painter);
    const double height = t.px(4);
    const QRectF track(bar->rect.left(), QRectF(bar->rect).center().y() - height / 2, bar->rect.width(),
                       height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.line);
    painter.drawRoundedRect(track, height / 2, height / 2);
    const int span = bar->maximum - bar->minimum;
    if (span <= 0)
        return;
    const double share = std::clamp(static_cast<double>(bar->progress - bar->minimum) / span, 0.0, 1.0);
    if (share > 0) {
        painter.setBrush(t.text);
        painter.drawRoundedRect(
            QRectF(track.left(), track.top(), std::max(height, track.width() * share), height), height / 2,
            height / 2);
    }
}

void StudioStyle::drawScrollBar(const QStyleOptionComplex& option, QPainter& painter) const
{
    const Theme& t = theme();
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(&option);
    if (!bar || bar->minimum == bar->maximum)
        return;
    const PainterState saved(painter);
    QRectF slider = proxy()->subControlRect(CC_ScrollBar, bar, SC_ScrollBarSlider, nullptr);
    const double inset = t.px(1);
    slider.adjust(inset, inset, -inset, -inset);
    const bool isActive =
        (bar->activeSubControls & SC_ScrollBarSlider) && (bar->state & (State_MouseOver | State_Sunken));
    painter.setPen(Qt::NoPen);
    painter.setBrush(isActive ? t.edge : faded(t.edge, 0.5));
    const double radius = std::min(slider.width(), slider.height()) / 2;
    painter.drawRoundedRect(slider, radius, radius);
}

void StudioStyle::drawComboBox(const QStyleOptionComplex& option, QPainter& painter,
                               const QWidget* widget) const
{
    const Theme& t = theme();
    const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(&option);
    if (!box)
        return;
    const PainterState saved(painter);
    if (box->editable) {
        drawField(option, painter);
    } else {
        QStyleOption button = option;
        button.state &= ~State_On;
        drawButton(button, painter, nullptr);
    }
    if (!(option.state & State_Enabled))
        painter.setOpacity(0.38);
    drawChevron(painter, proxy()->subControlRect(CC_ComboBox, box, SC_ComboBoxArrow, widget), u"chevron-down",
                t.text2);
}

void StudioStyle::drawSpinBox(const QStyleOptionComplex& option, QPainter& painter,
                              const QWidget* widget) const
{
    const Theme& t = theme();
    const auto* box = qstyleoption_cast<const QStyleOptionSpinBox*>(&option);
    if (!box)
        return;
    drawField(option, painter);
    if (box->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const PainterState saved(painter);
    for (const auto& [control, id, step] :
         {std::tuple(SC_SpinBoxUp, QStringView(u"chevron-up"), QAbstractSpinBox::StepUpEnabled),
          std::tuple(SC_SpinBoxDown, QStringView(u"chevron-down"), QAbstractSpinBox::StepDownEnabled)}) {
        const bool isPossible = (box->stepEnabled & step) && (option.state & State_Enabled);
        const bool isHot = isPossible && (box->activeSubControls & control);
        painter.setOpacity(isPossible ? 1 : 0.38);
        const QRectF rect = proxy()->subControlRect(CC_SpinBox, box, control, widget);
        const double side = std::min(rect.height(), t.px(12));
        drawChevron(painter, QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side),
                    id, isHot ? t.text : t.text2);
    }
}

void StudioStyle::drawSlider(const QStyleOptionComplex& option, QPainter& painter,
                             const QWidget* widget) const
{
    const Theme& t = theme();
    const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(&option);
    if (!slider)
        return;
    const PainterState saved(painter);
    if (!(option.state & State_Enabled))
        painter.setOpacity(0.38);
    const QRectF groove = proxy()->subControlRect(CC_Slider, slider, SC_SliderGroove, widget);
    const QPointF handle =
        QRectF(proxy()->subControlRect(CC_Slider, slider, SC_SliderHandle, widget)).center();
    const double width = t.px(2);
    const QPointF centre = groove.center();
    if (slider->orientation == Qt::Horizontal) {
        painter.fillRect(QRectF(groove.left(), centre.y() - width / 2, groove.width(), width), t.line);
        const double from = slider->upsideDown ? groove.right() : groove.left();
        painter.fillRect(
            QRectF(QPointF(from, centre.y() - width / 2), QPointF(handle.x(), centre.y() + width / 2))
                .normalized(),
            t.text2);
    } else {
        painter.fillRect(QRectF(centre.x() - width / 2, groove.top(), width, groove.height()), t.line);
    }
    painter.setPen(QPen(t.ground, t.px(1.4)));
    painter.setBrush(t.text);
    const double radius = t.px((slider->activeSubControls & SC_SliderHandle) ? 7 : 6);
    painter.drawEllipse(handle, radius, radius);
    if (hasKeyFocus(option)) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(t.text, t.px(2)));
        painter.drawEllipse(handle, radius + t.px(3), radius + t.px(3));
    }
}

void StudioStyle::drawToolButtonLabel(const QStyleOption& option, QPainter& painter,
                                      const QWidget* widget) const
{
    const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(&option);
    if (!button)
        return;
    const bool hasBoth = button->toolButtonStyle == Qt::ToolButtonTextBesideIcon && !button->text.isEmpty()
        && !button->icon.isNull();
    if (!hasBoth) {
        QProxyStyle::drawControl(CE_ToolButtonLabel, &option, &painter, widget);
        return;
    }
    const Theme& t = theme();
    const PainterState saved(painter);
    const bool isEnabled = button->state & State_Enabled;
    const bool isOn = button->state & (State_On | State_Sunken);
    QRect inner = button->rect.adjusted(t.ipx(8), 0, -t.ipx(8), 0);
    const QRect iconRect(inner.left(), inner.center().y() + 1 - button->iconSize.height() / 2,
                         button->iconSize.width(), button->iconSize.height());
    button->icon.paint(&painter, visualRect(button->direction, button->rect, iconRect), Qt::AlignCenter,
                       !isEnabled               ? QIcon::Disabled
                           : isHovered(*button) ? QIcon::Active
                                                : QIcon::Normal,
                       isOn ? QIcon::On : QIcon::Off);
    inner.setLeft(iconRect.right() + 1 + t.ipx(8));
    if (!isEnabled)
        painter.setOpacity(0.38);
    painter.setFont(button->font);
    painter.setPen(isOn || isHovered(*button) ? t.text : t.text2);
    painter.drawText(visualRect(button->direction, button->rect, inner),
                     int(Qt::AlignVCenter | Qt::AlignLeading) | Qt::TextHideMnemonic, button->text);
}

} // namespace ktnas
