// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/plugin/Proxies.h"

#include "core/base/Error.h"
#include "core/learn/plugin/Net.h"
#include "core/learn/plugin/Objective.h"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/autograd.h>

#include <algorithm>
#include <limits>

namespace ktnas {

namespace {

double number(const at::Tensor& tensor)
{
    return tensor.item<double>();
}

/// Gradients of a scalar for each of `of`; zeros where it does not depend on one.
std::vector<at::Tensor> gradients(const at::Tensor& value, const std::vector<at::Tensor>& of,
                                  bool differentiable)
{
    auto found = torch::autograd::grad({value}, of, {}, true, differentiable, true);
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (!found[i].defined())
            found[i] = at::zeros_like(of[i]);
    }
    return found;
}

std::vector<at::Tensor> weightsOf(const Net& net)
{
    std::vector<at::Tensor> weights;
    for (const Net::Layer& layer : net.layers()) {
        if (layer.weight.defined())
            weights.push_back(layer.weight);
    }
    return weights;
}

/// ½ · mean over pictures of (Σ over pixels of activation · gradient)², of each channel, times the weights of
/// the channel (Turner et al. 2020).
double fisher(const Net& net, const Trace& trace, const std::vector<at::Tensor>& outputGradients)
{
    double sum = 0;
    for (std::size_t i = 0; i < trace.weightedOutputs.size(); ++i) {
        at::Tensor product = trace.weightedOutputs[i] * outputGradients[i];
        if (product.dim() == 4)
            product = product.sum({2, 3});
        const at::Tensor& weight = net.layers()[trace.weightedLayers[i]].weight;
        sum += 0.5 * number(product.pow(2).mean(0).sum(at::kDouble))
            * static_cast<double>(weight.numel() / weight.size(0));
    }
    return sum;
}

struct GradientProxies {
    double snip = 0;
    double plain = 0;
    double gradNorm = 0;
    double l2Norm = 0;
    double grasp = 0;
    double fisher = 0;
    double activationCodes = 0;
};

GradientProxies gradientProxies(const Net& net, const at::Tensor& pictures, const at::Tensor& targets)
{
    const std::vector<at::Tensor> weights = weightsOf(net);
    Trace trace;
    const at::Tensor output = net.forward(pictures, Normalising::BatchOnly, &trace);
    const at::Tensor loss = lossOf(net.plan().task, output, targets);
    std::vector<at::Tensor> of = weights;
    of.insert(of.end(), trace.weightedOutputs.begin(), trace.weightedOutputs.end());
    const std::vector<at::Tensor> found = gradients(loss, of, true);

    GradientProxies result;
    at::Tensor product = at::zeros({}, pictures.options());
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const at::Tensor weighted = (weights[i] * found[i]).detach();
        result.snip += number(weighted.abs().sum(at::kDouble));
        result.plain += number(weighted.sum(at::kDouble));
        result.gradNorm += number(found[i].detach().norm());
        result.l2Norm += number(weights[i].detach().norm());
        // The first factor counts as a constant, so the derivative is the Hessian times the gradient.
        if (found[i].requires_grad())
            product = product + (found[i].detach() * found[i]).sum();
    }
    if (product.requires_grad()) {
        const std::vector<at::Tensor> hessian = gradients(product, weights, false);
        for (std::size_t i = 0; i < weights.size(); ++i)
            result.grasp -= number((weights[i].detach() * hessian[i]).sum(at::kDouble));
    }
    const at::NoGradGuard noGradients;
    result.fisher =
        fisher(net, trace, {found.begin() + static_cast<std::ptrdiff_t>(weights.size()), found.end()});
    result.activationCodes = activationCodes(trace.reluInputs);
    return result;
}

double jacobianProxy(const Net& net, const at::Tensor& pictures)
{
    at::Tensor input = pictures.detach().clone();
    input.requires_grad_(true);
    const at::Tensor output = net.forward(input, Normalising::BatchOnly);
    if (!output.requires_grad())
        return jacobianCovariance(at::zeros_like(input).flatten(1));
    return jacobianCovariance(gradients(output.sum(), {input}, false).front().flatten(1));
}

} // namespace

