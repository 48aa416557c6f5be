// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/WorkCommand.h"

#include "core/base/Error.h"
#include "core/base/Text.h"
#include "core/learn/api/Learner.h"
#include "core/learn/work/ChildProcess.h"
#include "core/learn/work/Worker.h"

#include <cerrno>
#include <cstdlib>

#include <sys/socket.h>
#include <unistd.h>

namespace ktnas::cli {
namespace {

/// True for the socket that a WorkerPool gives its workers.
bool isSocket(int descriptor)
{
    int type = 0;
    socklen_t size = sizeof type;
    return ::getsockopt(descriptor, SOL_SOCKET, SO_TYPE, &type, &size) == 0;
}

} // namespace

int runWork(std::span<const std::string> words)
{
    if (!isSocket(ChildProcess::socketInChild))
        throw Error(ErrorCode::BadArgument)
            .butFound("a worker process that nobody gives orders to")
            .hinting("Workers are started by “ktnas build-benchmark” and “ktnas train”, not by hand.");
    if (words.size() == 2 && words[0] == "--nice") {
        if (const auto nice = parseInteger(words[1])) {
            errno = 0;
            // Where the system refuses, the worker works at the priority that it has.
            (void)!::nice(static_cast<int>(*nice));
        }
    }
    tuneMemoryForTraining();
    return runWorker(ChildProcess::socketInChild, workerServices());
}

} // namespace ktnas::cli
