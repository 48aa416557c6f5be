// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/PlanSearch.h"

#include "core/learn/search/PlanPictures.h"
#include "widgets/session/Trainables.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QPointer>

#include <algorithm>

namespace ktnas {

PlanSearch::PlanSearch(Session& session, BuildController& build, QWidget* window)
    : QObject(window)
    , m_session(session)
    , m_build(build)
    , m_window(window)
{
}

void PlanSearch::addCommands()
{
    const QPointer<PlanSearch> self(this);
    m_session.commands().add(
        {QStringLiteral("file.searchPlan"),
         QStringLiteral("search"),
         {},
         [] {
             return CommandText{
                 tr("Search on a plan…"),
                 tr("A search that trains the networks it asks for, on the pictures of a plan"), tr("File")};
         },
         [self] {
             auto* dialog = new QFileDialog(self->m_window, tr("Search on a plan"));
             dialog->setAttribute(Qt::WA_DeleteOnClose);
             dialog->setFileMode(QFileDialog::ExistingFile);
             dialog->setNameFilters({tr("Plans (*.json)"), tr("All files (*)")});
             connect(dialog, &QFileDialog::fileSelected, self, [self](const QString& path) {
                 try {
                     self->open(path);
                 } catch (const Error& error) {
                     Q_EMIT self->m_session.commands().failed(errorText(error));
                 }
             });
             dialog->open();
         },
         {},
         false,
         {}});
    m_session.commands().add(
        {QStringLiteral("make.search"),
         QStringLiteral("search"),
         {},
         [] {
             return CommandText{tr("Search on this plan"),
                                tr("Train only the networks that a search asks for, instead of all"),
                                tr("Make")};
         },
         [self] { self->open(self->fileOfPlan()); },
         [self] { return self && !self->m_build.plan().tasks.empty() && !self->m_build.isBusy(); },
         false,
         {}});
}

void PlanSearch::open(const QString& path)
{
    const BenchmarkPlan plan = readBenchmarkPlan(QFile::encodeName(path).toStdString());
    const auto places = Trainables::instance().places();
    QStringList missing;
    for (const std::string& name : missingPictures(plan)) {
        const bool isTold = std::any_of(places.begin(), places.end(),
                                        [&name](const auto& place) { return place.first == name; });
        if (!isTold)
            missing << QString::fromStdString(name);
    }
    ask(path, missing);
}

void PlanSearch::ask(const QString& path, const QStringList& missing)
{
    if (missing.isEmpty()) {
        m_session.setWorkspace(QStringLiteral("search"));
        m_session.open(path);
        return;
    }
    auto* dialog = new QFileDialog(
        m_window, tr("Where are the pictures that the plan calls “%1”?").arg(missing.first()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, [this, path, missing](const QString& folder) {
        Trainables::instance().setPlace(missing.first().toStdString(),
                                        QFile::encodeName(folder).toStdString());
        ask(path, missing.mid(1));
    });
    dialog->open();
}

QString PlanSearch::fileOfPlan() const
{
    const BenchmarkPlan& plan = m_build.plan();
    const QString own = QFile::decodeName(plan.file.c_str());
    try {
        if (!own.isEmpty() && planHash(readBenchmarkPlan(plan.file)) == planHash(plan))
            return own;
    } catch (const Error&) {
        // It has gone, or is another one now.
    }
    const QDir folder(Trainables::instance().folder());
    if (!folder.mkpath(QStringLiteral(".")))
        throw Error(ErrorCode::WriteFailed).inFile(folder.path().toStdString());
    const QString file =
        folder.filePath(QString::fromStdString(planHash(plan)).left(16) + QStringLiteral(".json"));
    m_build.savePlan(file);
    return file;
}

} // namespace ktnas
