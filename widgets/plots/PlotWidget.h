// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/style/Theme.h"

#include <QImage>
#include <QRect>
#include <QString>
#include <QWidget>

class QPainter;

namespace ktnas {

class ThemeProvider;

/// What all painted views share: theme, heading and grey line, accessible name and description made of them,
/// one tab stop with a focus ring after a key press, and layers that honour the device's pixels. A view
/// paints its heading itself unless setHeadingVisible(false); the accessible name stays either way.
class PlotWidget : public QWidget {
    Q_OBJECT

public:
    /// `themes` outlives the widget.
    explicit PlotWidget(ThemeProvider* themes, QWidget* parent = nullptr);

    /// The finding or the question; becomes the accessible name.
    void setHeading(const QString& heading);
    const QString& heading() const { return m_heading; }
    /// The grey line: what is drawn, of how many cells and seeds.
    void setCaption(const QString& caption);
    const QString& caption() const { return m_caption; }
    /// The finding for those who hear it; the accessible description is this, or the caption where it is
    /// empty.
    void setSummary(const QString& summary);
    void setHeadingVisible(bool isVisible);

    /// What the view shows at the moment, for those who hear it: the place that the keyboard or the pointer
    /// has reached, else all of it in a few words. It is the widget's accessible value.
    virtual QString valueText() const;

    /// Shown in place of the plot while there is no data: one sentence.
    void setEmptyText(const QString& text);

Q_SIGNALS:
    /// T was pressed: show the table behind the view.
    void tableRequested();

protected:
    const Theme& theme() const;
    ThemeProvider* themes() const { return m_themes; }
    /// What is left of the widget below heading and grey line.
    virtual QRect plotRect() const;
    /// Height of heading, grey line (each wraps to two lines where one is too narrow) and the gap below them;
    /// 0 for none.
    int headingHeight() const;
    /// Theme, font, size or data have changed: throw away layouts and layers. Called before the next paint is
    /// asked for; overrides call the base.
    virtual void invalidate();
    /// What the view is painted on: the theme's ground, or its panel in a bar of the window.
    virtual QColor groundColour() const;
    /// The widget's name while the heading is empty: the kind of view, translated.
    virtual QString kindName() const = 0;

    void paintHeading(QPainter& painter) const;
    /// Ground and heading; every paintEvent starts with it. Antialiasing is on after it.
    void paintGround(QPainter& painter) const;
    void paintEmpty(QPainter& painter, const QRect& rect) const;
    /// The focus ring, if the keyboard brought the focus; every paintEvent ends with it.
    void paintFocus(QPainter& painter) const;
    /// An image for a layer of this many logical pixels, filled with `fill`.
    QImage layer(QSize size, const QColor& fill) const;
    QFont font(TextRole role) const { return theme().font(role); }

    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    /// Handles T; overrides pass on what they do not know.
    void keyPressEvent(QKeyEvent* event) override;

    /// Sets the accessible texts; the constructor of every view calls it once.
    void describeSelf();
    /// Says to assistive programs that valueText() is another one; costs nothing while none listens.
    void tellValue();

private:
    /// Lines that a heading or grey line takes at this width: 0, 1 or 2.
    int linesOf(TextRole role, const QString& text) const;

    ThemeProvider* m_themes;
    QString m_heading;
    QString m_caption;
    QString m_summary;
    QString m_emptyText;
    bool m_isHeadingVisible = true;
};

} // namespace ktnas
