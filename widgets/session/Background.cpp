// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/Background.h"

#ifdef __linux__
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace ktnas {

void stepBehindInterface([[maybe_unused]] Urgency urgency)
{
#ifdef __linux__
    // On Linux a thread has a nice value of its own, and every process may lower its priority, so nothing can
    // fail here that would matter.
    const int steps = urgency == Urgency::Watched ? 4 : 8;
    const auto thread = static_cast<id_t>(gettid());
    setpriority(PRIO_PROCESS, thread, getpriority(PRIO_PROCESS, thread) + steps);
#endif
}

} // namespace ktnas
