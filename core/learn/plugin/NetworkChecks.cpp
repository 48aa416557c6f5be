// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/plugin/NetworkChecks.h"

#include "core/base/Random.h"
#include "core/learn/plugin/Net.h"
#include "core/learn/plugin/Objective.h"
#include "core/learn/plugin/Proxies.h"
#include "core/learn/plugin/TorchTraining.h"
#include "core/space/Space.h"

#include <ATen/ATen.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <string_view>

namespace ktnas {

namespace {

// Chosen beforehand. A GPU adds in another order than a CPU.
constexpr double gradientTolerance = 1e-4;
constexpr double deviceTolerance = 2e-3;

/// A small task of made-up pictures whose answers follow from the pictures.
std::shared_ptr<const LearningTask> madeUpTask(HeadKind head, LossKind loss, std::size_t side)
{
    auto task = std::make_shared<LearningTask>();
    task->name = "made up";
    task->head = head;
    task->loss = loss;
    task->channels = 3;
    task->height = side;
    task->width = side;
    task->outputs = loss == LossKind::CrossEntropy ? 4 : 3;
    task->codeSize = head == HeadKind::Code ? 6 : 0;
    task->checksum = "made up";
    const std::size_t pixels = side * side;
    task->targetSize = loss == LossKind::CrossEntropy ? 0
        : head == HeadKind::Numbers                   ? task->outputs
                                                      : 3 * pixels;
    const auto fill = [&](LearningPart& part, std::size_t count, std::uint32_t slot) {
        Stream stream({2, Purpose::Test, static_cast<std::uint16_t>(side), 0, slot});
        part.count = count;
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint32_t label = stream.below(4);
            const std::size_t begin = part.inputs.size();
            for (std::size_t p = 0; p < 3 * pixels; ++p)
                part.inputs.push_back(
                    static_cast<float>(0.5 * stream.normal() + (p * 4 / (3 * pixels) == label ? 1 : 0)));
            if (loss == LossKind::CrossEntropy)
                part.labels.push_back(static_cast<std::int32_t>(label));
            for (std::size_t t = 0; t < task->targetSize; ++t) {
                const double x = static_cast<double>(part.inputs[begin + t % (3 * pixels)]);
                part.targets.push_back(
                    static_cast<float>(loss == LossKind::BinaryCrossEntropy ? (x > 0.5) : x));
            }
        }
    };
    fill(task->train, 32, 0);
    fill(task->valid, 16, 1);
    fill(task->test, 16, 2);
    return task;
}

/// Layers with the weights of convolutions of a cell of the small skeleton, by stage.
std::vector<std::vector<std::size_t>> unitLayers(const NetworkPlan& plan)
{
    std::vector<std::vector<std::size_t>> stages;
    std::size_t layer = 1; // behind the stem
    for (std::size_t stage = 0; stage < plan.skeleton.channels.size(); ++stage) {
        layer += stage > 0 ? 1 : 0; // the transition
        std::vector<std::size_t>& layers = stages.emplace_back();
        for (const CellProgram::Unit& unit : plan.cell.units) {
            if (unit.family == OperationFamily::Conv3x3 || unit.family == OperationFamily::Conv1x1)
                layers.push_back(layer++);
        }
    }
    return stages;
}

/// Whether some way to hand the weights of `plain` to the units of `canonical` makes both one function.
bool areOneFunction(const NetworkPlan& plain, const NetworkPlan& canonical, const at::Device& device)
{
    const at::NoGradGuard noGradients;
    const Net from(plain, {device});
    const Net to(canonical, {device});
    from.initialise(1);
    to.initialise(1); // stem, transition and head are alike by their places
    const auto sources = unitLayers(plain);
    const auto targets = unitLayers(canonical);
    const at::Tensor pictures = drawn({4, 3, 8, 8}, 9).to(device);
    const at::Tensor expected = from.forward(pictures, Normalising::BatchOnly);
    std::vector<std::size_t> order(sources.front().size());
    std::iota(order.begin(), order.end(), 0);
    do {
        bool fits = true;
        for (std::size_t stage = 0; stage < targets.size(); ++stage) {
            for (std::size_t i = 0; fits && i < targets[stage].size(); ++i) {
                const at::Tensor& weight = from.layers()[sources[stage][order[i]]].weight;
                const at::Tensor& target = to.layers()[targets[stage][i]].weight;
                fits = weight.sizes() == target.sizes();
                if (fits)
                    target.copy_(weight);
            }
        }
        if (fits && distance(to.forward(pictures, Normalising::BatchOnly), expected) < 1e-4)
            return true;
    } while (std::next_permutation(order.begin(), order.end()));
    return false;
}

} // namespace

at::Tensor drawn(const std::vector<std::int64_t>& sizes, std::uint32_t slot)
{
    at::Tensor result = at::empty(sizes, at::kFloat);
    Stream stream({1, Purpose::Test, 0, 0, slot});
    auto* next = result.data_ptr<float>();
    for (std::int64_t i = 0; i < result.numel(); ++i)
        *next++ = static_cast<float>(stream.normal());
    return result;
}

