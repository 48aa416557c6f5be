// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ktnas {

class ThemeProvider;

/// A task's chip of its colour and its name, as it stands wherever a task is named. Where the name does not
/// fit, the short code ("C10") stands in its place and the name goes to the tooltip.
class TaskChip : public QWidget {
    Q_OBJECT

public:
    explicit TaskChip(ThemeProvider* provider, QWidget* parent = nullptr);

    /// `task` is the place in the table, 0-based; `code` may be empty.
    void setTask(int task, const QString& name, const QString& code = QString());
    int task() const { return m_task; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int width(const QString& words) const;

    ThemeProvider* m_provider;
    int m_task = -1;
    QString m_name;
    QString m_code;
};

} // namespace ktnas
