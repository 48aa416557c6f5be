// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/Session.h"

#include <QStringList>

#include <functional>
#include <vector>

class QWidget;

namespace ktnas {

/// What commands ask of the window.
struct WindowActions {
    QWidget* window = nullptr; ///< parent of file dialogs
    std::function<void()> openPalette;
    std::function<void(const QString& page)> openHelp; ///< name of a help page, "" for the contents
    std::function<void()> showAbout;
    std::function<void()> whatIsThis; ///< explains what has the focus
    std::function<void()> close;
    std::function<bool(const QString& dock)> isDockVisible;
    std::function<void(const QString& dock, bool isVisible)> showDock;
    std::function<bool()> isTimeLineFolded;
    std::function<void(bool)> foldTimeLine;
    std::function<void()> resetLayout;
    std::function<void()> toggleFullScreen;
};

/// Registers the program's commands. `workspaces`: ids of those that there are.
void addStudioCommands(Session& session, const QStringList& workspaces, const WindowActions& window);

} // namespace ktnas
