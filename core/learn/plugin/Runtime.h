// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/api/Learner.h"
#include "core/learn/plugin/TorchNames.h"

#include <exception>
#include <string>
#include <string_view>
#include <vector>

namespace ktnas {

/// "LibTorch 1.13.1".
std::string libraryName();

/// The CPU and every GPU.
std::vector<Device> deviceList();
/// Throws UnknownDevice for one that is not in deviceList().
at::Device deviceOf(std::string_view id);
/// How results name it: "cpu", "cuda:0 NVIDIA H100".
std::string deviceTitle(const at::Device& device);

/// Keeps the calling thread's calculations on that thread. Cheap after the first call of a thread.
void useOneThread();

/// Seconds since it was made: of the thread's processor time on a CPU, of the wall on a GPU.
class Stopwatch {
public:
    explicit Stopwatch(const at::Device& device);
    double seconds() const;

private:
    bool m_isCpu;
    double m_begin;
};

/// Rethrows the exception that is being handled as an Error: c10's own types must not leave the plugin.
[[noreturn]] void rethrowTranslated();

/// What `work` gives; what it throws as an Error.
template <class Work> auto translated(Work&& work) -> decltype(work())
{
    try {
        return work();
    } catch (...) {
        rethrowTranslated();
    }
}

} // namespace ktnas
