// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/Session.h"

namespace ktnas {

/// A file to be written: what a job writes, and what happens here when it is there.
struct Session::Save {
    QString path;
    std::function<void(JobControl&)> write; ///< on the job's thread; throws WriteFailed
    std::function<void()> written; ///< on the interface's thread
};

} // namespace ktnas
