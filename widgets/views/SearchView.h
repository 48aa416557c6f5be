// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/Session.h"

#include <QWidget>

class QStackedWidget;

namespace ktnas {

class EmptyState;
class SeedBands;
class ThemeProvider;

/// The Search workspace: curves of every task, the parents at the cursor, how the current cell came about.
class SearchView : public QWidget {
    Q_OBJECT

public:
    SearchView(Session& session, ThemeProvider& themes, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showWhatIsThere();
    void retranslate();

    Session& m_session;
    SeedBands* m_seeds;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
};

} // namespace ktnas
