// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/plugin/Batches.h"

#include "core/base/Random.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <numeric>

namespace ktnas {

BatchOrder::BatchOrder(std::uint64_t seed, std::int64_t pictures, std::uint32_t batch)
    : m_seed(seed)
    , m_pictures(static_cast<std::uint64_t>(pictures))
    , m_batch(batch)
{
}

std::span<const std::int64_t> BatchOrder::orderOf(std::uint64_t pass)
{
    if (pass != m_pass) {
        m_order.resize(m_pictures);
        std::iota(m_order.begin(), m_order.end(), 0);
        Stream stream({m_seed, Purpose::PictureOrder, 0, static_cast<std::uint32_t>(pass), 0});
        stream.shuffle(std::span(m_order));
        m_pass = pass;
    }
    return m_order;
}

at::Tensor BatchOrder::rows(std::uint64_t step)
{
    const at::Tensor rows = at::empty({static_cast<std::int64_t>(m_batch)}, at::kLong);
    auto* next = rows.data_ptr<std::int64_t>();
    std::uint64_t position = step * m_batch;
    for (std::uint64_t left = m_batch; left > 0;) {
        const std::uint64_t from = position % m_pictures;
        const std::uint64_t count = std::min(left, m_pictures - from);
        const auto order = orderOf(position / m_pictures).subspan(from, count);
        next = std::copy(order.begin(), order.end(), next);
        position += count;
        left -= count;
    }
    return rows;
}

bool augments(const TrainingSettings& settings)
{
    return settings.mirror || settings.cropPadding > 0 || settings.cutout > 0;
}

at::Tensor augmented(const TrainingSettings& settings, std::uint64_t step, const at::Tensor& pictures)
{
    const std::int64_t n = pictures.size(0);
    const std::int64_t height = pictures.size(2);
    const std::int64_t width = pictures.size(3);
    const auto padding = static_cast<std::int64_t>(settings.cropPadding);
    const auto cutout = static_cast<std::int64_t>(settings.cutout);
    const at::Tensor rows = at::empty({n, height, 1}, at::kLong);
    const at::Tensor columns = at::empty({n, 1, width}, at::kLong);
    const at::Tensor kept = at::ones({n, 1, height, width}, pictures.scalar_type());
    auto* row = rows.data_ptr<std::int64_t>();
    auto* column = columns.data_ptr<std::int64_t>();
    for (std::int64_t i = 0; i < n; ++i) {
        Stream stream({settings.seed, Purpose::Augmentation, 0, static_cast<std::uint32_t>(step),
                       static_cast<std::uint32_t>(i)});
        const auto below = [&](std::int64_t count) {
            return static_cast<std::int64_t>(stream.below(static_cast<std::uint32_t>(count)));
        };
        const bool mirrors = stream.chance(0.5) && settings.mirror;
        const std::int64_t down = below(2 * padding + 1);
        const std::int64_t right = below(2 * padding + 1);
        for (std::int64_t y = 0; y < height; ++y)
            *row++ = y + down;
        for (std::int64_t x = 0; x < width; ++x)
            *column++ = (mirrors ? width - 1 - x : x) + right;
        if (cutout > 0) {
            // The square's centre lies anywhere in the picture; what sticks out is lost (DeVries & Taylor
            // 2017).
            const auto cut = [&](std::int64_t side) {
                const std::int64_t begin = below(side) - cutout / 2;
                return std::pair(std::max<std::int64_t>(begin, 0), std::min(begin + cutout, side));
            };
            const auto [top, bottom] = cut(height);
            const auto [left, end] = cut(width);
            kept[i][0].slice(0, top, bottom).slice(1, left, end).zero_();
        }
    }
    const at::Device device = pictures.device();
    const at::Tensor padded =
        padding > 0 ? at::constant_pad_nd(pictures, {padding, padding, padding, padding}) : pictures;
    const at::Tensor number =
        at::arange(n, at::TensorOptions().dtype(at::kLong).device(device)).view({n, 1, 1});
    at::Tensor result = padded.permute({0, 2, 3, 1})
                            .index({number, rows.to(device), columns.to(device)})
                            .permute({0, 3, 1, 2})
                            .contiguous();
    return cutout > 0 ? result * kept.to(device) : result;
}

} // namespace ktnas
