// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/BuildReport.h"

#include "app/cli/TextTable.h"
#include "core/learn/work/Measures.h"

#include <fmt/format.h>

#include <cmath>
#include <vector>

namespace ktnas::cli {
namespace {

std::string correlation(double value)
{
    return std::isnan(value) ? "–" : fmt::format("{:.2f}", value);
}

std::string withInterval(const Estimate& estimate)
{
    if (std::isnan(estimate.value))
        return "–";
    return fmt::format("{:.2f} [{}, {}]", estimate.value, correlation(estimate.interval.low),
                       correlation(estimate.interval.high));
}

std::string seedTable(const BenchmarkPlan& plan, const std::vector<SeedAgreement>& agreements)
{
    TextTable table{
        "task", "metric", ">networks", ">all", ">best half", ">best fifth", ">sd seed : sd network"};
    for (const SeedAgreement& agreement : agreements)
        table.add({plan.tasks[agreement.task].name(), agreement.metric,
                   std::to_string(agreement.all.networks), withInterval(agreement.all),
                   withInterval(agreement.topHalf), withInterval(agreement.topFifth),
                   correlation(agreement.seedDeviation / agreement.cellDeviation)});
    return table.text();
}

/// A square of numbers: what `value` gives above the diagonal, what `lower` gives below it.
template <class Upper, class Lower>
std::string matrix(const BenchmarkPlan& plan, const std::vector<TaskAgreement>& pairs, Upper upper,
                   Lower lower)
{
    const std::size_t tasks = plan.tasks.size();
    std::vector<std::vector<std::string>> fields(tasks, std::vector<std::string>(tasks));
    std::size_t wide = 6;
    for (const PlannedTask& task : plan.tasks)
        wide = std::max(wide, displayWidth(task.name()));
    for (const TaskAgreement& pair : pairs) {
        fields[pair.first][pair.second] = correlation(upper(pair));
        fields[pair.second][pair.first] = correlation(lower(pair));
    }
    std::string text(wide, ' ');
    for (const PlannedTask& task : plan.tasks)
        text += fmt::format("  {:>{}}", task.name(), wide);
    text += '\n';
    for (std::size_t row = 0; row < tasks; ++row) {
        text += fmt::format("{:<{}}", plan.tasks[row].name(), wide);
        for (const std::string& field : fields[row])
            text += std::string(2 + wide - displayWidth(field), ' ') + field;
        text += '\n';
    }
    return text;
}

} // namespace

std::string duration(double seconds)
{
    if (seconds < 90)
        return fmt::format("{:.0f} s", seconds);
    if (seconds < 5400)
        return fmt::format("{:.0f} min", seconds / 60);
    return fmt::format("{:.1f} h", seconds / 3600);
}

std::string probeText(const BenchmarkResults& results, const WorkList& work, const ProbeReport& probe,
                      unsigned workers)
{
    std::string text = fmt::format("The plan: {} networks, {} trainings and proxy runs.\n",
                                   work.networks().size(), probe.whole.jobs);
    if (probe.whole.measured == 0)
        return text + "No training was finished in the time of the probe, so nothing can be said yet.\n";
    text += fmt::format("Cost, from {} measured: {} of processor time in all [{} to {}]; what is left takes "
                        "about {} with {} {}.\n",
                        probe.whole.measured, duration(probe.whole.seconds),
                        duration(probe.whole.interval.low), duration(probe.whole.interval.high),
                        duration(probe.left.seconds / workers), workers, workers == 1 ? "worker" : "workers");
    return text + "Agreement of two seeds (Spearman, 90 % intervals; few networks say little):\n"
        + seedTable(results.plan(), probe.seeds);
}

std::string reliabilityText(const BenchmarkResults& results, const WorkList& work)
{
    const BenchmarkPlan& plan = results.plan();
    const std::vector<SeedAgreement> seeds = seedAgreements(results, work);
    std::string text;
    if (!seeds.empty() && seeds.front().all.networks > 0)
        text += "Agreement of two seeds (Spearman, 90 % bootstrap intervals):\n" + seedTable(plan, seeds);
    if (plan.tasks.size() < 2)
        return text;
    const std::vector<TaskAgreement> pairs = taskAgreements(results, work);
    text += fmt::format("\nAgreement of the tasks over {} networks (Spearman); below the diagonal without "
                        "the noise of training:\n",
                        pairs.front().same.networks);
    return text
        + matrix(
               plan, pairs, [](const TaskAgreement& pair) { return pair.same.value; },
               [](const TaskAgreement& pair) { return pair.withoutNoise.value; });
}

} // namespace ktnas::cli
