// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/Session.h"

#include <QObject>

#include <cstdint>
#include <vector>

namespace ktnas {

/// How the current run's settings do on other seeds: for each task the 10–90 % range of the best cell's rank
/// after every number of evaluations. Computed in a job when the current run changes.
class SeedBands : public QObject {
    Q_OBJECT

public:
    /// Seeds that are run beside the current one.
    static constexpr int seedCount = 300;
    /// A seed is followed for this many evaluations of each task on average: runs towards a target that no
    /// cell reaches would never end, and no published run is as long.
    static constexpr std::uint64_t longestRun = 2000;
    struct Band {
        std::vector<std::uint32_t> low; ///< 10 % of the ranks, entry e is after e + 1 evaluations
        std::vector<std::uint32_t> high; ///< 90 %
    };

    explicit SeedBands(Session& session, QObject* parent = nullptr);
    /// By task of the run; empty while they are being computed or where there is no run.
    const std::vector<Band>& bands() const { return m_bands; }

Q_SIGNALS:
    void changed();

private:
    void compute();

    Session& m_session;
    std::vector<Band> m_bands;
};

} // namespace ktnas
