// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/style/Theme.h"

#include <QWidget>

class QLabel;

namespace ktnas {

class ThemeProvider;

/// A view's heading: its finding or question, and the grey line below that says what is drawn, of how many
/// cells and seeds. Both wrap. The accessible name is the finding, the description the caption.
class Heading : public QWidget {
    Q_OBJECT

public:
    /// `role` is Heading or Title.
    explicit Heading(ThemeProvider* provider, TextRole role = TextRole::Heading, QWidget* parent = nullptr);

    void setFinding(const QString& finding);
    QString finding() const;
    /// An empty caption takes no room.
    void setCaption(const QString& caption);
    QString caption() const;

private:
    void applyTheme();

    ThemeProvider* m_provider;
    TextRole m_role;
    QLabel* m_finding;
    QLabel* m_caption;
};

} // namespace ktnas
