// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/Common.h"
#include "app/cli/TextTable.h"
#include "core/analysis/Disorder.h"
#include "core/base/Error.h"
#include "core/base/Text.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace ktnas::cli {
namespace {

DisorderOptions readOptions(const Arguments& arguments)
{
    DisorderOptions options;
    options.depths.clear();
    const auto pieces = arguments.list("--depths");
    for (const std::string& piece : pieces.value()) {
        const auto depth = parseNumber(piece);
        if (!depth || *depth <= 0 || *depth > 1)
            throw Error(ErrorCode::BadArgument)
                .inColumn("--depths")
                .expecting("shares above 0 and up to 1, such as 1,0.5,0.1")
                .butFound(fmt::format("“{}”", excerpt(piece)));
        options.depths.push_back(*depth);
    }
    options.seed = arguments.wholeNumber("--seed").value();
    options.draws =
        static_cast<int>(std::min<std::uint64_t>(arguments.wholeNumber("--draws").value(), 1'000'000));
    return options;
}

Json toJson(const std::optional<Band>& band)
{
    if (!band)
        return nullptr;
    return {{"median", number(band->median)}, {"low", number(band->low)}, {"high", number(band->high)}};
}

Json disorderJson(const Table& table, const Task& source, const Task& target, const Disorder& result)
{
    Json depths = Json::array();
    for (const DepthPoint& point : result.depths)
        depths.push_back({{"depth", point.depth},
                          {"cells", point.cells},
                          {"spearman", number(point.spearman)},
                          {"kendall", number(point.kendall)},
                          {"weighted_kendall", number(point.weightedKendall)},
                          {"overlap", number(point.overlap)},
                          {"ceiling", toJson(point.ceiling)},
                          {"same_cells", toJson(point.sameCells)}});
    Json json{{"source", source.name},
              {"target", target.name},
              {"cells", result.cells},
              {"spearman", number(result.spearman)},
              {"kendall", number(result.kendall)},
              {"weighted_kendall", number(result.weightedKendall)},
              {"depths", std::move(depths)},
              {"best_source_rank_on_target", result.bestSourceRankOnTarget},
              {"blame", nullptr},
              {"explained", nullptr}};
    if (!result.blame)
        return json;
    const Space& space = table.space();
    Json entries = Json::array();
    for (const BlameEntry& entry : result.blame->entries)
        entries.push_back({{"edge", space.geneLabel(entry.gene)},
                           {"op", space.operations()[static_cast<std::size_t>(entry.operation)].name},
                           {"shift", number(entry.shift)},
                           {"share", number(result.blame->share[entry.gene])}});
    json["blame"] = std::move(entries);
    json["explained"] = {{"main", number(result.blame->main)},
                         {"pairs", number(result.blame->pairs)},
                         {"rest", number(result.blame->rest)}};
    return json;
}

std::string fixed(double value, int digits)
{
    return std::isnan(value) ? "–" : fmt::format("{:.{}f}", value, digits);
}

std::string bandText(const std::optional<Band>& band)
{
    return band ? fmt::format("{:.3f} [{:.3f}, {:.3f}]", band->median, band->low, band->high)
                : std::string("–");
}

std::string depthTable(const Disorder& result)
{
    TextTable depths{">depth",    ">cells",   ">Spearman",      ">Kendall",
                     ">weighted", ">overlap", ">noise ceiling", ">same cells"};
    for (const DepthPoint& point : result.depths)
        depths.add({shortNumber(point.depth), std::to_string(point.cells), fixed(point.spearman, 4),
                    fixed(point.kendall, 4), fixed(point.weightedKendall, 4), fixed(point.overlap, 3),
                    bandText(point.ceiling), bandText(point.sameCells)});
    return depths.text(2);
}

std::string blameTable(const Space& space, const Blame& blame)
{
    TextTable table{"edge", ">share", "operations, mean displacement"};
    for (std::size_t gene = 0; gene < blame.share.size(); ++gene) {
        std::string shifts;
        for (const BlameEntry& entry : blame.entries) {
            if (entry.gene == gene)
                shifts += fmt::format("{}{} {:+.1f}", shifts.empty() ? "" : ", ",
                                      space.operations()[static_cast<std::size_t>(entry.operation)].name,
                                      entry.shift);
        }
        table.add({space.geneLabel(gene), fmt::format("{:.1f} %", 100 * blame.share[gene]), shifts});
    }
    return table.text(2);
}

std::string disorderText(const Table& table, const Task& source, const Task& target, const Disorder& result)
{
    std::string text =
        fmt::format("{} ({}) against {} ({}), {} cells\n", source.name, measureText(source.measure()),
                    target.name, measureText(target.measure()), result.cells);
    text += fmt::format("  the best cell of {} is number {} on {}\n\n", source.name,
                        result.bestSourceRankOnTarget, target.name);
    text += depthTable(result);
    text += "\n"
        + wrapped("Depth 0.1: the best tenth by the source. The noise ceiling is what twins, the same "
                  "network trained twice, "
                  "agree on the source alone (median and 5–95 %); “same cells” are those twins, source "
                  "against target. "
                  "Agreement near the ceiling is noise, not disorder.",
                  2);
    if (!result.blame)
        return text;
    text += "\n  Who is to blame (positive: better on the target than on the source)\n\n";
    text += blameTable(table.space(), *result.blame);
    text += fmt::format("\n  explained by single edges {:.1f} %, by pairs of edges {:.1f} %, rest {:.1f} %\n",
                        100 * result.blame->main, 100 * result.blame->pairs, 100 * result.blame->rest);
    return text;
}

int run(const Arguments& arguments, Console& console)
{
    const DisorderOptions options = readOptions(arguments);
    const auto table = openTable(arguments, arguments.operands().front());
    const Task& source = table->tasks()[table->taskIndex(arguments.value("--source").value())];
    const Task& target = table->tasks()[table->taskIndex(arguments.value("--target").value())];
    const Disorder result = disorder(*table, source.measure(), target.measure(), options, console.stop);
    if (arguments.has("--json"))
        print(console, disorderJson(*table, source, target, result));
    else
        console.out << disorderText(*table, source, target, result);
    return 0;
}

} // namespace

