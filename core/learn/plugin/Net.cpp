// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/plugin/Net.h"

#include "core/base/Error.h"
#include "core/base/Random.h"
#include "core/learn/api/NetworkLayout.h"
#include "core/learn/plugin/FastNormalisation.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace ktnas {

namespace {

constexpr double normalisationMomentum = 0.1;
constexpr double normalisationEpsilon = 1e-5;

bool isWeighted(OperationFamily family)
{
    return family == OperationFamily::Conv3x3 || family == OperationFamily::Conv1x1;
}

/// Network parts by number, as weights are addressed: the stem, stages' entries, cells, the head.
constexpr std::uint32_t stemPart = 0;
constexpr std::uint32_t headPart = 1;
constexpr std::uint32_t entryPart(std::size_t stage)
{
    return static_cast<std::uint32_t>(0x100 + stage);
}
constexpr std::uint32_t cellPart(std::size_t stage, std::size_t cell)
{
    return static_cast<std::uint32_t>(0x10000 + stage * 0x1000 + cell);
}

} // namespace

/// One forward pass.
struct Net::Run {
    const Net& net;
    Normalising normalising;
    Trace* trace;

    at::Tensor relu(const at::Tensor& x) const
    {
        if (trace)
            trace->reluInputs.push_back(x);
        return at::relu(x);
    }

    at::Tensor weighted(std::size_t index, const at::Tensor& x) const
    {
        const Layer& layer = net.m_layers[index];
        at::Tensor y = layer.weight.dim() == 2
            ? at::linear(x, layer.weight, layer.bias)
            : at::conv2d(x, layer.weight, layer.bias, layer.stride, layer.padding);
        if (trace) {
            trace->weightedOutputs.push_back(y);
            trace->weightedLayers.push_back(index);
        }
        return y;
    }

    at::Tensor normalised(const Layer& layer, const at::Tensor& x) const
    {
        if (normalising == Normalising::Off)
            return x;
        const bool follows = normalising == Normalising::Batch;
        const bool isRunning = normalising == Normalising::Running;
        const bool usesStored = follows || isRunning;
        if (follows && !trace && isFastNormalisable(x))
            return batchNormalised(x, layer.scale, layer.shift, layer.mean, layer.variance,
                                   normalisationMomentum, normalisationEpsilon);
        return at::batch_norm(x, layer.scale, layer.shift, usesStored ? layer.mean : at::Tensor(),
                              usesStored ? layer.variance : at::Tensor(), !isRunning, normalisationMomentum,
                              normalisationEpsilon, true);
    }

    /// Convolution and the normalisation behind it.
    at::Tensor layer(std::size_t index, const at::Tensor& x) const
    {
        const Layer& layer = net.m_layers[index];
        if (!layer.scale.defined())
            return weighted(index, x);
        if (normalising == Normalising::Running && !trace) {
            const at::Tensor factor = layer.scale * at::rsqrt(layer.variance + normalisationEpsilon);
            return at::conv2d(x, layer.weight * factor.view({-1, 1, 1, 1}), layer.shift - layer.mean * factor,
                              layer.stride, layer.padding);
        }
        return normalised(layer, weighted(index, x));
    }

    static at::Tensor sum(const std::vector<int>& values, const std::vector<at::Tensor>& known)
    {
        at::Tensor total;
        for (const int value : values) {
            const at::Tensor& term = known[static_cast<std::size_t>(value)];
            if (term.defined())
                total = total.defined() ? total + term : term;
        }
        return total;
    }

    at::Tensor factorisedReduction(const UnitLayers& layers, const at::Tensor& x) const
    {
        const at::Tensor active = relu(x);
        const at::Tensor first = weighted(*layers.first, active);
        if (!layers.second)
            return normalised(net.m_layers[*layers.first], first);
        // The other half sees the picture moved by one pixel, with zeros at the far sides.
        const at::Tensor moved = at::constant_pad_nd(active, {0, 1, 0, 1}).slice(2, 1).slice(3, 1);
        return normalised(net.m_layers[*layers.first], at::cat({first, weighted(*layers.second, moved)}, 1));
    }

    /// The rectified sum of some values of a cell.
    struct Active {
        const std::vector<int>* inputs = nullptr;
        at::Tensor sum;
    };

