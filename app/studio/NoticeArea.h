// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/ErrorText.h"

#include <QWidget>

#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace ktnas {

class ErrorState;
class ThemeProvider;

/// Above the workspace: what could not be done, and questions that a dialog would ask elsewhere. Never modal;
/// what runs goes on. A newer notice replaces an older one.
class NoticeArea : public QWidget {
    Q_OBJECT

public:
    struct Answer {
        QString text;
        std::function<void()> run;
    };

    explicit NoticeArea(ThemeProvider& themes, QWidget* parent = nullptr);

    /// A failure: what, where, what to do.
    void showError(const ErrorReport& report);
    /// A question with answers; each of them closes it. `id` names it for isAsking().
    void ask(const QString& id, const QString& question, const std::vector<Answer>& answers);
    bool isAsking(const QString& id) const { return isVisibleTo(parentWidget()) && m_question == id; }
    /// What is shown, as one text; empty if nothing is.
    QString text() const;
    void dismiss();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();
    void applyTheme();
    void clearAnswers();

    ThemeProvider& m_themes;
    ErrorState* m_error;
    QLabel* m_sentence;
    QWidget* m_ask;
    QHBoxLayout* m_answers;
    QToolButton* m_close;
    QString m_question;
};

} // namespace ktnas
