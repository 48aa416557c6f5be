// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/api/Training.h"
#include "core/learn/plugin/TorchNames.h"

#include <cstdint>
#include <span>
#include <vector>

namespace ktnas {

/// Which pictures a training step sees: all pictures in an order drawn anew for each pass, one pass behind
/// the other, cut into batches. Any batch can be asked for; nothing depends on which were before.
class BatchOrder {
public:
    BatchOrder(std::uint64_t seed, std::int64_t pictures, std::uint32_t batch);
    /// Rows of batch `step`, as a tensor on the CPU (int64).
    at::Tensor rows(std::uint64_t step);

private:
    std::span<const std::int64_t> orderOf(std::uint64_t pass);

    std::uint64_t m_seed;
    std::uint64_t m_pictures;
    std::uint64_t m_batch;
    std::uint64_t m_pass = ~std::uint64_t{0};
    std::vector<std::int64_t> m_order;
};

/// True if the settings ask for changed pictures.
bool augments(const TrainingSettings& settings);

/// Mirrored, cropped and cut-out copies of a batch, drawn by seed, step and place in the batch: the same on
/// every device. Pads with zeros, which is the mean of normalised pictures.
at::Tensor augmented(const TrainingSettings& settings, std::uint64_t step, const at::Tensor& pictures);

} // namespace ktnas
