// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/Cursor.h"

#include <algorithm>

namespace ktnas {

Cursor::Cursor(QObject* parent)
    : QObject(parent)
{
}

void Cursor::moveTo(EventIndex position)
{
    reset(position, m_end, position >= m_end);
}

void Cursor::follow()
{
    reset(m_end, m_end, true);
}

void Cursor::setEnd(EventIndex end)
{
    reset(m_follows ? end : m_position, end, m_follows);
}

void Cursor::reset(EventIndex position, EventIndex end, bool follows)
{
    position = std::min(position, end);
    if (position == m_position && end == m_end && follows == m_follows)
        return;
    m_position = position;
    m_end = end;
    m_follows = follows;
    Q_EMIT moved();
}

} // namespace ktnas
