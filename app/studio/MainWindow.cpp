// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/MainWindow.h"

#include "app/studio/HelpWindow.h"
#include "app/studio/MenuRow.h"
#include "app/studio/NoticeArea.h"
#include "app/studio/Palette.h"
#include "app/studio/PanelDock.h"
#include "app/studio/RunBar.h"
#include "app/studio/StartPage.h"
#include "app/studio/StatusStrip.h"
#include "app/studio/StudioCommands.h"
#include "app/studio/StudioMenus.h"
#include "app/studio/StudioViews.h"
#include "app/studio/TimeLinePanel.h"
#include "app/studio/Workshop.h"
#include "widgets/style/Icons.h"
#include "widgets/style/ThemeProvider.h"
#include "widgets/views/InspectorView.h"
#include "widgets/views/TaskRail.h"
#include "widgets/views/VerifySection.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ktnas {

MainWindow::MainWindow(Session& session, ThemeProvider& themes, QWidget* parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_themes(themes)
{
    setWindowIcon(applicationIcon());
    setAcceptDrops(true);
    setDockOptions(AllowNestedDocks | AllowTabbedDocks);
    setContextMenuPolicy(Qt::NoContextMenu);
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    m_views = std::make_unique<StudioViews>(session, themes);
    m_workshop = std::make_unique<Workshop>(session, themes);
    makeCommands();
    auto* top = new QWidget(this);
    auto* rows = new QVBoxLayout(top);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    m_menuRow = new MenuRow(session, themes, workspaces() + Workshop::pages(), top);
    m_runBar = new RunBar(session, themes, top);
    rows->addWidget(m_menuRow);
    rows->addWidget(m_runBar);
    setMenuWidget(top);
    makeMenus();

    makeCentre();
    connectSession();
    qApp->installEventFilter(this);

    const QByteArray geometry = session.preferences().windowGeometry();
    resize(m_themes.theme().ipx(1440), m_themes.theme().ipx(900));
    if (!geometry.isEmpty())
        restoreGeometry(geometry);
    applyTheme();
    retitle();
    showTable();
}

void MainWindow::makeCentre()
{
    auto* centre = new QWidget(this);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_notice = new NoticeArea(m_themes, centre);
    m_stack = new QStackedWidget(centre);
    m_start = new StartPage(m_session, m_themes, m_stack);
    m_stack->addWidget(m_start);
    m_status = new StatusStrip(m_session, m_themes, this);
    column->addWidget(m_notice);
    column->addWidget(m_stack, 1);
    setCentralWidget(centre);
    auto* bottom = new QStatusBar(this);
    bottom->setSizeGripEnabled(false);
    bottom->setContentsMargins(0, 0, 0, 0);
    bottom->addWidget(m_status, 1);
    setStatusBar(bottom);
    m_palette = new Palette(m_session, m_themes, this);
    m_layoutTimer = new QTimer(this);
    m_layoutTimer->setSingleShot(true);
    m_layoutTimer->setInterval(0);
    connect(m_layoutTimer, &QTimer::timeout, this, &MainWindow::noteLayout);
}

void MainWindow::connectSession()
{
    connect(&m_session, &Session::tableChanged, this, &MainWindow::showTable);
    connect(&m_session, &Session::workspaceChanged, this, &MainWindow::showWorkspace);
    connect(&m_session, &Session::layoutsChanged, this, [this] {
        if (!m_shownWorkspace.isEmpty())
            applyLayout(m_session.layout(m_shownWorkspace));
    });
    connect(&m_session, &Session::runStateChanged, this, &MainWindow::applyIcons);
    connect(&m_session, &Session::currentRunChanged, this, &MainWindow::applyIcons);
    connect(&m_session, &Session::savedStateChanged, this, &MainWindow::retitle);
    connect(&m_session, &Session::openFailed, this, [this] { m_notice->showError(m_session.lastReport()); });
    connect(&m_session, &Session::warned, this, [this] { m_notice->showError(m_session.lastReport()); });
    connect(&m_session.commands(), &Commands::failed, this, [this](const QString& message) {
        m_notice->showError({message, {}, {}, {}});
    });
    connect(&m_session.jobs(), &Jobs::failed, this, [this](const QString& title, const QString& message) {
        m_notice->showError({tr("%1 did not work. %2", "job, reason").arg(title, message), {}, {}, {}});
    });
    connect(m_workshop.get(), &Workshop::failed, this,
            [this](const ErrorReport& report) { m_notice->showError(report); });
    connect(&m_workshop->build(), &BuildController::stateChanged, this, &MainWindow::applyIcons);
    connect(&m_themes, &ThemeProvider::themeChanged, this, &MainWindow::applyTheme);
}

MainWindow::~MainWindow()
{
    qApp->removeEventFilter(this);
}

QStringList MainWindow::workspaces()
{
    return StudioViews::workspaces();
}

QWidget* MainWindow::view(const QString& workspace)
{
    QWidget* made = m_views->workspace(workspace, m_stack);
    if (m_stack->indexOf(made) < 0)
        m_stack->addWidget(made);
    return made;
}

void MainWindow::adoptCommands()
{
    // Shortcuts work whether or not an action is in a menu.
    const QStringList ids = m_session.commands().ids();
    for (const QString& id : ids)
        addAction(m_session.commands().action(id));
    applyIcons();
}

void MainWindow::makeCommands()
{
    WindowActions actions;
    actions.window = this;
    actions.openPalette = [this] { m_palette->open(&m_menuRow->searchField()); };
    actions.openHelp = [this](const QString& page) {
        if (!m_help)
            m_help = new HelpWindow(this);
        m_help->open(page);
    };
    actions.showAbout = [this] { showAbout(); };
    actions.whatIsThis = [this] { whatIsThis(); };
    actions.close = [this] { closeTable(); };
    actions.isDockVisible = [this](const QString& dock) {
        return m_docks.contains(dock) && !m_docks[dock]->isHidden();
    };
    actions.showDock = [this](const QString& dock, bool isVisible) {
        if (m_docks.contains(dock))
            m_docks[dock]->setVisible(isVisible);
    };
    actions.isTimeLineFolded = [this] { return m_timeLine && m_timeLine->isFolded(); };
    actions.foldTimeLine = [this](bool isFolded) {
        if (!m_timeLine)
            return;
        m_session.pushEdit(
            isFolded ? tr("Fold the time line") : tr("Unfold the time line"), {},
            [this, isFolded] { m_timeLine->setFolded(isFolded); },
            [this, isFolded] { m_timeLine->setFolded(!isFolded); });
    };
    actions.resetLayout = [this] {
        applyLayout(m_defaultLayout);
        m_layoutTimer->start();
    };
    actions.toggleFullScreen = [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); };
    addStudioCommands(m_session, workspaces(), actions);
    m_workshop->addCommands(this);
    m_views->addCommands();
    adoptCommands();
}

