// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"

#include <QObject>

namespace ktnas {

/// The moment of the current run that all views look at. While it follows, it stands at the newest event.
class Cursor : public QObject {
    Q_OBJECT

public:
    explicit Cursor(QObject* parent = nullptr);
    /// Number of events that have happened.
    EventIndex position() const { return m_position; }
    /// True while the cursor moves with a growing record.
    bool follows() const { return m_follows; }
    /// Clamped to the record; stops following unless the place is its end.
    void moveTo(EventIndex position);
    /// Jumps to the end and follows.
    void follow();
    /// The record has this many events now (called by the session).
    void setEnd(EventIndex end);
    EventIndex end() const { return m_end; }
    /// Another record is looked at: its length and where the cursor stood in it.
    void reset(EventIndex position, EventIndex end, bool follows);

Q_SIGNALS:
    /// At most once per frame while a run goes on.
    void moved();

private:
    EventIndex m_position = 0;
    EventIndex m_end = 0;
    bool m_follows = true;
};

} // namespace ktnas
