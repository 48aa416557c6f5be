// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Description.h"

namespace ktnas::cli {

Command infoCommand();
Command datasetCommand();
Command disorderCommand();
Command searchCommand();
Command replayCommand();
Command forkCommand();
Command experimentCommand();
Command buildBenchmarkCommand();
Command trainCommand();
Command verifyCommand();
Command selfcheckCommand();
Command helpCommand();
Command completionCommand();
Command manCommand();

} // namespace ktnas::cli
