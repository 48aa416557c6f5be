// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/StudioMenus.h"

#include <QCoreApplication>

namespace ktnas {
namespace {

/// The words of the menus.
struct StudioMenus {
    Q_DECLARE_TR_FUNCTIONS(StudioMenus)
};

} // namespace

std::vector<MenuSpec> studioMenus(const QStringList& workspaces)
{
    const auto ids = [](const char* text) { return QString::fromLatin1(text).split(u' '); };
    QStringList places;
    for (const QString& id : workspaces)
        places << QStringLiteral("workspace.") % id;
    std::vector<MenuSpec> menus;
    menus.push_back({[] { return StudioMenus::tr("&File"); },
                     ids("file.open file.openWork file.openPictures file.openPictureFile file.openFashion "
                         "file.searchPlan "
                         "file.recent | file.save file.saveAs file.exportRecord "
                         "file.exportTable | file.close "
                         "file.quit")});
    menus.push_back({[] { return StudioMenus::tr("&Edit"); },
                     ids("edit.undo edit.redo | edit.selectAll edit.selectNone edit.invertSelection | "
                         "tools.palette")});
    menus.push_back(
        {[] { return StudioMenus::tr("&View"); },
         places
             + ids("view.start | view.rail view.inspector view.timeLine view.foldTimeLine view.resetLayout | "
                   "view.themeLight view.themeDark view.themeSystem | view.zoomIn view.zoomOut "
                   "view.zoomReset | view.language.en view.language.de view.reduceMotion | "
                   "view.fullScreen")});
    menus.push_back({[] { return StudioMenus::tr("&Run"); },
                     ids("run.new | run.resumePause run.stepEvaluation run.stepBack run.nextGeneration "
                         "run.previousGeneration run.goToStart run.goToEnd | run.stop run.fork run.close")});
    menus.push_back({[] { return StudioMenus::tr("&Make"); },
                     ids("make.probe make.runPause make.close | make.openTable make.chooseTable | "
                         "make.loadPlan make.savePlan make.openResults | make.search | cell.verify")});
    menus.push_back({[] { return StudioMenus::tr("&Help"); },
                     ids("help.contents help.keys help.whatIsThis | help.about")});
    return menus;
}

} // namespace ktnas
