// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/Session.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListView;

namespace ktnas {

class PaletteModel;
class ThemeProvider;

/// Ctrl+K: filters all commands and finds a cell by its index or its text. For the keyboard alone: type,
/// arrows, Enter, Esc. Lies over the window, is no window of its own.
class Palette : public QFrame {
    Q_OBJECT

public:
    Palette(Session& session, ThemeProvider& themes, QWidget* window);

    /// Opens empty, with its right edge at `anchor`'s.
    void open(const QWidget* anchor);
    void close();
    QLineEdit& field() { return *m_field; }
    const PaletteModel& model() const { return *m_model; }

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void filter();
    void accept();
    void retranslate();
    void applyTheme();

    Session& m_session;
    ThemeProvider& m_themes;
    PaletteModel* m_model;
    QLineEdit* m_field;
    QListView* m_list;
    QLabel* m_nothing;
    QWidget* m_focusBefore = nullptr;
};

} // namespace ktnas
