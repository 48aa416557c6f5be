// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/work/ChildProcess.h"

#include "core/base/Error.h"
#include "core/base/Text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace ktnas {
namespace {

constexpr std::size_t wordsKept = 2000;

Error cannotStart(const std::string& program, int code)
{
    Error error(ErrorCode::TrainingFailed);
    error.inFile(program)
        .expecting("a worker process")
        .butFound(std::error_code(code, std::generic_category()).message());
    return error;
}

class FileActions {
public:
    FileActions() { (void)::posix_spawn_file_actions_init(&m_actions); }
    ~FileActions() { (void)::posix_spawn_file_actions_destroy(&m_actions); }
    FileActions(const FileActions&) = delete;
    FileActions& operator=(const FileActions&) = delete;
    posix_spawn_file_actions_t* get() { return &m_actions; }

private:
    posix_spawn_file_actions_t m_actions{};
};

/// All signals as at the start of a program: the command line blocks some in all its threads.
class CleanSignals {
public:
    CleanSignals()
    {
        sigset_t none;
        sigset_t all;
        sigemptyset(&none);
        sigfillset(&all);
        (void)::posix_spawnattr_init(&m_attributes);
        (void)::posix_spawnattr_setsigmask(&m_attributes, &none);
        (void)::posix_spawnattr_setsigdefault(&m_attributes, &all);
        (void)::posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    ~CleanSignals() { (void)::posix_spawnattr_destroy(&m_attributes); }
    CleanSignals(const CleanSignals&) = delete;
    CleanSignals& operator=(const CleanSignals&) = delete;
    const posix_spawnattr_t* get() const { return &m_attributes; }

private:
    posix_spawnattr_t m_attributes{};
};

std::vector<char*> pointersTo(std::vector<std::string>& texts)
{
    std::vector<char*> pointers;
    pointers.reserve(texts.size() + 1);
    for (std::string& text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// Our environment with some variables set anew.
std::vector<std::string> environmentWith(const std::vector<std::string>& changes)
{
    std::vector<std::string> result = changes;
    for (char** variable = environ; *variable != nullptr; ++variable) {
        const std::string_view text(*variable);
        const std::string_view name = text.substr(0, text.find('='));
        const bool isChanged = std::ranges::any_of(changes, [name](const std::string& change) {
            return std::string_view(change).substr(0, change.find('=')) == name;
        });
        if (!isChanged)
            result.emplace_back(text);
    }
    return result;
}

} // namespace

ChildProcess::ChildProcess(const std::vector<std::string>& command,
                           const std::vector<std::string>& environment)
{
    std::array<int, 2> sockets{-1, -1};
    std::array<int, 2> pipe{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets.data()) != 0)
        throw cannotStart(command.front(), errno);
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0) {
        const int code = errno;
        ::close(sockets[0]);
        ::close(sockets[1]);
        throw cannotStart(command.front(), code);
    }
    (void)::fcntl(pipe[0], F_SETFL, O_NONBLOCK); // our end only: the child's words must not get lost
    FileActions actions;
    // The pipe first: its descriptor may be the 3 that the socket is about to become.
    (void)::posix_spawn_file_actions_adddup2(actions.get(), pipe[1], STDOUT_FILENO);
    (void)::posix_spawn_file_actions_adddup2(actions.get(), pipe[1], STDERR_FILENO);
    (void)::posix_spawn_file_actions_addopen(actions.get(), STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    (void)::posix_spawn_file_actions_adddup2(actions.get(), sockets[1], socketInChild);
    const CleanSignals signals;
    std::vector<std::string> words = command;
    std::vector<std::string> variables = environmentWith(environment);
    const int code = ::posix_spawn(&m_id, command.front().c_str(), actions.get(), signals.get(),
                                   pointersTo(words).data(), pointersTo(variables).data());
    ::close(sockets[1]);
    ::close(pipe[1]);
    if (code != 0) {
        ::close(sockets[0]);
        ::close(pipe[0]);
        throw cannotStart(command.front(), code);
    }
    m_socket = sockets[0];
    m_words = pipe[0];
}

ChildProcess::~ChildProcess()
{
    if (m_id > 0) {
        ::kill(m_id, SIGKILL);
        while (::waitpid(m_id, nullptr, 0) < 0 && errno == EINTR) { }
    }
    ::close(m_socket);
    ::close(m_words);
}

bool ChildProcess::send(const std::string& bytes) const
{
    std::string_view rest = bytes;
    while (!rest.empty()) {
        const ssize_t count = ::send(m_socket, rest.data(), rest.size(), MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return false;
        rest.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

bool ChildProcess::receive(std::string& received) const
{
    std::array<char, 65536> buffer{};
    for (;;) {
        const ssize_t count = ::recv(m_socket, buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (count > 0) {
            received.append(buffer.data(), static_cast<std::size_t>(count));
            continue;
        }
        if (count < 0 && errno == EINTR)
            continue;
        return count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
    }
}

void ChildProcess::readWords()
{
    std::array<char, 4096> buffer{};
    for (;;) {
        const ssize_t count = ::read(m_words, buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            break;
        m_lastWords.append(buffer.data(), static_cast<std::size_t>(count));
        if (m_lastWords.size() > wordsKept)
            m_lastWords.erase(0, m_lastWords.size() - wordsKept);
    }
}

std::string ChildProcess::endingWords()
{
    int status = 0;
    if (m_id > 0)
        ::kill(m_id,
               SIGKILL); // it may have closed the socket and live on; one that is ending keeps its reason
    while (m_id > 0 && ::waitpid(m_id, &status, 0) < 0 && errno == EINTR) { }
    m_id = -1;
    readWords();
    std::string text = WIFSIGNALED(status)
        ? fmt::format("killed by signal {} ({})", WTERMSIG(status), ::strsignal(WTERMSIG(status)))
        : fmt::format("exit code {}", WEXITSTATUS(status));
    const std::string_view said = trimmed(m_lastWords);
    if (!said.empty())
        text += ": " + excerpt(said.substr(said.rfind('\n') + 1), 200);
    return text;
}

std::string programBeside(const std::string& name)
{
    std::error_code failure;
    const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", failure);
    if (failure || self.filename() == name)
        return "/proc/self/exe";
    return (self.parent_path() / name).string();
}

} // namespace ktnas
