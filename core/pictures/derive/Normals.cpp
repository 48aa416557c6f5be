// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/derive/Derivation.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ktnas {
namespace {

using Vector = std::array<double, 3>;

/// Where the light comes from; of length 1 but for 4·10⁻⁵.
constexpr Vector light{0.5, 0.4, 0.768};

/// Weights of a bell curve, out to four standard deviations; their sum is 1.
std::vector<double> bell(double deviation)
{
    const auto radius = static_cast<int>(std::lround(4 * deviation));
    std::vector<double> weights;
    double sum = 0;
    for (int i = -radius; i <= radius; ++i) {
        weights.push_back(std::exp(-0.5 * i * i / (deviation * deviation)));
        sum += weights.back();
    }
    for (double& weight : weights)
        weight /= sum;
    return weights;
}

/// One direction of the smoothing; the picture goes on mirrored beyond its border.
Canvas smoothed(const Canvas& grey, const std::vector<double>& weights, bool across)
{
    const auto side = static_cast<std::ptrdiff_t>(grey.side);
    const auto radius = static_cast<std::ptrdiff_t>(weights.size() / 2);
    Canvas result(1, grey.side);
    for (std::ptrdiff_t y = 0; y < side; ++y) {
        for (std::ptrdiff_t x = 0; x < side; ++x) {
            double sum = 0;
            for (std::ptrdiff_t k = -radius; k <= radius; ++k) {
                std::ptrdiff_t place = (across ? x : y) + k;
                while (place < 0 || place >= side)
                    place = place < 0 ? -1 - place : 2 * side - 1 - place;
                sum += weights[static_cast<std::size_t>(k + radius)]
                    * grey.plane(0)[across ? y * side + place : place * side + x];
            }
            result.plane(0)[y * side + x] = sum;
        }
    }
    return result;
}

void normalise(Vector& vector)
{
    const double length = std::sqrt(vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]);
    for (double& part : vector)
        part /= length;
}

/// The picture taken for a relief, bright is high: the input is the relief lit from one side, the answer the
/// direction (x right, y down, z towards the eye) in which the surface points at each pixel. Height is 6
/// times the smoothed brightness (deviation 1). Draws noise only.
class NormalsDerivation final : public Derivation {
public:
    using Derivation::Derivation;
    void describe(LearningTask& task) const override
    {
        task.channels = 1;
        task.head = HeadKind::Map;
        task.loss = LossKind::Cosine;
        task.outputs = 3;
        task.targetSize = 3 * task.height * task.width;
    }
    DerivedRow derive(const SourceRow& source) const override
    {
        const Canvas normals = normalsOf(heightOf(luminance(canvas(source))));
        Canvas shading(1, normals.side);
        for (std::size_t i = 0; i < shading.values.size(); ++i) {
            const double bright = normals.plane(0)[i] * light[0] + normals.plane(1)[i] * light[1]
                + normals.plane(2)[i] * light[2];
            shading.values[i] = std::clamp(bright, 0.0, 1.0);
        }
        DerivedRow row{reduced(shading), 0, {}};
        Canvas means = reduced(normals);
        const std::size_t size = means.side * means.side;
        for (std::size_t i = 0; i < size; ++i) {
            Vector mean{means.plane(0)[i], means.plane(1)[i], means.plane(2)[i]};
            normalise(mean);
            for (std::size_t c = 0; c < 3; ++c)
                means.plane(c)[i] = stored(mean[c]);
        }
        row.target = std::move(means.values);
        addNoise(row.input, source);
        return row;
    }

private:
    Canvas heightOf(const Canvas& grey) const
    {
        const std::vector<double> weights = bell(unit());
        Canvas height = smoothed(smoothed(grey, weights, true), weights, false);
        for (double& value : height.values)
            value *= 6 * unit();
        return height;
    }

    /// Slopes by central differences, at the border by one-sided ones.
    static Canvas normalsOf(const Canvas& height)
    {
        Canvas normals(3, height.side);
        const std::size_t last = height.side - 1;
        for (std::size_t y = 0; y <= last; ++y) {
            for (std::size_t x = 0; x <= last; ++x) {
                const std::size_t left = x == 0 ? 0 : x - 1;
                const std::size_t right = std::min(x + 1, last);
                const std::size_t top = y == 0 ? 0 : y - 1;
                const std::size_t bottom = std::min(y + 1, last);
                Vector normal{
                    -(height.at(0, y, right) - height.at(0, y, left)) / static_cast<double>(right - left),
                    -(height.at(0, bottom, x) - height.at(0, top, x)) / static_cast<double>(bottom - top), 1};
                normalise(normal);
                for (std::size_t c = 0; c < 3; ++c)
                    normals.at(c, y, x) = normal[c];
            }
        }
        return normals;
    }
};

} // namespace

std::unique_ptr<Derivation> normalsDerivation(const PictureSet& set, const TaskRecipe& recipe)
{
    return std::make_unique<NormalsDerivation>(set, recipe);
}

} // namespace ktnas
