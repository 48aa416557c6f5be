// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/Table.h"

#include <optional>
#include <string>
#include <string_view>

namespace ktnas {

/// What the name of a measured column says: `<task>_<split>_<metric>[_epochN]`.
struct MeasuredColumn {
    std::string task; ///< may contain underscores: "imagenet16_120"
    Measure measure; ///< all but values, missing and sourceColumn
};

/// Takes a column's name apart at the last of its words "train", "valid", "test" that has words on both
/// sides. Nothing if there is none ("params_millions", "train_seconds"): then the column is an attribute.
///
/// Direction and unit follow from the metric: acc, accuracy, top1, top5 and mIoU are percentages and
/// maximised; loss, mse, mae, rmse, ce, bce, perplexity, and any metric that has the word "loss", "error" or
/// "err", are minimised; everything else (ssim, psnr, iou, ptrue, …) is maximised. A minimised metric with
/// the word "neg" before it holds negated values in the file: the measure loses the word, `negatedInFile` is
/// set, and its values are those of the loss itself.
std::optional<MeasuredColumn> measuredColumn(std::string_view title);

/// The inverse: the name of the column that the measure comes from.
std::string columnName(std::string_view task, const Measure& measure);

} // namespace ktnas
