// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/Pace.h"

#include <algorithm>

namespace ktnas {

Pace::Pace(int intervalMs, int phaseMs, QObject* parent)
    : QObject(parent)
    , m_intervalMs(intervalMs)
    , m_phaseMs(phaseMs)
{
    m_later.setSingleShot(true);
    m_later.setTimerType(Qt::PreciseTimer);
    connect(&m_later, &QTimer::timeout, this, &Pace::answer);
}

void Pace::ask()
{
    if (m_later.isActive())
        return;
    const qint64 passed = m_since.isValid() ? m_since.elapsed() : m_intervalMs;
    // After a rest, the phase sets the views apart again.
    const qint64 wait = passed >= 2 * m_intervalMs ? m_phaseMs : std::max<qint64>(0, m_intervalMs - passed);
    if (wait <= 0)
        answer();
    else
        m_later.start(static_cast<int>(wait));
}

void Pace::restart()
{
    m_later.stop();
    m_since.start();
}

void Pace::answer()
{
    restart();
    Q_EMIT due();
}

} // namespace ktnas
