// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/StudioStyle.h"

#include "widgets/style/Colour.h"
#include "widgets/style/Marks.h"
#include "widgets/style/PainterState.h"
#include "widgets/style/StudioStyleHelpers.h"
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
#include <QTabBar>
#include <QToolButton>

namespace ktnas {

using namespace studiostyle;

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
            const PainterState saved(*painter);
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
        if (isInsideField(widget))
            return;
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            frame && frame->lineWidth <= 0)
            return;
        drawField(*option, *painter);
        return;
    case PE_FrameLineEdit:
        return;
    case PE_Frame: {
        const PainterState saved(*painter);
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setPen(QPen(t.line, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    }
    case PE_IndicatorToolBarSeparator: {
        const QPoint middle = option->rect.center();
        const int half = t.ipx(10);
        painter->fillRect((option->state & State_Horizontal)
                              ? QRect(middle.x(), middle.y() - half, 1, 2 * half)
                              : QRect(middle.x() - half, middle.y(), 2 * half, 1),
                          t.line);
        return;
    }
    case PE_IndicatorToolBarHandle:
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
        const PainterState saved(*painter);
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
    case CE_ToolButtonLabel:
        drawToolButtonLabel(*option, *painter, widget);
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
    case CE_Header:
        // By hand, because the base class asks itself and not us where the label and the arrow go.
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            const PainterState saved(*painter);
            painter->setClipRect(header->rect);
            drawHeaderSection(*option, *painter);
            QStyleOptionHeaderV2 part;
            if (const auto* v2 = qstyleoption_cast<const QStyleOptionHeaderV2*>(option))
                part = *v2;
            else
                static_cast<QStyleOptionHeader&>(part) = *header;
            part.rect = subElementRect(SE_HeaderLabel, header, widget);
            if (part.rect.isValid())
                drawControl(CE_HeaderLabel, &part, painter, widget);
            if (header->sortIndicator != QStyleOptionHeader::None) {
                part.rect = subElementRect(SE_HeaderArrow, header, widget);
                drawPrimitive(PE_IndicatorHeaderArrow, &part, painter, widget);
            }
        }
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
            const PainterState saved(*painter);
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
