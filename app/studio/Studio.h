// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/studio/Languages.h"
#include "app/studio/MainWindow.h"
#include "app/studio/Options.h"
#include "widgets/session/Session.h"
#include "widgets/style/ThemeProvider.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace ktnas {

/// The program: session, theme, language and window, and what the command line asked of them.
class Studio : public QObject {
    Q_OBJECT

public:
    Studio(Options options, std::unique_ptr<Preferences> preferences, QObject* parent = nullptr);
    ~Studio() override;

    /// Shows the window and begins with what was asked.
    void start();
    Session& session() { return m_session; }
    ThemeProvider& themes() { return m_themes; }
    MainWindow& window() { return *m_window; }

Q_SIGNALS:
    /// The picture of `--grab` is written, or could not be: the program's exit code.
    void grabbed(int exitCode);

private:
    /// Steps in order; each waits until nothing is busy.
    enum class Step : std::uint8_t { Opening, Running, Placing, Settling, Done };

    void followPreferences();
    void proceed();
    void begin();
    void place();
    void grab();
    void refuse(const Error& error);

    Options m_options;
    Session m_session;
    ThemeProvider m_themes;
    Languages m_languages;
    std::unique_ptr<MainWindow> m_window;
    Step m_step = Step::Opening;
    QTimer m_poll;
    QElapsedTimer m_quiet; ///< since when nothing is busy
    int m_exitCode = 0;
};

} // namespace ktnas
