// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/StudioCommands.h"

#include "app/studio/Languages.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeySequence>

#include <numeric>
#include <utility>

namespace ktnas {
namespace {

/// The words of the commands; one place, so that translators see them together.
struct StudioCommands {
    Q_DECLARE_TR_FUNCTIONS(StudioCommands)
};
using C = StudioCommands;

QKeySequence key(const char* text)
{
    return QKeySequence(QString::fromLatin1(text));
}

/// Adds commands of one group.
class Group {
public:
    Group(Commands& commands, std::function<QString()> title)
        : m_commands(commands)
        , m_title(std::move(title))
    {
    }
    struct Extra {
        const char* icon = "";
        QList<QKeySequence> keys{};
        std::function<bool()> isEnabled{};
        std::function<bool()> isChecked{};
    };
    void add(const char* id, std::function<QString()> text, std::function<QString()> toolTip,
             std::function<void()> run, Extra extra)
    {
        CommandSpec spec;
        spec.id = QString::fromLatin1(id);
        spec.icon = QString::fromLatin1(extra.icon);
        spec.shortcuts = std::move(extra.keys);
        spec.text = [group = m_title, text = std::move(text), toolTip = std::move(toolTip)] {
            return CommandText{text(), toolTip(), group()};
        };
        spec.run = std::move(run);
        spec.isEnabled = std::move(extra.isEnabled);
        spec.isCheckable = static_cast<bool>(extra.isChecked);
        spec.isChecked = std::move(extra.isChecked);
        m_commands.add(std::move(spec));
    }

private:
    Commands& m_commands;
    std::function<QString()> m_title;
};

/// A file dialog that does not stop the event loop: what runs goes on.
void chooseFile(QWidget* parent, QFileDialog::AcceptMode mode, const QString& title,
                const QStringList& filters, const QString& suffix,
                const std::function<void(const QString&)>& take)
{
    auto* dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(mode);
    dialog->setFileMode(mode == QFileDialog::AcceptSave ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(suffix);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, take);
    dialog->open();
}

void addFile(Session& session, const WindowActions& window)
{
    Session* s = &session;
    QWidget* parent = window.window;
    Group file(session.commands(), [] { return C::tr("File"); });
    const auto hasTable = [s] { return s->table() != nullptr; };
    const auto open = [s](const QString& path) { s->open(path); };
    // A handler's error is shown by the registry; a dialog answers later, so its errors go the same way.
    const auto saveAs = [s, parent] {
        chooseFile(parent, QFileDialog::AcceptSave, C::tr("Save the workspace"),
                   {C::tr("Workspaces (*.ktnas)")}, QStringLiteral("ktnas"), [s](const QString& path) {
                       try {
                           s->saveWorkspace(path);
                       } catch (const Error& error) {
                           Q_EMIT s->commands().failed(errorText(error));
                       }
                   });
    };
    file.add(
        "file.open", [] { return C::tr("Open benchmark…"); },
        [] { return C::tr("Open a benchmark table (CSV)"); },
        [parent, open] {
            chooseFile(parent, QFileDialog::AcceptOpen, C::tr("Open a benchmark"),
                       {C::tr("Tables (*.csv *.tsv *.txt)"), C::tr("All files (*)")}, {}, open);
        },
        {.icon = "open", .keys = {QKeySequence::Open}});
    file.add(
        "file.openWork", [] { return C::tr("Open workspace or record…"); },
        [] { return C::tr("Open what was saved here or by the command line"); },
        [parent, open] {
            chooseFile(parent, QFileDialog::AcceptOpen, C::tr("Open a workspace or a record"),
                       {C::tr("Workspaces and records (*.ktnas *.ktr *.ktrec)"), C::tr("All files (*)")}, {},
                       open);
        },
        {.icon = "folder", .keys = {key("Ctrl+Shift+O")}});
    file.add(
        "file.save", [] { return C::tr("Save workspace"); },
        [] { return C::tr("Save tables' places, runs, settings and layout in one file"); },
        [s, saveAs] {
            if (s->workspacePath().isEmpty())
                saveAs();
            else
                s->saveWorkspace(s->workspacePath());
        },
        {.icon = "save", .keys = {QKeySequence::Save}, .isEnabled = hasTable});
    file.add(
        "file.saveAs", [] { return C::tr("Save workspace as…"); },
        [] { return C::tr("Save the workspace in another file"); }, saveAs,
        {.keys = {key("Ctrl+Shift+S")}, .isEnabled = hasTable});
    file.add(
        "file.exportRecord", [] { return C::tr("Export record…"); },
        [] { return C::tr("Save this run's record, which ktnas replay and ktnas fork can read"); },
        [s, parent] {
            chooseFile(parent, QFileDialog::AcceptSave, C::tr("Export the record"),
                       {C::tr("Records (*.ktr)")}, QStringLiteral("ktr"), [s](const QString& path) {
                           try {
                               if (s->currentRun())
                                   s->saveRecord(*s->currentRun(), path);
                           } catch (const Error& error) {
                               Q_EMIT s->commands().failed(errorText(error));
                           }
                       });
        },
        {.icon = "export", .keys = {key("Ctrl+Shift+E")}, .isEnabled = [s] {
             return s->currentRun() != nullptr;
         }});
    file.add(
        "file.close", [] { return C::tr("Close benchmark"); },
        [] { return C::tr("Go back to the start page"); }, [window] { window.close(); },
        {.icon = "close", .keys = {QKeySequence::Close}, .isEnabled = hasTable});
    file.add(
        "file.quit", [] { return C::tr("Quit"); }, [] { return C::tr("Close KTNAS Studio"); },
        [parent] { parent->close(); }, {.keys = {key("Ctrl+Q")}});
}

void addEdit(Session& session)
{
    Session* s = &session;
    Group edit(session.commands(), [] { return C::tr("Edit"); });
    const auto hasTable = [s] { return s->table() != nullptr; };
    edit.add(
        "edit.undo",
        [s] {
            const QString what = s->undoStack().undoText();
            return what.isEmpty() ? C::tr("Undo") : C::tr("Undo: %1").arg(what);
        },
        [] { return C::tr("Take back your last edit; a search's events are not undone"); },
        [s] { s->undoStack().undo(); }, {.icon = "undo", .keys = {QKeySequence::Undo}, .isEnabled = [s] {
                                             return s->undoStack().canUndo();
                                         }});
    edit.add(
        "edit.redo",
        [s] {
            const QString what = s->undoStack().redoText();
            return what.isEmpty() ? C::tr("Redo") : C::tr("Redo: %1").arg(what);
        },
        [] { return C::tr("Do again what was taken back"); }, [s] { s->undoStack().redo(); },
        {.icon = "redo", .keys = {key("Ctrl+Shift+Z")}, .isEnabled = [s] {
             return s->undoStack().canRedo();
         }});
    QObject::connect(&session.undoStack(), &QUndoStack::indexChanged, &session.commands(),
                     [s] { s->commands().retranslate(); });
    edit.add(
        "edit.selectAll", [] { return C::tr("Select all cells"); },
        [] { return C::tr("Select every cell of the table"); },
        [s] {
            std::vector<std::uint32_t> rows(s->table()->rowCount());
            std::iota(rows.begin(), rows.end(), 0U);
            s->select(std::make_shared<const std::vector<std::uint32_t>>(std::move(rows)),
                      C::tr("Select all"));
        },
        {.keys = {QKeySequence::SelectAll}, .isEnabled = hasTable});
    edit.add(
        "edit.selectNone", [] { return C::tr("Select no cell"); },
        [] { return C::tr("Empty the selection"); }, [s] { s->select({}, C::tr("Select none")); },
        {.keys = {key("Ctrl+Shift+A")}, .isEnabled = [s] { return !s->selection().rows()->empty(); }});
    edit.add(
        "edit.invertSelection", [] { return C::tr("Invert the selection"); },
        [] { return C::tr("Select what is not selected"); },
        [s] {
            std::vector<std::uint32_t> rows;
            const auto& selected = *s->selection().rows();
            auto next = selected.begin();
            for (std::uint32_t row = 0; row < s->table()->rowCount(); ++row) {
                if (next != selected.end() && *next == row)
                    ++next;
                else
                    rows.push_back(row);
            }
            s->select(std::make_shared<const std::vector<std::uint32_t>>(std::move(rows)),
                      C::tr("Invert selection"));
        },
        {.keys = {key("Ctrl+I")}, .isEnabled = hasTable});
}

void addView(Session& session, const WindowActions& window)
{
    Session* s = &session;
    Group view(session.commands(), [] { return C::tr("View"); });
    const auto hasTable = [s] { return s->table() != nullptr; };
    const auto theme = [&view, s](const char* id, const char* icon, std::function<QString()> text,
                                  Preferences::ThemeChoice choice) {
        view.add(
            id, std::move(text), [] { return C::tr("Colours of the window"); },
            [s, choice] { s->preferences().setTheme(choice); },
            {.icon = icon, .isChecked = [s, choice] { return s->preferences().theme() == choice; }});
    };
    theme(
        "view.themeLight", "sun", [] { return C::tr("Light"); }, Preferences::ThemeChoice::Light);
    theme(
        "view.themeDark", "moon", [] { return C::tr("Dark"); }, Preferences::ThemeChoice::Dark);
    theme(
        "view.themeSystem", "", [] { return C::tr("As the system"); }, Preferences::ThemeChoice::System);
    view.add(
        "view.zoomIn", [] { return C::tr("Larger"); }, [] { return C::tr("Everything larger, up to 200 %"); },
        [s] { s->preferences().setZoom(s->preferences().zoom() + 0.1); },
        {.icon = "zoom-in", .keys = {key("Ctrl++"), key("Ctrl+=")}, .isEnabled = [s] {
             return s->preferences().zoom() < 1.999;
         }});
    view.add(
        "view.zoomOut", [] { return C::tr("Smaller"); },
        [] { return C::tr("Everything smaller, down to 80 %"); },
        [s] { s->preferences().setZoom(s->preferences().zoom() - 0.1); },
        {.icon = "zoom-out", .keys = {key("Ctrl+-")}, .isEnabled = [s] {
             return s->preferences().zoom() > 0.801;
         }});
    view.add(
        "view.zoomReset", [] { return C::tr("Normal size"); }, [] { return C::tr("Back to 100 %"); },
        [s] { s->preferences().setZoom(1); }, {.keys = {key("Ctrl+0")}});
    view.add(
        "view.reduceMotion", [] { return C::tr("Reduce motion"); },
        [] { return C::tr("Nothing moves by itself; what changes is there at once"); },
        [s] { s->preferences().setReduceMotion(!s->preferences().reduceMotion()); },
        {.isChecked = [s] { return s->preferences().reduceMotion(); }});
    const QStringList languages = Languages::known();
    for (const QString& language : languages)
        view.add(
            qPrintable(QStringLiteral("view.language.") % language),
            [language] { return Languages::title(language); }, [] { return C::tr("Language of the window"); },
            [s, language] { s->preferences().setLanguage(language); },
            {.isChecked = [s, language] { return s->preferences().language() == language; }});
    const auto dock = [&view, window, hasTable](const char* id, const char* keys, const QString& name,
                                                std::function<QString()> text) {
        view.add(
            id, std::move(text), [] { return C::tr("Show or hide this panel"); },
            [window, name] { window.showDock(name, !window.isDockVisible(name)); },
            {.keys = {key(keys)}, .isEnabled = hasTable, .isChecked = [window, name] {
                 return window.isDockVisible(name);
             }});
    };
    dock("view.rail", "F8", QStringLiteral("rail"), [] { return C::tr("Tasks and settings"); });
    dock("view.inspector", "F9", QStringLiteral("inspector"), [] { return C::tr("Inspector"); });
    dock("view.timeLine", "F10", QStringLiteral("timeline"), [] { return C::tr("Time line"); });
    view.add(
        "view.foldTimeLine", [] { return C::tr("Fold the time line"); },
        [] { return C::tr("All tasks of the time line in one row"); },
        [window] { window.foldTimeLine(!window.isTimeLineFolded()); },
        {.keys = {key("Shift+F10")}, .isEnabled = hasTable, .isChecked = window.isTimeLineFolded});
    view.add(
        "view.resetLayout", [] { return C::tr("Reset the panels"); },
        [] { return C::tr("Put this workspace's panels back where they were at first"); }, window.resetLayout,
        {.isEnabled = hasTable});
    view.add(
        "view.fullScreen", [] { return C::tr("Full screen"); }, [] { return C::tr("Use the whole screen"); },
        window.toggleFullScreen,
        {.keys = {key("F11")}, .isChecked = [parent = window.window] { return parent->isFullScreen(); }});
}

void addWorkspaces(Session& session, const QStringList& workspaces)
{
    Session* s = &session;
    Group group(session.commands(), [] { return C::tr("Workspace"); });
    struct Words {
        std::function<QString()> text;
        std::function<QString()> toolTip;
    };
    const QMap<QString, Words> words{
        {QStringLiteral("explore"),
         {[] { return C::tr("Explore"); }, [] { return C::tr("Map and table of all cells"); }}},
        {QStringLiteral("search"),
         {[] { return C::tr("Search"); }, [] { return C::tr("Curves, populations and diary of a run"); }}},
        {QStringLiteral("transfer"),
         {[] { return C::tr("Transfer"); },
          [] { return C::tr("Who migrated, who voted, and what became of it"); }}},
        {QStringLiteral("disorder"),
         {[] { return C::tr("Disorder"); },
          [] { return C::tr("Where two tasks rank the cells differently"); }}},
    };
    int number = 0;
    for (const QString& id : workspaces)
        group.add(qPrintable(QStringLiteral("workspace.") % id), words[id].text, words[id].toolTip,
                  [s, id] { s->setWorkspace(id); },
                  {.keys = {QKeySequence(QStringLiteral("Ctrl+%1").arg(++number))},
                   .isEnabled = [s] { return s->table() != nullptr; },
                   .isChecked = [s, id] { return s->workspace() == id; }});
}

void addRun(Session& session)
{
    Session* s = &session;
    Group run(session.commands(), [] { return C::tr("Run"); });
    const auto current = [s] { return s->currentRun(); };
    const auto hasRun = [current] { return current() != nullptr; };
    const auto canResume = [current] { return current() && current()->canResume(); };
    const auto isAtEnd = [s] { return s->cursor().position() == s->cursor().end(); };
    const auto canStepOn = [s, canResume, isAtEnd] { return s->currentRun() && (!isAtEnd() || canResume()); };
    const auto canStepBack = [s, hasRun] { return hasRun() && s->cursor().position() > 0; };
    run.add(
        "run.new", [] { return C::tr("New search"); },
        [] { return C::tr("Start a search with the tasks and settings at the left"); },
        [s] {
            s->startRun()->resume();
            if (s->workspace() == u"disorder")
                s->setWorkspace(QStringLiteral("search"));
        },
        {.icon = "run", .keys = {key("Ctrl+Return")}, .isEnabled = [s] { return s->table() != nullptr; }});
    run.add(
        "run.resumePause",
        [current] {
            return current() && current()->state() == RunController::State::Running ? C::tr("Pause")
                                                                                    : C::tr("Resume");
        },
        [] { return C::tr("Let the search go on, or hold it where it is"); },
        [s, current] {
            if (current()->state() == RunController::State::Running) {
                current()->pause();
            } else {
                s->cursor().follow();
                current()->resume();
            }
        },
        {.icon = "run", .keys = {key("Space")}, .isEnabled = canResume});
    run.add(
        "run.stepBack", [] { return C::tr("Back one evaluation"); },
        [] { return C::tr("Move the cursor to the evaluation before"); }, [s] { s->stepCursor(-1); },
        {.icon = "step-back", .keys = {key(",")}, .isEnabled = canStepBack});
    run.add(
        "run.stepEvaluation", [] { return C::tr("Forward one evaluation"); },
        [] { return C::tr("Move the cursor to the next evaluation; at the end, let the search make one"); },
        [s, current, isAtEnd] {
            if (isAtEnd()) {
                s->cursor().follow();
                current()->stepEvaluation();
            } else {
                s->stepCursor(1);
            }
        },
        {.icon = "step-forward", .keys = {key(".")}, .isEnabled = canStepOn});
    run.add(
        "run.previousGeneration", [] { return C::tr("Back one generation"); },
        [] { return C::tr("Move the cursor to the end of the generation before"); },
        [s] { s->stepCursorGenerations(-1); },
        {.icon = "generation-back", .keys = {key("[")}, .isEnabled = canStepBack});
    run.add(
        "run.nextGeneration", [] { return C::tr("Forward one generation"); },
        [] {
            return C::tr(
                "Move the cursor to the end of the next generation; at the end, let the search make one");
        },
        [s, current, isAtEnd] {
            if (isAtEnd()) {
                s->cursor().follow();
                current()->stepGeneration();
            } else {
                s->stepCursorGenerations(1);
            }
        },
        {.icon = "generation-forward", .keys = {key("]")}, .isEnabled = canStepOn});
    run.add(
        "run.goToStart", [] { return C::tr("Go to the beginning"); },
        [] { return C::tr("Move the cursor before the first event"); }, [s] { s->cursor().moveTo(0); },
        {.keys = {key("Ctrl+Home")}, .isEnabled = canStepBack});
    run.add(
        "run.goToEnd", [] { return C::tr("Go to the newest event"); },
        [] { return C::tr("Move the cursor to the end and let it follow"); }, [s] { s->cursor().follow(); },
        {.keys = {key("Ctrl+End")}, .isEnabled = hasRun});
    run.add(
        "run.stop", [] { return C::tr("Stop"); },
        [] { return C::tr("End the search for good; what happened stays"); },
        [current] { current()->stop(); }, {.icon = "stop", .keys = {key("Ctrl+.")}, .isEnabled = canResume});
    run.add(
        "run.fork", [] { return C::tr("Fork here"); },
        [] {
            return C::tr(
                "A new run with this one's past up to the cursor, going on with the settings at the left");
        },
        [s] { s->forkAtCursor(s->draftChanges(), s->draftLearnFrom()); },
        {.icon = "fork", .keys = {key("Ctrl+Shift+F")}, .isEnabled = hasRun});
    run.add(
        "run.close", [] { return C::tr("Forget this run"); },
        [] { return C::tr("Remove the run from the list; what is not saved is gone"); },
        [s, current] { s->closeRun(current()); }, {.isEnabled = hasRun});
    QObject::connect(&session, &Session::runStateChanged, &session.commands(), [s] {
        s->commands().retranslate(); // Resume or Pause
    });
}

void addHelp(Session& session, const WindowActions& window)
{
    Group help(session.commands(), [] { return C::tr("Help"); });
    const auto page = [window](const char* name) {
        return [window, name = QString::fromLatin1(name)] { window.openHelp(name); };
    };
    help.add(
        "help.contents", [] { return C::tr("How it works"); }, [] { return C::tr("The pages of the guide"); },
        page("index"), {.icon = "book", .keys = {QKeySequence::HelpContents}});
    help.add(
        "help.keys", [] { return C::tr("Keys"); }, [] { return C::tr("What each key does"); }, page("keys"),
        {.keys = {key("Ctrl+F1")}});
    help.add(
        "help.whatIsThis", [] { return C::tr("What is this?"); },
        [] { return C::tr("Explain what has the keyboard's focus"); }, window.whatIsThis,
        {.icon = "help", .keys = {QKeySequence::WhatsThis}});
    help.add(
        "help.about", [] { return C::tr("About KTNAS Studio"); }, [] { return C::tr("Version and licence"); },
        window.showAbout, {.icon = "info"});
    Group tools(session.commands(), [] { return C::tr("Tools"); });
    tools.add(
        "tools.palette", [] { return C::tr("Find a command or a cell…"); },
        [] { return C::tr("Type the name of a command, or a cell's index or text"); }, window.openPalette,
        {.icon = "palette", .keys = {key("Ctrl+K")}});
}

} // namespace

void addStudioCommands(Session& session, const QStringList& workspaces, const WindowActions& window)
{
    addFile(session, window);
    addEdit(session);
    addView(session, window);
    addWorkspaces(session, workspaces);
    addRun(session);
    addHelp(session, window);
}

std::vector<MenuSpec> studioMenus(const QStringList& workspaces)
{
    const auto ids = [](const char* text) { return QString::fromLatin1(text).split(u' '); };
    QStringList places;
    for (const QString& id : workspaces)
        places << QStringLiteral("workspace.") % id;
    std::vector<MenuSpec> menus;
    menus.push_back(
        {[] { return C::tr("&File"); },
         ids("file.open file.openWork file.recent | file.save file.saveAs file.exportRecord | file.close "
             "file.quit")});
    menus.push_back({[] { return C::tr("&Edit"); },
                     ids("edit.undo edit.redo | edit.selectAll edit.selectNone edit.invertSelection | "
                         "tools.palette")});
    menus.push_back(
        {[] { return C::tr("&View"); },
         places
             + ids("| view.rail view.inspector view.timeLine view.foldTimeLine view.resetLayout | "
                   "view.themeLight view.themeDark view.themeSystem | view.zoomIn view.zoomOut "
                   "view.zoomReset | view.language.en view.language.de view.reduceMotion | "
                   "view.fullScreen")});
    menus.push_back({[] { return C::tr("&Run"); },
                     ids("run.new | run.resumePause run.stepEvaluation run.stepBack run.nextGeneration "
                         "run.previousGeneration run.goToStart run.goToEnd | run.stop run.fork run.close")});
    menus.push_back(
        {[] { return C::tr("&Help"); }, ids("help.contents help.keys help.whatIsThis | help.about")});
    return menus;
}

} // namespace ktnas
