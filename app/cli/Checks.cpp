// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Checks.h"

#include "core/analysis/Disorder.h"
#include "core/base/Random.h"
#include "core/base/Sha256.h"
#include "core/record/RecordFile.h"
#include "core/record/RecordIndex.h"
#include "core/search/Run.h"
#include "core/stats/Correlation.h"

#include <array>
#include <cmath>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace ktnas::cli {
namespace {

constexpr std::string_view spaceId = "nas-bench-201";

/// Values of a task: an effect of every operation on every edge and, as no cell is the sum of its parts, one
/// of every pair of neighbouring edges. `share` mixes in the effects of another task.
std::vector<double> madeUpValues(const Space& space, std::uint16_t task, double share)
{
    const std::size_t genes = space.geneCount();
    const auto effect = [](std::uint16_t ofTask, std::uint32_t kind, std::uint32_t slot) {
        return Stream({1, Purpose::Test, ofTask, kind, slot}).unit();
    };
    std::vector<double> values;
    for (std::uint32_t id = 0; id < *space.cellCount(); ++id) {
        const Cell cell = space.cell(CellId(id));
        double value = 0;
        for (std::size_t gene = 0; gene < genes; ++gene) {
            const auto single = static_cast<std::uint32_t>(gene * 8 + cell[gene]);
            const auto pair = single * 8 + cell[(gene + 1) % genes];
            value += (1 - share) * (effect(task, 0, single) + effect(task, 1, pair) / 2)
                + share * effect(0, 0, single);
        }
        values.push_back(100 * value / (1.5 * static_cast<double>(genes)));
    }
    return values;
}

Task madeUpTask(std::string name, std::vector<double> values)
{
    Task task;
    task.name = name;
    task.title = name;
    task.shortTitle = std::move(name);
    Measure measure;
    measure.metric = "acc";
    measure.unit = Unit::Percent;
    measure.values = std::move(values);
    task.measures.push_back(std::move(measure));
    return task;
}

CheckResult compare(double found, double expected, double tolerance)
{
    return {std::abs(found - expected) <= tolerance,
            fmt::format("{:.10g}, expected {:.10g}", found, expected)};
}

CheckResult compare(const std::vector<std::uint32_t>& found, const std::vector<std::uint32_t>& expected)
{
    std::string text;
    for (std::size_t i = 0; i < found.size(); ++i)
        text += fmt::format("{}{}", i > 0 ? ", " : "", found[i]);
    return {found == expected, text};
}

/// The known answers of Random123's kat_vectors file.
CheckResult philox()
{
    using Words = std::array<std::uint32_t, 4>;
    const bool ok = philox4x32({0, 0, 0, 0}, {0, 0}) == Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}
        && philox4x32({~0U, ~0U, ~0U, ~0U}, {~0U, ~0U})
            == Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}
        && philox4x32({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0})
            == Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1};
    return {ok, "three published vectors of Philox4x32-10"};
}

/// FIPS 180-2, appendix B.
CheckResult sha()
{
    const bool ok = sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    return {ok, "SHA-256 of “abc”"};
}

CheckResult twins()
{
    const auto large = twinClasses(*spaceById("nas-bench-201"));
    const auto micro = twinClasses(*spaceById("transnas-bench-101-micro"));
    return compare({large->strictCount, large->functionalCount, micro->strictCount}, {8765, 5260, 1948});
}

CheckResult neighbours()
{
    std::vector<std::uint32_t> degrees;
    for (const char* id : {"nas-bench-201", "transnas-bench-101-micro"})
        degrees.push_back(neighbourTable(*spaceById(id))->degree);
    return compare(degrees, {24, 18});
}

CheckResult texts()
{
    std::uint32_t cells = 0;
    for (const auto& space : allSpaces()) {
        for (std::uint32_t id = 0; id < space->cellCount().value_or(0); ++id) {
            const Cell cell = space->cell(CellId(id));
            if (space->parse(space->format(cell)) != cell || space->ordinal(cell) != CellId(id))
                return {false, fmt::format("cell {} of {}", id, space->id())};
            ++cells;
        }
    }
    return {cells > 0, fmt::format("{} cells written and read back", cells)};
}

