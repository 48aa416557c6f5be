// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

class QPushButton;

namespace ktnas {

class ThemeProvider;
struct Theme;

/// The look of every standard control: Fusion without gradients, frames and accent colour. Reads the
/// provider's theme each time it paints. Install it through ThemeProvider::installOn().
class StudioStyle : public QProxyStyle {
    Q_OBJECT

public:
    explicit StudioStyle(const ThemeProvider* provider);

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl subControl,
                         const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option,
                         const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returnData) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    QPalette standardPalette() const override;
    void polish(QWidget* widget) override;
    void unpolish(QWidget* widget) override;
    using QProxyStyle::polish;
    using QProxyStyle::unpolish;

private:
    const Theme& theme() const;
    static bool isInsideField(const QWidget* widget);
    void drawButton(const QStyleOption& option, QPainter& painter, const QWidget* widget) const;
    void drawField(const QStyleOption& option, QPainter& painter) const;
    void drawCheckBox(const QStyleOption& option, QPainter& painter, bool isRadio) const;
    void drawScrollBar(const QStyleOptionComplex& option, QPainter& painter) const;
    void drawComboBox(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const;
    void drawSpinBox(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const;
    void drawSlider(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const;
    void drawHeaderSection(const QStyleOption& option, QPainter& painter) const;
    void drawTab(const QStyleOption& option, QPainter& painter) const;
    void drawMenuBarItem(const QStyleOption& option, QPainter& painter) const;
    void drawMenuItem(const QStyleOption& option, QPainter& painter, const QWidget* widget) const;
    void drawToolButtonLabel(const QStyleOption& option, QPainter& painter, const QWidget* widget) const;
    void drawProgressBar(const QStyleOption& option, QPainter& painter) const;
    void drawChevron(QPainter& painter, const QRectF& rect, QStringView id, const QColor& colour) const;

    const ThemeProvider* m_provider;
};

/// Marks the one button that a page is for: filled with the text colour.
void setMainButton(QPushButton* button, bool isMain = true);
/// Makes a control 24 px high instead of 28 (inside tables, tool strips of charts).
void setCompact(QWidget* control, bool isCompact = true);

} // namespace ktnas
