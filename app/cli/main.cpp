// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Cli.h"

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include <pthread.h>
#include <unistd.h>

namespace {

/// Turns Ctrl+C (and SIGTERM) into a stop request; a second one ends the program at once. The signals are
/// waited for in a thread of their own, where, other than in a signal handler, everything may be called.
class Interruption {
public:
    Interruption()
    {
        sigemptyset(&m_signals);
        sigaddset(&m_signals, SIGINT);
        sigaddset(&m_signals, SIGTERM);
        sigaddset(&m_signals, SIGUSR1); // ours, at the end
        pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
        m_thread = std::thread([this] { wait(); });
    }
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;
    ~Interruption()
    {
        pthread_kill(m_thread.native_handle(), SIGUSR1);
        m_thread.join();
    }
    std::stop_token token() const { return m_source.get_token(); }

private:
    void wait()
    {
        int signal = 0;
        while (sigwait(&m_signals, &signal) == 0 && signal != SIGUSR1) {
            if (m_source.stop_requested())
                std::_Exit(130);
            m_source.request_stop();
        }
    }

    sigset_t m_signals{};
    std::stop_source m_source;
    std::thread m_thread;
};

} // namespace

int main(int argc, char** argv)
{
    const Interruption interruption;
    const std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
    ktnas::cli::Console console{std::cout, std::cerr, isatty(STDERR_FILENO) != 0, interruption.token()};
    return ktnas::cli::runCli(words, console);
}
