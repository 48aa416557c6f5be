// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/plugin/Net.h"

#include "core/base/Error.h"
#include "core/base/Random.h"
#include "core/learn/api/NetworkLayout.h"

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

    at::Tensor factorisedReduction(const UnitGroup& group, const at::Tensor& x) const
    {
        const at::Tensor active = relu(x);
        const at::Tensor first = weighted(*group.layer, active);
        if (!group.second)
            return normalised(net.m_layers[*group.layer], first);
        // The other half sees the picture moved by one pixel, with zeros at the far sides.
        const at::Tensor moved = at::constant_pad_nd(active, {0, 1, 0, 1}).slice(2, 1).slice(3, 1);
        return normalised(net.m_layers[*group.layer], at::cat({first, weighted(*group.second, moved)}, 1));
    }

    at::Tensor cell(const CellNet& cell, const at::Tensor& x) const
    {
        const auto& program = net.m_plan.cell;
        const auto zeros = [&](bool ofOutput) {
            const bool halves = ofOutput && cell.stride > 1;
            const auto side = [&](std::int64_t pixels) { return halves ? (pixels + 1) / 2 : pixels; };
            return at::zeros(
                {x.size(0), ofOutput ? cell.channels : cell.inputChannels, side(x.size(2)), side(x.size(3))},
                x.options());
        };
        std::vector<at::Tensor> values(program.units.size() + 1);
        values[0] = x;
        std::vector<std::pair<const std::vector<int>*, at::Tensor>> actives;
        for (const UnitGroup& group : cell.groups) {
            at::Tensor input = sum(group.inputs, values);
            if (group.family == OperationFamily::None || (!input.defined() && !isWeighted(group.family)))
                continue;
            const bool isReduction = group.family == OperationFamily::Skip && group.layer;
            if (!input.defined())
                input = zeros(true);
            at::Tensor y;
            if (isReduction) {
                y = factorisedReduction(group, input);
            } else if (isWeighted(group.family)) {
                // Units of one sum share its ReLU.
                const auto known = std::find_if(actives.begin(), actives.end(), [&](const auto& active) {
                    return *active.first == group.inputs;
                });
                const at::Tensor active = known == actives.end()
                    ? actives.emplace_back(&group.inputs, relu(input)).second
                    : known->second;
                y = layer(*group.layer, active);
            } else if (group.family == OperationFamily::AvgPool) {
                const std::int64_t stride = group.strided ? cell.stride : 1;
                y = at::avg_pool2d(input, {3, 3}, {stride, stride}, {1, 1}, false, false);
            } else if (group.family == OperationFamily::MaxPool) {
                const std::int64_t stride = group.strided ? cell.stride : 1;
                y = at::max_pool2d(input, {3, 3}, {stride, stride}, {1, 1});
            } else {
                y = input;
            }
            if (group.units.size() == 1) {
                values[group.units.front() + 1] = y;
                continue;
            }
            const auto shares = y.split(cell.channels, 1);
            for (std::size_t i = 0; i < group.units.size(); ++i)
                values[group.units[i] + 1] = shares[i];
        }
        at::Tensor output = sum(program.output, values);
        return output.defined() ? output : zeros(true);
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
    slice.slots = shape.slots;
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
        for (std::uint32_t& slot : slice.slots)
            ++slot;
        addSlice(slice);
    }
    if (shape.isNormalised)
        static_cast<void>(addNormalisation(shape.out, shape.part));
    return index;
}

std::size_t Net::addNormalisation(std::int64_t channels, std::uint32_t part)
{
    const std::size_t index = m_layers.size() - 1;
    Slice slice;
    slice.layer = index;
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
    return index;
}

