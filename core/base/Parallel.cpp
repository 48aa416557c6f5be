// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Parallel.h"

#include "core/base/Text.h"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <exception>
#include <limits>
#include <mutex>
#include <thread>
#include <vector>

namespace ktnas {

unsigned threadLimit()
{
    if (const char* text = std::getenv("KTNAS_THREADS")) {
        const auto number = parseInteger(text);
        if (number && *number > 0)
            return static_cast<unsigned>(std::min<std::int64_t>(*number, 1024));
    }
    return std::max(1U, std::thread::hardware_concurrency());
}

void parallelFor(std::size_t count, const std::function<void(std::size_t)>& body, unsigned threads,
                 std::stop_token stop)
{
    if (threads == 0)
        threads = threadLimit();
    threads = static_cast<unsigned>(std::min<std::size_t>(threads, count));
    std::atomic<std::size_t> next{0};
    std::atomic<bool> failed{false};
    std::mutex mutex;
    std::size_t failedAt = std::numeric_limits<std::size_t>::max();
    std::exception_ptr failure;
    const auto work = [&] {
        while (!failed.load(std::memory_order_relaxed) && !stop.stop_requested()) {
            const std::size_t i = next.fetch_add(1, std::memory_order_relaxed);
            if (i >= count)
                return;
            try {
                body(i);
            } catch (...) {
                const std::lock_guard lock(mutex);
                if (i < failedAt) {
                    failedAt = i;
                    failure = std::current_exception();
                }
                failed = true;
            }
        }
    };
    {
        std::vector<std::jthread> helpers;
        for (unsigned t = 1; t < threads; ++t)
            helpers.emplace_back(work);
        work();
    }
    if (failure)
        std::rethrow_exception(failure);
}

} // namespace ktnas
