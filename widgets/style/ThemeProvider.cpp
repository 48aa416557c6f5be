// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/ThemeProvider.h"

#include "widgets/style/Colour.h"
#include "widgets/style/StudioStyle.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>

#include <algorithm>

namespace ktnas {

ThemeProvider::ThemeProvider(QObject* parent)
    : QObject(parent)
{
    const QPalette system = QGuiApplication::palette();
    m_isSystemDark = relativeLuminance(system.color(QPalette::Window).rgb())
        < relativeLuminance(system.color(QPalette::WindowText).rgb());
    m_theme = chosenTheme();
}

void ThemeProvider::installOn(QApplication& application)
{
    m_application = &application;
    application.setStyle(new StudioStyle(this));
    apply(m_theme);
}

void ThemeProvider::setChoice(Choice choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    apply(chosenTheme());
}

void ThemeProvider::setZoom(double zoom)
{
    const double clamped = std::clamp(zoom, 0.8, 2.0);
    if (qFuzzyCompare(clamped, m_theme.zoom))
        return;
    Theme changed = m_theme;
    changed.zoom = clamped;
    apply(changed);
}

void ThemeProvider::setSequentialMap(SequentialMap map)
{
    if (map == m_theme.sequentialChoice)
        return;
    Theme changed = m_theme;
    changed.sequentialChoice = map;
    apply(changed);
}

void ThemeProvider::setMotionReduced(bool isReduced)
{
    m_isMotionReduced = isReduced;
}

void ThemeProvider::apply(const Theme& theme)
{
    m_theme = theme;
    if (m_application) {
        m_application->setPalette(theme.palette());
        m_application->setFont(theme.font(TextRole::Body));
        m_application->setFont(theme.font(TextRole::Caption), "QHeaderView");
        m_application->setFont(theme.font(TextRole::Caption), "QToolTip");
        m_application->setFont(theme.font(TextRole::Caption), "QStatusBar");
        // Qt tells widgets of it only while the event loop runs; windows made before that must not be left
        // behind. The style change makes tool bars and buttons ask for their sizes again.
        for (QWidget* widget : QApplication::allWidgets()) {
            for (const QEvent::Type type :
                 {QEvent::ApplicationPaletteChange, QEvent::ApplicationFontChange, QEvent::StyleChange}) {
                QEvent change(type);
                QApplication::sendEvent(widget, &change);
            }
        }
    }
    Q_EMIT themeChanged();
}

Theme ThemeProvider::chosenTheme() const
{
    const bool isDark = m_choice == Choice::Dark || (m_choice == Choice::System && m_isSystemDark);
    Theme theme = isDark ? Theme::dark() : Theme::light();
    theme.zoom = m_theme.zoom;
    theme.sequentialChoice = m_theme.sequentialChoice;
    return theme;
}

} // namespace ktnas
