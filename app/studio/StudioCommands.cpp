// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/StudioCommands.h"

#include "app/studio/Languages.h"
#include "core/tables/WriteTable.h"

#include <QCoreApplication>
#include <QFile>
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

QKeySequence key(const char* text)
{
    return {QString::fromLatin1(text)};
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
    Group file(session.commands(), [] { return StudioCommands::tr("File"); });
    const auto hasTable = [s] { return s->table() != nullptr; };
    const auto open = [s](const QString& path) { s->open(path); };
    const auto saveAs = [s, parent] {
        chooseFile(parent, QFileDialog::AcceptSave, StudioCommands::tr("Save the workspace"),
                   {StudioCommands::tr("Workspaces (*.ktnas)")}, QStringLiteral("ktnas"),
                   [s](const QString& path) { s->saveWorkspace(path); });
    };
    file.add(
        "file.open", [] { return StudioCommands::tr("Open benchmark…"); },
        [] { return StudioCommands::tr("Open a benchmark table (CSV)"); },
        [parent, open] {
            chooseFile(
                parent, QFileDialog::AcceptOpen, StudioCommands::tr("Open a benchmark"),
                {StudioCommands::tr("Tables (*.csv *.tsv *.txt)"), StudioCommands::tr("All files (*)")}, {},
                open);
        },
        {.icon = "open", .keys = {QKeySequence::Open}});
    file.add(
        "file.openWork", [] { return StudioCommands::tr("Open workspace or record…"); },
        [] { return StudioCommands::tr("Open what was saved here or by the command line"); },
        [parent, open] {
            chooseFile(parent, QFileDialog::AcceptOpen, StudioCommands::tr("Open a workspace or a record"),
                       {StudioCommands::tr("Workspaces and records (*.ktnas *.ktr *.ktrec)"),
                        StudioCommands::tr("All files (*)")},
                       {}, open);
        },
        {.icon = "folder", .keys = {key("Ctrl+Shift+O")}});
    file.add(
        "file.save", [] { return StudioCommands::tr("Save workspace"); },
        [] { return StudioCommands::tr("Save tables' places, runs, settings and layout in one file"); },
        [s, saveAs] {
            if (s->workspacePath().isEmpty())
                saveAs();
            else
                s->saveWorkspace(s->workspacePath());
        },
        {.icon = "save", .keys = {QKeySequence::Save}, .isEnabled = hasTable});
    file.add(
        "file.saveAs", [] { return StudioCommands::tr("Save workspace as…"); },
        [] { return StudioCommands::tr("Save the workspace in another file"); }, saveAs,
        {.keys = {key("Ctrl+Shift+S")}, .isEnabled = hasTable});
    file.add(
        "file.exportRecord", [] { return StudioCommands::tr("Export record…"); },
        [] {
            return StudioCommands::tr("Save this run's record, which ktnas replay and ktnas fork can read");
        },
        [s, parent] {
            chooseFile(parent, QFileDialog::AcceptSave, StudioCommands::tr("Export the record"),
                       {StudioCommands::tr("Records (*.ktr)")}, QStringLiteral("ktr"),
                       [s](const QString& path) {
                           if (s->currentRun())
                               s->saveRecord(*s->currentRun(), path);
                       });
        },
        {.icon = "export", .keys = {key("Ctrl+Shift+E")}, .isEnabled = [s] {
             return s->currentRun() != nullptr;
         }});
    file.add(
        "file.exportTable", [] { return StudioCommands::tr("Export benchmark…"); },
        [] { return StudioCommands::tr("Save the benchmark as a CSV table, every value as it was read"); },
        [s, parent] {
            chooseFile(parent, QFileDialog::AcceptSave, StudioCommands::tr("Export the benchmark"),
                       {StudioCommands::tr("Benchmark tables (*.csv)")}, QStringLiteral("csv"),
                       [s](const QString& path) {
                           try {
                               if (s->table())
                                   writeTable(QFile::encodeName(path).toStdString(), *s->table());
                           } catch (const Error& error) {
                               Q_EMIT s->commands().failed(errorText(error));
                           }
                       });
        },
        {.icon = "export", .isEnabled = hasTable});
    file.add(
        "file.close", [] { return StudioCommands::tr("Close benchmark"); },
        [] { return StudioCommands::tr("Go back to the start page"); }, [window] { window.close(); },
        {.icon = "close", .keys = {QKeySequence::Close}, .isEnabled = hasTable});
    file.add(
        "file.quit", [] { return StudioCommands::tr("Quit"); },
        [] { return StudioCommands::tr("Close KTNAS Studio"); }, [parent] { parent->close(); },
        {.keys = {key("Ctrl+Q")}});
}

