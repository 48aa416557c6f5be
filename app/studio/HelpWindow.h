// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

class QTextBrowser;

namespace ktnas {

/// The guide in a window of its own, so that it can stay beside the work.
class HelpWindow : public QWidget {
    Q_OBJECT

public:
    explicit HelpWindow(QWidget* parent = nullptr);

    /// Shows a page by its name ("keys"); the contents if there is no such page.
    void open(const QString& page);
    QTextBrowser& browser() { return *m_browser; }

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void retranslate();

    QTextBrowser* m_browser;
};

} // namespace ktnas
