// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/api/NetworkLayout.h"

#include "core/base/Error.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace ktnas {

namespace {

[[noreturn]] void refuse(std::string what, std::string expected, std::string found)
{
    Error error(ErrorCode::BadArgument);
    error.inColumn(std::move(what)).expecting(std::move(expected)).butFound(std::move(found));
    throw error;
}

/// What a layer of stride 2 leaves of `pixels`; kernels are padded by half their side.
std::int64_t halved(std::int64_t pixels)
{
    return (pixels + 1) / 2;
}

/// Grows a layout from its stem to its head.
class Builder {
public:
    explicit Builder(const NetworkPlan& plan)
        : m_plan(plan)
        , m_height(static_cast<std::int64_t>(plan.task.height))
        , m_width(static_cast<std::int64_t>(plan.task.width))
        , m_channels(static_cast<std::int64_t>(plan.task.channels))
    {
    }

    NetworkLayout build()
    {
        check();
        addStem();
        for (std::size_t stage = 0; stage < m_plan.skeleton.channels.size(); ++stage)
            addStage(stage);
        m_layout.mapChannels = m_channels;
        m_layout.mapHeight = m_height;
        m_layout.mapWidth = m_width;
        addHead();
        return m_layout;
    }

private:
    void check() const
    {
        const TaskShape& task = m_plan.task;
        const Skeleton& skeleton = m_plan.skeleton;
        if (task.channels == 0 || task.height == 0 || task.width == 0)
            refuse("pictures", "at least one channel and one pixel",
                   fmt::format("{} × {} × {}", task.channels, task.height, task.width));
        if (task.outputs == 0 && task.head != HeadKind::Code)
            refuse("outputs", "at least 1", "0");
        if (task.head == HeadKind::Code && task.codeSize == 0)
            refuse("code size", "at least 1", "0");
        if (skeleton.channels.empty() || skeleton.cellsPerStage < 1)
            refuse("skeleton", "at least one stage of at least one cell", "none");
        if (*std::min_element(skeleton.channels.begin(), skeleton.channels.end()) < 2)
            refuse("channels", "at least 2 in every stage", "fewer");
        const bool isClassHead = task.head == HeadKind::Classes || task.head == HeadKind::TileClasses;
        const bool isFit = task.loss == LossKind::CrossEntropy ? isClassHead
            : task.loss == LossKind::MeanSquares               ? !isClassHead
                                                               : task.head == HeadKind::Map;
        if (!isFit)
            refuse("loss", "one that goes with the head", "another");
        if (task.loss == LossKind::Cosine && task.outputs < 2)
            refuse("outputs", "at least 2 for directions", fmt::format("{}", task.outputs));
    }

    NetworkLayout::Layer layer(std::int64_t out, std::int64_t kernel, std::int64_t stride = 1)
    {
        if (stride > 1) {
            m_height = halved(m_height);
            m_width = halved(m_width);
        }
        const NetworkLayout::Layer made{m_channels, out, kernel, stride, true, m_height, m_width};
        m_channels = out;
        return made;
    }

    void addStem()
    {
        const std::int64_t first = m_plan.skeleton.channels.front();
        if (m_plan.skeleton.kind != Skeleton::Kind::TransNasMicro) {
            m_layout.stem.push_back(layer(first, 3));
            return;
        }
        // Its first stage doubles the channels.
        m_layout.stem.push_back(layer(std::max<std::int64_t>(first / 4, 1), 3, 2));
        m_layout.stem.push_back(layer(std::max<std::int64_t>(first / 2, 1), 3, 2));
    }

    void addStage(std::size_t index)
    {
        const Skeleton& skeleton = m_plan.skeleton;
        const std::int64_t out = skeleton.channels[index];
        NetworkLayout::Stage stage;
        std::int64_t stride = 1;
        if (skeleton.kind == Skeleton::Kind::TransNasMicro) {
            stride = m_channels < out ? 2 : 1;
        } else if (index > 0) {
            if (m_height < 2 || m_width < 2)
                refuse("pictures", fmt::format("larger ones for {} stages", skeleton.channels.size()),
                       fmt::format("{} × {}", m_plan.task.height, m_plan.task.width));
            if (skeleton.kind == Skeleton::Kind::Small) {
                m_height /= 2;
                m_width /= 2;
                stage.entry.push_back(layer(out, 1));
            } else {
                if (m_height % 2 != 0 || m_width % 2 != 0)
                    refuse("pictures", "sides that can be halved before every stage",
                           fmt::format("{} × {}", m_plan.task.height, m_plan.task.width));
                const std::int64_t in = m_channels;
                stage.entry.push_back(layer(out, 3, 2));
                stage.entry.push_back(layer(out, 3));
                stage.entry.push_back({in, out, 1, 1, false, m_height, m_width});
            }
        }
        for (int i = 0; i < skeleton.cellsPerStage; ++i) {
            const std::int64_t in = m_channels;
            const std::int64_t step = i == 0 ? stride : 1;
            const NetworkLayout::Layer shape = layer(out, 1, step);
            stage.cells.push_back({in, out, step, shape.height, shape.width});
        }
        m_layout.stages.push_back(std::move(stage));
    }

    void addLinear(std::int64_t in, std::int64_t out)
    {
        m_layout.head.push_back({in, out, 0, 1, false, 1, 1});
    }

    void addHead()
    {
        const TaskShape& task = m_plan.task;
        const auto outputs = static_cast<std::int64_t>(task.outputs);
        const bool poolsToTwo = task.head == HeadKind::TileClasses || task.head == HeadKind::Code;
        if (poolsToTwo && (m_height < 2 || m_width < 2))
            refuse("pictures", "a last feature map of at least 2 × 2",
                   fmt::format("{} × {}", m_height, m_width));
        switch (task.head) {
        case HeadKind::Classes:
            addLinear(m_channels, outputs);
            break;
        case HeadKind::TileClasses:
            addLinear(4 * m_channels, outputs);
            break;
        case HeadKind::Numbers:
            addLinear(m_channels * m_height * m_width, outputs);
            break;
        case HeadKind::Map: {
            const auto scale = [](std::size_t whole, std::int64_t part) {
                return (static_cast<std::int64_t>(whole) + part - 1) / part;
            };
            m_layout.upscale = std::max(scale(task.height, m_height), scale(task.width, m_width));
            m_layout.head.push_back(layer(outputs * m_layout.upscale * m_layout.upscale, 1));
            m_layout.head.back().isNormalised = false;
            break;
        }
        case HeadKind::Code: {
            constexpr std::int64_t hidden = 128;
            const auto code = static_cast<std::int64_t>(task.codeSize);
            addLinear(4 * m_channels, code);
            addLinear(code, hidden);
            addLinear(hidden, static_cast<std::int64_t>(task.channels * task.height * task.width));
            break;
        }
        }
    }

    const NetworkPlan& m_plan;
    NetworkLayout m_layout;
    std::int64_t m_height;
    std::int64_t m_width;
    std::int64_t m_channels;
};

} // namespace

NetworkLayout layoutOf(const NetworkPlan& plan)
{
    return Builder(plan).build();
}

} // namespace ktnas
