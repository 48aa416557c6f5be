// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/Session.h"

#include <QMainWindow>
#include <QMap>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

class QMenu;
class QStackedWidget;
class QTimer;

namespace ktnas {

class HelpWindow;
class MenuRow;
class NoticeArea;
class Palette;
class PanelDock;
class RunBar;
class StartPage;
class StatusStrip;
class StudioViews;
class ThemeProvider;
class TimeLinePanel;
class Workshop;

/// The window: puts the parts together and nothing else. Before a table is open it shows the start page; the
/// workspaces and panels are made when they are first needed.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(Session& session, ThemeProvider& themes, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Ids of the workspaces of a table, in order.
    static QStringList workspaces();

    NoticeArea& notice() { return *m_notice; }
    Palette& commandPalette() { return *m_palette; }
    StatusStrip& status() { return *m_status; }
    RunBar& runBar() { return *m_runBar; }
    StartPage& startPage() { return *m_start; }
    /// The view of a workspace, made now if need be.
    QWidget* view(const QString& workspace);
    /// Pictures and the making of benchmarks.
    Workshop& workshop() { return *m_workshop; }
    /// Opens whatever the path is: table, record, workspace, pictures, plan or results.
    void open(const QString& path);
    /// Offers what a crashed session left, if anything.
    void offerCrashedWork();

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeCommands();
    void adoptCommands();
    void makeMenus();
    void makeCentre();
    void connectSession();
    void makePanels();
    PanelDock* addDock(const QString& id, Qt::DockWidgetArea area, QWidget* content);
    void showTable();
    void showWorkspace();
    void showPage(const QString& id);
    void hideDocks();
    void leaveWorkspace();
    void noteLayout();
    void applyLayout(const QByteArray& state);
    void whatIsThis();
    void showAbout();
    void askBefore(const QString& id, const std::function<void()>& go);
    void closeTable();
    void applyTheme();
    void applyIcons();
    void retitle();
    void retranslate();

    Session& m_session;
    ThemeProvider& m_themes;
    MenuRow* m_menuRow = nullptr;
    RunBar* m_runBar = nullptr;
    NoticeArea* m_notice = nullptr;
    QStackedWidget* m_stack = nullptr;
    StartPage* m_start = nullptr;
    StatusStrip* m_status = nullptr;
    Palette* m_palette = nullptr;
    HelpWindow* m_help = nullptr;
    TimeLinePanel* m_timeLine = nullptr;
    QMap<QString, PanelDock*> m_docks;
    std::unique_ptr<StudioViews> m_views;
    std::unique_ptr<Workshop> m_workshop;
    std::vector<std::pair<QMenu*, std::function<QString()>>> m_menuTitles;
    QMenu* m_recent = nullptr;
    QString m_shownWorkspace;
    QByteArray m_defaultLayout; ///< of the docks as they are first
    QByteArray m_layout; ///< as last noted, for undo
    QTimer* m_layoutTimer = nullptr;
    bool m_isApplyingLayout = false;
    bool m_mayClose = false;
};

} // namespace ktnas
