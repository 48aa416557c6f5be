// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace ktnas {

/// A menu: its title and the ids of its commands; "|" is a separator, "file.recent" the list of recent files.
struct MenuSpec {
    std::function<QString()> title;
    QStringList commands;
};
std::vector<MenuSpec> studioMenus(const QStringList& workspaces);

} // namespace ktnas
