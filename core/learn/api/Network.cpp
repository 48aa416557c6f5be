// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/api/Network.h"

#include "core/learn/api/NetworkLayout.h"

namespace ktnas {

namespace {

/// Adds up parameters and multiplications. Biases and normalisations cost parameters only, as NAS-Bench-201
/// counts.
class Counter {
public:
    void add(const NetworkLayout::Layer& layer, bool isBiased)
    {
        const std::int64_t weights =
            layer.in * layer.out * (layer.kernel > 0 ? layer.kernel * layer.kernel : 1);
        m_parameters += weights + (isBiased ? layer.out : 0) + (layer.isNormalised ? 2 * layer.out : 0);
        m_multiplyAdds += weights * layer.height * layer.width;
    }

    void add(const NetworkLayout::Cell& cell, const CellProgram& program)
    {
        for (const CellProgram::Unit& unit : program.units) {
            const std::int64_t in = unit.strided ? cell.in : cell.out;
            const bool isReduction = unit.strided && (cell.stride > 1 || in != cell.out);
            switch (unit.family) {
            case OperationFamily::Conv3x3:
                add({in, cell.out, 3, 1, true, cell.height, cell.width}, false);
                break;
            case OperationFamily::Conv1x1:
                add({in, cell.out, 1, 1, true, cell.height, cell.width}, false);
                break;
            case OperationFamily::Skip:
                // Its two halves together are one convolution 1×1.
                if (isReduction)
                    add({in, cell.out, 1, 1, true, cell.height, cell.width}, false);
                break;
            default:
                break;
            }
        }
    }

    void addNormalisation(std::int64_t channels) { m_parameters += 2 * channels; }

    NetworkCost cost() const
    {
        return {static_cast<std::uint64_t>(m_parameters), static_cast<std::uint64_t>(m_multiplyAdds)};
    }

private:
    std::int64_t m_parameters = 0;
    std::int64_t m_multiplyAdds = 0;
};

} // namespace

std::string_view name(Skeleton::Kind kind)
{
    switch (kind) {
    case Skeleton::Kind::Small:
        return "small";
    case Skeleton::Kind::NasBench201:
        return "nas-bench-201";
    case Skeleton::Kind::TransNasMicro:
        return "transnas-micro";
    }
    return "";
}

Skeleton nasBench201Skeleton()
{
    return {Skeleton::Kind::NasBench201, {16, 32, 64}, 5};
}

TaskShape shapeOf(const LearningTask& task)
{
    return {task.channels, task.height, task.width, task.head, task.loss, task.outputs, task.codeSize};
}

NetworkCost networkCost(const NetworkPlan& plan)
{
    const NetworkLayout layout = layoutOf(plan);
    Counter counter;
    for (const NetworkLayout::Layer& layer : layout.stem)
        counter.add(layer, false);
    for (const NetworkLayout::Stage& stage : layout.stages) {
        for (const NetworkLayout::Layer& layer : stage.entry)
            counter.add(layer, false);
        for (const NetworkLayout::Cell& cell : stage.cells)
            counter.add(cell, plan.cell);
    }
    if (plan.skeleton.kind == Skeleton::Kind::NasBench201)
        counter.addNormalisation(layout.mapChannels);
    for (const NetworkLayout::Layer& layer : layout.head)
        counter.add(layer, true);
    return counter.cost();
}

} // namespace ktnas
