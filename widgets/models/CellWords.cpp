// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/CellWords.h"

#include "widgets/style/Numbers.h"

#include <QStringList>

#include <cmath>

namespace ktnas {

QString CellWords::name(const Table& table, CellId cell)
{
    if (table.rowOf(cell))
        return tr("Cell %1").arg(number(table, cell));
    return QString::fromStdString(table.space().format(table.space().cell(cell)));
}

QString CellWords::number(const Table& table, CellId cell)
{
    const auto row = table.rowOf(cell);
    return row ? formatCount(static_cast<std::int64_t>(*row)) : QStringLiteral("–");
}

QString CellWords::size(const Table& table, std::size_t row)
{
    QStringList facts;
    if (const Attribute* parameters = table.attribute("params_millions");
        parameters != nullptr && !std::isnan(parameters->values[row]))
        //: %1 is a number of millions
        facts += tr("%1 M parameters").arg(formatNumber(parameters->values[row], 2));
    if (const Attribute* flops = table.attribute("flops_millions");
        flops != nullptr && !std::isnan(flops->values[row]))
        facts += tr("%1 MFLOPs").arg(formatNumber(flops->values[row], 0));
    return facts.join(QStringLiteral(" · "));
}

QString CellWords::description(const Space& space, const Cell& cell)
{
    QStringList parts;
    for (std::size_t gene = 0; gene < space.geneCount(); ++gene) {
        if (!space.isOperationGene(gene))
            continue;
        //: operation on edge, as in "conv 3×3 on 0→1"
        parts +=
            tr("%1 on %2")
                .arg(QString::fromStdString(space.operations()[cell[gene]].label), geneLabel(space, gene));
    }
    return parts.join(QStringLiteral(", "));
}

QString CellWords::geneLabel(const Space& space, std::size_t gene)
{
    return QString::fromStdString(space.geneLabel(gene)).replace(QStringLiteral("->"), QStringLiteral("→"));
}

int CellWords::decimals(const Measure& measure)
{
    return measure.unit == Unit::Percent ? 2 : 4;
}

QString CellWords::value(const Measure& measure, double value)
{
    return formatValue(value, decimals(measure),
                       measure.unit == Unit::Percent ? QStringLiteral("%") : QString());
}

QString CellWords::plainValue(const Measure& measure, double value)
{
    return formatNumber(value, decimals(measure));
}

QString CellWords::metricName(const Measure& measure)
{
    const QString metric = QString::fromStdString(measure.metric);
    if (metric == QStringLiteral("acc"))
        return tr("accuracy, %");
    if (metric == QStringLiteral("top1"))
        return tr("top-1, %");
    if (metric == QStringLiteral("ssim"))
        return QStringLiteral("SSIM");
    if (metric == QStringLiteral("loss"))
        return tr("loss");
    return measure.unit == Unit::Percent ? metric + QStringLiteral(", %") : metric;
}

QString CellWords::betterArrow(Direction direction)
{
    return direction == Direction::Maximise ? tr("better ↑") : tr("better ↓");
}

QString CellWords::splitName(Split split)
{
    switch (split) {
    case Split::Train:
        return tr("training");
    case Split::Valid:
        return tr("validation");
    case Split::Test:
        return tr("test");
    }
    return {};
}

QString CellWords::shortPassport(const Task& task)
{
    QStringList facts{splitName(task.measure().split)};
    if (task.epochs)
        facts += tr("%n epochs", nullptr, *task.epochs);
    return facts.join(QStringLiteral(", "));
}

QString CellWords::passport(const Task& task)
{
    const Measure& measure = task.measure();
    QStringList facts{tr("%1 split").arg(splitName(measure.split)), metricName(measure),
                      measure.direction == Direction::Maximise ? tr("larger is better")
                                                               : tr("smaller is better")};
    if (task.epochs)
        facts += tr("%n epochs", nullptr, *task.epochs);
    if (task.trials && *task.trials > 1)
        facts += tr("mean of up to %n trials", nullptr, *task.trials);
    if (measure.missing > 0)
        facts += tr("%n cells not published", nullptr, static_cast<int>(measure.missing));
    return facts.join(QStringLiteral(" · "));
}

} // namespace ktnas
