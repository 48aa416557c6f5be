// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <coroutine>
#include <exception>
#include <utility>

namespace ktnas {

/// A method's body as a coroutine: it runs until it needs values, waits, and goes on where it was. One frame
/// a run; nothing is allocated by waiting.
class Steps {
public:
    struct promise_type {
        Steps get_return_object() { return Steps(std::coroutine_handle<promise_type>::from_promise(*this)); }
        std::suspend_always initial_suspend() noexcept { return {}; }
        std::suspend_always final_suspend() noexcept { return {}; }
        void return_void() { }
        void unhandled_exception() { failure = std::current_exception(); }

        std::exception_ptr failure;
    };

    Steps() = default;
    Steps(Steps&& other) noexcept
        : m_handle(std::exchange(other.m_handle, {}))
    {
    }
    Steps& operator=(Steps&& other) noexcept
    {
        std::swap(m_handle, other.m_handle);
        return *this;
    }
    ~Steps()
    {
        if (m_handle)
            m_handle.destroy();
    }

    /// Runs on to the next wait or to the end; rethrows what the body threw.
    void resume()
    {
        m_handle.resume();
        if (m_handle.promise().failure)
            std::rethrow_exception(m_handle.promise().failure);
    }
    bool done() const { return m_handle.done(); }

private:
    explicit Steps(std::coroutine_handle<promise_type> handle)
        : m_handle(handle)
    {
    }

    std::coroutine_handle<promise_type> m_handle;
};

} // namespace ktnas
