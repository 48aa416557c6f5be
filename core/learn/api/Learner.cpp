// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/api/Learner.h"

#include "core/base/Error.h"
#include "core/learn/api/PluginEntry.h"

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <mutex>

#include <dlfcn.h>
#include <malloc.h>

namespace ktnas {

namespace {

constexpr const char* libraryFile = "libktnas_learn.so";
constexpr const char* installHint =
    "Install LibTorch (Debian: libtorch-dev libopenblas0-serial) and build again, or install the package "
    "with "
    "the learning part. Everything but training and proxies works without it.";

std::atomic<bool> isOpen = false;

/// Where the plugin may be, best first.
std::vector<std::filesystem::path> candidates()
{
    if (const char* named = std::getenv("KTNAS_LEARN_PLUGIN"); named && *named != '\0')
        return {named};
    std::error_code ignored;
    const std::filesystem::path program =
        std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
    return {program / libraryFile, program.parent_path() / KTNAS_LEARN_LIBRARY_FOLDER / libraryFile};
}

std::string loaderWords()
{
    const char* words = dlerror();
    return words ? words : "the loader gave no reason";
}

Error unusable(const std::filesystem::path& path)
{
    Error error(ErrorCode::PluginUnusable);
    error.inFile(path.string()).hinting("Build the program and its plugin together, against one LibTorch.");
    return error;
}

std::shared_ptr<Learner> open()
{
    std::string tried;
    for (const std::filesystem::path& path : candidates()) {
        std::error_code ignored;
        if (!std::filesystem::exists(path, ignored)) {
            tried += (tried.empty() ? "" : ", ") + path.string();
            continue;
        }
        // Never closed: LibTorch leaves threads and destructors behind that need its code.
        void* const library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
        if (!library)
            throw unusable(path).butFound(loaderWords());
        const auto function = reinterpret_cast<PluginFunction>(dlsym(library, pluginSymbol));
        if (!function)
            throw unusable(path).expecting("the learning plugin").butFound(loaderWords());
        const PluginEntry* const entry = function();
        if (std::string_view(entry->version) != KTNAS_LEARN_VERSION)
            throw unusable(path).expecting("version " KTNAS_LEARN_VERSION).butFound(entry->version);
        std::shared_ptr<Learner> learner(entry->create());
        isOpen = true;
        return learner;
    }
    throw Error(ErrorCode::PluginMissing).butFound("nothing at " + tried).hinting(installHint);
}

} // namespace

std::shared_ptr<Learner> openLearner()
{
    static std::mutex mutex;
    static std::shared_ptr<Learner> learner;
    const std::lock_guard lock(mutex);
    if (!learner)
        learner = open();
    return learner;
}

bool isLearnerOpen()
{
    return isOpen;
}

void tuneMemoryForTraining()
{
    // 32 MiB is the largest threshold that glibc takes.
    constexpr int mapFrom = 32 << 20;
    constexpr int keep = 512 << 20;
    constexpr int growBy = 64 << 20;
    static_cast<void>(mallopt(M_MMAP_THRESHOLD, mapFrom));
    static_cast<void>(mallopt(M_TRIM_THRESHOLD, keep));
    static_cast<void>(mallopt(M_TOP_PAD, growBy));
}

} // namespace ktnas
