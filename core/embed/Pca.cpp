// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embed/Pca.h"

#include "core/base/Parallel.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace ktnas {

namespace {

/// Rows less the first row and less the mean of that: constant columns become exactly zero.
std::vector<double> centred(const Embedding& embedding)
{
    const std::size_t dimensions = embedding.dimensions;
    std::vector<double> mean(dimensions, 0);
    std::vector<double> values(embedding.count * dimensions);
    for (std::size_t row = 0; row < embedding.count; ++row) {
        for (std::size_t d = 0; d < dimensions; ++d) {
            const double value = static_cast<double>(embedding.values[row * dimensions + d])
                - static_cast<double>(embedding.values[d]);
            values[row * dimensions + d] = value;
            mean[d] += value;
        }
    }
    for (std::size_t row = 0; row < embedding.count; ++row) {
        for (std::size_t d = 0; d < dimensions; ++d)
            values[row * dimensions + d] -= mean[d] / static_cast<double>(embedding.count);
    }
    return values;
}

/// Xᵀ X, summed over fixed blocks of rows that are added in order: the same bits with any number of threads.
Eigen::MatrixXd scatter(const std::vector<double>& values, std::size_t count, std::size_t dimensions)
{
    constexpr std::size_t block = 1024;
    std::vector<std::vector<double>> parts((count + block - 1) / block);
    parallelFor(parts.size(), [&](std::size_t part) {
        std::vector<double> sum(dimensions * dimensions, 0);
        const std::size_t end = std::min(count, (part + 1) * block);
        for (std::size_t row = part * block; row < end; ++row) {
            const double* x = &values[row * dimensions];
            for (std::size_t i = 0; i < dimensions; ++i) {
                const double xi = x[i];
                if (xi == 0)
                    continue;
                double* out = &sum[i * dimensions];
                for (std::size_t j = 0; j <= i; ++j)
                    out[j] += xi * x[j];
            }
        }
        parts[part] = std::move(sum);
    });
    Eigen::MatrixXd result =
        Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(dimensions), static_cast<Eigen::Index>(dimensions));
    for (const std::vector<double>& part : parts) {
        for (std::size_t i = 0; i < dimensions; ++i) {
            for (std::size_t j = 0; j <= i; ++j)
                result(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) +=
                    part[i * dimensions + j];
        }
    }
    return result;
}

/// Turns the axis so that its component of largest magnitude is positive; among components that differ from
/// the largest by rounding only, the first decides.
void fixSign(Eigen::VectorXd& axis)
{
    const double largest = axis.cwiseAbs().maxCoeff();
    for (const double component : axis) {
        if (std::abs(component) < largest * (1 - 1e-9))
            continue;
        if (component < 0)
            axis = -axis;
        return;
    }
}

} // namespace

PlanarMap pca(const Embedding& embedding)
{
    const std::size_t dimensions = embedding.dimensions;
    KTNAS_ASSERT(embedding.values.size() == embedding.count * dimensions);
    PlanarMap map;
    map.points.assign(embedding.count, {0.0F, 0.0F});
    if (embedding.count == 0 || dimensions == 0)
        return map;
    const std::vector<double> values = centred(embedding);
    const Eigen::MatrixXd covariance = scatter(values, embedding.count, dimensions);
    const double total = covariance.trace();
    if (total <= 0)
        return map;
    // Reads the lower triangle; eigenvalues ascend.
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(covariance);
    for (std::size_t k = 0; k < std::min(map.explained.size(), dimensions); ++k) {
        const auto column = static_cast<Eigen::Index>(dimensions - 1 - k);
        Eigen::VectorXd axis = solver.eigenvectors().col(column);
        fixSign(axis);
        map.explained[k] = std::max(0.0, solver.eigenvalues()(column)) / total;
        for (std::size_t row = 0; row < embedding.count; ++row) {
            double place = 0;
            for (std::size_t d = 0; d < dimensions; ++d)
                place += values[row * dimensions + d] * axis(static_cast<Eigen::Index>(d));
            map.points[row][k] = static_cast<float>(place);
        }
    }
    return map;
}

} // namespace ktnas
