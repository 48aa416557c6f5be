// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/plugin/Selfcheck.h"

#include "core/base/Error.h"
#include "core/learn/plugin/Batches.h"
#include "core/learn/plugin/FastNormalisation.h"
#include "core/learn/plugin/Net.h"
#include "core/learn/plugin/NetworkChecks.h"
#include "core/learn/plugin/Objective.h"
#include "core/learn/plugin/Optimiser.h"
#include "core/learn/plugin/Proxies.h"
#include "core/learn/plugin/Runtime.h"

#include <ATen/ATen.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace ktnas {

namespace {

// Chosen beforehand: single precision has seven digits.
constexpr double handTolerance = 1e-5;

at::TensorOptions floats(const at::Device& device)
{
    return at::TensorOptions().dtype(at::kFloat).device(device);
}

at::Tensor tensor(const std::vector<double>& numbers, const std::vector<std::int64_t>& sizes,
                  const at::Device& device)
{
    return at::from_blob(const_cast<double*>(numbers.data()), sizes, at::kDouble).to(at::kFloat).to(device);
}

class Checker {
public:
    Checker(at::Device device, std::stop_token stop)
        : m_device(device)
        , m_stop(std::move(stop))
    {
    }

    std::vector<LearnerCheck> run()
    {
        losses();
        metrics();
        optimisers();
        normalisation();
        augmentation();
        proxyFormulas();
        for (const NetworkCase& each : networkCases())
            network(each);
        check("functional twins", [&] { return twinsCheck(m_device); });
        return std::move(m_results);
    }

private:
    /// Adds a check; what it throws is a failure with its reason.
    void check(const std::string& name, const std::function<std::pair<bool, std::string>()>& work)
    {
        if (m_stop.stop_requested())
            throw Error(ErrorCode::Cancelled);
        LearnerCheck result{name, false, ""};
        try {
            std::tie(result.ok, result.detail) = translated(work);
        } catch (const Error& error) {
            result.detail = describe(error);
        }
        m_results.push_back(std::move(result));
    }

    void near(const std::string& name, const std::function<std::pair<double, double>()>& work,
              double tolerance = handTolerance)
    {
        check(name, [&] {
            const auto [found, expected] = work();
            return std::pair(std::abs(found - expected) <= tolerance,
                             fmt::format("{:.8g}, expected {:.8g}", found, expected));
        });
    }

    at::Tensor here(const std::vector<double>& numbers, const std::vector<std::int64_t>& sizes) const
    {
        return tensor(numbers, sizes, m_device);
    }
    at::Tensor labels(std::int64_t label) const
    {
        return at::full({1}, label, at::TensorOptions().dtype(at::kLong).device(m_device));
    }

    static TaskShape shape(HeadKind head, LossKind loss)
    {
        TaskShape task;
        task.head = head;
        task.loss = loss;
        return task;
    }

    // With logits 0 and ln 3, the classes have the probabilities 1/4 and 3/4.
    void losses()
    {
        const TaskShape classes = shape(HeadKind::Classes, LossKind::CrossEntropy);
        near("cross-entropy", [&] {
            const at::Tensor logits = here({0, std::log(3.0)}, {1, 2});
            return std::pair(lossOf(classes, logits, labels(0)).item<double>(), std::log(4.0));
        });
        near("mean squares", [&] {
            const TaskShape task = shape(HeadKind::Numbers, LossKind::MeanSquares);
            return std::pair(lossOf(task, here({1, 4}, {1, 2}), here({0, 2}, {1, 2})).item<double>(), 2.5);
        });
        near("binary cross-entropy", [&] {
            const TaskShape task = shape(HeadKind::Map, LossKind::BinaryCrossEntropy);
            const at::Tensor logits = here({0, std::log(3.0)}, {1, 1, 1, 2});
            return std::pair(lossOf(task, logits, here({1, 0}, {1, 1, 1, 2})).item<double>(),
                             (std::log(2.0) + std::log(4.0)) / 2);
        });
        near("cosine", [&] {
            const TaskShape task = shape(HeadKind::Map, LossKind::Cosine);
            const at::Tensor found = here({3, 0, 0}, {1, 3, 1, 1});
            return std::pair(lossOf(task, found, here({1, 1, 0}, {1, 3, 1, 1})).item<double>(),
                             1 - std::numbers::sqrt2 / 2);
        });
    }

