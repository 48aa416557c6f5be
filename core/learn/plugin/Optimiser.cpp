// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/plugin/Optimiser.h"

#include <ATen/ATen.h>

#include <cmath>
#include <numbers>
#include <utility>

namespace ktnas {

namespace {

constexpr double firstDecay = 0.9;
constexpr double secondDecay = 0.999;
constexpr double epsilon = 1e-8;

/// Half a cosine from `from` to `to` as x goes from 0 to 1.
double cosineBetween(double from, double to, double x)
{
    return to + (from - to) * (1 + std::cos(std::numbers::pi * x)) / 2;
}

} // namespace

double learningRate(const TrainingSettings& settings, std::uint64_t step, std::uint64_t steps)
{
    const double peak = settings.learningRate;
    const double warm = settings.warmUp * static_cast<double>(steps);
    const auto at = static_cast<double>(step);
    const double rest = at >= warm ? (at - warm) / (static_cast<double>(steps) - warm) : 0;
    switch (settings.schedule) {
    case TrainingSettings::Schedule::Constant:
        return at + 1 < warm ? peak * (at + 1) / warm : peak;
    case TrainingSettings::Schedule::Cosine:
        return at + 1 < warm ? peak * (at + 1) / warm : cosineBetween(peak, 0, rest);
    case TrainingSettings::Schedule::OneCycle: {
        const double start = peak / 25;
        return at < warm ? cosineBetween(start, peak, at / warm) : cosineBetween(peak, start / 1e4, rest);
    }
    }
    return peak;
}

Optimiser::Optimiser(const TrainingSettings& settings, at::Tensor parameters, at::Tensor gradients)
    : m_settings(settings)
    , m_parameters(std::move(parameters))
    , m_gradients(std::move(gradients))
{
    const bool isAdam = settings.optimiser == TrainingSettings::Optimiser::Adam;
    for (int i = 0; i < (isAdam ? 2 : 1); ++i)
        m_state.push_back(at::zeros_like(m_parameters));
}

void Optimiser::step(double rate)
{
    const at::NoGradGuard noGradients;
    ++m_steps;
    if (m_settings.weightDecay > 0)
        m_gradients.add_(m_parameters, m_settings.weightDecay);
    if (m_settings.optimiser == TrainingSettings::Optimiser::Adam) {
        const auto count = static_cast<double>(m_steps);
        const double firstBias = 1 - std::pow(firstDecay, count);
        const double secondBias = 1 - std::pow(secondDecay, count);
        m_state[0].mul_(firstDecay).add_(m_gradients, 1 - firstDecay);
        m_state[1].mul_(secondDecay).addcmul_(m_gradients, m_gradients, 1 - secondDecay);
        const at::Tensor denominator = m_state[1].sqrt().div_(std::sqrt(secondBias)).add_(epsilon);
        m_parameters.addcdiv_(m_state[0], denominator, -rate / firstBias);
        return;
    }
    // PyTorch's SGD starts the momentum with the first gradient; from zero this is the same.
    m_state[0].mul_(m_settings.momentum).add_(m_gradients);
    if (m_settings.nesterov)
        m_parameters.add_(m_gradients.add_(m_state[0], m_settings.momentum), -rate);
    else
        m_parameters.add_(m_state[0], -rate);
}

} // namespace ktnas
