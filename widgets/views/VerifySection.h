// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/Session.h"

#include <QWidget>

class QGridLayout;

namespace ktnas {

class CellVerifier;
class ErrorState;
class Heading;
class ProgressStrip;
class ThemeProvider;

/// What came of training the current cell again: the table's values beside the new ones, and their difference
/// in standard deviations of one training. Hidden while there is nothing to say.
class VerifySection : public QWidget {
    Q_OBJECT

public:
    VerifySection(Session& session, CellVerifier& verifier, ThemeProvider& themes, QWidget* parent = nullptr);

    /// Gives the session the command "cell.verify".
    static void addCommands(Session& session, CellVerifier& verifier);
    QString finding() const;
    /// The rows as texts, for tests and for those who hear them.
    QStringList lines() const { return m_lines; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void fill();

    Session& m_session;
    CellVerifier& m_verifier;
    ThemeProvider& m_themes;
    ProgressStrip* m_progress;
    Heading* m_heading;
    ErrorState* m_error;
    QWidget* m_table = nullptr;
    QStringList m_lines;
};

} // namespace ktnas