double synflow(const NetworkPlan& plan, std::uint64_t seed, const at::Device& device)
{
    const Net net(plan, {device, at::kDouble});
    net.initialise(seed);
    {
        const at::NoGradGuard noGradients;
        net.parameters().abs_();
    }
    const auto side = [](std::size_t pixels) { return static_cast<std::int64_t>(pixels); };
    const at::Tensor ones =
        at::ones({1, side(plan.task.channels), side(plan.task.height), side(plan.task.width)},
                 at::TensorOptions().dtype(at::kDouble).device(device));
    const at::Tensor total = net.forward(ones, Normalising::Off).sum();
    const std::vector<at::Tensor> weights = weightsOf(net);
    const std::vector<at::Tensor> found = gradients(total, weights, false);
    double sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += number((weights[i].detach() * found[i]).abs().sum());
    return sum;
}

double jacobianCovariance(const at::Tensor& jacobian)
{
    constexpr double small = 1e-5;
    const at::Tensor rows = jacobian.detach().to(at::kCPU).to(at::kDouble);
    const at::Tensor centred = rows - rows.mean(1, true);
    const at::Tensor covariance = centred.matmul(centred.t());
    const at::Tensor deviation = covariance.diagonal().sqrt();
    const at::Tensor correlation = covariance / (deviation.unsqueeze(0) * deviation.unsqueeze(1));
    if (!correlation.isfinite().all().item<bool>())
        return std::numeric_limits<double>::quiet_NaN();
    const at::Tensor values = at::linalg_eigvalsh(correlation) + small;
    return -number((values.log() + values.reciprocal()).sum());
}

double activationCodes(const std::vector<at::Tensor>& reluInputs)
{
    const at::NoGradGuard noGradients;
    at::Tensor kernel;
    for (const at::Tensor& input : reluInputs) {
        const at::Tensor code = input.detach().flatten(1).gt(0).to(at::kFloat);
        const at::Tensor other = 1 - code;
        // Counts of at most some hundred thousand: exact in single precision.
        const at::Tensor agreement = (code.matmul(code.t()) + other.matmul(other.t())).to(at::kDouble);
        kernel = kernel.defined() ? kernel + agreement : agreement;
    }
    if (!kernel.defined())
        return -std::numeric_limits<double>::infinity();
    return number(std::get<1>(at::linalg_slogdet(kernel.to(at::kCPU))));
}

std::vector<ProxyValue> proxiesOf(const NetworkPlan& plan, const LearningTask& data, std::uint64_t seed,
                                  std::uint32_t batch, const at::Device& device)
{
    const auto count = static_cast<std::int64_t>(std::min<std::size_t>(batch, data.train.count));
    if (count < 2)
        throw Error(ErrorCode::BadArgument)
            .inColumn("batch")
            .expecting("at least 2 training pictures")
            .butFound(std::to_string(count));
    if (plan.task != shapeOf(data))
        throw Error(ErrorCode::BadArgument)
            .inColumn("data")
            .expecting("pictures and answers of the network's shape")
            .butFound("the task “" + data.name + "” of another shape");
    const Net net(plan, {device, at::kFloat});
    net.initialise(seed);
    const DevicePart train = toDevice(data.train, data, device);
    const at::Tensor pictures = train.pictures.narrow(0, 0, count);
    const GradientProxies values = gradientProxies(net, pictures, train.targets.narrow(0, 0, count));
    const NetworkCost cost = networkCost(plan);
    return {{"synflow", synflow(plan, seed, device)},
            {"jacob_cov", jacobianProxy(net, pictures)},
            {"snip", values.snip},
            {"grasp", values.grasp},
            {"fisher", values.fisher},
            {"grad_norm", values.gradNorm},
            {"nwot", values.activationCodes},
            {"l2_norm", values.l2Norm},
            {"plain", values.plain},
            {"params", static_cast<double>(cost.parameters)},
            {"flops", static_cast<double>(cost.multiplyAdds)}};
}

} // namespace ktnas