void MainWindow::makeMenus()
{
    for (const MenuSpec& spec : studioMenus(workspaces() + Workshop::pages())) {
        QMenu* menu = m_menuRow->menuBar().addMenu(spec.title());
        m_menuTitles.emplace_back(menu, spec.title);
        for (const QString& id : spec.commands) {
            if (id == u"|") {
                menu->addSeparator();
            } else if (id == u"file.recent") {
                m_recent = menu->addMenu(tr("Recent"));
                connect(m_recent, &QMenu::aboutToShow, this, [this] {
                    m_recent->clear();
                    const QStringList paths = m_session.preferences().recentFiles();
                    for (const QString& path : paths)
                        m_recent
                            ->addAction(QFileInfo(path).fileName(), this,
                                        [this, path] { m_session.open(path); })
                            ->setToolTip(path);
                    if (paths.isEmpty())
                        m_recent->addAction(tr("Nothing was open yet"))->setEnabled(false);
                });
            } else {
                menu->addAction(m_session.commands().action(id));
            }
        }
    }
}

PanelDock* MainWindow::addDock(const QString& id, Qt::DockWidgetArea area, QWidget* content)
{
    auto* dock = new PanelDock(m_themes, id, content, this);
    addDockWidget(area, dock);
    dock->show(); // a widget made after its window is not shown by itself
    m_docks[id] = dock;
    connect(dock, &QDockWidget::visibilityChanged, m_layoutTimer, qOverload<>(&QTimer::start));
    connect(dock, &QDockWidget::topLevelChanged, m_layoutTimer, qOverload<>(&QTimer::start));
    connect(dock, &QDockWidget::dockLocationChanged, m_layoutTimer, qOverload<>(&QTimer::start));
    return dock;
}

