// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/PointMap.h"
#include "widgets/session/Session.h"

#include <QCoreApplication>
#include <QString>

#include <cstdint>
#include <vector>

namespace ktnas {

/// What a map's colours mean.
struct ColourChoice {
    enum class By : std::uint8_t { Rank, Value, RankDifference, Generation, Attribute };
    By by = By::Rank;
    std::size_t index = 0; ///< task, or attribute
    friend bool operator==(const ColourChoice&, const ColourChoice&) = default;
};

/// The numbers, legend and words of a colouring; the map turns the numbers into colours.
struct MapColouring {
    Q_DECLARE_TR_FUNCTIONS(ktnas::MapColouring)

public:
    std::vector<float> values; ///< by row in [0, 1], NaN where there is nothing to show
    MapScale scale = MapScale::Sequential;
    MapLegend legend;
    QString heading; ///< "Rank on ImageNet16-120"

    /// All choices of the open table, in menu order.
    static std::vector<ColourChoice> choices(const Session& session);
    /// "Rank on CIFAR-10", for the menu.
    static QString name(const Session& session, const ColourChoice& choice);
    /// Ranks: 1 is the map's last colour. The difference is rank on the pair's source − rank on its target,
    /// positive (blue) where the cell is better on the target, ends at the 95 % quantile of its magnitude.
    static MapColouring make(const Session& session, const ColourChoice& choice);

private:
    void colourByRank(const Session& session, std::size_t task);
    void colourByValues(const std::vector<double>& numbers, int decimals, bool smallerIsBetter,
                        bool hasBetter);
    void colourByDifference(const Session& session);
    void colourByGeneration(const Session& session);
};

} // namespace ktnas
