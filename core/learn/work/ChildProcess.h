// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <sys/types.h>

namespace ktnas {

/// A process of ours that we talk to over a socket, which it has as descriptor 3. Its standard input is
/// empty; what it prints is kept, the last words of it. Killed when this ends.
class ChildProcess {
public:
    static constexpr int socketInChild = 3;

    /// `command`: path of the program and its words; `environment`: "NAME=value" on top of ours. Throws
    /// TrainingFailed with the system's words if it cannot be started.
    ChildProcess(const std::vector<std::string>& command, const std::vector<std::string>& environment);
    ~ChildProcess();
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    pid_t id() const { return m_id; }
    int socket() const { return m_socket; }
    int words() const { return m_words; } ///< readable where the process has printed something

    /// Sends all bytes; false if nobody receives them any more.
    bool send(const std::string& bytes) const;
    /// Adds what has come to `received` without waiting; false at the end of the stream.
    bool receive(std::string& received) const;
    /// Reads what the process has printed without waiting.
    void readWords();

    /// Ends it if it has not ended by itself, and says how it did and what its last words were: "killed by
    /// signal 11 (Segmentation fault)", "exit code 1: cannot open …".
    std::string endingWords();

private:
    pid_t m_id = -1; ///< −1 once it has been waited for
    int m_socket = -1;
    int m_words = -1;
    std::string m_lastWords;
};

/// The program `name` in the folder of the running program; the running program itself if that is its name.
std::string programBeside(const std::string& name);

} // namespace ktnas
