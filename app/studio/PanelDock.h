// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

namespace ktnas {

class ThemeProvider;

/// A dock without a frame: floats and closes by its context menu; floating it has a title bar.
class PanelDock : public QDockWidget {
    Q_OBJECT

public:
    /// `id` names it in saved layouts; `content` becomes its widget.
    PanelDock(ThemeProvider& themes, const QString& id, QWidget* content, QWidget* parent);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void showTitle(bool isFloating);

    ThemeProvider& m_themes;
    QWidget* m_noTitle;
};

} // namespace ktnas