double distance(const at::Tensor& a, const at::Tensor& b)
{
    const at::Tensor left = a.detach().to(at::kCPU).to(at::kDouble);
    const at::Tensor right = b.detach().to(at::kCPU).to(at::kDouble);
    if (left.sizes() != right.sizes())
        return std::numeric_limits<double>::infinity();
    const double scale = std::max(right.abs().max().item<double>(), 1.0);
    const double worst = (left - right).abs().max().item<double>() / scale;
    return std::isfinite(worst) ? worst : std::numeric_limits<double>::infinity();
}

std::vector<NetworkCase> networkCases()
{
    const auto micro = spaceById("micro-4op");
    const auto large = spaceById("nas-bench-201");
    const auto strided = spaceById("transnas-bench-101-micro");
    const CellProgram small = canonicalProgram(*micro, Cell({3, 2, 1, 3, 1, 2}));
    const Skeleton narrow{Skeleton::Kind::Small, {16, 32}, 1};
    std::vector<NetworkCase> cases;
    const auto add = [&](std::string name, const CellProgram& cell, const Skeleton& skeleton, HeadKind head,
                         LossKind loss, std::size_t side) {
        auto data = madeUpTask(head, loss, side);
        cases.push_back({std::move(name), {cell, skeleton, shapeOf(*data)}, std::move(data)});
    };
    add("small, classes", small, narrow, HeadKind::Classes, LossKind::CrossEntropy, 10);
    add("small, tiles", small, narrow, HeadKind::TileClasses, LossKind::CrossEntropy, 14);
    add("small, numbers", small, narrow, HeadKind::Numbers, LossKind::MeanSquares, 10);
    add("small, mask", small, narrow, HeadKind::Map, LossKind::BinaryCrossEntropy, 10);
    add("small, directions", small, narrow, HeadKind::Map, LossKind::Cosine, 14);
    add("small, picture", small, narrow, HeadKind::Map, LossKind::MeanSquares, 11);
    add("small, code", small, narrow, HeadKind::Code, LossKind::MeanSquares, 10);
    add("small, zero cell", canonicalProgram(*micro, Cell({0, 0, 0, 0, 0, 0})), narrow, HeadKind::Classes,
        LossKind::CrossEntropy, 10);
    add("NAS-Bench-201", plainProgram(*large, Cell({3, 2, 4, 1, 4, 3})),
        {Skeleton::Kind::NasBench201, {8, 16, 32}, 2}, HeadKind::Classes, LossKind::CrossEntropy, 12);
    add("NAS-Bench-201, dead branch", plainProgram(*large, Cell({0, 0, 3, 1, 2, 0})),
        {Skeleton::Kind::NasBench201, {8, 16}, 1}, HeadKind::Classes, LossKind::CrossEntropy, 12);
    add("TransNAS micro", plainProgram(*strided, Cell({1, 3, 2, 1, 1, 3})),
        {Skeleton::Kind::TransNasMicro, {16, 16, 32}, 2}, HeadKind::Classes, LossKind::CrossEntropy, 23);
    return cases;
}

std::pair<bool, std::string> gradientCheck(const NetworkCase& each, const at::Device& device)
{
    const Net net(each.plan, {device, at::kDouble});
    net.initialise(5);
    const DevicePart part = toDevice(each.data->train, *each.data, device);
    const at::Tensor pictures = part.pictures.narrow(0, 0, 8).to(at::kDouble);
    at::Tensor targets = part.targets.narrow(0, 0, 8);
    if (each.plan.task.loss != LossKind::CrossEntropy)
        targets = targets.to(at::kDouble);
    const auto loss = [&] {
        return lossOf(each.plan.task, net.forward(pictures, Normalising::BatchOnly), targets);
    };
    net.gradients().zero_();
    loss().backward();
    const at::NoGradGuard noGradients;
    const at::Tensor direction = drawn({net.parameters().numel()}, 7).to(at::kDouble).to(device);
    const double slope = (net.gradients() * direction).sum().item<double>();
    constexpr double step = 1e-7;
    net.parameters().add_(direction, step);
    const double above = loss().item<double>();
    net.parameters().add_(direction, -2 * step);
    const double below = loss().item<double>();
    const double measured = (above - below) / (2 * step);
    return {std::abs(slope - measured) <= gradientTolerance * std::max(std::abs(slope), 1.0),
            fmt::format("{:.8g}, by differences {:.8g}", slope, measured)};
}

