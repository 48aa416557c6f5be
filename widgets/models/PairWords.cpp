// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/PairWords.h"

#include "widgets/models/CellWords.h"
#include "widgets/style/Numbers.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace ktnas {

QString PairWords::taskTitle(const Session& session, std::size_t task)
{
    return QString::fromStdString(session.table()->tasks()[task].title);
}

std::size_t PairWords::bestRow(const Measure& source)
{
    const double sign = source.direction == Direction::Minimise ? -1 : 1;
    std::size_t best = 0;
    for (std::size_t row = 1; row < source.values.size(); ++row) {
        if (std::isnan(source.values[best]) || sign * source.values[row] > sign * source.values[best])
            best = row;
    }
    return best;
}

QString PairWords::trust(const Session& session, TaskPair pair, const Disorder& disorder)
{
    const Measure& source = session.table()->tasks()[pair.source].measure();
    const Measure& target = session.table()->tasks()[pair.target].measure();
    const double there = target.values[bestRow(source)];
    const double best = target.values[bestRow(target)];
    return tr("%1's best cell is %2 on %3: %4 instead of %5.")
        .arg(taskTitle(session, pair.source),
             formatRankOf(disorder.bestSourceRankOnTarget, static_cast<std::int64_t>(disorder.cells)),
             taskTitle(session, pair.target), CellWords::value(target, there),
             CellWords::value(target, best));
}

PairWords::Verdict PairWords::verdict(const DepthPoint& point)
{
    if (!point.ceiling || !point.sameCells)
        return Verdict::Unknown;
    return point.ceiling->low > point.sameCells->high ? Verdict::Disorder : Verdict::NoiseNotRuledOut;
}

QString PairWords::atDepth(const QString& source, const DepthPoint& point)
{
    const auto band = [](const Band& b) -> QString { // not a builder of strings that are gone
        return formatCoefficient(b.median) + QStringLiteral(" (")
            + formatRange(formatCoefficient(b.low), formatCoefficient(b.high)) + QStringLiteral(")");
    };
    const QString share = formatPercent(point.depth);
    switch (verdict(point)) {
    case Verdict::Disorder:
        return tr("In %1's best %2 its own twins agree by %3, the same twins across the tasks by %4: "
                  "disorder.")
            .arg(source, share, band(*point.ceiling), band(*point.sameCells));
    case Verdict::NoiseNotRuledOut:
        return tr("In %1's best %2 its own twins agree by %3, the same twins across the tasks by %4, and the "
                  "bands overlap: noise cannot be ruled out.")
            .arg(source, share, band(*point.ceiling), band(*point.sameCells));
    case Verdict::Unknown:
        return {};
    }
    return {};
}

QStringList PairWords::inPlainWords(const Session& session, TaskPair pair, const Disorder& disorder)
{
    const QString source = taskTitle(session, pair.source);
    const QString target = taskTitle(session, pair.target);
    QStringList paragraphs;
    QStringList sentences{
        tr("Over all cells the two agree by ρ %1.").arg(formatCoefficient(disorder.spearman))};
    for (const double depth : {0.5, 0.2}) {
        for (const DepthPoint& point : disorder.depths) {
            if (point.depth == depth)
                sentences += atDepth(source, point);
        }
    }
    sentences.removeAll(QString());
    // A line must not break inside ".55": a word joiner keeps the point with its digits.
    static const QRegularExpression point(QStringLiteral("\\.(?=\\d)"));
    paragraphs += sentences.join(u' ').replace(point, QStringLiteral(".\u2060"));
    if (disorder.blame && !disorder.blame->entries.empty()) {
        const auto largest = std::max_element(
            disorder.blame->entries.begin(), disorder.blame->entries.end(),
            [](const auto& a, const auto& b) { return std::abs(a.shift) < std::abs(b.shift); });
        const Space& space = session.table()->space();
        const QString operation =
            QString::fromStdString(space.operations()[static_cast<std::size_t>(largest->operation)].label);
        const QString edge = CellWords::geneLabel(space, largest->gene);
        const QString ranks = formatNumber(std::abs(largest->shift), 0);
        paragraphs += largest->shift > 0 ? tr("Cells with %1 on %2 stand %3 ranks better on %4 than on %5.")
                                               .arg(operation, edge, ranks, target, source)
                                         : tr("Cells with %1 on %2 stand %3 ranks worse on %4 than on %5.")
                                               .arg(operation, edge, ranks, target, source);
    }
    return paragraphs;
}

QString PairWords::curveFinding(const Session& session, TaskPair pair, const Disorder& disorder)
{
    const QString source = taskTitle(session, pair.source);
    std::optional<double> from;
    bool isKnown = false;
    for (const DepthPoint& point : disorder.depths) {
        isKnown = isKnown || point.ceiling.has_value();
        if (verdict(point) == Verdict::Disorder && (!from || point.depth > *from))
            from = point.depth;
    }
    if (!isKnown)
        return tr("Agreement inside %1's best cells").arg(source);
    if (!from)
        return tr("Agreement is nowhere surely below the noise ceiling");
    if (*from >= 1)
        return tr("Agreement is below the noise ceiling already over all cells");
    return tr("Agreement is below the noise ceiling in %1's best %2").arg(source, formatPercent(*from));
}

} // namespace ktnas
