// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/api/Training.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace ktnas {

/// A place where networks can run.
struct Device {
    std::string id; ///< "cpu", "cuda:0"; what the command line takes
    std::string title; ///< "CPU", "NVIDIA H100"
    std::uint64_t memory = 0; ///< bytes, 0 if unknown
};

/// Zero-cost proxies of one network on one batch (nas-facts.md §7): name and value in a fixed order. A value
/// that is not finite is kept as it came out.
struct ProxyValue {
    std::string name; ///< "synflow"
    double value = 0;
};

/// One numeric check of the plugin, see Learner::selfcheck().
struct LearnerCheck {
    std::string name;
    bool ok = false;
    std::string detail;
};

/// What needs LibTorch, behind an interface that does not. Methods may be called from several threads at
/// once; a Training belongs to the thread that steps it.
class Learner {
public:
    virtual ~Learner() = default;
    virtual std::string library() const = 0; ///< "LibTorch 1.13.1"
    virtual std::vector<Device> devices() const = 0; ///< the CPU first

    /// A new training, or one that goes on where `checkpoint` left off. `data` fits plan.task and outlives
    /// nothing: it is shared. Throws UnknownDevice, BadArgument, CheckpointMismatch, OutOfMemory.
    virtual std::unique_ptr<Training> startTraining(const NetworkPlan& plan, const TrainingSettings& settings,
                                                    std::shared_ptr<const LearningTask> data,
                                                    std::string_view device,
                                                    std::string_view checkpoint = {}) = 0;

    /// Parameters of the network that would be built; equals networkCost().
    virtual std::uint64_t builtParameters(const NetworkPlan& plan) = 0;

    /// All proxies of a network at its initial weights on the first `batch` training pictures.
    virtual std::vector<ProxyValue> proxies(const NetworkPlan& plan, const LearningTask& data,
                                            std::uint64_t seed, std::uint32_t batch,
                                            std::string_view device) = 0;

    /// Runs every network, loss, metric and gradient on the CPU, and on `device` if that is another, and
    /// compares with hand-worked values and with each other.
    virtual std::vector<LearnerCheck> selfcheck(std::string_view device, std::stop_token stop) = 0;
};

/// Opens the plugin (once a process; later calls are free) and returns it. 0.6-0.8 s and 160 MB the first
/// time: call it on a worker thread. Looks in KTNAS_LEARN_PLUGIN, beside the program and in the library
/// folder of its installation. Throws PluginMissing (with what to install), PluginUnusable (another LibTorch
/// or another version of the program; `found` has the loader's words).
std::shared_ptr<Learner> openLearner();
/// True once openLearner() has succeeded in this process.
bool isLearnerOpen();

/// Raises malloc's thresholds so that large tensors are recycled instead of mapped anew (training is 2.4
/// times as fast, for about half as much memory again). For worker processes; call before the first thread
/// starts.
void tuneMemoryForTraining();

} // namespace ktnas
