// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/StudioStyle.h"

#include "widgets/style/StudioStyleHelpers.h"
#include "widgets/style/ThemeProvider.h"

#include <QAbstractSpinBox>
#include <QComboBox>

#include <algorithm>

namespace ktnas {

using namespace studiostyle;

bool StudioStyle::isInsideField(const QWidget* widget)
{
    return widget
        && (qobject_cast<QAbstractSpinBox*>(widget->parentWidget())
            || qobject_cast<QComboBox*>(widget->parentWidget()));
}

QRect StudioStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                  SubControl subControl, const QWidget* widget) const
{
    if (const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        control == CC_ComboBox && box) {
        const int arrow = theme().ipx(26);
        QRect part = box->rect;
        if (subControl == SC_ComboBoxArrow)
            part.setLeft(part.right() + 1 - arrow);
        else if (subControl == SC_ComboBoxEditField)
            part.adjust(theme().ipx(9), 1, -arrow, -1);
        else
            return QProxyStyle::subControlRect(control, option, subControl, widget);
        return visualRect(box->direction, box->rect, part);
    }
    if (const auto* box = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
        control == CC_SpinBox && box) {
        const int buttons =
            box->buttonSymbols == QAbstractSpinBox::NoButtons ? theme().ipx(6) : theme().ipx(20);
        const int middle = box->rect.center().y() + 1;
        QRect part = box->rect.adjusted(1, 1, -1, -1);
        if (subControl == SC_SpinBoxUp) {
            part.setLeft(part.right() + 1 - buttons);
            part.setBottom(middle - 1);
        } else if (subControl == SC_SpinBoxDown) {
            part.setLeft(part.right() + 1 - buttons);
            part.setTop(middle);
        } else if (subControl == SC_SpinBoxEditField) {
            part.adjust(theme().ipx(6), 0, -buttons, 0);
        } else {
            return QProxyStyle::subControlRect(control, option, subControl, widget);
        }
        return visualRect(box->direction, box->rect, part);
    }
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

QRect StudioStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    switch (element) {
    case SE_LineEditContents: {
        const QRect inner = QProxyStyle::subElementRect(element, option, widget);
        // Inside spin and combo boxes the outer control keeps the distance.
        return isInsideField(widget) ? inner : inner.adjusted(theme().ipx(6), 0, -theme().ipx(6), 0);
    }
    case SE_DockWidgetCloseButton:
    case SE_DockWidgetFloatButton:
        // Float and close are in the title's context menu. Qt shows the buttons whatever their size, so they
        // lie outside the dock.
        return QRect(-100, -100, 1, 1);
    case SE_HeaderArrow:
    case SE_HeaderLabel:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            const int margin = theme().ipx(8);
            const int mark = theme().ipx(12);
            const bool isSorted = header->sortIndicator != QStyleOptionHeader::None;
            QRect part = header->rect;
            if (element == SE_HeaderArrow)
                part =
                    QRect(part.right() + 1 - theme().ipx(4) - mark, part.center().y() - mark / 2, mark, mark);
            else
                part.adjust(margin, 0, isSorted ? -(theme().ipx(4) + mark) : -margin, 0);
            return visualRect(header->direction, header->rect, part);
        }
        return QProxyStyle::subElementRect(element, option, widget);
    case SE_DockWidgetTitleBarText:
        return option->rect.adjusted(theme().ipx(16), 0, -theme().ipx(16), 0);
    default:
        return QProxyStyle::subElementRect(element, option, widget);
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
    case PM_SliderThickness:
        return t.ipx(20);
    case PM_SliderControlThickness:
    case PM_SliderLength:
        return t.ipx(16);
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
    case SH_UnderlineShortcut:
        return 0; // mnemonics work; underlining them all would be noise
    case SH_Header_ArrowAlignment:
        return Qt::AlignRight | Qt::AlignVCenter;
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
    case CT_ComboBox:
        result = QSize(size.width() + t.ipx(38), control);
        break;
    case CT_SpinBox:
        result = QSize(size.width() + t.ipx(30), control);
        break;
    case CT_LineEdit:
        result.setHeight(control);
        break;
    case CT_ToolButton:
        if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option)) {
            const bool hasWords =
                button->toolButtonStyle != Qt::ToolButtonIconOnly && !button->text.isEmpty();
            const bool hasMenuMark = button->features & QStyleOptionToolButton::HasMenu;
            result = QSize(std::max(size.width() + t.ipx(hasWords ? 20 : 8), control), control);
            if (hasMenuMark)
                result.rwidth() += t.ipx(14);
        }
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

} // namespace ktnas