    /// Units of one sum share its ReLU; with a trace each has its own, as in the benchmarks' code.
    template <class Zeros>
    at::Tensor activeOf(const std::vector<int>& inputs, const std::vector<at::Tensor>& values,
                        std::vector<Active>& actives, const Zeros& zeros) const
    {
        const auto known = std::find_if(actives.begin(), actives.end(),
                                        [&](const Active& active) { return *active.inputs == inputs; });
        if (known != actives.end() && !trace)
            return known->sum;
        const at::Tensor input = sum(inputs, values);
        return actives.emplace_back(Active{&inputs, relu(input.defined() ? input : zeros())}).sum;
    }

    at::Tensor cell(const CellNet& cell, const at::Tensor& x) const
    {
        const CellProgram& program = net.m_plan.cell;
        // Only a unit that is not strided, or a sum, can have nothing to read: both lie behind the stride.
        const auto zeros = [&] {
            const auto side = [&](std::int64_t pixels) { return (pixels + cell.stride - 1) / cell.stride; };
            return at::zeros({x.size(0), cell.channels, side(x.size(2)), side(x.size(3))}, x.options());
        };
        std::vector<at::Tensor> values(program.units.size() + 1);
        values[0] = x;
        std::vector<Active> actives;
        for (std::size_t i = 0; i < program.units.size(); ++i) {
            const CellProgram::Unit& unit = program.units[i];
            const UnitLayers& layers = cell.units[i];
            at::Tensor& y = values[i + 1];
            if (isWeighted(unit.family)) {
                y = layer(*layers.first, activeOf(unit.inputs, values, actives, zeros));
                continue;
            }
            const at::Tensor input = sum(unit.inputs, values);
            if (unit.family == OperationFamily::None || !input.defined())
                continue;
            if (layers.first) {
                y = factorisedReduction(layers, input);
            } else if (unit.family == OperationFamily::AvgPool) {
                const std::int64_t stride = unit.strided ? cell.stride : 1;
                y = at::avg_pool2d(input, {3, 3}, {stride, stride}, {1, 1}, false, false);
            } else if (unit.family == OperationFamily::MaxPool) {
                const std::int64_t stride = unit.strided ? cell.stride : 1;
                y = at::max_pool2d(input, {3, 3}, {stride, stride}, {1, 1});
            } else {
                y = input;
            }
        }
        at::Tensor output = sum(program.output, values);
        return output.defined() ? output : zeros();
    }

    at::Tensor entry(const Stage& stage, const at::Tensor& x) const
    {
        if (stage.entry.empty())
            return x;
        if (net.m_plan.skeleton.kind == Skeleton::Kind::Small)
            return layer(stage.entry[0], at::avg_pool2d(x, {2, 2}, {2, 2}));
        // A residual block; its shortcut has no normalisation.
        const at::Tensor inner = layer(stage.entry[1], relu(layer(stage.entry[0], relu(x))));
        return weighted(stage.entry[2], at::avg_pool2d(x, {2, 2}, {2, 2})) + inner;
    }

    at::Tensor head(const at::Tensor& map) const
    {
        const TaskShape& task = net.m_plan.task;
        const std::vector<std::size_t>& layers = net.m_head;
        const auto pooledToTwo = [&] {
            const std::int64_t high = (map.size(2) + 1) / 2;
            const std::int64_t wide = (map.size(3) + 1) / 2;
            // The windows of an adaptive average pool to 2 × 2, which overlap where a side is odd.
            return at::avg_pool2d(map, {high, wide}, {map.size(2) - high, map.size(3) - wide}).flatten(1);
        };
        switch (task.head) {
        case HeadKind::Classes:
            return weighted(layers[0], map.mean({2, 3}));
        case HeadKind::TileClasses:
            return weighted(layers[0], pooledToTwo());
        case HeadKind::Numbers:
            return weighted(layers[0], map.flatten(1));
        case HeadKind::Map:
            return at::pixel_shuffle(weighted(layers[0], map), net.m_upscale)
                .slice(2, 0, static_cast<std::int64_t>(task.height))
                .slice(3, 0, static_cast<std::int64_t>(task.width));
        case HeadKind::Code: {
            const at::Tensor code = weighted(layers[0], pooledToTwo());
            return weighted(layers[2], relu(weighted(layers[1], code)))
                .view({-1, static_cast<std::int64_t>(task.channels), static_cast<std::int64_t>(task.height),
                       static_cast<std::int64_t>(task.width)});
        }
        }
        throw Error(ErrorCode::Internal).butFound("a head that no network has");
    }

