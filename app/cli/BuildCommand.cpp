// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/Common.h"
#include "app/cli/TextTable.h"
#include "core/base/Error.h"
#include "core/experiment/Runner.h"
#include "core/learn/work/Builder.h"

#include <chrono>
#include <filesystem>

#include <fmt/format.h>

namespace ktnas::cli {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds oneStep{500};
constexpr std::chrono::seconds eachLine{60};

std::string hours(double seconds)
{
    if (seconds < 90)
        return fmt::format("{:.0f} s", seconds);
    if (seconds < 5400)
        return fmt::format("{:.0f} min", seconds / 60);
    return fmt::format("{:.1f} h", seconds / 3600);
}

/// The files that stand beside the table: "light.csv" has "light.kts", or "light-2of3.kts" for a part.
std::string shardPath(const std::string& out, const Shard& part)
{
    std::filesystem::path path(out);
    std::string name = path.stem().string();
    if (part.count > 1)
        name += fmt::format("-{}of{}", part.index, part.count);
    return path.replace_filename(name + ".kts").string();
}

std::string progressText(const BenchmarkBuilder& builder)
{
    const BuildProgress progress = builder.progress();
    std::string text = fmt::format("{} of {} trainings", progress.done, progress.total);
    if (progress.failed > 0)
        text += fmt::format(", {} failed", progress.failed);
    text += fmt::format(", {} of processor time so far", hours(progress.secondsSpent));
    if (progress.wallSecondsLeft > 0 && progress.done < progress.total)
        text += fmt::format(", about {} to go", hours(progress.wallSecondsLeft));
    return text;
}

/// Says how far it is: in place on a terminal, else a line a minute, so that a log tells the story.
class Teller {
public:
    explicit Teller(Console& console)
        : m_console(console)
    {
    }
    void tell(const BenchmarkBuilder& builder)
    {
        const Clock::time_point now = Clock::now();
        if (m_console.showsProgress) {
            m_console.err << "\r\033[K" << progressText(builder) << std::flush;
        } else if (now - m_last >= eachLine) {
            m_console.err << progressText(builder) << std::endl;
            m_last = now;
        }
    }
    void end(const BenchmarkBuilder& builder)
    {
        m_console.err << (m_console.showsProgress ? "\r\033[K" : "") << progressText(builder) << std::endl;
    }

private:
    Console& m_console;
    Clock::time_point m_last = Clock::now();
};

BenchmarkBuilder::Options optionsOf(const Arguments& arguments, const Shard& part)
{
    BenchmarkBuilder::Options options;
    options.shard = shardPath(arguments.value("--out").value(), part);
    options.resume = arguments.has("--resume");
    options.done = arguments.values("--done");
    options.part = static_cast<std::uint32_t>(part.index);
    options.parts = static_cast<std::uint32_t>(part.count);
    options.pool.command = workerCommand();
    options.pool.workers = static_cast<unsigned>(
        std::min<std::uint64_t>(arguments.wholeNumber("--jobs", 1).value_or(defaultWorkers()), 1024));
    options.pool.devices = {arguments.value("--device").value()};
    return options;
}

int run(const Arguments& arguments, Console& console)
{
    const Shard part = parseShard(arguments.value("--shard").value());
    const BenchmarkPlan plan = readBenchmarkPlan(arguments.operands().front());
    BenchmarkBuilder builder(plan, optionsOf(arguments, part));
    Teller teller(console);
    while (builder.step(oneStep)) {
        teller.tell(builder);
        if (console.stop.stop_requested()) {
            builder.stop();
            builder.sync();
            teller.end(builder);
            Error cancelled(ErrorCode::Cancelled);
            throw cancelled.inFile(shardPath(arguments.value("--out").value(), part))
                .hinting("All finished trainings are there; --resume goes on.");
        }
    }
    builder.sync();
    teller.end(builder);
    return 0;
}

} // namespace

Command buildBenchmarkCommand()
{
    Command command;
    command.name = "build-benchmark";
    command.summary = "train every network of a space on every task of a plan";
    command.description = {"Trains."};
    command.operands = {{"PLAN", "The plan.", ValueKind::File, false, true}};
    const auto option = [](const char* name, const char* value, const char* defaultValue, const char* text) {
        return Option{name, value, defaultValue, text, ValueKind::Text, false, false};
    };
    Option out = option("--out", "FILE", "",
                        "The table. The results of single trainings go to a file .kts beside it.");
    out.kind = ValueKind::File;
    out.required = true;
    Option done =
        option("--done", "SHARD", "", "Results in this file count as done. May be given several times.");
    done.kind = ValueKind::File;
    done.repeated = true;
    command.options = {
        out,
        option("--resume", "", "", "Go on with the results that are there."),
        done,
        option("--shard", "I/N", "1/1", "Train only the I-th of N parts."),
        option("--jobs", "N", "", "Worker processes. Without it, KTNAS_THREADS or one a core."),
        option("--device", "D", "cpu", "Where to train: cpu, cuda or cuda:1."),
        jsonOption(),
        helpOption()};
    command.examples = {{"ktnas build-benchmark plan.json --out mine.csv", "Trains on all cores."}};
    command.run = run;
    return command;
}

} // namespace ktnas::cli
