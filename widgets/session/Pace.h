// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace ktnas {

/// Holds a view back that is asked to follow a running search at every frame: it is due at most once an
/// interval, and the last request is always answered. Views with different phases then draw in different
/// frames, so that no frame has to draw them all.
class Pace : public QObject {
    Q_OBJECT

public:
    /// `phaseMs` in [0, intervalMs): how much later than others of the same interval.
    explicit Pace(int intervalMs, int phaseMs = 0, QObject* parent = nullptr);
    /// Emits due() at once if the last time is an interval ago, else when it is.
    void ask();
    /// The view has just been brought up to date by other means: nothing is due.
    void restart();

Q_SIGNALS:
    void due();

private:
    void answer();

    int m_intervalMs;
    int m_phaseMs;
    QElapsedTimer m_since; ///< the last answer
    QTimer m_later;
};

} // namespace ktnas