std::pair<bool, std::string> proxiesCheck(const NetworkCase& each, const at::Device& device)
{
    std::string bad;
    for (const ProxyValue& proxy : proxiesOf(each.plan, *each.data, 1, 16, device)) {
        // A network that ignores its pictures has no Jacobian, and one with few ReLUs no full code.
        const bool mayFail = proxy.name == "jacob_cov" || proxy.name == "nwot";
        if (!std::isfinite(proxy.value) && !mayFail)
            bad += proxy.name + ' ';
    }
    return {bad.empty(), bad.empty() ? "all are numbers" : "not a number: " + bad};
}

std::pair<bool, std::string> evaluationCheck(const NetworkCase& each, const at::Device& device)
{
    const Net net(each.plan, {device});
    net.initialise(3);
    const DevicePart part = toDevice(each.data->train, *each.data, device);
    const at::NoGradGuard noGradients;
    for (int i = 0; i < 5; ++i)
        static_cast<void>(net.forward(part.pictures, Normalising::Batch));
    Trace trace;
    const double worst = distance(net.forward(part.pictures, Normalising::Running),
                                  net.forward(part.pictures, Normalising::Running, &trace));
    return {worst <= 1e-4, fmt::format("folded and plain normalisation differ by {:.1e}", worst)};
}

std::pair<bool, std::string> trainingCheck(const NetworkCase& each, const at::Device& device)
{
    TrainingSettings settings;
    settings.batch = 8;
    settings.passes = 8UL * 24;
    settings.learningRate = 3e-3;
    const auto start = [&](std::string_view checkpoint) {
        return TorchTraining(each.plan, settings, each.data, device, "", checkpoint);
    };
    TorchTraining whole = start({});
    while (whole.advance(1000)) { }
    std::string checkpoint;
    for (bool more = true; more;) {
        TorchTraining piece = start(checkpoint);
        more = piece.advance(7);
        checkpoint = piece.checkpoint();
    }
    const TorchTraining pieces = start(checkpoint);
    const TrainingOutcome& a = whole.outcome();
    const TrainingOutcome& b = pieces.outcome();
    const bool isSame = a.weightsHash == b.weightsHash && a.valid.loss == b.valid.loss
        && a.test.likelihood == b.test.likelihood && a.lossEighths == b.lossEighths;
    // The zero network cannot see what it is shown.
    const bool learns =
        a.failure.empty() && (each.plan.cell.output.empty() || a.lossEighths.back() < a.lossEighths.front());
    return {isSame && learns,
            a.failure.empty()
                ? fmt::format("loss {:.4f} to {:.4f}, {}", a.lossEighths.front(), a.lossEighths.back(),
                              isSame ? "the same in pieces" : "another in pieces")
                : a.failure};
}

std::pair<bool, std::string> likeTheCpuCheck(const NetworkCase& each, const at::Device& device)
{
    const auto passed = [&](const at::Device& place) {
        const Net net(each.plan, {place});
        net.initialise(3);
        const DevicePart part = toDevice(each.data->train, *each.data, place);
        const at::Tensor output = net.forward(part.pictures, Normalising::Batch);
        lossOf(each.plan.task, output, part.targets).backward();
        Judge judge(each.plan.task);
        judge.add(output.detach(), part.targets);
        const Judgement judgement = judge.judgement();
        const at::Tensor numbers = at::empty({3}, at::kDouble);
        numbers[0] = judgement.loss;
        numbers[1] = judgement.named;
        numbers[2] = judgement.likelihood;
        return std::vector<at::Tensor>{output, net.gradients(), net.statistics(), numbers};
    };
    const auto there = passed(device);
    const auto cpu = passed(at::Device(at::kCPU));
    double worst = 0;
    for (std::size_t i = 0; i < cpu.size(); ++i)
        worst = std::max(worst, distance(there[i], cpu[i]));
    return {worst <= deviceTolerance,
            fmt::format("output, gradient, statistics and metrics differ by {:.1e}", worst)};
}

Finding twinsCheck(const at::Device& device)
{
    const auto space = spaceById("nas-bench-201");
    const Skeleton small{Skeleton::Kind::Small, {8, 16}, 1};
    TaskShape task;
    task.channels = 3;
    task.height = 8;
    task.width = 8;
    std::size_t count = 0;
    std::size_t removed = 0;
    Stream stream({3, Purpose::Test, 0, 0, 0});
    while (count < 40) {
        const Cell cell = space->random(stream);
        const auto genes = cell.genes();
        if (std::count_if(genes.begin(), genes.end(),
                          [](std::uint8_t gene) { return gene == 2 || gene == 3; })
            > 4)
            continue;
        const NetworkPlan plain{plainProgram(*space, cell), small, task};
        const NetworkPlan canonical{canonicalProgram(*space, cell), small, task};
        if (!areOneFunction(plain, canonical, device))
            return {false, "the program of " + space->format(cell) + " is another function"};
        removed += plain.cell.units.size() - canonical.cell.units.size();
        ++count;
    }
    return {removed > 0,
            fmt::format("{} cells and their canonical programs agree, {} units saved", count, removed)};
}

} // namespace ktnas
