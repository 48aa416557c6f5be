// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/StudioStyle.h"

#include "widgets/style/Colour.h"
#include "widgets/style/Icons.h"
#include "widgets/style/Marks.h"
#include "widgets/style/ThemeProvider.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QSlider>
#include <QStyleOption>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace ktnas {

namespace {

constexpr const char* mainButtonProperty = "ktnasMainButton";
constexpr const char* compactProperty = "ktnasCompact";

bool has(const QWidget* widget, const char* property)
{
    return widget && widget->property(property).toBool();
}

bool isHovered(const QStyleOption& option)
{
    return (option.state & QStyle::State_MouseOver) && (option.state & QStyle::State_Enabled);
}

bool hasKeyFocus(const QStyleOption& option)
{
    return (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange);
}

// Save and restore that cannot be forgotten.
class Saved {
public:
    explicit Saved(QPainter& painter)
        : m_painter(painter)
    {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
    }
    ~Saved() { m_painter.restore(); }
    Saved(const Saved&) = delete;
    Saved& operator=(const Saved&) = delete;

private:
    QPainter& m_painter;
};

} // namespace

StudioStyle::StudioStyle(const ThemeProvider* provider)
    : QProxyStyle(QStringLiteral("fusion"))
    , m_provider(provider)
{
}

const Theme& StudioStyle::theme() const
{
    return m_provider->theme();
}

QPalette StudioStyle::standardPalette() const
{
    return theme().palette();
}

void StudioStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget)
        || qobject_cast<QScrollBar*>(widget) || qobject_cast<QTabBar*>(widget)
        || qobject_cast<QSlider*>(widget) || qobject_cast<QAbstractSpinBox*>(widget)
        || qobject_cast<QLineEdit*>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (qobject_cast<QMenu*>(widget))
        widget->setAttribute(Qt::WA_TranslucentBackground);
}

void StudioStyle::unpolish(QWidget* widget)
{
    if (qobject_cast<QMenu*>(widget))
        widget->setAttribute(Qt::WA_TranslucentBackground, false);
    QProxyStyle::unpolish(widget);
}

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
    const Saved saved(painter);
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
    const Saved saved(painter);
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
    const Saved saved(painter);
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

void StudioStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                const QWidget* widget) const
{
    const Theme& t = theme();
    switch (element) {
    case PE_FrameFocusRect:
        // Views show the current row themselves; a ring round each cell would be noise.
        if ((option->state & State_KeyboardFocusChange) && !qobject_cast<const QAbstractItemView*>(widget)
            && !qobject_cast<const QPushButton*>(widget) && !qobject_cast<const QToolButton*>(widget))
            paintFocusRing(*painter, option->rect, t);
        return;
    case PE_PanelButtonCommand:
        drawButton(*option, *painter, widget);
        return;
    case PE_FrameDefaultButton:
        return;
    case PE_PanelButtonTool: {
        const bool isDown = option->state & (State_Sunken | State_On);
        if (isDown || isHovered(*option)) {
            const Saved saved(*painter);
            painter->setPen(Qt::NoPen);
            painter->setBrush(isDown ? t.line : mixed(t.panel, t.line, 0.6));
            painter->drawRoundedRect(QRectF(option->rect), t.px(4), t.px(4));
        }
        return;
    }
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheckBox(*option, *painter, false);
        return;
    case PE_IndicatorRadioButton:
        drawCheckBox(*option, *painter, true);
        return;
    case PE_PanelLineEdit:
        // Inside spin and combo boxes the outer control has drawn the field.
        if (widget
            && (qobject_cast<QAbstractSpinBox*>(widget->parentWidget())
                || qobject_cast<QComboBox*>(widget->parentWidget())))
            return;
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            frame && frame->lineWidth <= 0)
            return;
        drawField(*option, *painter);
        return;
    case PE_FrameLineEdit:
        return;
    case PE_Frame: {
        const Saved saved(*painter);
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setPen(QPen(t.line, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    }
    case PE_FrameTabBarBase:
    case PE_FrameTabWidget:
    case PE_FrameStatusBarItem:
    case PE_FrameDockWidget:
    case PE_PanelMenuBar:
        return;
    case PE_FrameGroupBox:
        painter->fillRect(QRect(option->rect.left(), option->rect.top(), option->rect.width(), 1), t.line);
        return;
    case PE_PanelStatusBar:
        painter->fillRect(option->rect, t.bar);
        painter->fillRect(QRect(option->rect.left(), option->rect.top(), option->rect.width(), 1), t.line);
        return;
    case PE_PanelMenu: {
        const Saved saved(*painter);
        painter->setPen(QPen(t.line, 1));
        painter->setBrush(t.raised);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), t.px(6), t.px(6));
        return;
    }
    case PE_FrameMenu:
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, t.line);
        painter->fillRect(option->rect.adjusted(1, 1, -1, -1), t.raised);
        return;
    case PE_IndicatorDockWidgetResizeHandle:
        painter->fillRect(option->rect, t.line);
        return;
    case PE_IndicatorArrowDown:
        drawChevron(*painter, option->rect, u"chevron-down", t.text2);
        return;
    case PE_IndicatorArrowUp:
        drawChevron(*painter, option->rect, u"chevron-up", t.text2);
        return;
    case PE_IndicatorArrowRight:
        drawChevron(*painter, option->rect, u"chevron-right", t.text2);
        return;
    case PE_IndicatorHeaderArrow:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
            drawChevron(*painter, option->rect,
                        header->sortIndicator == QStyleOptionHeader::SortUp ? u"chevron-up" : u"chevron-down",
                        t.text2);
        return;
    case PE_IndicatorBranch:
        if (option->state & State_Children)
            drawChevron(*painter, option->rect,
                        (option->state & State_Open) ? u"chevron-down" : u"chevron-right", t.text2);
        return;
    case PE_PanelItemViewRow:
        if (option->state & State_Selected)
            painter->fillRect(option->rect, t.line);
        return;
    case PE_PanelItemViewItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option)) {
            if (item->backgroundBrush.style() != Qt::NoBrush)
                painter->fillRect(item->rect, item->backgroundBrush);
            if (item->state & State_Selected) {
                painter->fillRect(item->rect, t.line);
                const bool isFirst = item->viewItemPosition == QStyleOptionViewItem::Beginning
                    || item->viewItemPosition == QStyleOptionViewItem::OnlyOne || item->rect.left() <= 0;
                if (isFirst)
                    painter->fillRect(
                        QRect(item->rect.left(), item->rect.top(), t.ipx(2), item->rect.height()), t.text);
            } else if (isHovered(*option)) {
                painter->fillRect(item->rect, mixed(t.ground, t.line, 0.35));
            }
        }
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
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
    const Saved saved(painter);
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
    const Saved saved(painter);
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
    const Saved saved(painter);
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
    const Saved saved(painter);
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

void StudioStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const
{
    const Theme& t = theme();
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            QStyleOptionButton changed = *button;
            if (has(widget, mainButtonProperty)) {
                changed.palette.setColor(QPalette::ButtonText, t.ground);
                // Filled with the text colour, so an icon needs the other tint.
                if (!changed.icon.isNull()) {
                    QPixmap tinted =
                        changed.icon.pixmap(changed.iconSize, painter->device()->devicePixelRatioF());
                    QPainter tint(&tinted);
                    tint.setCompositionMode(QPainter::CompositionMode_SourceIn);
                    tint.fillRect(tinted.rect(), t.ground);
                    tint.end();
                    changed.icon = QIcon(tinted);
                }
            }
            changed.state &= ~State_Sunken;
            QProxyStyle::drawControl(element, &changed, painter, widget);
        }
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, t.line);
        return;
    case CE_ToolBar:
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, t.bar);
        return;
    case CE_MenuBarItem:
        drawMenuBarItem(*option, *painter);
        return;
    case CE_MenuItem:
        drawMenuItem(*option, *painter, widget);
        return;
    case CE_HeaderSection:
        drawHeaderSection(*option, *painter);
        return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, t.ground);
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), t.line);
        return;
    case CE_HeaderLabel:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            QStyleOptionHeaderV2 changed;
            if (const auto* v2 = qstyleoption_cast<const QStyleOptionHeaderV2*>(option))
                changed = *v2;
            else
                static_cast<QStyleOptionHeader&>(changed) = *header;
            changed.state &= ~State_On; // no bold header above a selection
            changed.palette.setColor(QPalette::ButtonText,
                                     header->sortIndicator == QStyleOptionHeader::None ? t.text3 : t.text);
            QProxyStyle::drawControl(element, &changed, painter, widget);
        }
        return;
    case CE_TabBarTabShape:
        return;
    case CE_TabBarTabLabel:
        drawTab(*option, *painter);
        return;
    case CE_ProgressBarGroove:
    case CE_ProgressBarLabel:
        return;
    case CE_ProgressBarContents:
        drawProgressBar(*option, *painter);
        return;
    case CE_DockWidgetTitle:
        if (const auto* dock = qstyleoption_cast<const QStyleOptionDockWidget*>(option)) {
            const Saved saved(*painter);
            painter->fillRect(dock->rect, t.panel);
            painter->setFont(t.font(TextRole::Heading));
            painter->setPen(t.text);
            const QRect words = dock->rect.adjusted(t.ipx(16), 0, -t.ipx(16), 0);
            painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextHideMnemonic,
                              painter->fontMetrics().elidedText(dock->title, Qt::ElideRight, words.width()));
        }
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void StudioStyle::drawScrollBar(const QStyleOptionComplex& option, QPainter& painter) const
{
    const Theme& t = theme();
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(&option);
    if (!bar || bar->minimum == bar->maximum)
        return;
    const Saved saved(painter);
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
    const Saved saved(painter);
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
    const Saved saved(painter);
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
    const Saved saved(painter);
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

void StudioStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                     QPainter* painter, const QWidget* widget) const
{
    switch (control) {
    case CC_ScrollBar:
        drawScrollBar(*option, *painter);
        return;
    case CC_ComboBox:
        drawComboBox(*option, *painter, widget);
        return;
    case CC_SpinBox:
        drawSpinBox(*option, *painter, widget);
        return;
    case CC_Slider:
        drawSlider(*option, *painter, widget);
        return;
    case CC_ToolButton:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        if (hasKeyFocus(*option))
            paintFocusRing(*painter, option->rect, theme());
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QRect StudioStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                  SubControl subControl, const QWidget* widget) const
{
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, subControl, widget);
    const bool isHorizontal = bar->orientation == Qt::Horizontal;
    const QRect whole = bar->rect;
    const int length = isHorizontal ? whole.width() : whole.height();
    const std::int64_t range = std::int64_t{bar->maximum} - bar->minimum;
    int slider = length;
    if (range > 0) {
        slider = static_cast<int>(std::int64_t{bar->pageStep} * length / (range + bar->pageStep));
        slider = std::clamp(slider, std::min(theme().ipx(24), length), length);
    }
    const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                              length - slider, bar->upsideDown);
    const auto part = [&](int from, int extent) {
        const QRect rect = isHorizontal ? QRect(whole.left() + from, whole.top(), extent, whole.height())
                                        : QRect(whole.left(), whole.top() + from, whole.width(), extent);
        return isHorizontal ? visualRect(bar->direction, whole, rect) : rect;
    };
    switch (subControl) {
    case SC_ScrollBarSlider:
        return part(start, slider);
    case SC_ScrollBarSubPage:
        return part(0, start);
    case SC_ScrollBarAddPage:
        return part(start + slider, length - start - slider);
    case SC_ScrollBarGroove:
        return whole;
    default:
        return QRect();
    }
}

int StudioStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    const Theme& t = theme();
    switch (metric) {
    case PM_ScrollBarExtent:
        return t.ipx(8);
    case PM_ScrollBarSliderMin:
        return t.ipx(24);
    case PM_SplitterWidth:
    case PM_DockWidgetSeparatorExtent:
        return 1; // Qt widens the grip of a one-pixel handle to five by itself
    case PM_DefaultFrameWidth:
        return 1;
    case PM_SmallIconSize:
    case PM_ToolBarIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
        return t.ipx(16);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return t.ipx(16);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return t.ipx(6);
    case PM_ButtonMargin:
        return t.ipx(12);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_ToolBarFrameWidth:
    case PM_DockWidgetFrameWidth:
    case PM_MenuBarPanelWidth:
    case PM_MenuPanelWidth:
    case PM_TabBarBaseHeight:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
        return 0;
    case PM_ToolBarItemMargin:
    case PM_ToolBarItemSpacing:
        return t.ipx(4);
    case PM_MenuBarItemSpacing:
        return 0;
    case PM_MenuBarHMargin:
        return t.ipx(8);
    case PM_MenuVMargin:
        return t.ipx(4);
    case PM_TabBarTabHSpace:
        return t.ipx(16);
    case PM_HeaderMargin:
        return t.ipx(8);
    case PM_HeaderMarkSize:
        return t.ipx(12);
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return t.ipx(8);
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return t.ipx(2);
    case PM_TextCursorWidth:
        return t.ipx(1);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int StudioStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                           QStyleHintReturn* returnData) const
{
    switch (hint) {
    case SH_Widget_Animation_Duration:
    case SH_Widget_Animate:
        return m_provider->animationMs(120);
    case SH_ToolTip_WakeUpDelay:
        return 350;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ScrollBar_Transient:
    case SH_DockWidget_ButtonsHaveFrame:
    case SH_ToolTipLabel_Opacity:
        return hint == SH_ToolTipLabel_Opacity ? 255 : 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_Menu_SloppySubMenus:
        return 1;
    case SH_TabBar_Alignment:
    case SH_FormLayoutLabelAlignment:
        return Qt::AlignLeft;
    case SH_Table_GridLineColor:
        return static_cast<int>(theme().grid.rgb());
    case SH_ComboBox_Popup:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize StudioStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                    const QWidget* widget) const
{
    const Theme& t = theme();
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    const int control = t.ipx(has(widget, compactProperty) ? 24 : 28);
    switch (type) {
    case CT_PushButton:
        result.setWidth(std::max(size.width() + 2 * t.ipx(12), t.ipx(48)));
        result.setHeight(control);
        break;
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        result.setHeight(control);
        break;
    case CT_ToolButton:
        result = QSize(std::max(size.width() + t.ipx(10), t.ipx(28)), control);
        break;
    case CT_CheckBox:
    case CT_RadioButton:
        result.setHeight(std::max(result.height(), t.ipx(24)));
        break;
    case CT_MenuBarItem:
        result = QSize(size.width() + t.ipx(20), t.ipx(36));
        break;
    case CT_MenuBar:
        result.setHeight(std::max(result.height(), t.ipx(36)));
        break;
    case CT_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
            if (item->menuItemType == QStyleOptionMenuItem::Separator) {
                result.setHeight(item->text.isEmpty() ? t.ipx(9) : t.ipx(24));
            } else {
                const bool hasShortcut = item->text.contains(u'\t');
                const bool hasIcons = item->maxIconWidth > 0 || item->menuHasCheckableItems;
                result =
                    QSize(size.width() + t.ipx(hasIcons ? 48 : 28) + t.ipx(hasShortcut ? 32 : 16), t.ipx(26));
            }
        }
        break;
    case CT_HeaderSection:
        result.setHeight(std::max(result.height(), t.ipx(24)));
        break;
    case CT_ItemViewItem:
        result.setHeight(std::max(result.height(), t.ipx(has(widget, compactProperty) ? 20 : 24)));
        break;
    case CT_TabBarTab:
        result.setHeight(t.ipx(32));
        break;
    case CT_ProgressBar:
        result.setHeight(t.ipx(16));
        break;
    default:
        break;
    }
    return result;
}

void setMainButton(QPushButton* button, bool isMain)
{
    button->setProperty(mainButtonProperty, isMain);
    button->update();
}

void setCompact(QWidget* control, bool isCompact)
{
    control->setProperty(compactProperty, isCompact);
    // Buttons keep their size hint until something of their style changes.
    QEvent changed(QEvent::StyleChange);
    QApplication::sendEvent(control, &changed);
    control->updateGeometry();
}

} // namespace ktnas
