// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/Studio.h"

#include "app/studio/NoticeArea.h"
#include "app/studio/Workshop.h"
#include "widgets/session/ErrorText.h"

#include <QApplication>
#include <QPixmap>

#include <cstdio>
#include <utility>

namespace ktnas {
namespace {

constexpr int pollMs = 20;
constexpr qint64 settleMs = 500; ///< layouts and delayed strips have come to rest by then

} // namespace

Studio::Studio(Options options, std::unique_ptr<Preferences> preferences, QObject* parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_session(std::move(preferences))
{
    followPreferences();
    m_themes.installOn(*qApp);
    m_window = std::make_unique<MainWindow>(m_session, m_themes);
    m_poll.setInterval(pollMs);
    connect(&m_poll, &QTimer::timeout, this, &Studio::proceed);
    connect(&m_session, &Session::openFailed, this, [this] { m_exitCode = 3; });
    connect(&m_window->workshop().shelf(), &PictureShelf::failed, this, [this] { m_exitCode = 3; });
    connect(&m_window->workshop(), &Workshop::failed, this, [this] { m_exitCode = 3; });
}

Studio::~Studio() = default;

void Studio::followPreferences()
{
    Preferences& preferences = m_session.preferences();
    const auto theme = [this, &preferences] {
        switch (preferences.theme()) {
        case Preferences::ThemeChoice::System:
            m_themes.setChoice(ThemeProvider::Choice::System);
            break;
        case Preferences::ThemeChoice::Light:
            m_themes.setChoice(ThemeProvider::Choice::Light);
            break;
        case Preferences::ThemeChoice::Dark:
            m_themes.setChoice(ThemeProvider::Choice::Dark);
            break;
        }
    };
    const auto zoom = [this, &preferences] { m_themes.setZoom(preferences.zoom()); };
    const auto motion = [this, &preferences] { m_themes.setMotionReduced(preferences.reduceMotion()); };
    const auto language = [this, &preferences] { m_languages.use(preferences.language()); };
    connect(&preferences, &Preferences::themeChanged, this, theme);
    connect(&preferences, &Preferences::zoomChanged, this, zoom);
    connect(&preferences, &Preferences::reduceMotionChanged, this, motion);
    connect(&preferences, &Preferences::languageChanged, this, language);
    theme();
    zoom();
    motion();
    // What the command line says counts for this time only.
    if (!m_options.theme.isEmpty())
        m_themes.setChoice(m_options.theme == u"dark" ? ThemeProvider::Choice::Dark
                                                      : ThemeProvider::Choice::Light);
    m_languages.use(m_options.language.isEmpty() ? preferences.language() : m_options.language);
}

void Studio::start()
{
    if (!m_options.size.isEmpty())
        m_window->resize(m_options.size);
    m_window->show();
    for (const QString& file : std::as_const(m_options.files)) {
        // A plan opens to be made, unless a search on it is asked for.
        if (m_options.run.isEmpty())
            m_window->open(file);
        else
            m_session.open(file);
    }
    if (m_options.grab.isEmpty())
        m_window->offerCrashedWork();
    m_poll.start();
}

void Studio::proceed()
{
    const bool isOpening =
        m_window->workshop().build().state() == BuildController::State::Opening; // on a thread of its own
    if (m_session.isBusy() || isOpening) {
        m_quiet.invalidate();
        return;
    }
    if (!m_quiet.isValid())
        m_quiet.start();
    try {
        switch (m_step) {
        case Step::Opening:
            m_step = Step::Running;
            begin();
            return;
        case Step::Running:
            m_step = Step::Placing;
            place();
            return;
        case Step::Placing:
            m_step = Step::Settling;
            m_quiet.restart();
            return;
        case Step::Settling:
            if (m_options.grab.isEmpty()) {
                m_step = Step::Done;
                m_poll.stop();
            } else if (m_quiet.elapsed() >= settleMs) {
                m_step = Step::Done;
                m_poll.stop();
                grab();
            }
            return;
        case Step::Done:
            return;
        }
    } catch (const Error& error) {
        refuse(error);
    }
}

void Studio::begin()
{
    if (!m_options.workspace.isEmpty())
        m_session.setWorkspace(m_options.workspace);
    const auto& table = m_session.table();
    if (!table)
        return;
    if (!m_options.pairSource.isEmpty())
        m_session.setPair({table->taskIndex(m_options.pairSource.toStdString()),
                           table->taskIndex(m_options.pairTarget.toStdString())});
    if (!m_options.run.isEmpty()) {
        m_session.setDraft(draftFromOptions(m_options.run, m_session.draft(), *table),
                           tr("Set up the search"));
        m_session.startRun()->resume();
    }
}

void Studio::place()
{
    const auto& table = m_session.table();
    if (!table)
        return;
    if (!m_options.select.isEmpty()) {
        const auto cell = findCell(m_options.select, *table);
        if (!cell)
            throw Error(ErrorCode::BadArgument)
                .inColumn("--select")
                .expecting("a cell of the table, by its index or its text")
                .butFound(m_options.select.toStdString());
        m_session.setCurrentCell(*cell);
    }
    if (m_options.cursor) {
        if (m_options.cursor->isGeneration)
            m_session.moveCursorToGeneration(static_cast<std::uint32_t>(m_options.cursor->number));
        else
            m_session.cursor().moveTo(m_options.cursor->number);
    }
}

void Studio::refuse(const Error& error)
{
    (void)std::fprintf(stderr, "ktnas-studio: %s\n", describe(error).c_str());
    m_exitCode = exitCode(error.code);
    m_window->notice().showError(errorReport(error));
}

void Studio::grab()
{
    if (!m_window->grab().save(m_options.grab)) {
        (void)std::fprintf(stderr, "ktnas-studio: cannot write %s\n", qPrintable(m_options.grab));
        m_exitCode = 1;
    }
    Q_EMIT grabbed(m_exitCode);
}

} // namespace ktnas
