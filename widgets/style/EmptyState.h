// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace ktnas {

/// What stands where content would be: one sentence and one action, left-aligned, no picture.
/// "No run on this table yet. Start one with New search." The owner sets (and translates) both texts.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(QWidget* parent = nullptr);

    void setText(const QString& sentence);
    QString text() const;
    /// An empty text hides the button.
    void setAction(const QString& text);

Q_SIGNALS:
    void actionTriggered();

private:
    QLabel* m_label;
    QPushButton* m_button;
};

} // namespace ktnas
