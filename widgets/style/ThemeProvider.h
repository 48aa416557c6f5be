// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/style/Theme.h"

#include <QObject>

class QApplication;

namespace ktnas {

/// Holds the theme in force and tells when it changes. The application owns one and hands it to every widget
/// by pointer; widgets read theme() when they paint, so a change repaints and nothing restarts. GUI thread
/// only.
class ThemeProvider : public QObject {
    Q_OBJECT

public:
    enum class Choice { System, Light, Dark };
    Q_ENUM(Choice)

    /// Needs a QGuiApplication: the system's preference is read from its palette, before ours replaces it.
    explicit ThemeProvider(QObject* parent = nullptr);

    const Theme& theme() const { return m_theme; }
    /// Motion is off by the person's wish, or because the platform has none.
    bool isMotionReduced() const { return m_isMotionReduced; }
    /// An animation's length: `ms`, or 0 where motion is reduced.
    int animationMs(int ms) const { return m_isMotionReduced ? 0 : ms; }
    Choice choice() const { return m_choice; }

    /// Gives the application our style, palette and fonts, now and after each change.
    void installOn(QApplication& application);

    void setChoice(Choice choice);
    /// 0.8 … 2, clamped.
    void setZoom(double zoom);
    void setSequentialMap(SequentialMap map);
    void setMotionReduced(bool isReduced);

Q_SIGNALS:
    /// Colours, fonts or sizes are different now; repaint and lay out again.
    void themeChanged();

private:
    void apply(const Theme& theme);
    Theme chosenTheme() const;

    Theme m_theme;
    Choice m_choice = Choice::System;
    QApplication* m_application = nullptr;
    bool m_isSystemDark = false;
    bool m_isMotionReduced = false;
};

} // namespace ktnas