    at::Tensor all(at::Tensor x) const
    {
        for (std::size_t i = 0; i < net.m_stem.size(); ++i)
            x = layer(net.m_stem[i], i > 0 ? relu(x) : x);
        for (const Stage& stage : net.m_stages) {
            x = entry(stage, x);
            for (const CellNet& each : stage.cells)
                x = cell(each, x);
        }
        if (net.m_lastNormalisation)
            x = normalised(net.m_layers[*net.m_lastNormalisation], x);
        return head(relu(x));
    }
};

Net::Net(const NetworkPlan& plan, const Options& options)
    : m_plan(plan)
    , m_options(options)
{
    build();
    materialise();
}

at::Tensor Net::forward(const at::Tensor& pictures, Normalising normalising, Trace* trace) const
{
    return Run{*this, normalising, trace}.all(pictures);
}

std::vector<at::Tensor> Net::parameterList() const
{
    std::vector<at::Tensor> list;
    for (const Slice& slice : m_slices) {
        if (!slice.isStatistic)
            list.push_back(m_layers[slice.layer].*slice.member);
    }
    return list;
}

void Net::addSlice(Slice slice)
{
    std::int64_t& count = slice.isStatistic ? m_statisticCount : m_parameterCount;
    slice.offset = count;
    std::int64_t size = 1;
    for (const std::int64_t side : slice.sizes)
        size *= side;
    count += size;
    m_slices.push_back(std::move(slice));
}

std::size_t Net::addLayer(const LayerShape& shape)
{
    const std::size_t index = m_layers.size();
    Layer& layer = m_layers.emplace_back();
    layer.stride = shape.stride;
    layer.padding = shape.kernel / 2;
    Slice slice;
    slice.layer = index;
    slice.part = shape.part;
    slice.slot = shape.slot;
    slice.fanIn = shape.in * std::max<std::int64_t>(shape.kernel * shape.kernel, 1);
    slice.sizes = shape.kernel == 0
        ? std::vector<std::int64_t>{shape.out, shape.in}
        : std::vector<std::int64_t>{shape.out, shape.in, shape.kernel, shape.kernel};
    slice.member = &Layer::weight;
    addSlice(slice);
    if (shape.isBiased) {
        slice.sizes = {shape.out};
        slice.member = &Layer::bias;
        // Biases have the odd slots.
        ++slice.slot;
        addSlice(slice);
    }
    if (shape.isNormalised)
        addNormalisation(shape.out, shape.part);
    return index;
}

void Net::addNormalisation(std::int64_t channels, std::uint32_t part)
{
    Slice slice;
    slice.layer = m_layers.size() - 1;
    slice.part = part;
    slice.sizes = {channels};
    const auto add = [&](at::Tensor Layer::*member, Slice::Fill fill, bool isStatistic) {
        slice.member = member;
        slice.fill = fill;
        slice.isStatistic = isStatistic;
        addSlice(slice);
    };
    add(&Layer::scale, Slice::Fill::One, false);
    add(&Layer::shift, Slice::Fill::Zero, false);
    add(&Layer::mean, Slice::Fill::Zero, true);
    add(&Layer::variance, Slice::Fill::One, true);
}

Net::CellNet Net::buildCell(std::int64_t in, std::int64_t out, std::int64_t stride, std::uint32_t part)
{
    CellNet cell;
    cell.channels = out;
    cell.inputChannels = in;
    cell.stride = stride;
    for (std::size_t i = 0; i < m_plan.cell.units.size(); ++i) {
        const CellProgram::Unit& unit = m_plan.cell.units[i];
        UnitLayers& layers = cell.units.emplace_back();
        // Only edges from the cell's input change the width and the size of the map.
        LayerShape shape;
        shape.in = unit.strided ? in : out;
        shape.out = out;
        shape.stride = unit.strided ? stride : 1;
        shape.part = part;
        shape.slot = static_cast<std::uint32_t>(4 * i);
        if (isWeighted(unit.family)) {
            shape.kernel = unit.family == OperationFamily::Conv3x3 ? 3 : 1;
            layers.first = addLayer(shape);
        } else if (unit.family == OperationFamily::Skip && (shape.stride > 1 || shape.in != out)) {
            shape.out = shape.stride > 1 ? out / 2 : out;
            shape.isNormalised = false;
            layers.first = addLayer(shape);
            addNormalisation(out, part);
            if (shape.stride > 1) {
                shape.out = out - out / 2;
                shape.slot += 2;
                layers.second = addLayer(shape);
            }
        }
    }
    return cell;
}

