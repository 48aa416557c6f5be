// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace ktnas {

/// A set of MedMNIST, from the project's own list (version 2.1, medmnist/info.py; counts of version 2).
struct MedMnistSet {
    std::string_view title; ///< "BreastMNIST"
    std::string_view stem; ///< of the file's name: "breastmnist"
    std::array<std::size_t, 3> counts; ///< pictures to train, validate and test
    std::size_t channels;
    std::span<const std::string_view> classes; ///< by label
    bool manyLabels = false; ///< ChestMNIST: each picture has a truth value per class
};

/// All two-dimensional sets.
std::span<const MedMnistSet> medMnistSets();

/// Pictures to train, validate and test of the official set with that title, however it is spelled (MNIST,
/// Fashion-MNIST, CIFAR, MedMNIST): "cifar_10" is CIFAR-10. Nothing for other titles.
std::optional<std::array<std::size_t, 3>> officialCounts(std::string_view title);

} // namespace ktnas