void MainWindow::makePanels()
{
    if (m_timeLine)
        return;
    m_isApplyingLayout = true;
    auto* rail = new TaskRail(m_session, m_themes, this);
    addDock(QStringLiteral("rail"), Qt::LeftDockWidgetArea, rail);
    QWidget* inspector = m_views->inspector(this);
    static_cast<InspectorView*>(inspector)->insertBelowCell(
        new VerifySection(m_session, m_workshop->verifier(), m_themes, this));
    addDock(QStringLiteral("inspector"), Qt::RightDockWidgetArea, inspector);
    m_timeLine = new TimeLinePanel(m_session, m_themes, this);
    addDock(QStringLiteral("timeline"), Qt::BottomDockWidgetArea, m_timeLine);
    const Theme& theme = m_themes.theme();
    resizeDocks({m_docks[QStringLiteral("rail")], m_docks[QStringLiteral("inspector")]},
                {theme.ipx(224), theme.ipx(300)}, Qt::Horizontal);
    retranslate();
    m_defaultLayout = saveState();
    m_isApplyingLayout = false;
}

void MainWindow::showTable()
{
    if (m_session.table())
        makePanels();
    showWorkspace();
    retitle();
}

void MainWindow::hideDocks()
{
    m_isApplyingLayout = true;
    for (PanelDock* dock : m_docks)
        dock->hide();
    m_isApplyingLayout = false;
}

void MainWindow::showPage(const QString& id)
{
    leaveWorkspace();
    hideDocks();
    QWidget* page = m_workshop->page(id, m_stack);
    if (m_stack->indexOf(page) < 0)
        m_stack->addWidget(page);
    m_stack->setCurrentWidget(page);
    page->setFocus();
}

void MainWindow::showWorkspace()
{
    const bool hasTable = m_session.table() != nullptr;
    const QString& id = m_session.workspace();
    const bool isPage = Workshop::isPage(id);
    m_menuRow->setWorkspacesVisible(hasTable || isPage, hasTable);
    m_runBar->setVisible(hasTable && !isPage);
    if (isPage) {
        showPage(id);
    } else if (!hasTable) {
        leaveWorkspace();
        hideDocks();
        m_stack->setCurrentWidget(m_start);
    } else if (m_shownWorkspace != id) {
        leaveWorkspace();
        QByteArray state = m_session.layout(id);
        if (state.isEmpty())
            state = m_session.preferences().windowState(id);
        m_stack->setCurrentWidget(view(id));
        applyLayout(state.isEmpty() ? m_defaultLayout : state);
        m_shownWorkspace = id;
        m_stack->currentWidget()->setFocus();
    }
}

void MainWindow::leaveWorkspace()
{
    if (m_shownWorkspace.isEmpty())
        return;
    const QByteArray state = saveState();
    m_session.preferences().setWindowState(m_shownWorkspace, state);
    m_session.setLayout(m_shownWorkspace, state);
    m_shownWorkspace.clear();
}

void MainWindow::applyLayout(const QByteArray& state)
{
    if (state.isEmpty())
        return;
    m_isApplyingLayout = true;
    restoreState(state);
    m_isApplyingLayout = false;
    m_layout = saveState();
}

