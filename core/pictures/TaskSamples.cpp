// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/TaskSamples.h"

#include "core/base/Error.h"
#include "core/pictures/derive/LayoutBox.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ktnas {
namespace {

const LearningPart& partOf(const LearningTask& task, Split split)
{
    switch (split) {
    case Split::Train:
        return task.train;
    case Split::Valid:
        return task.valid;
    case Split::Test:
        return task.test;
    }
    KTNAS_ASSERT(false);
}

/// Planes of numbers as a picture; scale and shift bring them to 0 … 1.
SamplePicture pictureOf(const LearningTask& task, const float* planes, std::size_t channels, double scale,
                        double shift)
{
    SamplePicture picture{channels, task.height, task.width, {}};
    const std::size_t size = task.height * task.width;
    picture.pixels.resize(size * channels);
    for (std::size_t c = 0; c < channels; ++c) {
        for (std::size_t i = 0; i < size; ++i) {
            const double value = std::clamp(planes[c * size + i] * scale + shift, 0.0, 1.0);
            picture.pixels[i * channels + c] = static_cast<std::uint8_t>(std::lround(value * 255));
        }
    }
    return picture;
}

SampleBox boxOf(const float* answer)
{
    const LayoutBox box = layoutBox({answer[0], answer[1], answer[2], answer[3]});
    return {(box.centreX + 0.5 - box.width / 2) / 28, (box.centreY + 0.5 - box.height / 2) / 28,
            box.width / 28, box.height / 28};
}

} // namespace

std::vector<TaskSample> taskSamples(const LearningTask& task, Split split, std::size_t count)
{
    const LearningPart& part = partOf(task, split);
    const std::size_t inputSize = task.channels * task.height * task.width;
    std::vector<TaskSample> samples(std::min(count, part.count));
    for (std::size_t i = 0; i < samples.size(); ++i) {
        TaskSample& sample = samples[i];
        sample.input = pictureOf(task, part.inputs.data() + i * inputSize, task.channels, task.inputDeviation,
                                 task.inputMean);
        if (!part.labels.empty() && !task.answers.empty())
            sample.answer = task.answers.at(static_cast<std::size_t>(part.labels[i]));
        const float* answer = part.targets.data() + i * task.targetSize;
        switch (task.kind) {
        case TaskKind::Layout:
            sample.box = boxOf(answer);
            break;
        case TaskKind::Rotation:
            sample.angle = std::atan2(answer[0], answer[1]);
            break;
        case TaskKind::Segmentation:
            sample.target = pictureOf(task, answer, 1, 1, 0);
            break;
        case TaskKind::Normals:
            sample.target = pictureOf(task, answer, 3, 0.5, 0.5);
            break;
        case TaskKind::Autoencoder:
            sample.target = pictureOf(task, answer, task.channels, 1, 0);
            break;
        case TaskKind::Classes:
        case TaskKind::Tones:
        case TaskKind::ScrambledTones:
        case TaskKind::Jigsaw:
            break;
        }
    }
    return samples;
}

} // namespace ktnas
