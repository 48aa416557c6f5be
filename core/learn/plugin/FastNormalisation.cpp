// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/plugin/FastNormalisation.h"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/custom_function.h>

#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

// Compiled for the vectors of several processors, the right one taken at the start of the program. No sum
// changes its order with the width of the vectors: each channel is a lane of its own.
#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__)
#define KTNAS_FOR_EVERY_PROCESSOR __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define KTNAS_FOR_EVERY_PROCESSOR
#endif

namespace ktnas {

namespace {

constexpr std::size_t lanes = 16;
/// Rows added up in single precision before their sum goes into a double.
constexpr std::size_t block = 256;

using Lanes = std::array<float, lanes>;

/// A matrix of rows × channels numbers.
struct Shape {
    std::size_t rows = 0;
    std::size_t channels = 0;
};

/// sums[c] = Σ x, of every channel.
KTNAS_FOR_EVERY_PROCESSOR void addUp(const float* x, Shape shape, double* sums)
{
    for (std::size_t first = 0; first < shape.channels; first += lanes) {
        for (std::size_t begin = 0; begin < shape.rows; begin += block) {
            const std::size_t end = begin + block < shape.rows ? begin + block : shape.rows;
            Lanes part{};
            for (std::size_t row = begin; row < end; ++row) {
                const float* numbers = x + row * shape.channels + first;
                for (std::size_t i = 0; i < lanes; ++i)
                    part[i] += numbers[i];
            }
            for (std::size_t i = 0; i < lanes; ++i)
                sums[first + i] += static_cast<double>(part[i]);
        }
    }
}

/// sums[c] = Σ (x − mean[c])².
KTNAS_FOR_EVERY_PROCESSOR void addUpSquares(const float* x, Shape shape, const float* mean, double* sums)
{
    for (std::size_t first = 0; first < shape.channels; first += lanes) {
        for (std::size_t begin = 0; begin < shape.rows; begin += block) {
            const std::size_t end = begin + block < shape.rows ? begin + block : shape.rows;
            Lanes part{};
            for (std::size_t row = begin; row < end; ++row) {
                const float* numbers = x + row * shape.channels + first;
                for (std::size_t i = 0; i < lanes; ++i) {
                    const float difference = numbers[i] - mean[first + i];
                    part[i] += difference * difference;
                }
            }
            for (std::size_t i = 0; i < lanes; ++i)
                sums[first + i] += static_cast<double>(part[i]);
        }
    }
}

/// gradients[c] = Σ g and products[c] = Σ g·(x − mean[c]).
KTNAS_FOR_EVERY_PROCESSOR void addUpGradients(const float* g, const float* x, Shape shape, const float* mean,
                                              double* gradients, double* products)
{
    for (std::size_t first = 0; first < shape.channels; first += lanes) {
        for (std::size_t begin = 0; begin < shape.rows; begin += block) {
            const std::size_t end = begin + block < shape.rows ? begin + block : shape.rows;
            Lanes plain{};
            Lanes product{};
            for (std::size_t row = begin; row < end; ++row) {
                const std::size_t at = row * shape.channels + first;
                for (std::size_t i = 0; i < lanes; ++i) {
                    plain[i] += g[at + i];
                    product[i] += g[at + i] * (x[at + i] - mean[first + i]);
                }
            }
            for (std::size_t i = 0; i < lanes; ++i) {
                gradients[first + i] += static_cast<double>(plain[i]);
                products[first + i] += static_cast<double>(product[i]);
            }
        }
    }
}

/// y = (x − mean)·factor + shift, by channel.
KTNAS_FOR_EVERY_PROCESSOR void scaleAndShift(const float* x, Shape shape, const float* mean,
                                             const float* factor, const float* shift, float* y)
{
    for (std::size_t row = 0; row < shape.rows; ++row) {
        const std::size_t at = row * shape.channels;
        for (std::size_t c = 0; c < shape.channels; ++c)
            y[at + c] = (x[at + c] - mean[c]) * factor[c] + shift[c];
    }
}

/// y = (g − a − (x − mean)·b)·factor, by channel.
KTNAS_FOR_EVERY_PROCESSOR void inputGradient(const float* g, const float* x, Shape shape, const float* mean,
                                             const float* a, const float* b, const float* factor, float* y)
{
    for (std::size_t row = 0; row < shape.rows; ++row) {
        const std::size_t at = row * shape.channels;
        for (std::size_t c = 0; c < shape.channels; ++c)
            y[at + c] = (g[at + c] - a[c] - (x[at + c] - mean[c]) * b[c]) * factor[c];
    }
}

Shape shapeOf(const at::Tensor& x)
{
    const auto channels = static_cast<std::size_t>(x.size(1));
    return {static_cast<std::size_t>(x.numel()) / channels, channels};
}

at::Tensor channelsLast(const at::Tensor& x)
{
    return x.contiguous(at::MemoryFormat::ChannelsLast);
}

class BatchNormalisation final : public torch::autograd::Function<BatchNormalisation> {
public:
    static at::Tensor forward(torch::autograd::AutogradContext* context, const at::Tensor& x,
                              const at::Tensor& scale, const at::Tensor& shift, at::Tensor runningMean,
                              at::Tensor runningVariance, double momentum, double epsilon)
    {
        const Shape shape = shapeOf(x);
        const auto rows = static_cast<double>(shape.rows);
        const auto* input = x.data_ptr<float>();
        std::vector<double> sums(shape.channels);
        const at::Tensor mean = at::empty({x.size(1)}, x.options());
        const at::Tensor inverse = at::empty({x.size(1)}, x.options());
        std::vector<float> factor(shape.channels);
        auto* means = mean.data_ptr<float>();
        auto* inverses = inverse.data_ptr<float>();
        auto* oldMeans = runningMean.data_ptr<float>();
        auto* oldVariances = runningVariance.data_ptr<float>();
        addUp(input, shape, sums.data());
        for (std::size_t c = 0; c < shape.channels; ++c) {
            means[c] = static_cast<float>(sums[c] / rows);
            oldMeans[c] = static_cast<float>((1 - momentum) * oldMeans[c] + momentum * sums[c] / rows);
            sums[c] = 0;
        }
        addUpSquares(input, shape, means, sums.data());
        for (std::size_t c = 0; c < shape.channels; ++c) {
            // PyTorch normalises with the biased variance and remembers the unbiased one.
            oldVariances[c] =
                static_cast<float>((1 - momentum) * oldVariances[c] + momentum * sums[c] / (rows - 1));
            inverses[c] = static_cast<float>(1 / std::sqrt(sums[c] / rows + epsilon));
            factor[c] = inverses[c] * scale.data_ptr<float>()[c];
        }
        at::Tensor y = at::empty_like(x);
        scaleAndShift(input, shape, means, factor.data(), shift.data_ptr<float>(), y.data_ptr<float>());
        context->save_for_backward({x, scale, mean, inverse});
        return y;
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context,
                                                   torch::autograd::variable_list gradients)
    {
        const auto saved = context->get_saved_variables();
        const at::Tensor& x = saved[0];
        const at::Tensor g = channelsLast(gradients[0]);
        const Shape shape = shapeOf(x);
        const auto rows = static_cast<double>(shape.rows);
        const auto* means = saved[2].data_ptr<float>();
        const auto* inverses = saved[3].data_ptr<float>();
        std::vector<double> sums(shape.channels);
        std::vector<double> products(shape.channels);
        addUpGradients(g.data_ptr<float>(), x.data_ptr<float>(), shape, means, sums.data(), products.data());
        at::Tensor ofScale = at::empty_like(saved[1]);
        at::Tensor ofShift = at::empty_like(saved[1]);
        std::vector<float> a(shape.channels);
        std::vector<float> b(shape.channels);
        std::vector<float> factor(shape.channels);
        for (std::size_t c = 0; c < shape.channels; ++c) {
            const auto inverse = static_cast<double>(inverses[c]);
            ofScale.data_ptr<float>()[c] = static_cast<float>(products[c] * inverse);
            ofShift.data_ptr<float>()[c] = static_cast<float>(sums[c]);
            a[c] = static_cast<float>(sums[c] / rows);
            b[c] = static_cast<float>(products[c] / rows * inverse * inverse);
            factor[c] = inverses[c] * saved[1].data_ptr<float>()[c];
        }
        at::Tensor ofInput = at::empty_like(x);
        inputGradient(g.data_ptr<float>(), x.data_ptr<float>(), shape, means, a.data(), b.data(),
                      factor.data(), ofInput.data_ptr<float>());
        return {ofInput, ofScale, ofShift, at::Tensor(), at::Tensor(), at::Tensor(), at::Tensor()};
    }
};

} // namespace

bool isFastNormalisable(const at::Tensor& x)
{
    return x.is_cpu() && x.scalar_type() == at::kFloat && x.dim() == 4
        && x.size(1) % static_cast<std::int64_t>(lanes) == 0 && x.numel() > x.size(1)
        && x.is_contiguous(at::MemoryFormat::ChannelsLast);
}

at::Tensor batchNormalised(const at::Tensor& x, const at::Tensor& scale, const at::Tensor& shift,
                           const at::Tensor& runningMean, const at::Tensor& runningVariance, double momentum,
                           double epsilon)
{
    return BatchNormalisation::apply(x, scale, shift, runningMean, runningVariance, momentum, epsilon);
}

} // namespace ktnas