Command disorderCommand()
{
    Command command;
    command.name = "disorder";
    command.summary = "show where two tasks rank the same cells differently";
    command.description = {
        "Compares how two tasks rank the same cells: over all of them, and among the best of the source "
        "only, where a search "
        "lives. Part of any disagreement is noise of training; the noise ceiling shows how much, by "
        "comparing twins "
        "(cells that are the same network) on the source task alone.",
        "The blame splits the displacement of every cell (source rank minus target rank) exactly into the "
        "part of each "
        "edge, of pairs of edges and the rest, and says how far each operation moves a cell on average."};
    command.operands = {{"FILE", "A benchmark table (CSV).", ValueKind::File, false, false}};
    Option source;
    source.name = "--source";
    source.value = "TASK";
    source.text = "The task that is learned from.";
    source.required = true;
    Option target;
    target.name = "--target";
    target.value = "TASK";
    target.text = "The task that learns.";
    target.required = true;
    Option depths;
    depths.name = "--depths";
    depths.value = "D,D,…";
    depths.defaultValue = "1,0.5,0.2,0.1,0.05,0.01";
    depths.text = "Shares of the source's best cells to look at.";
    Option draws;
    draws.name = "--draws";
    draws.value = "N";
    draws.defaultValue = "200";
    draws.text = "Draws of the noise ceiling; more make its band steadier. 0 leaves the ceiling out.";
    Option seed;
    seed.name = "--seed";
    seed.value = "S";
    seed.defaultValue = "1";
    seed.text = "Seed of these draws.";
    command.options = {source, target, depths, draws, seed, proxiesOption(), jsonOption(), helpOption()};
    command.examples = {{"ktnas disorder nas-bench-201.csv --source cifar10 --target imagenet16_120",
                         "The two agree over all cells and much less among the best."},
                        {"ktnas disorder micro.csv --source jigsaw --target class_object --depths 0.2 --json",
                         "One depth, for a script."}};
    command.run = run;
    return command;
}

} // namespace ktnas::cli
