// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Random.h"
#include "core/tables/Table.h"
#include "widgets/session/Session.h"

#include <QSettings>
#include <QTemporaryDir>

#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ktnas::test {

/// All 4,096 micro cells with three made-up tasks: the number of convolutions counts, each task weighs the
/// edges in another way, and a seeded noise makes all values different.
inline std::shared_ptr<const Table> smallTable(const std::string& hash = "small",
                                               const std::string& path = "small.csv")
{
    Table::Content content;
    content.path = path;
    content.title = "Small";
    content.contentHash = hash;
    content.space = spaceById("transnas-bench-101-micro");
    const std::uint32_t count = *content.space->cellCount();
    for (std::uint32_t i = 0; i < count; ++i)
        content.cells.emplace_back(i);
    const char* names[] = {"alpha", "beta", "gamma"};
    for (std::uint16_t t = 0; t < 3; ++t) {
        Task task;
        task.name = names[t];
        task.title = names[t];
        task.shortTitle = names[t];
        Measure measure;
        measure.metric = "acc";
        measure.unit = Unit::Percent;
        Stream noise({.seed = 7, .task = t});
        for (std::uint32_t i = 0; i < count; ++i) {
            const Cell cell = content.space->cell(CellId(i));
            double value = 50 + noise.unit();
            for (std::size_t g = 0; g < cell.size(); ++g)
                value += cell[g] * (1.0 + 0.3 * static_cast<double>((g + t) % 3));
            measure.values.push_back(value);
        }
        task.measures.push_back(std::move(measure));
        content.tasks.push_back(std::move(task));
    }
    return std::make_shared<const Table>(std::move(content));
}

/// The same as a file that readTable() opens.
inline void writeSmallTable(const std::string& path)
{
    const auto table = smallTable();
    std::ofstream out(path);
    out << "index,architecture,alpha_valid_acc,beta_valid_acc,gamma_valid_acc\n";
    for (std::size_t row = 0; row < table->rowCount(); ++row) {
        out << row << ',' << table->space().format(table->space().cell(table->cellAt(row)));
        for (const Task& task : table->tasks())
            out << ',' << task.measure().values[row];
        out << '\n';
    }
}

/// Preferences on a temporary folder.
inline std::unique_ptr<Preferences> temporaryPreferences(const QTemporaryDir& folder)
{
    auto store =
        std::make_unique<QSettings>(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    store->setValue(QStringLiteral("autosave/folder"), folder.filePath(QStringLiteral("autosave")));
    return std::make_unique<Preferences>(std::move(store));
}

/// A run that takes `evaluations` on each of the three tasks.
inline Run smallRun(const std::shared_ptr<const Table>& table, std::uint64_t evaluations,
                    std::string_view method = "rea", std::uint64_t seed = 1)
{
    const auto problem = Problem::make(table, {"alpha", "beta", "gamma"});
    StopRule stop;
    stop.evaluations = evaluations;
    return Run(makeHeader(*problem, method, {}, seed, stop), problem);
}

/// A run of some hundred thousand events: no cell is beyond its targets, and cells may be evaluated again.
inline Run longRun(const std::shared_ptr<const Table>& table)
{
    const auto problem = Problem::make(table, {"alpha", "beta", "gamma"});
    StopRule stop;
    stop.targets.assign(3, 1e9);
    return Run(makeHeader(*problem, "ktnas", {{"count", "repeats"}}, 1, stop), problem);
}

} // namespace ktnas::test
