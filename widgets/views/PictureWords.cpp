// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/PictureWords.h"

#include "core/base/Error.h"
#include "widgets/style/Numbers.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace ktnas {
namespace {

/// Of three planes or one, `stride` bytes from channel to channel and `step` from pixel to pixel.
QImage imageOf(const std::uint8_t* pixels, std::size_t channels, std::size_t width, std::size_t height,
               std::size_t stride, std::size_t step)
{
    QImage image(static_cast<int>(width), static_cast<int>(height), QImage::Format_RGB32);
    for (std::size_t y = 0; y < height; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(static_cast<int>(y)));
        for (std::size_t x = 0; x < width; ++x) {
            const std::uint8_t* pixel = pixels + (y * width + x) * step;
            const bool isColour = channels >= 3;
            line[x] = qRgb(pixel[0], pixel[isColour ? stride : 0], pixel[isColour ? 2 * stride : 0]);
        }
    }
    return image;
}

} // namespace

QString PictureWords::format(const PictureSet& set)
{
    const std::string& format = set.format;
    if (format == "idx")
        return tr("IDX files, as MNIST has them");
    if (format == "cifar10-binary" || format == "cifar100-binary")
        return tr("CIFAR, binary version");
    if (format == "cifar10-python" || format == "cifar100-python")
        return tr("CIFAR, Python version");
    if (format == "medmnist-npz")
        return tr("MedMNIST archive (.npz)");
    if (format == "image-folder")
        return tr("Folders of PNG or JPEG files");
    return QString::fromStdString(format);
}

QString PictureWords::shape(const PictureSet& set)
{
    const QString size = formatCount(static_cast<std::int64_t>(set.width)) % QStringLiteral(" × ")
        % formatCount(static_cast<std::int64_t>(set.height));
    return set.channels >= 3 ? tr("%1 pixels, colour").arg(size) : tr("%1 pixels, grey").arg(size);
}

QString PictureWords::split(Split split)
{
    switch (split) {
    case Split::Train:
        return tr("Training");
    case Split::Valid:
        return tr("Validation");
    case Split::Test:
        return tr("Test");
    }
    return {};
}

QString PictureWords::problem(const PictureProblem& problem, const PictureSet& set)
{
    using Kind = PictureProblem::Kind;
    const auto count = static_cast<int>(problem.count);
    QString sentence;
    switch (problem.kind) {
    case Kind::Unreadable:
        sentence = tr("%Ln files cannot be decoded and were left out", nullptr, count);
        break;
    case Kind::OtherSize:
        sentence = tr("%Ln pictures have other sizes and were stretched to that of most", nullptr, count);
        break;
    case Kind::DuplicateAcrossSplits:
        sentence = tr("%Ln pictures occur in an earlier split too, so tests see what was trained with",
                      nullptr, count);
        break;
    case Kind::Duplicate:
        sentence = tr("%Ln pictures occur earlier in their split too", nullptr, count);
        break;
    case Kind::OtherLabel:
        sentence = tr("%Ln pictures look like an earlier one and have another label: nobody can get both "
                      "right",
                      nullptr, count);
        break;
    case Kind::EmptyClass:
        sentence = tr("%Ln classes have no picture in a split", nullptr, count);
        break;
    case Kind::Subset:
        sentence = tr("%Ln pictures of the official set are missing: results do not compare with published "
                      "ones",
                      nullptr, count);
        return tr("%1 (%2).", "a sentence, how many of each split")
            .arg(sentence, QString::fromStdString(problem.example));
    case Kind::MissingSplit:
        if (!set.part(Split::Valid) && !set.part(Split::Test))
            return tr("There are no validation and no test pictures; tasks take both from the training "
                      "pictures.");
        return set.part(Split::Valid)
            ? tr("There are no test pictures; tasks take them from the training pictures.")
            : tr("There are no validation pictures; tasks take them from the test pictures.");
    case Kind::Hidden:
        sentence = tr("%Ln files and folders were passed over", nullptr, count);
        break;
    }
    return problem.example.empty() ? tr("%1.", "a sentence").arg(sentence)
                                   : tr("%1 (the first: %2).", "a sentence, an example")
                                         .arg(sentence, QString::fromStdString(problem.example));
}