void addEdit(Session& session)
{
    Session* s = &session;
    Group edit(session.commands(), [] { return StudioCommands::tr("Edit"); });
    const auto hasTable = [s] { return s->table() != nullptr; };
    edit.add(
        "edit.undo",
        [s] {
            const QString what = s->undoStack().undoText();
            return what.isEmpty() ? StudioCommands::tr("Undo") : StudioCommands::tr("Undo: %1").arg(what);
        },
        [] { return StudioCommands::tr("Take back your last edit; a search's events are not undone"); },
        [s] { s->undoStack().undo(); }, {.icon = "undo", .keys = {QKeySequence::Undo}, .isEnabled = [s] {
                                             return s->undoStack().canUndo();
                                         }});
    edit.add(
        "edit.redo",
        [s] {
            const QString what = s->undoStack().redoText();
            return what.isEmpty() ? StudioCommands::tr("Redo") : StudioCommands::tr("Redo: %1").arg(what);
        },
        [] { return StudioCommands::tr("Do again what was taken back"); }, [s] { s->undoStack().redo(); },
        {.icon = "redo", .keys = {key("Ctrl+Shift+Z")}, .isEnabled = [s] {
             return s->undoStack().canRedo();
         }});
    QObject::connect(&session.undoStack(), &QUndoStack::indexChanged, &session.commands(),
                     [s] { s->commands().retranslate(); });
    edit.add(
        "edit.selectAll", [] { return StudioCommands::tr("Select all cells"); },
        [] { return StudioCommands::tr("Select every cell of the table"); },
        [s] {
            std::vector<std::uint32_t> rows(s->table()->rowCount());
            std::iota(rows.begin(), rows.end(), 0U);
            s->select(std::make_shared<const std::vector<std::uint32_t>>(std::move(rows)),
                      StudioCommands::tr("Select all"));
        },
        {.keys = {QKeySequence::SelectAll}, .isEnabled = hasTable});
    edit.add(
        "edit.selectNone", [] { return StudioCommands::tr("Select no cell"); },
        [] { return StudioCommands::tr("Empty the selection"); },
        [s] { s->select({}, StudioCommands::tr("Select none")); },
        {.keys = {key("Ctrl+Shift+A")}, .isEnabled = [s] { return !s->selection().rows()->empty(); }});
    edit.add(
        "edit.invertSelection", [] { return StudioCommands::tr("Invert the selection"); },
        [] { return StudioCommands::tr("Select what is not selected"); },
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
                      StudioCommands::tr("Invert selection"));
        },
        {.keys = {key("Ctrl+I")}, .isEnabled = hasTable});
}

