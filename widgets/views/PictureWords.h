// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pictures/LearningTask.h"
#include "core/pictures/PictureSet.h"
#include "widgets/session/PictureShelf.h"

#include <QCoreApplication>
#include <QImage>
#include <QString>

namespace ktnas {

/// How image data sets and the tasks made of them are said and shown, the same in every view.
class PictureWords {
    Q_DECLARE_TR_FUNCTIONS(ktnas::PictureWords)

public:
    /// "MedMNIST archive (.npz)".
    static QString format(const PictureSet& set);
    /// "28 × 28 pixels, grey".
    static QString shape(const PictureSet& set);
    /// "Training", "Validation", "Test".
    static QString split(Split split);
    /// A problem in a sentence with its first example, and what to make of it where that is not plain.
    static QString problem(const PictureProblem& problem, const PictureSet& set);
    /// "Scrambled tones".
    static QString task(TaskKind kind);
    /// One sentence: what the network sees and what it has to say.
    static QString aim(TaskKind kind);
    /// What the sample's answer is in words; empty where it is a picture.
    static QString answer(const TaskSample& sample, TaskKind kind);
    /// "top-1 and mean probability of the true answer".
    static QString judgedBy(TaskKind kind);

    /// A picture of a set; pictures larger than `largest` are brought down to it.
    static QImage image(const PictureSet& set, const PicturePart& part, std::size_t row, int largest);
    static QImage image(const SamplePicture& picture);
};

} // namespace ktnas
