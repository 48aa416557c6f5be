// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/PanelDock.h"

#include "widgets/style/ThemeProvider.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>

namespace ktnas {

PanelDock::PanelDock(ThemeProvider& themes, const QString& id, QWidget* content, QWidget* parent)
    : QDockWidget(parent)
    , m_themes(themes)
    , m_noTitle(new QWidget(this))
{
    setObjectName(id);
    setWidget(content);
    setFeatures(DockWidgetClosable | DockWidgetFloatable | DockWidgetMovable);
    m_noTitle->setFixedHeight(0);
    showTitle(false);
    connect(this, &QDockWidget::topLevelChanged, this, &PanelDock::showTitle);
}

void PanelDock::showTitle(bool isFloating)
{
    setTitleBarWidget(isFloating ? nullptr : m_noTitle);
    m_noTitle->setVisible(!isFloating);
}

void PanelDock::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    QAction* floating = menu.addAction(isFloating() ? tr("Put it back") : tr("Float"));
    QAction* closing = menu.addAction(tr("Close"));
    const QAction* chosen = menu.exec(event->globalPos());
    if (chosen == floating)
        setFloating(!isFloating());
    else if (chosen == closing)
        close();
}

void PanelDock::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), m_themes.theme().panel);
}

} // namespace ktnas