QString PictureWords::task(TaskKind kind)
{
    switch (kind) {
    case TaskKind::Classes:
        return tr("Classes");
    case TaskKind::Tones:
        return tr("Tones");
    case TaskKind::ScrambledTones:
        return tr("Scrambled tones");
    case TaskKind::Jigsaw:
        return tr("Jigsaw");
    case TaskKind::Layout:
        return tr("Layout");
    case TaskKind::Segmentation:
        return tr("Segmentation");
    case TaskKind::Normals:
        return tr("Normals");
    case TaskKind::Autoencoder:
        return tr("Autoencoder");
    case TaskKind::Rotation:
        return tr("Rotation");
    }
    return {};
}

QString PictureWords::aim(TaskKind kind)
{
    switch (kind) {
    case TaskKind::Classes:
        return tr("The network sees a picture and says which class it is of.");
    case TaskKind::Tones:
        return tr("The network sees a picture whose brightness went through one of eight curves, and says "
                  "which curve it was.");
    case TaskKind::ScrambledTones:
        return tr(
            "The network sees a picture whose brightness went through one of eight curves and whose pixels "
            "were then shuffled, and says which curve it was: no shape helps.");
    case TaskKind::Jigsaw:
        return tr("The network sees a picture cut into four tiles that changed places, and says which of the "
                  "24 orders they stand in.");
    case TaskKind::Layout:
        return tr(
            "The network sees a moved and stretched figure, and says where the middle of its box is and "
            "how wide and high it is.");
    case TaskKind::Segmentation:
        return tr("The network sees a figure before another picture, and says of every pixel whether it "
                  "belongs to the figure.");
    case TaskKind::Normals:
        return tr(
            "The network sees a picture as a lit relief, and says for every pixel which way the surface "
            "points; the answer is shown as colours.");
    case TaskKind::Autoencoder:
        return tr("The network sees a picture and must give it back after squeezing it into a few numbers.");
    case TaskKind::Rotation:
        return tr("The network sees a turned picture, and says by which angle it was turned.");
    }
    return {};
}

QString PictureWords::answer(const TaskSample& sample, TaskKind kind)
{
    if (sample.angle)
        return formatSigned(*sample.angle * 180 / std::numbers::pi) % u'°';
    if (sample.box)
        return tr("%1 × %2", "width and height of a box, as shares of the picture")
            .arg(formatPercent(sample.box->width), formatPercent(sample.box->height));
    if (kind == TaskKind::Jigsaw)
        return tr("order %1").arg(QString::fromStdString(sample.answer));
    return QString::fromStdString(sample.answer);
}

QString PictureWords::judgedBy(TaskKind kind)
{
    switch (kind) {
    case TaskKind::Classes:
    case TaskKind::Tones:
    case TaskKind::ScrambledTones:
    case TaskKind::Jigsaw:
        return tr("right answers (top-1), and the mean probability of the true answer");
    case TaskKind::Layout:
    case TaskKind::Rotation:
        return tr("mean squared error");
    case TaskKind::Segmentation:
        return tr("overlap with the figure (IoU), and cross-entropy");
    case TaskKind::Normals:
        return tr("structural similarity (SSIM), and mean cosine");
    case TaskKind::Autoencoder:
        return tr("structural similarity (SSIM), and mean squared error");
    }
    return {};
}

QImage PictureWords::image(const PictureSet& set, const PicturePart& part, std::size_t row, int largest)
{
    KTNAS_ASSERT(row < part.count);
    const QImage whole = imageOf(part.pixels.data() + row * set.pictureSize(), set.channels, set.width,
                                 set.height, set.width * set.height, 1);
    if (std::max(whole.width(), whole.height()) <= largest)
        return whole;
    return whole.scaled(largest, largest, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

QImage PictureWords::image(const SamplePicture& picture)
{
    return imageOf(picture.pixels.data(), picture.channels, picture.width, picture.height, 1,
                   picture.channels);
}

} // namespace ktnas