    void metrics()
    {
        const auto judged = [](const TaskShape& task, const at::Tensor& output, const at::Tensor& targets) {
            Judge judge(task);
            judge.add(output, targets);
            return judge.judgement();
        };
        const TaskShape classes = shape(HeadKind::Classes, LossKind::CrossEntropy);
        near("top-1", [&] {
            const at::Tensor logits = here({0, std::log(3.0)}, {1, 2});
            return std::pair(judged(classes, logits, labels(0)).named
                                 + 10 * judged(classes, logits, labels(1)).named,
                             10.0);
        });
        near("probability of the true class", [&] {
            return std::pair(judged(classes, here({0, std::log(3.0)}, {1, 2}), labels(1)).likelihood, 0.75);
        });
        near("foreground IoU", [&] {
            // Found 1, 2, 3; true 2, 3, 4: two of four.
            const TaskShape task = shape(HeadKind::Map, LossKind::BinaryCrossEntropy);
            return std::pair(
                judged(task, here({2, 1, 3, -1}, {1, 1, 2, 2}), here({0, 1, 1, 1}, {1, 1, 2, 2})).named, 0.5);
        });
        near("similarity of flat pictures", [&] {
            const at::Tensor a = at::full({1, 1, 7, 7}, 0.5, floats(m_device));
            const at::Tensor b = at::full({1, 1, 7, 7}, 0.25, floats(m_device));
            return std::pair(structuralSimilarity(a, b).item<double>(),
                             (2 * 0.5 * 0.25 + 1e-4) / (0.25 + 0.0625 + 1e-4));
        });
        near("similarity of opposites", [&] {
            // One 5 × 5 window with 12 ones and 13 zeros, and its negative: mean, variance and covariance are
            // 12/25, 156/625 and −156/625 against 13/25.
            std::vector<double> ones(25);
            for (std::size_t i = 0; i < ones.size(); ++i)
                ones[i] = i % 2 == 0 ? 0 : 1;
            const at::Tensor a = here(ones, {1, 1, 5, 5});
            const double means = 2 * 0.48 * 0.52 + 1e-4;
            const double squares = 0.48 * 0.48 + 0.52 * 0.52 + 1e-4;
            const double expected = means * (9e-4 - 2 * 0.2496) / (squares * (2 * 0.2496 + 9e-4));
            return std::pair(structuralSimilarity(a, 1 - a).item<double>(), expected);
        });
        near("mean cosine", [&] {
            const TaskShape task = shape(HeadKind::Map, LossKind::Cosine);
            return std::pair(
                judged(task, here({3, 0, 0}, {1, 3, 1, 1}), here({0.6, 0.8, 0}, {1, 3, 1, 1})).likelihood,
                0.6);
        });
    }

    void optimisers()
    {
        const auto stepped = [&](TrainingSettings settings, int steps) {
            const at::Tensor parameter = here({1}, {1});
            const at::Tensor gradient = here({0.5}, {1});
            Optimiser optimiser(settings, parameter, gradient);
            for (int i = 0; i < steps; ++i) {
                gradient.fill_(0.5);
                optimiser.step(0.1);
            }
            return parameter.item<double>();
        };
        TrainingSettings settings;
        // With a constant gradient, Adam goes by the rate each step.
        near("Adam", [&] { return std::pair(stepped(settings, 2), 0.8); });
        settings.optimiser = TrainingSettings::Optimiser::Sgd;
        settings.nesterov = false;
        // Momenta 0.5 and 0.95.
        near("SGD with momentum", [&] { return std::pair(stepped(settings, 2), 1 - 0.1 * (0.5 + 0.95)); });
        settings.nesterov = true;
        near("SGD with Nesterov's momentum",
             [&] { return std::pair(stepped(settings, 2), 1 - 0.1 * (0.5 + 0.45 + 0.5 + 0.9 * 0.95)); });
        settings.weightDecay = 0.1;
        near("weight decay", [&] { return std::pair(stepped(settings, 1), 1 - 0.1 * 1.9 * 0.6); });
    }

    void normalisation()
    {
        check("batch normalisation", [&] {
            const at::Tensor start = drawn({6, 16, 3, 3}, 1).contiguous(at::MemoryFormat::ChannelsLast);
            const at::Tensor direction = drawn({6, 16, 3, 3}, 2);
            const auto passed = [&](bool fast) {
                at::Tensor x = start.clone() + 3;
                x.requires_grad_(true);
                at::Tensor scale = drawn({16}, 3);
                at::Tensor shift = drawn({16}, 4);
                scale.requires_grad_(true);
                shift.requires_grad_(true);
                const at::Tensor mean = at::zeros({16});
                const at::Tensor variance = at::ones({16});
                const at::Tensor y = fast
                    ? batchNormalised(x, scale, shift, mean, variance, 0.1, 1e-5)
                    : at::batch_norm(x, scale, shift, mean, variance, true, 0.1, 1e-5, false);
                (y * direction).sum().backward();
                return std::vector<at::Tensor>{y, x.grad(), scale.grad(), shift.grad(), mean, variance};
            };
            const auto ours = passed(true);
            const auto theirs = passed(false);
            double worst = 0;
            for (std::size_t i = 0; i < ours.size(); ++i)
                worst = std::max(worst, distance(ours[i], theirs[i]));
            return std::pair(worst <= handTolerance,
                             fmt::format("ours and LibTorch's differ by {:.1e}", worst));
        });
    }

