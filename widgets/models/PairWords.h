// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Disorder.h"
#include "widgets/session/Session.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace ktnas {

/// The findings about a pair of tasks as sentences that claim no more than the intervals allow.
class PairWords {
    Q_DECLARE_TR_FUNCTIONS(ktnas::PairWords)

public:
    /// "Scene's best cell is rank 800 of 4,096 on Segmentation: 23.88 % instead of 26.27 %."
    static QString trust(const Session& session, TaskPair pair, const Disorder& disorder);
    /// One paragraph a list entry: agreement over all cells, disorder or noise at half and at a fifth, blame.
    static QStringList inPlainWords(const Session& session, TaskPair pair, const Disorder& disorder);
    /// The depth curve's heading: where agreement falls below the noise ceiling, or that it never does.
    static QString curveFinding(const Session& session, TaskPair pair, const Disorder& disorder);
    /// The row whose cell is the source's best.
    static std::size_t bestRow(const Measure& source);
    static QString taskTitle(const Session& session, std::size_t task);

private:
    enum class Verdict : std::uint8_t { Disorder, NoiseNotRuledOut, Unknown };
    /// Disorder where the band of twins on the source lies wholly above the band of twins across the tasks.
    static Verdict verdict(const DepthPoint& point);
    static QString atDepth(const QString& source, const DepthPoint& point);
};

} // namespace ktnas
