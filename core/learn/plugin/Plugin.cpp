// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/learn/api/Learner.h"
#include "core/learn/api/PluginEntry.h"
#include "core/learn/plugin/Net.h"
#include "core/learn/plugin/Proxies.h"
#include "core/learn/plugin/Runtime.h"
#include "core/learn/plugin/Selfcheck.h"
#include "core/learn/plugin/TorchTraining.h"

#include <ATen/ATen.h>

#include <ATen/Context.h>
#include <ATen/Parallel.h>

#include <utility>

namespace ktnas {

namespace {

class TorchLearner final : public Learner {
public:
    TorchLearner()
    {
        translated([] {
            useOneThread();
            at::set_num_interop_threads(1);
            // The same bits in every run, and the digits of a CPU on a GPU.
            at::globalContext().setDeterministicCuDNN(true);
            at::globalContext().setBenchmarkCuDNN(false);
            at::globalContext().setAllowTF32CuDNN(false);
            at::globalContext().setAllowTF32CuBLAS(false);
        });
    }

    std::string library() const override { return libraryName(); }

    std::vector<Device> devices() const override
    {
        return translated([] { return deviceList(); });
    }

    std::unique_ptr<Training> startTraining(const NetworkPlan& plan, const TrainingSettings& settings,
                                            std::shared_ptr<const LearningTask> data, std::string_view device,
                                            std::string_view checkpoint) override
    {
        return translated([&]() -> std::unique_ptr<Training> {
            useOneThread();
            const at::Device place = deviceOf(device);
            return std::make_unique<TorchTraining>(plan, settings, std::move(data), place, deviceTitle(place),
                                                   checkpoint);
        });
    }

    std::uint64_t builtParameters(const NetworkPlan& plan) override
    {
        return translated([&] {
            useOneThread();
            return static_cast<std::uint64_t>(Net(plan, {}).parameters().numel());
        });
    }

    std::vector<ProxyValue> proxies(const NetworkPlan& plan, const LearningTask& data, std::uint64_t seed,
                                    std::uint32_t batch, std::string_view device) override
    {
        return translated([&] {
            useOneThread();
            return proxiesOf(plan, data, seed, batch, deviceOf(device));
        });
    }

    std::vector<LearnerCheck> selfcheck(std::string_view device, std::stop_token stop) override
    {
        return translated([&] {
            useOneThread();
            return runSelfcheck(deviceOf(device), std::move(stop));
        });
    }
};

Learner* create()
{
    return new TorchLearner;
}

} // namespace

} // namespace ktnas

/// See PluginEntry.
extern "C" __attribute__((visibility("default"))) const ktnas::PluginEntry* ktnasLearnPlugin()
{
    static const ktnas::PluginEntry entry{KTNAS_LEARN_VERSION, &ktnas::create};
    return &entry;
}
