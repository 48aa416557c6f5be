// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/plugin/Runtime.h"

#include "core/base/Error.h"

#include <ATen/ATen.h>

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/detail/CUDAHooksInterface.h>
#include <c10/util/Exception.h>
#include <torch/csrc/api/include/torch/version.h>

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <ctime>
#include <new>

#include <dlfcn.h>
#include <unistd.h>

namespace ktnas {

namespace {

/// Name and memory of a GPU from the driver, whose interface is the same for every CUDA: LibTorch has them
/// only behind headers that need the whole toolkit.
Device gpu(int number)
{
    Device device{fmt::format("cuda:{}", number), "GPU", 0};
    void* const driver = dlopen("libcuda.so.1", RTLD_NOW | RTLD_LOCAL);
    if (!driver)
        return device;
    const auto nameOf = reinterpret_cast<int (*)(char*, int, int)>(dlsym(driver, "cuDeviceGetName"));
    const auto memoryOf = reinterpret_cast<int (*)(std::size_t*, int)>(dlsym(driver, "cuDeviceTotalMem_v2"));
    std::array<char, 256> name{};
    if (nameOf && nameOf(name.data(), static_cast<int>(name.size()) - 1, number) == 0)
        device.title = name.data();
    std::size_t memory = 0;
    if (memoryOf && memoryOf(&memory, number) == 0)
        device.memory = memory;
    return device;
}

double threadSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double wallSeconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

} // namespace

std::string libraryName()
{
    return fmt::format("LibTorch {}.{}.{}", TORCH_VERSION_MAJOR, TORCH_VERSION_MINOR, TORCH_VERSION_PATCH);
}

std::vector<Device> deviceList()
{
    const auto pages = static_cast<std::uint64_t>(sysconf(_SC_PHYS_PAGES));
    std::vector<Device> devices{{"cpu", "CPU", pages * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE))}};
    const int gpus = at::hasCUDA() ? static_cast<int>(at::detail::getCUDAHooks().getNumGPUs()) : 0;
    for (int i = 0; i < gpus; ++i)
        devices.push_back(gpu(i));
    return devices;
}

at::Device deviceOf(std::string_view id)
{
    std::string known;
    for (const Device& device : deviceList()) {
        if (device.id == id || (id == "cuda" && device.id == "cuda:0"))
            return at::Device(device.id);
        known += (known.empty() ? "" : ", ") + device.id;
    }
    throw Error(ErrorCode::UnknownDevice)
        .expecting(known)
        .butFound(std::string(id))
        .hinting(
            "Choose one of the devices of this machine; a GPU needs a LibTorch built for it and its driver.");
}

std::string deviceTitle(const at::Device& device)
{
    if (device.is_cpu())
        return "cpu";
    for (const Device& known : deviceList()) {
        if (known.id == device.str())
            return known.id + ' ' + known.title;
    }
    return device.str();
}

void useOneThread()
{
    thread_local bool isSet = false;
    if (isSet)
        return;
    at::set_num_threads(1);
    isSet = true;
}

Stopwatch::Stopwatch(const at::Device& device)
    : m_isCpu(device.is_cpu())
    , m_begin(m_isCpu ? threadSeconds() : wallSeconds())
{
}

double Stopwatch::seconds() const
{
    return (m_isCpu ? threadSeconds() : wallSeconds()) - m_begin;
}

void rethrowTranslated()
{
    try {
        throw;
    } catch (const Error&) {
        throw;
    } catch (const std::bad_alloc&) {
        throw Error(ErrorCode::OutOfMemory).hinting("Take smaller batches or fewer workers.");
    } catch (const c10::Error& error) {
        const std::string words = error.what_without_backtrace();
        const auto says = [&](const char* part) { return words.find(part) != std::string::npos; };
        if (says("out of memory") || says("can't allocate memory") || says("not enough memory"))
            throw Error(ErrorCode::OutOfMemory)
                .butFound(words.substr(0, words.find('\n')))
                .hinting("Take smaller batches or fewer workers.");
        throw Error(ErrorCode::TrainingFailed).butFound(words);
    } catch (const std::exception& error) {
        throw Error(ErrorCode::TrainingFailed).butFound(error.what());
    }
}

} // namespace ktnas
