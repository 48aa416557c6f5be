// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/api/Network.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ktnas {

/// What batch normalisation does in a forward pass.
enum class Normalising : std::uint8_t {
    Batch, ///< statistics of the batch; the running ones follow (momentum 0.1)
    BatchOnly, ///< statistics of the batch; the running ones stay
    Running, ///< running statistics, folded into the convolution in front
    Off, ///< identity
};

/// What a forward pass leaves behind for those who want it.
struct Trace {
    std::vector<at::Tensor> reluInputs; ///< in the order in which they are met
    std::vector<at::Tensor> weightedOutputs; ///< of convolutions and linear layers, before normalisation
    std::vector<std::size_t> weightedLayers; ///< the layer of each, an index in Net::layers()
};

/// A network of a plan, its numbers in two flat buffers (parameters; running means and variances), so that an
/// optimiser, a checkpoint or a hash deals with two tensors whatever the network is.
class Net {
public:
    struct Options {
        at::Device device = at::Device(at::kCPU);
        at::ScalarType type = at::kFloat;
    };
    /// A convolution, linear layer or normalisation, with what belongs to it. Tensors are views of the flat
    /// buffers; undefined where the layer has none.
    struct Layer {
        at::Tensor weight; ///< out × in × k × k, or out × in
        at::Tensor bias;
        at::Tensor scale; ///< of the batch normalisation behind the weight
        at::Tensor shift;
        at::Tensor mean; ///< running
        at::Tensor variance; ///< running
        std::int64_t stride = 1;
        std::int64_t padding = 0;
    };

    Net(const NetworkPlan& plan, const Options& options);
    Net(const Net&) = delete;
    Net& operator=(const Net&) = delete;

    /// PyTorch's default distribution (uniform within ±1/√fan-in; scales 1, shifts 0), drawn by our own
    /// streams: the same numbers on every device and library. A layer's numbers depend on the seed and its
    /// place only, so cells of equal parts start alike.
    void initialise(std::uint64_t seed) const;

    /// What the head gives for a batch of pictures (n × channels × height × width).
    at::Tensor forward(const at::Tensor& pictures, Normalising normalising, Trace* trace = nullptr) const;

    const at::Tensor& parameters() const { return m_parameters; }
    const at::Tensor& gradients() const { return m_gradients; } ///< of all parameters, added up by backward()
    const at::Tensor& statistics() const { return m_statistics; }
    const std::vector<Layer>& layers() const { return m_layers; }
    /// Every parameter tensor on its own, in the order of the buffer.
    std::vector<at::Tensor> parameterList() const;
    const NetworkPlan& plan() const { return m_plan; }

private:
    /// Which numbers of a flat buffer a tensor is, before the buffer exists.
    struct Slice {
        std::vector<std::int64_t> sizes;
        std::int64_t offset = 0;
        std::int64_t fanIn = 0; ///< of the weight that it belongs to; 0 for scales and shifts
        std::uint32_t part = 0; ///< address of its first numbers
        std::uint32_t slot = 0;
        enum class Fill : std::uint8_t { Uniform, One, Zero } fill = Fill::Uniform;
        at::Tensor Layer::*member = nullptr;
        std::size_t layer = 0;
        bool isStatistic = false;
    };
    /// Layers of one unit of a cell; both empty where it has no weights.
    struct UnitLayers {
        std::optional<std::size_t> first;
        std::optional<std::size_t> second; ///< a factorised reduction's other half
    };
    struct CellNet {
        std::vector<UnitLayers> units; ///< by unit of the program
        std::int64_t channels = 0;
        std::int64_t stride = 1;
        std::int64_t inputChannels = 0;
    };
    struct Stage {
        std::vector<std::size_t> entry; ///< layers in front of its cells
        std::vector<CellNet> cells;
    };
    struct LayerShape {
        std::int64_t out = 0;
        std::int64_t in = 0;
        std::int64_t kernel = 1; ///< 0: linear
        std::int64_t stride = 1;
        bool isBiased = false;
        bool isNormalised = true;
        std::uint32_t part = 0;
        std::uint32_t slot = 0;
    };

    std::size_t addLayer(const LayerShape& shape);
    void addNormalisation(std::int64_t channels, std::uint32_t part);
    void addSlice(Slice slice);
    void build();
    void buildHead(std::int64_t channels, std::int64_t height, std::int64_t width);
    CellNet buildCell(std::int64_t in, std::int64_t out, std::int64_t stride, std::uint32_t part);
    void materialise();
    at::Tensor view(const Slice& slice, const at::Tensor& buffer) const;

    struct Run; ///< one forward pass

    NetworkPlan m_plan;
    Options m_options;
    std::vector<Slice> m_slices;
    std::int64_t m_parameterCount = 0;
    std::int64_t m_statisticCount = 0;
    at::Tensor m_parameters;
    at::Tensor m_gradients;
    at::Tensor m_statistics;
    std::vector<Layer> m_layers;
    std::vector<std::size_t> m_stem;
    std::vector<Stage> m_stages;
    std::optional<std::size_t> m_lastNormalisation;
    std::vector<std::size_t> m_head;
    std::int64_t m_upscale = 1;
};

} // namespace ktnas