void addView(Session& session, const WindowActions& window)
{
    Session* s = &session;
    Group view(session.commands(), [] { return StudioCommands::tr("View"); });
    const auto hasTable = [s] { return s->table() != nullptr; };
    const auto theme = [&view, s](const char* id, const char* icon, std::function<QString()> text,
                                  Preferences::ThemeChoice choice) {
        view.add(
            id, std::move(text), [] { return StudioCommands::tr("Colours of the window"); },
            [s, choice] { s->preferences().setTheme(choice); },
            {.icon = icon, .isChecked = [s, choice] { return s->preferences().theme() == choice; }});
    };
    theme(
        "view.themeLight", "sun", [] { return StudioCommands::tr("Light"); },
        Preferences::ThemeChoice::Light);
    theme(
        "view.themeDark", "moon", [] { return StudioCommands::tr("Dark"); }, Preferences::ThemeChoice::Dark);
    theme(
        "view.themeSystem", "", [] { return StudioCommands::tr("As the system"); },
        Preferences::ThemeChoice::System);
    view.add(
        "view.zoomIn", [] { return StudioCommands::tr("Larger"); },
        [] { return StudioCommands::tr("Everything larger, up to 200 %"); },
        [s] { s->preferences().setZoom(s->preferences().zoom() + 0.1); },
        {.icon = "zoom-in", .keys = {key("Ctrl++"), key("Ctrl+=")}, .isEnabled = [s] {
             return s->preferences().zoom() < 1.999;
         }});
    view.add(
        "view.zoomOut", [] { return StudioCommands::tr("Smaller"); },
        [] { return StudioCommands::tr("Everything smaller, down to 80 %"); },
        [s] { s->preferences().setZoom(s->preferences().zoom() - 0.1); },
        {.icon = "zoom-out", .keys = {key("Ctrl+-")}, .isEnabled = [s] {
             return s->preferences().zoom() > 0.801;
         }});
    view.add(
        "view.zoomReset", [] { return StudioCommands::tr("Normal size"); },
        [] { return StudioCommands::tr("Back to 100 %"); }, [s] { s->preferences().setZoom(1); },
        {.keys = {key("Ctrl+0")}});
    view.add(
        "view.reduceMotion", [] { return StudioCommands::tr("Reduce motion"); },
        [] { return StudioCommands::tr("Nothing moves by itself; what changes is there at once"); },
        [s] { s->preferences().setReduceMotion(!s->preferences().reduceMotion()); },
        {.isChecked = [s] { return s->preferences().reduceMotion(); }});
    const QStringList languages = Languages::known();
    for (const QString& language : languages)
        view.add(
            qPrintable(QStringLiteral("view.language.") % language),
            [language] { return Languages::title(language); },
            [] { return StudioCommands::tr("Language of the window"); },
            [s, language] { s->preferences().setLanguage(language); },
            {.isChecked = [s, language] { return s->preferences().language() == language; }});
    const auto dock = [&view, window, hasTable](const char* id, const char* keys, const QString& name,
                                                std::function<QString()> text) {
        view.add(
            id, std::move(text), [] { return StudioCommands::tr("Show or hide this panel"); },
            [window, name] { window.showDock(name, !window.isDockVisible(name)); },
            {.keys = {key(keys)}, .isEnabled = hasTable, .isChecked = [window, name] {
                 return window.isDockVisible(name);
             }});
    };
    dock("view.rail", "F8", QStringLiteral("rail"), [] { return StudioCommands::tr("Tasks and settings"); });
    dock("view.inspector", "F9", QStringLiteral("inspector"), [] { return StudioCommands::tr("Inspector"); });
    dock("view.timeLine", "F10", QStringLiteral("timeline"), [] { return StudioCommands::tr("Time line"); });
    view.add(
        "view.foldTimeLine", [] { return StudioCommands::tr("Fold the time line"); },
        [] { return StudioCommands::tr("All tasks of the time line in one row"); },
        [window] { window.foldTimeLine(!window.isTimeLineFolded()); },
        {.keys = {key("Shift+F10")}, .isEnabled = hasTable, .isChecked = window.isTimeLineFolded});
    view.add(
        "view.resetLayout", [] { return StudioCommands::tr("Reset the panels"); },
        [] { return StudioCommands::tr("Put this workspace's panels back where they were at first"); },
        window.resetLayout, {.isEnabled = hasTable});
    view.add(
        "view.fullScreen", [] { return StudioCommands::tr("Full screen"); },
        [] { return StudioCommands::tr("Use the whole screen"); }, window.toggleFullScreen,
        {.keys = {key("F11")}, .isChecked = [parent = window.window] { return parent->isFullScreen(); }});
}

