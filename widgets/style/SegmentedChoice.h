// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QButtonGroup;

namespace ktnas {

class ThemeProvider;

/// One of up to five values, all visible. One tab stop; arrows move the choice. More values: use a menu.
/// Set accessibleName to what is chosen ("Measure"); the segments carry their words.
class SegmentedChoice : public QWidget {
    Q_OBJECT

public:
    explicit SegmentedChoice(ThemeProvider* provider, QWidget* parent = nullptr);

    /// Replaces the segments (1 … 5) and keeps the chosen index where it still exists. No signal.
    void setChoices(const QStringList& labels);
    /// Longer words for one segment: its tooltip and accessible description.
    void setExplanation(int index, const QString& text);
    void setSegmentEnabled(int index, bool isEnabled);
    int count() const;
    /// −1 where there are no segments.
    int currentIndex() const;
    /// Shows another choice; no signal.
    void setCurrentIndex(int index);

Q_SIGNALS:
    /// The person chose another segment.
    void choiceChanged(int index);

private:
    ThemeProvider* m_provider;
    QButtonGroup* m_group;
};

} // namespace ktnas