void MainWindow::noteLayout()
{
    if (m_isApplyingLayout || m_shownWorkspace.isEmpty() || isMinimized() || !isVisible())
        return;
    const QByteArray now = saveState();
    if (now == m_layout)
        return;
    m_session.pushEdit(
        tr("Arrange panels"), QStringLiteral("layout"),
        [this, now] {
            if (saveState() != now)
                applyLayout(now);
        },
        [this, before = m_layout] { applyLayout(before); });
    m_layout = now;
    m_session.setLayout(m_shownWorkspace, now);
    m_session.commands().scheduleRefresh();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (std::any_of(urls.begin(), urls.end(), [](const QUrl& url) { return url.isLocalFile(); }))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    for (const QUrl& url : urls)
        if (url.isLocalFile())
            open(url.toLocalFile());
    event->acceptProposedAction();
}

void MainWindow::open(const QString& path)
{
    m_workshop->open(path);
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    // Space presses the button that has the focus; only elsewhere is it the shortcut.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* pressed = static_cast<QKeyEvent*>(event);
        const bool takesSpace = qobject_cast<QAbstractButton*>(watched) || qobject_cast<QComboBox*>(watched)
            || qobject_cast<QAbstractItemView*>(watched);
        if (pressed->key() == Qt::Key_Space && pressed->modifiers() == Qt::NoModifier && takesSpace)
            event->accept();
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::whatIsThis()
{
    QWidget* asked = QApplication::focusWidget();
    // The nearest thing around the focus that has something to say.
    while (asked && asked->toolTip().isEmpty() && asked->accessibleDescription().isEmpty()
           && asked->whatsThis().isEmpty())
        asked = asked->parentWidget();
    if (!asked) {
        m_session.commands().run(QStringLiteral("help.contents"));
        return;
    }
    QString words = asked->whatsThis();
    if (words.isEmpty())
        words = asked->toolTip().isEmpty() ? asked->accessibleDescription() : asked->toolTip();
    QToolTip::showText(asked->mapToGlobal(QPoint(0, asked->height())), words, asked, {}, 60000);
}

void MainWindow::showAbout()
{
    m_notice->ask(
        QStringLiteral("about"),
        tr("KTNAS Studio %1: see and steer multi-task architecture search. Free software under the GNU "
           "General Public License, version 3 or later.")
            .arg(QCoreApplication::applicationVersion()),
        {{tr("Close"), {}}});
}

void MainWindow::retitle()
{
    QString title = QStringLiteral("KTNAS Studio");
    if (const auto& table = m_session.table()) {
        const QString subject = m_session.workspacePath().isEmpty()
            ? QString::fromStdString(table->content().title)
            : QFileInfo(m_session.workspacePath()).fileName();
        title = subject % QStringLiteral("[*] – ") % title;
    }
    setWindowTitle(title);
    setWindowModified(m_session.table() && m_session.isModified());
}

void MainWindow::applyTheme()
{
    statusBar()->setFixedHeight(m_themes.theme().ipx(24));
    applyIcons();
    update();
}

void MainWindow::applyIcons()
{
    Commands& commands = m_session.commands();
    const QStringList ids = commands.ids();
    for (const QString& id : ids) {
        const QString name = commands.spec(id).icon;
        if (!name.isEmpty())
            commands.action(id)->setIcon(icon(name, m_themes.theme()));
    }
    const RunController* run = m_session.currentRun();
    const bool isRunning = run && run->state() == RunController::State::Running;
    commands.action(QStringLiteral("run.resumePause"))
        ->setIcon(icon(isRunning ? u"pause" : u"run", m_themes.theme()));
    commands.action(QStringLiteral("make.runPause"))
        ->setIcon(icon(m_workshop->build().isBusy() ? u"pause" : u"run", m_themes.theme()));
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::retranslate()
{
    m_session.commands().retranslate();
    for (const auto& [menu, title] : m_menuTitles)
        menu->setTitle(title());
    if (m_recent)
        m_recent->setTitle(tr("Recent"));
    const auto name = [this](const QString& id, const QString& title) {
        if (m_docks.contains(id)) {
            m_docks[id]->setWindowTitle(title);
            m_docks[id]->setAccessibleName(title);
        }
    };
    name(QStringLiteral("rail"), tr("Tasks and settings"));
    name(QStringLiteral("inspector"), tr("Inspector"));
    name(QStringLiteral("timeline"), tr("Time line"));
    retitle();
}

} // namespace ktnas
