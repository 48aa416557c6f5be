// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/api/Network.h"
#include "core/pictures/LearningTask.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ktnas {

/// How a network is trained. Defaults: the built-in benchmark's recipe.
struct TrainingSettings {
    enum class Optimiser : std::uint8_t { Adam, Sgd };
    enum class Schedule : std::uint8_t { Constant, Cosine, OneCycle };
    Optimiser optimiser = Optimiser::Adam;
    Schedule schedule = Schedule::Cosine;
    double learningRate = 6e-3; ///< the peak
    double warmUp = 0.15; ///< share of the steps over which the rate rises linearly from 0
    double momentum = 0.9; ///< SGD only
    bool nesterov = true; ///< SGD only
    double weightDecay = 0;
    double averaging = 0; ///< decay of the exponential moving average of weights, 0: none
    std::uint32_t batch = 64;
    std::uint64_t passes = 12'288; ///< pictures seen in all; passes / batch steps
    bool mirror = false; ///< augmentation: random left-right mirror
    std::uint32_t cropPadding = 0; ///< augmentation: zeros around the picture before a random crop
    std::uint32_t cutout = 0; ///< augmentation: side of the square set to zero
    std::uint64_t seed = 0; ///< decides initial weights, order of pictures, augmentation
    /// Shares of the training after which the validation value is taken on the first curveRows pictures.
    std::vector<double> curveAt{0.25, 0.5, 0.75};
    std::uint32_t curveRows = 2'000;
    friend bool operator==(const TrainingSettings&, const TrainingSettings&) = default;
};

/// A network judged on one split. `named` is the metric that people know, `likelihood` the smooth one that
/// ranks networks reliably. By the loss, with the better direction:
/// - CrossEntropy: share of pictures whose class scores highest, up; mean probability of the class, up.
/// - MeanSquares with head Numbers: mean squared error, down; the same.
/// - MeanSquares with pictures: SSIM (box of 5 × 5 pixels, range 1), up; mean squared error, down.
/// - BinaryCrossEntropy: foreground IoU at logit > 0, pixels of all pictures pooled, up; the loss, down.
/// - Cosine: SSIM of the first two components (box of 5 × 5, range 1), up; mean cosine, up.
struct Judgement {
    std::uint64_t pictures = 0;
    double loss = 0; ///< mean loss per picture
    double named = 0;
    double likelihood = 0;
};

/// What came out of one training. Values are as measured; a training that diverged has a reason and no
/// judgements.
struct TrainingOutcome {
    std::string failure; ///< empty: it ended well; else why not ("loss is not a number at step 31")
    std::vector<double> lossEighths; ///< mean training loss in each eighth of the steps
    std::vector<Judgement> curve; ///< at TrainingSettings::curveAt, on validation pictures
    Judgement valid;
    Judgement test;
    std::uint64_t parameters = 0; ///< of the network as built
    double trainSeconds = 0; ///< processor time on a CPU, wall time on a GPU
    double judgeSeconds = 0;
    std::string weightsHash; ///< SHA-256 of all parameters and running statistics
    std::string device; ///< "cpu", "cuda:0 NVIDIA H100"
    std::string library; ///< "LibTorch 1.13.1"
};

/// One training under way, as a stepper. Not thread-safe; lives on one thread. Same plan, settings and data:
/// same bits on one device and library, in pieces or at once, through a checkpoint or not.
class Training {
public:
    virtual ~Training() = default;
    /// Goes on by at most `steps` optimiser steps; judging at the end and at curve points counts as one.
    /// Returns false when the outcome is there. Throws OutOfMemory (CPU or GPU).
    virtual bool advance(std::uint32_t steps) = 0;
    virtual bool done() const = 0;
    /// Share of the work done, 0 … 1.
    virtual double progress() const = 0;
    /// The outcome so far: parts of it fill in as the training goes; whole once done().
    virtual const TrainingOutcome& outcome() const = 0;
    /// Everything needed to go on: weights, statistics, optimiser, position. For startTraining() with the
    /// same plan, settings and data.
    virtual std::string checkpoint() const = 0;
};

} // namespace ktnas