void addWorkspaces(Session& session, const QStringList& workspaces)
{
    Session* s = &session;
    Group group(session.commands(), [] { return StudioCommands::tr("Workspace"); });
    struct Words {
        std::function<QString()> text;
        std::function<QString()> toolTip;
    };
    const QMap<QString, Words> words{
        {QStringLiteral("explore"),
         {[] { return StudioCommands::tr("Explore"); },
          [] { return StudioCommands::tr("Map and table of all cells"); }}},
        {QStringLiteral("search"),
         {[] { return StudioCommands::tr("Search"); },
          [] { return StudioCommands::tr("Curves, populations and diary of a run"); }}},
        {QStringLiteral("transfer"),
         {[] { return StudioCommands::tr("Transfer"); },
          [] { return StudioCommands::tr("Who migrated, who voted, and what became of it"); }}},
        {QStringLiteral("disorder"),
         {[] { return StudioCommands::tr("Disorder"); },
          [] { return StudioCommands::tr("Where two tasks rank the cells differently"); }}},
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
    Group run(session.commands(), [] { return StudioCommands::tr("Run"); });
    const auto current = [s] { return s->currentRun(); };
    const auto hasRun = [current] { return current() != nullptr; };
    const auto canResume = [current] { return current() && current()->canResume(); };
    const auto isAtEnd = [s] { return s->cursor().position() == s->cursor().end(); };
    const auto canStepOn = [s, canResume, isAtEnd] { return s->currentRun() && (!isAtEnd() || canResume()); };
    const auto canStepBack = [s, hasRun] { return hasRun() && s->cursor().position() > 0; };
    run.add(
        "run.new", [] { return StudioCommands::tr("New search"); },
        [] { return StudioCommands::tr("Start a search with the tasks and settings at the left"); },
        [s] {
            s->startRun()->resume();
            if (s->workspace() == u"disorder")
                s->setWorkspace(QStringLiteral("search"));
        },
        {.icon = "run", .keys = {key("Ctrl+Return")}, .isEnabled = [s] { return s->table() != nullptr; }});
    run.add(
        "run.resumePause",
        [current] {
            return current() && current()->state() == RunController::State::Running
                ? StudioCommands::tr("Pause")
                : StudioCommands::tr("Resume");
        },
        [] { return StudioCommands::tr("Let the search go on, or hold it where it is"); },
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
        "run.stepBack", [] { return StudioCommands::tr("Back one evaluation"); },
        [] { return StudioCommands::tr("Move the cursor to the evaluation before"); },
        [s] { s->stepCursor(-1); }, {.icon = "step-back", .keys = {key(",")}, .isEnabled = canStepBack});
    run.add(
        "run.stepEvaluation", [] { return StudioCommands::tr("Forward one evaluation"); },
        [] {
            return StudioCommands::tr(
                "Move the cursor to the next evaluation; at the end, let the search make one");
        },
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
        "run.previousGeneration", [] { return StudioCommands::tr("Back one generation"); },
        [] { return StudioCommands::tr("Move the cursor to the end of the generation before"); },
        [s] { s->stepCursorGenerations(-1); },
        {.icon = "generation-back", .keys = {key("[")}, .isEnabled = canStepBack});
    run.add(
        "run.nextGeneration", [] { return StudioCommands::tr("Forward one generation"); },
        [] {
            return StudioCommands::tr(
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
        "run.goToStart", [] { return StudioCommands::tr("Go to the beginning"); },
        [] { return StudioCommands::tr("Move the cursor before the first event"); },
        [s] { s->cursor().moveTo(0); }, {.keys = {key("Ctrl+Home")}, .isEnabled = canStepBack});
    run.add(
        "run.goToEnd", [] { return StudioCommands::tr("Go to the newest event"); },
        [] { return StudioCommands::tr("Move the cursor to the end and let it follow"); },
        [s] { s->cursor().follow(); }, {.keys = {key("Ctrl+End")}, .isEnabled = hasRun});
    run.add(
        "run.stop", [] { return StudioCommands::tr("Stop"); },
        [] { return StudioCommands::tr("End the search for good; what happened stays"); },
        [current] { current()->stop(); }, {.icon = "stop", .keys = {key("Ctrl+.")}, .isEnabled = canResume});
    run.add(
        "run.fork", [] { return StudioCommands::tr("Fork here"); },
        [] {
            return StudioCommands::tr(
                "A new run with this one's past up to the cursor, going on with the settings at the left");
        },
        [s] { s->forkAtCursor(s->draftChanges(), s->draftLearnFrom()); },
        {.icon = "fork", .keys = {key("Ctrl+Shift+F")}, .isEnabled = hasRun});
    run.add(
        "run.close", [] { return StudioCommands::tr("Forget this run"); },
        [] { return StudioCommands::tr("Remove the run from the list; what is not saved is gone"); },
        [s, current] { s->closeRun(current()); }, {.isEnabled = hasRun});
    QObject::connect(&session, &Session::runStateChanged, &session.commands(), [s] {
        s->commands().retranslate(); // Resume or Pause
    });
}

void addHelp(Session& session, const WindowActions& window)
{
    Group help(session.commands(), [] { return StudioCommands::tr("Help"); });
    const auto page = [window](const char* name) {
        return [window, name = QString::fromLatin1(name)] { window.openHelp(name); };
    };
    help.add(
        "help.contents", [] { return StudioCommands::tr("How it works"); },
        [] { return StudioCommands::tr("The pages of the guide"); }, page("index"),
        {.icon = "book", .keys = {QKeySequence::HelpContents}});
    help.add(
        "help.keys", [] { return StudioCommands::tr("Keys"); },
        [] { return StudioCommands::tr("What each key does"); }, page("keys"), {.keys = {key("Ctrl+F1")}});
    help.add(
        "help.whatIsThis", [] { return StudioCommands::tr("What is this?"); },
        [] { return StudioCommands::tr("Explain what has the keyboard's focus"); }, window.whatIsThis,
        {.icon = "help", .keys = {QKeySequence::WhatsThis}});
    help.add(
        "help.about", [] { return StudioCommands::tr("About KTNAS Studio"); },
        [] { return StudioCommands::tr("Version and licence"); }, window.showAbout, {.icon = "info"});
    Group tools(session.commands(), [] { return StudioCommands::tr("Tools"); });
    tools.add(
        "tools.palette", [] { return StudioCommands::tr("Find a command or a cell…"); },
        [] { return StudioCommands::tr("Type the name of a command, or a cell's index or text"); },
        window.openPalette, {.icon = "palette", .keys = {key("Ctrl+K")}});
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

} // namespace ktnas
