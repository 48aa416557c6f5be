// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/PlanInput.h"
#include "app/cli/RecordInput.h"
#include "app/cli/TextTable.h"
#include "core/base/Error.h"
#include "core/learn/search/TrainedRun.h"
#include "core/record/RecordIndex.h"
#include "core/search/Run.h"

#include <fmt/format.h>

namespace ktnas::cli {
namespace {

/// What the cells of a record look like, and their rows and ranks where the table is there.
class CellWriter {
public:
    CellWriter(const Record& record, const Table* table)
        : m_record(record)
        , m_space(spaceById(record.header.space))
        , m_table(table)
    {
    }
    std::string text(CellId id) const
    {
        return m_space->format(m_space->cellCount() ? m_space->cell(id) : m_record.cells[id.value]);
    }
    Json json(CellId id, double value) const
    {
        return {{"cell", text(id)}, {"index", row(id)}, {"value", number(value)}};
    }
    Json best(const RunState::Member& member, const RunTask& task) const
    {
        if (member.member.isNone())
            return nullptr;
        Json result = json(member.cell, member.value);
        result["rank"] = nullptr;
        if (m_table == nullptr || !result["index"].is_number())
            return result;
        const Measure& measure = m_table->tasks()[m_table->taskIndex(task.name)].measure();
        if (const std::uint32_t rank = placeRanks(measure)[result["index"].get<std::size_t>()])
            result["rank"] = rank;
        return result;
    }

private:
    Json row(CellId id) const
    {
        const auto found = m_table != nullptr ? m_table->rowOf(id) : std::nullopt;
        return found ? Json(*found) : Json(nullptr);
    }

    const Record& m_record;
    std::shared_ptr<const Space> m_space;
    const Table* m_table;
};

Json taskJson(const RunState::TaskState& state, const RunTask& task, const CellWriter& cells)
{
    Json population = Json::array();
    for (const RunState::Member& member : state.population)
        population.push_back(cells.json(member.cell, member.value));
    std::size_t positives = 0;
    for (const RunState::Remembered& remembered : state.history)
        positives += remembered.label > 0 ? 1 : 0;
    return {{"name", task.name},
            {"evaluations", state.evaluations},
            {"target_met", state.targetMet},
            {"best", cells.best(state.best, task)},
            {"population", std::move(population)},
            {"history", state.history.size()},
            {"positives", positives}};
}

Json stateJson(const LoadedRecord& loaded, EventIndex at, const Table* table)
{
    const Record& record = loaded.record;
    RecordIndex index(record.header.tasks.size());
    index.extend(record.events.view());
    const RunState state = index.stateAt(at);
    const CellWriter cells(record, table);
    Json tasks = Json::array();
    for (std::size_t i = 0; i < state.tasks.size(); ++i)
        tasks.push_back(taskJson(state.tasks[i], record.header.tasks[i], cells));
    return {{"method", record.header.method},
            {"seed", record.header.seed},
            {"at", at},
            {"events", record.events.size()},
            {"finished", record.finished},
            {"generation", state.generation},
            {"evaluations", state.evaluations},
            {"tasks", std::move(tasks)},
            {"hash", recordHash(record)},
            {"hash_at", recordHash(record, at)},
            {"fork_of", record.header.forkOf.empty() ? Json(nullptr) : Json(record.header.forkOf)},
            {"dropped", loaded.damage ? Json(describe(*loaded.damage)) : Json(nullptr)}};
}

std::string stateText(const Json& json)
{
    std::string text =
        fmt::format("{}, seed {}: event {} of {}, generation {}, {} evaluations\n\n",
                    json["method"].get<std::string>(), json["seed"].get<std::uint64_t>(),
                    json["at"].get<std::uint64_t>(), json["events"].get<std::uint64_t>(),
                    json["generation"].get<std::uint32_t>(), json["evaluations"].get<std::uint64_t>());
    TextTable table{"task", ">evaluations", ">population", ">history", ">best", ">rank", "cell"};
    for (const Json& task : json["tasks"]) {
        const Json& best = task["best"];
        const bool has = !best.is_null();
        table.add({task["name"].get<std::string>(), task["evaluations"].dump(),
                   std::to_string(task["population"].size()), task["history"].dump(),
                   has && best["value"].is_number() ? shortNumber(best["value"].get<double>()) : "–",
                   has && best["rank"].is_number() ? best["rank"].dump() : "–",
                   has ? best["cell"].get<std::string>() : ""});
    }
    text += table.text(2);
    if (!json["finished"].get<bool>())
        text += "\n  The run did not come to its end.\n";
    return text + fmt::format("\n  hash {}\n", json["hash"].get<std::string>());
}

/// Runs the method again from the header and compares event by event; trained values are those of the record.
void verify(const Record& record, std::shared_ptr<const Table> table)
{
    const bool isTrained = isPlan(table->content().path);
    const auto problem = problemOf(record.header, std::move(table));
    if (isTrained)
        verifyTrained(record, *problem);
    else
        (void)resume(record, problem);
}

int run(const Arguments& arguments, Console& console)
{
    const LoadedRecord loaded = openRecord(arguments.operands().front(), console);
    const EventIndex at = eventOf(arguments, loaded.record);
    const bool verifies = arguments.has("--verify");
    const auto table = verifies ? tableOfRecord(arguments, loaded.record.header)
                                : tableOfRecordIfThere(arguments, loaded.record.header);
    Json json = stateJson(loaded, at, table.get());
    if (verifies) {
        verify(loaded.record, table);
        json["verified"] = true;
    }
    if (arguments.has("--json")) {
        print(console, json);
        return 0;
    }
    console.out << stateText(json);
    if (verifies)
        console.out << "  The method gives the same events again.\n";
    return 0;
}

} // namespace

Command replayCommand()
{
    Command command;
    command.name = "replay";
    command.summary = "show the state of a recorded run at any event";
    command.description = {"Opens the record of a run and shows the state after a number of events: for each "
                           "task the best cell so far, the "
                           "population and the size of the history. Nothing is computed again; the state is "
                           "what the events say.",
                           "A record whose file was torn (crash, full disk) opens up to its last good part, "
                           "and what was dropped is said. The hash "
                           "is that of the whole record."};
    command.operands = {{"RECORD", "The record of a run.", ValueKind::File, false, false}};
    Option at;
    at.name = "--at";
    at.value = "EVENT";
    at.text = "Show the state after this many events. Without it, the end.";
    Option verifyOption;
    verifyOption.name = "--verify";
    verifyOption.text = "Run the method again and check that it gives the record's events. Needs the table.";
    command.options = {at, tableOption(), proxiesOption(), verifyOption, jsonOption(), helpOption()};
    command.examples = {
        {"ktnas replay a.ktr --at 1000", "The state after the first 1,000 events."},
        {"ktnas replay a.ktr --verify --json", "Proof that the record is what the method does."}};
    command.run = run;
    return command;
}

} // namespace ktnas::cli
