// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of the workshop: opening pictures, planning and making a benchmark.
#include "app/studio/Workshop.h"

#include "app/studio/PlanSearch.h"
#include "widgets/session/PlanDefaults.h"
#include "widgets/views/BuildView.h"
#include "widgets/views/VerifySection.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QPointer>

namespace ktnas {
namespace {

/// A file dialog that does not stop the event loop. A handler's error goes where a command's does.
void choose(Session& session, QWidget* parent, QFileDialog::AcceptMode accept, QFileDialog::FileMode mode,
            const QString& title, const QStringList& filters, const QString& suffix,
            const std::function<void(const QString&)>& take)
{
    auto* dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(accept);
    dialog->setFileMode(mode);
    if (!filters.isEmpty())
        dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(suffix);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [&session, take](const QString& path) {
        try {
            take(path);
        } catch (const Error& error) {
            Q_EMIT session.commands().failed(errorText(error));
        }
    });
    dialog->open();
}

} // namespace

void Workshop::addCommands(QWidget* window)
{
    addPictureCommands(window);
    addBuildCommands(window);
    (new PlanSearch(m_session, *m_build, window))->addCommands();
    VerifySection::addCommands(m_session, *m_verifier);
}

void Workshop::addPictureCommands(QWidget* window)
{
    Session* s = &m_session;
    const auto add = [s](const char* id, const char* icon, const char* key,
                         const std::function<CommandText()>& text, const std::function<void()>& run,
                         const std::function<bool()>& isEnabled = {},
                         const std::function<bool()>& isChecked = {}) {
        QList<QKeySequence> keys;
        if (*key != '\0')
            keys << QKeySequence(QString::fromLatin1(key));
        s->commands().add({QString::fromLatin1(id), QString::fromLatin1(icon), keys, text, run, isEnabled,
                           static_cast<bool>(isChecked), isChecked});
    };
    const auto open = [this](const QString& path) { openPictures(path); };
    add(
        "file.openPictures", "pictures", "Ctrl+Alt+O",
        [] {
            return CommandText{tr("Open pictures…"),
                               tr("A folder of an image data set: MNIST's or CIFAR's files, or one folder of "
                                  "PNG or JPEG files for each class"),
                               tr("File")};
        },
        [s, window, open] {
            choose(*s, window, QFileDialog::AcceptOpen, QFileDialog::Directory, tr("Open pictures"), {}, {},
                   open);
        });
    add(
        "file.openPictureFile", "pictures", "",
        [] {
            return CommandText{tr("Open a file of pictures…"),
                               tr("A MedMNIST archive, or one of MNIST's or CIFAR's files"), tr("File")};
        },
        [s, window, open] {
            choose(*s, window, QFileDialog::AcceptOpen, QFileDialog::ExistingFile,
                   tr("Open a file of pictures"),
                   {tr("Image data sets (*.npz *.gz *.bin *ubyte *batch*)"), tr("All files (*)")}, {}, open);
        });
    add(
        "file.openFashion", "pictures", "",
        [] {
            return CommandText{tr("Open Fashion-MNIST"),
                               tr("The pictures of garments that Debian's package dataset-fashion-mnist "
                                  "installs"),
                               tr("File")};
        },
        [open] { open(QString::fromLatin1(packagedPictures)); });
    const struct {
        const char* id;
        const char* icon;
        const char* key;
        std::function<CommandText()> text;
    } pages[] = {
        {"pictures", "pictures", "Ctrl+Shift+P",
         [] {
             return CommandText{tr("Pictures"), tr("Image data sets, as they are and as tasks see them"),
                                tr("Workspace")};
         }},
        {"make", "make", "Ctrl+Shift+M",
         [] {
             return CommandText{tr("Make"), tr("Plan and make a benchmark of your own"), tr("Workspace")};
         }},
    };
    for (const auto& page : pages) {
        const QString id = QString::fromLatin1(page.id);
        add(
            qPrintable(QStringLiteral("workspace.") % id), page.icon, page.key, page.text,
            [s, id] { s->setWorkspace(id); }, [] { return true; }, [s, id] { return s->workspace() == id; });
    }
    add(
        "view.start", "", "",
        [] {
            return CommandText{tr("Start page"), tr("Leave the pictures and the making of a benchmark"),
                               tr("View")};
        },
        [s] { s->setWorkspace(QStringLiteral("search")); },
        [s] { return !s->table() && isPage(s->workspace()); });
}

void Workshop::addBuildCommands(QWidget* window)
{
    Session* s = &m_session;
    BuildController* b = m_build;
    const QPointer<Workshop> self(this);
    const auto bring = [self] {
        if (self)
            self->m_session.setWorkspace(QStringLiteral("make"));
    };
    // A command may come before the page that makes a first plan.
    const auto add = [s](const char* id, const char* icon, const std::function<CommandText()>& text,
                         const std::function<void()>& run, const std::function<bool()>& isEnabled) {
        s->commands().add(
            {QString::fromLatin1(id), QString::fromLatin1(icon), {}, text, run, isEnabled, false, {}});
    };
    BuildView::addCommands(*s, *b, bring);
    const auto mayLoad = [b] { return !b->isBusy(); };
    add(
        "make.loadPlan", "open",
        [] {
            return CommandText{tr("Load a plan…"),
                               tr("A plan that was saved here or written for ktnas build-benchmark"),
                               tr("Make")};
        },
        [s, window, self] {
            choose(*s, window, QFileDialog::AcceptOpen, QFileDialog::ExistingFile, tr("Load a plan"),
                   {tr("Plans (*.json)"), tr("All files (*)")}, {}, [self](const QString& path) {
                       if (self)
                           self->openPlan(path);
                   });
        },
        mayLoad);
    add(
        "make.savePlan", "save",
        [] {
            return CommandText{tr("Save the plan…"), tr("As a file that ktnas build-benchmark takes too"),
                               tr("Make")};
        },
        [s, window, b] {
            choose(*s, window, QFileDialog::AcceptSave, QFileDialog::AnyFile, tr("Save the plan"),
                   {tr("Plans (*.json)")}, QStringLiteral("json"),
                   [b](const QString& path) { b->savePlan(path); });
        },
        [b] { return !b->plan().tasks.empty(); });
    add(
        "make.openResults", "folder",
        [] {
            return CommandText{tr("Go on with a benchmark…"),
                               tr("Open the results (.kts) of a benchmark that is not finished"), tr("Make")};
        },
        [s, window, self] {
            choose(*s, window, QFileDialog::AcceptOpen, QFileDialog::ExistingFile,
                   tr("Go on with a benchmark"), {tr("Results (*.kts)"), tr("All files (*)")}, {},
                   [self](const QString& path) {
                       if (self)
                           self->openResults(path);
                   });
        },
        mayLoad);
    add(
        "make.chooseTable", "export",
        [] {
            return CommandText{tr("Choose where the table goes…"),
                               tr("The CSV file that the benchmark becomes; its results stand beside it"),
                               tr("Make")};
        },
        [s, window, b] {
            choose(*s, window, QFileDialog::AcceptSave, QFileDialog::AnyFile, tr("Where the table goes"),
                   {tr("Benchmark tables (*.csv)")}, QStringLiteral("csv"), [b](const QString& path) {
                       if (b->mayEdit())
                           b->setTable(path);
                   });
        },
        [b] { return b->mayEdit(); });
}

} // namespace ktnas
