// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/api/Training.h"
#include "core/learn/plugin/Batches.h"
#include "core/learn/plugin/Net.h"
#include "core/learn/plugin/Objective.h"
#include "core/learn/plugin/Optimiser.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ktnas {

/// See Training. What c10 throws is translated here.
class TorchTraining final : public Training {
public:
    TorchTraining(const NetworkPlan& plan, const TrainingSettings& settings,
                  std::shared_ptr<const LearningTask> data, at::Device device, std::string deviceTitle,
                  std::string_view checkpoint);

    bool advance(std::uint32_t steps) override;
    bool done() const override { return m_phase == Phase::Done; }
    double progress() const override;
    const TrainingOutcome& outcome() const override { return m_outcome; }
    std::string checkpoint() const override;

private:
    enum class Phase : std::uint8_t { Training, Judging, Done };

    void advanceOne();
    void trainStep();
    /// Number of the training step after which curve point `index` is taken.
    std::uint64_t curveStep(std::size_t index) const;
    Judgement judge(const DevicePart& part, std::int64_t rows) const;
    void finish();
    void fail(std::string reason);
    void updateAverage();
    std::string weightsHash() const;
    /// All tensors that the training changes.
    std::vector<at::Tensor> state() const;
    void restore(std::string_view bytes);
    std::string fingerprint() const;

    TrainingSettings m_settings;
    std::shared_ptr<const LearningTask> m_data;
    at::Device m_device;
    Net m_net;
    Optimiser m_optimiser;
    BatchOrder m_order;
    DevicePart m_train;
    DevicePart m_valid;
    DevicePart m_test;
    at::Tensor m_averageParameters; ///< undefined without averaging
    at::Tensor m_averageStatistics;
    std::uint64_t m_steps = 0; ///< in all
    std::uint64_t m_step = 0; ///< done
    Phase m_phase = Phase::Training;
    std::vector<double> m_eighthSums;
    std::vector<std::uint64_t> m_eighthCounts;
    TrainingOutcome m_outcome;
};

} // namespace ktnas