constexpr std::array<double, 5> docX{12, 2, 1, 12, 2};
constexpr std::array<double, 5> docY{1, 4, 7, 1, 0};

// The examples of scipy's documentation of kendalltau, weightedtau and spearmanr.
CheckResult kendall()
{
    return compare(kendallTauB(docX, docY), -0.47140452079103173, 1e-12);
}
CheckResult weighted()
{
    return compare(weightedTau(docX, docY), -0.56694968153682723, 1e-12);
}
CheckResult spearmanRho()
{
    return compare(spearman(std::array<double, 5>{1, 2, 3, 4, 5}, std::array<double, 5>{5, 6, 7, 8, 7}),
                   0.8207826816681233, 1e-12);
}

CheckResult blameAddsUp()
{
    const auto table = madeUpTable();
    const auto result = blame(*table, table->tasks()[0].measure(), table->tasks()[1].measure());
    if (!result)
        return {false, "no blame on a complete factorial"};
    return compare(result->main + result->pairs + result->rest, 1, 1e-9);
}

Run startRun(const std::shared_ptr<const Problem>& problem, std::string_view method)
{
    StopRule stop;
    stop.evaluations = 200;
    return {makeHeader(*problem, method, {}, 7, stop), problem};
}

std::string hashOf(Run run, std::size_t piece)
{
    while (run.advance(piece)) { }
    return recordHash(run.record());
}

CheckResult searches()
{
    const auto problem = Problem::make(madeUpTable(), {"first", "second"});
    std::string names;
    for (const MethodInfo& method : methods()) {
        const std::string whole = hashOf(startRun(problem, method.id), 1'000'000);
        if (hashOf(startRun(problem, method.id), 1) != whole
            || hashOf(startRun(problem, method.id), 7) != whole)
            return {false, fmt::format("{} depends on the size of the pieces", method.id)};
        names.append(names.empty() ? "" : " ").append(method.id);
    }
    return {true, fmt::format("{}: the same record in pieces and at once", names)};
}

CheckResult records()
{
    const auto problem = Problem::make(madeUpTable(), {"first", "second"});
    Run run = startRun(problem, "ktnas");
    while (run.advance(1000)) { }
    const LoadedRecord back = readRecordBytes(recordBytes(run.record()), "record");
    RecordIndex live(2);
    live.extend(run.record().events.view());
    RecordIndex replayed(2);
    replayed.extend(back.record.events.view());
    const bool ok =
        !back.damage && recordHash(back.record) == recordHash(run.record()) && live.last() == replayed.last();
    return {
        ok,
        fmt::format("{} events written, read back and folded to the same state", run.record().events.size())};
}

} // namespace

std::shared_ptr<const Table> madeUpTable()
{
    static const std::shared_ptr<const Table> table = [] {
        Table::Content content;
        content.title = "Made up";
        content.contentHash = "made up for ktnas selfcheck";
        content.space = spaceById(spaceId);
        for (std::uint32_t id = 0; id < *content.space->cellCount(); ++id)
            content.cells.emplace_back(id);
        std::vector<double> first = madeUpValues(*content.space, 0, 0);
        content.proxies.push_back({"", "synflow", first});
        content.tasks.push_back(madeUpTask("first", std::move(first)));
        content.tasks.push_back(madeUpTask("second", madeUpValues(*content.space, 1, 0.5)));
        return std::make_shared<const Table>(std::move(content));
    }();
    return table;
}

std::span<const Check> checks()
{
    static const std::array<Check, 11> all{{
        {"random numbers", philox},
        {"checksums", sha},
        {"twins", twins},
        {"neighbours", neighbours},
        {"cell texts", texts},
        {"Kendall's tau", kendall},
        {"weighted tau", weighted},
        {"Spearman's rho", spearmanRho},
        {"blame", blameAddsUp},
        {"searches", searches},
        {"records", records},
    }};
    return all;
}

} // namespace ktnas::cli
