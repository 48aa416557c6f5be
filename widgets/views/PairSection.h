// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/Session.h"

#include <QWidget>

class QLabel;

namespace ktnas {

class Heading;
class PairAnalysis;
class ThemeProvider;

/// Disorder's part of the inspector: what trusting the source costs, shared best cells, the findings in plain
/// words.
class PairSection : public QWidget {
    Q_OBJECT

public:
    PairSection(Session& session, PairAnalysis& analysis, ThemeProvider& themes, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    Session& m_session;
    PairAnalysis& m_analysis;
    ThemeProvider& m_themes;
    Heading* m_trust;
    Heading* m_sharedHeading;
    QLabel* m_shared;
    Heading* m_wordsHeading;
    QLabel* m_words;
};

} // namespace ktnas