    void augmentation()
    {
        check("augmentation", [&] {
            TrainingSettings settings;
            settings.mirror = true;
            settings.cropPadding = 1;
            const at::Tensor pictures = drawn({64, 2, 4, 5}, 5).to(m_device);
            const at::Tensor changed = augmented(settings, 0, pictures).to(at::kCPU);
            const at::Tensor padded = at::constant_pad_nd(pictures.to(at::kCPU), {1, 1, 1, 1});
            // Every result is one of the 18 pictures that can come out, and many of them do.
            std::vector<std::int64_t> seen(18, 0);
            for (std::int64_t i = 0; i < pictures.size(0); ++i) {
                bool found = false;
                for (std::int64_t k = 0; k < 18 && !found; ++k) {
                    at::Tensor crop = padded[i].slice(1, k / 3 % 3, k / 3 % 3 + 4).slice(2, k % 3, k % 3 + 5);
                    if (k >= 9)
                        crop = crop.flip(2);
                    found = at::equal(crop, changed[i]);
                    seen[static_cast<std::size_t>(k)] += found ? 1 : 0;
                }
                if (!found)
                    return std::pair(false, fmt::format("picture {} is no crop of its original", i));
            }
            const auto kinds = std::count_if(seen.begin(), seen.end(), [](std::int64_t n) { return n > 0; });
            settings = {};
            settings.cutout = 2;
            const at::Tensor cut = augmented(settings, 0, at::ones_like(pictures)).to(at::kCPU);
            const double zeros = cut.eq(0).to(at::kDouble).sum().item<double>() / 64 / 2;
            return std::pair(kinds >= 12 && zeros > 1 && zeros <= 4,
                             fmt::format("{} of 18 crops, {:.2f} pixels cut out", kinds, zeros));
        });
    }

    void proxyFormulas()
    {
        near("jacob_cov", [&] {
            // Two rows of correlation 0.5: eigenvalues 1.5 and 0.5.
            const at::Tensor rows = here({1, -1, 0, 0, 1, 0, -1, 0}, {2, 4});
            const auto term = [](double value) { return std::log(value + 1e-5) + 1 / (value + 1e-5); };
            return std::pair(jacobianCovariance(rows), -(term(1.5) + term(0.5)));
        });
        near("nwot", [&] {
            // Codes 110 and 100 agree in two of three: det (3 2; 2 3) = 5.
            return std::pair(activationCodes({here({1, 2, -1, 1, -2, -1}, {2, 3})}), std::log(5.0));
        });
    }

    void network(const NetworkCase& each)
    {
        check(each.name + ": parameters", [&] {
            const auto counted = networkCost(each.plan).parameters;
            const auto built = static_cast<std::uint64_t>(Net(each.plan, {m_device}).parameters().numel());
            return std::pair(counted == built, fmt::format("{} counted, {} built", counted, built));
        });
        check(each.name + ": gradient", [&] { return gradientCheck(each, m_device); });
        check(each.name + ": proxies", [&] { return proxiesCheck(each, m_device); });
        check(each.name + ": evaluation", [&] { return evaluationCheck(each, m_device); });
        check(each.name + ": training", [&] { return trainingCheck(each, m_device); });
        if (!m_device.is_cpu())
            check(each.name + ": like the CPU", [&] { return likeTheCpuCheck(each, m_device); });
    }

    at::Device m_device;
    std::stop_token m_stop;
    std::vector<LearnerCheck> m_results;
};

} // namespace

std::vector<LearnerCheck> runSelfcheck(const at::Device& device, std::stop_token stop)
{
    std::vector<LearnerCheck> results = Checker(at::Device(at::kCPU), stop).run();
    if (!device.is_cpu()) {
        for (LearnerCheck& check : Checker(device, std::move(stop)).run()) {
            check.name += " on " + device.str();
            results.push_back(std::move(check));
        }
    }
    return results;
}

} // namespace ktnas
