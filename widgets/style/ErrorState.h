// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace ktnas {

class ThemeProvider;

/// What an ErrorState shows; every text but `what` may be empty.
struct ErrorText {
    QString what; ///< "The line has 14 fields instead of 17."
    QString where; ///< "nas.csv, line 1,204"
    QString advice; ///< "15,624 rows were read."
    QString action; ///< "Show the row"
    QString details; ///< folded at first, in a fixed-width font
};

/// A failure inside the panel where it happened, never modal: icon, what, where, what to do, one action,
/// details folded. Announced to screen readers through its accessible name.
class ErrorState : public QWidget {
    Q_OBJECT

public:
    explicit ErrorState(ThemeProvider* provider, QWidget* parent = nullptr);

    void setError(const ErrorText& text);
    bool areDetailsShown() const;
    void setDetailsShown(bool isShown);

Q_SIGNALS:
    void actionTriggered();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void applyTheme();

    ThemeProvider* m_provider;
    QLabel* m_icon;
    QLabel* m_what;
    QLabel* m_where;
    QLabel* m_advice;
    QPushButton* m_action;
    QToolButton* m_fold;
    QPlainTextEdit* m_details;
};

} // namespace ktnas