Net::CellNet Net::buildCell(std::int64_t in, std::int64_t out, std::int64_t stride, std::uint32_t part)
{
    CellNet cell;
    cell.channels = out;
    cell.inputChannels = in;
    cell.stride = stride;
    for (std::size_t i = 0; i < m_plan.cell.units.size(); ++i) {
        const CellProgram::Unit& unit = m_plan.cell.units[i];
        const auto known = std::find_if(cell.groups.begin(), cell.groups.end(), [&](const UnitGroup& group) {
            return m_options.mergeUnits && isWeighted(unit.family) && group.family == unit.family
                && group.inputs == unit.inputs && group.strided == unit.strided;
        });
        if (known != cell.groups.end())
            known->units.push_back(i);
        else
            cell.groups.push_back({unit.family, unit.inputs, {i}, unit.strided, std::nullopt, std::nullopt});
    }
    for (UnitGroup& group : cell.groups) {
        // Only edges from the cell's input change the width and the size of the map.
        const std::int64_t groupIn = group.strided ? in : out;
        const std::int64_t groupStride = group.strided ? stride : 1;
        LayerShape shape;
        shape.in = groupIn;
        shape.out = out * static_cast<std::int64_t>(group.units.size());
        shape.stride = groupStride;
        shape.part = part;
        shape.slots.clear();
        for (const std::size_t unit : group.units)
            shape.slots.push_back(static_cast<std::uint32_t>(4 * unit));
        if (isWeighted(group.family)) {
            shape.kernel = group.family == OperationFamily::Conv3x3 ? 3 : 1;
            group.layer = addLayer(shape);
        } else if (group.family == OperationFamily::Skip && (groupStride > 1 || groupIn != out)) {
            shape.out = groupStride > 1 ? out / 2 : out;
            shape.isNormalised = false;
            group.layer = addLayer(shape);
            static_cast<void>(addNormalisation(out, part));
            if (groupStride > 1) {
                shape.out = out - out / 2;
                shape.slots = {static_cast<std::uint32_t>(4 * group.units.front() + 2)};
                group.second = addLayer(shape);
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
        shape.slots = {static_cast<std::uint32_t>(2 * m_stem.size())};
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
            shape.slots = {static_cast<std::uint32_t>(2 * stage.entry.size())};
            stage.entry.push_back(addLayer(shape));
        }
        for (std::size_t c = 0; c < layout.stages[s].cells.size(); ++c) {
            const NetworkLayout::Cell& cell = layout.stages[s].cells[c];
            stage.cells.push_back(buildCell(cell.in, cell.out, cell.stride, cellPart(s, c)));
        }
    }
    if (skeleton.kind == Skeleton::Kind::NasBench201) {
        m_layers.emplace_back();
        m_lastNormalisation = addNormalisation(layout.mapChannels, headPart);
    }
    for (const NetworkLayout::Layer& head : layout.head) {
        LayerShape shape;
        shape.out = head.out;
        shape.in = head.in;
        shape.kernel = head.kernel;
        shape.isBiased = true;
        shape.isNormalised = false;
        shape.part = headPart;
        shape.slots = {static_cast<std::uint32_t>(2 * m_head.size())};
        m_head.push_back(addLayer(shape));
    }
    m_upscale = layout.upscale;
}

at::Tensor Net::view(const Slice& slice, const at::Tensor& buffer) const
{
    std::int64_t size = 1;
    for (const std::int64_t side : slice.sizes)
        size *= side;
    return buffer.narrow(0, slice.offset, size).view(slice.sizes);
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

void Net::initialise(std::uint64_t seed)
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
        float* next = target.data_ptr<float>();
        const std::int64_t share = target.numel() / static_cast<std::int64_t>(slice.slots.size());
        for (const std::uint32_t slot : slice.slots) {
            Stream stream({seed, Purpose::InitialWeights, 0, slice.part, slot});
            for (std::int64_t i = 0; i < share; ++i)
                *next++ = static_cast<float>((2 * stream.unit() - 1) * bound);
        }
    }
    const at::NoGradGuard noGradients;
    m_parameters.copy_(parameters);
    m_statistics.copy_(statistics);
}

} // namespace ktnas
