// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/Workshop.h"

#include "widgets/session/FileIntent.h"
#include "widgets/session/PlanDefaults.h"
#include "widgets/views/BuildView.h"
#include "widgets/views/PicturesView.h"

#include <QFile>
#include <QFileInfo>

namespace ktnas {
namespace {

const QString picturesPage = QStringLiteral("pictures");
const QString makePage = QStringLiteral("make");

} // namespace

Workshop::Workshop(Session& session, ThemeProvider& themes, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_themes(themes)
    , m_shelf(new PictureShelf(session.jobs(), this))
    , m_build(new BuildController(session.jobs(), this))
    , m_verifier(new CellVerifier(session, this))
{
    connect(m_shelf, &PictureShelf::opened, this, [this] {
        // Whoever opens pictures while planning a benchmark wants them for it.
        if (m_session.workspace() != makePage)
            m_session.setWorkspace(picturesPage);
        const PictureSet& set = *m_shelf->current();
        Q_EMIT m_session.said(
            tr("%1: %2, %3")
                .arg(QString::fromStdString(set.title),
                     tr("%Ln pictures", nullptr, static_cast<int>(set.pictureCount())),
                     tr("%Ln classes", nullptr, static_cast<int>(set.labelSets.front().classes.size()))));
    });
    connect(m_shelf, &PictureShelf::failed, this, [this] {
        if (m_session.workspace() != picturesPage)
            Q_EMIT failed(*m_shelf->failure());
    });
    connect(m_build, &BuildController::tableWritten, this, [this](const QString& path) {
        m_isTableExpected = true;
        m_session.open(path);
    });
    connect(m_build, &BuildController::tableFailed, this, &Workshop::failed);
    connect(&m_session, &Session::tableOpened, this, [this] {
        if (m_session.table() && (m_isTableExpected || isPage(m_session.workspace())))
            m_session.setWorkspace(QStringLiteral("explore"));
        m_isTableExpected = false;
    });
}

Workshop::~Workshop() = default;

QStringList Workshop::pages()
{
    return {picturesPage, makePage};
}

QWidget* Workshop::page(const QString& id, QWidget* parent)
{
    QWidget*& made = m_pages[id];
    if (!made) {
        if (id == picturesPage)
            made = new PicturesView(m_session, *m_shelf, m_themes, parent);
        else
            made = new BuildView(m_session, *m_shelf, *m_build, m_themes, parent);
        made->setObjectName(id);
    }
    return made;
}

void Workshop::open(const QString& path)
{
    const FileIntent intent = fileIntent(QFile::encodeName(path).toStdString());
    switch (intent.kind) {
    case FileIntent::Kind::Work:
        m_session.open(path);
        return;
    case FileIntent::Kind::Pictures:
        if (intent.otherwise)
            m_shelf->open(path, intent.otherwise); // it may be neither; the page comes when it is one
        else
            openPictures(path);
        return;
    case FileIntent::Kind::Plan:
    case FileIntent::Kind::Results:
        try {
            if (intent.kind == FileIntent::Kind::Plan)
                openPlan(path);
            else
                openResults(path);
        } catch (const Error& error) {
            Q_EMIT failed(errorReport(error));
        }
        return;
    }
}

void Workshop::openPictures(const QString& path)
{
    if (m_session.workspace() != makePage)
        m_session.setWorkspace(picturesPage);
    m_shelf->open(path);
}

void Workshop::refuseWhileBusy(const QString& path) const
{
    if (m_build->isBusy())
        throw Error(ErrorCode::BadArgument)
            .inFile(path.toStdString())
            .expecting("no benchmark in the making")
            .hinting("Pause it first: what is finished stays in its file, and opening that goes on.");
}

void Workshop::openPlan(const QString& path)
{
    refuseWhileBusy(path);
    m_build->loadPlan(path);
    m_build->setTable(freshTable(QFileInfo(path).completeBaseName(), m_build->plan()));
    m_session.setWorkspace(makePage);
}

void Workshop::openResults(const QString& path)
{
    refuseWhileBusy(path);
    m_build->openResults(path);
    m_session.setWorkspace(makePage);
}

} // namespace ktnas