void Net::build()
{
    const NetworkLayout layout = layoutOf(m_plan);
    const Skeleton& skeleton = m_plan.skeleton;
    for (const NetworkLayout::Layer& stem : layout.stem) {
        LayerShape shape;
        shape.out = stem.out;
        shape.in = stem.in;
        shape.kernel = stem.kernel;
        shape.stride = stem.stride;
        shape.part = stemPart;
        shape.slot = static_cast<std::uint32_t>(2 * m_stem.size());
        m_stem.push_back(addLayer(shape));
    }
    for (std::size_t s = 0; s < layout.stages.size(); ++s) {
        Stage& stage = m_stages.emplace_back();
        for (const NetworkLayout::Layer& entry : layout.stages[s].entry) {
            LayerShape shape;
            shape.out = entry.out;
            shape.in = entry.in;
            shape.kernel = entry.kernel;
            shape.stride = entry.stride;
            shape.isNormalised = entry.isNormalised;
            shape.part = entryPart(s);
            shape.slot = static_cast<std::uint32_t>(2 * stage.entry.size());
            stage.entry.push_back(addLayer(shape));
        }
        for (std::size_t c = 0; c < layout.stages[s].cells.size(); ++c) {
            const NetworkLayout::Cell& cell = layout.stages[s].cells[c];
            stage.cells.push_back(buildCell(cell.in, cell.out, cell.stride, cellPart(s, c)));
        }
    }
    if (skeleton.kind == Skeleton::Kind::NasBench201) {
        m_lastNormalisation = m_layers.size();
        m_layers.emplace_back();
        addNormalisation(layout.mapChannels, headPart);
    }
    for (const NetworkLayout::Layer& head : layout.head) {
        LayerShape shape;
        shape.out = head.out;
        shape.in = head.in;
        shape.kernel = head.kernel;
        shape.isBiased = true;
        shape.isNormalised = false;
        shape.part = headPart;
        shape.slot = static_cast<std::uint32_t>(2 * m_head.size());
        m_head.push_back(addLayer(shape));
    }
    m_upscale = layout.upscale;
}

at::Tensor Net::view(const Slice& slice, const at::Tensor& buffer) const
{
    std::int64_t size = 1;
    for (const std::int64_t side : slice.sizes)
        size *= side;
    const at::Tensor numbers = buffer.narrow(0, slice.offset, size);
    if (slice.sizes.size() != 4)
        return numbers.view(slice.sizes);
    // Channels last, and so is everything behind the stem: on a CPU that trains 1.4 to 2 times as fast.
    const auto& sizes = slice.sizes;
    return numbers.view({sizes[0], sizes[2], sizes[3], sizes[1]}).permute({0, 3, 1, 2});
}

void Net::materialise()
{
    const auto options = at::TensorOptions().dtype(m_options.type).device(m_options.device);
    m_parameters = at::zeros({m_parameterCount}, options);
    m_gradients = at::zeros({m_parameterCount}, options);
    m_statistics = at::zeros({m_statisticCount}, options);
    for (const Slice& slice : m_slices) {
        at::Tensor tensor = view(slice, slice.isStatistic ? m_statistics : m_parameters).detach();
        if (!slice.isStatistic) {
            tensor.requires_grad_(true);
            // Given beforehand, so that backward() adds into the flat buffer.
            tensor.mutable_grad() = view(slice, m_gradients);
        }
        m_layers[slice.layer].*slice.member = tensor;
    }
}

void Net::initialise(std::uint64_t seed) const
{
    const at::Tensor parameters = at::zeros({m_parameterCount}, at::kFloat);
    const at::Tensor statistics = at::zeros({m_statisticCount}, at::kFloat);
    for (const Slice& slice : m_slices) {
        const at::Tensor target = view(slice, slice.isStatistic ? statistics : parameters);
        if (slice.fill != Slice::Fill::Uniform) {
            target.fill_(slice.fill == Slice::Fill::One ? 1 : 0);
            continue;
        }
        const double bound = 1 / std::sqrt(static_cast<double>(slice.fanIn));
        const at::Tensor drawn = at::empty(slice.sizes, at::kFloat);
        float* next = drawn.data_ptr<float>();
        Stream stream({seed, Purpose::InitialWeights, 0, slice.part, slice.slot});
        for (std::int64_t i = 0; i < drawn.numel(); ++i)
            *next++ = static_cast<float>((2 * stream.unit() - 1) * bound);
        target.copy_(drawn);
    }
    const at::NoGradGuard noGradients;
    m_parameters.copy_(parameters);
    m_statistics.copy_(statistics);
}

} // namespace ktnas
