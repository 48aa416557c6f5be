// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/Diary.h"

#include "widgets/models/CellWords.h"
#include "widgets/session/Session.h"
#include "widgets/style/Numbers.h"

#include <algorithm>
#include <optional>
#include <set>

namespace ktnas {
namespace {

/// What one task did in the generation, collected event by event.
struct Chapter {
    std::set<CellId> candidates;
    int chosen = 0;
    int largestPhi = 0;
    EventIndex chosenAt = 0;
    std::optional<SkipReason> skipped;
    EventIndex skippedAt = 0;
    std::optional<BestImproved> best;
    EventIndex bestAt = 0;
    int migrants = 0;
    std::set<MemberId> migrantIds;
    int survived = 0;
    int positive = 0;
    int labelled = 0;
    EventIndex labelledAt = 0;
    std::optional<TargetMet> met;
    EventIndex metAt = 0;
    int spent = 0;
    int failed = 0;
    EventIndex notedAt = 0;
};

} // namespace

QString Diary::skipText(SkipReason reason, int historySize)
{
    switch (reason) {
    case SkipReason::NoPositiveRank:
        return tr("Skipped transfer: no candidate had φ above 0 (%n in the history).", nullptr, historySize);
    case SkipReason::NoCandidates:
        return tr("Skipped transfer: there was no candidate.");
    case SkipReason::CoinSaidNo:
        return tr("Skipped transfer: the coin said no.");
    case SkipReason::SwitchedOff:
        return {};
    case SkipReason::SelfEvolution:
        return tr("Evolved by itself, nothing was transferred.");
    }
    return {};
}

std::vector<DiaryLine> Diary::ofGeneration(const Session& session, std::uint32_t generation, EventIndex begin,
                                           EventIndex end)
{
    const RunController& run = *session.currentRun();
    const RecordIndex& index = run.index();
    std::vector<Chapter> chapters(index.taskCount());
    for (EventIndex i = begin; i < end; ++i) {
        const Event& event = index.events()[i];
        if (const auto* candidate = std::get_if<Candidate>(&event)) {
            chapters[candidate->task.value].candidates.insert(candidate->cell);
        } else if (const auto* chosen = std::get_if<Chosen>(&event)) {
            Chapter& chapter = chapters[chosen->task.value];
            chapter.largestPhi =
                chapter.chosen == 0 ? chosen->phi : std::max(chapter.largestPhi, chosen->phi);
            ++chapter.chosen;
            chapter.chosenAt = i + 1;
        } else if (const auto* skipped = std::get_if<TransferSkipped>(&event)) {
            chapters[skipped->task.value].skipped = skipped->reason;
            chapters[skipped->task.value].skippedAt = i + 1;
        } else if (const auto* best = std::get_if<BestImproved>(&event)) {
            chapters[best->task.value].best = *best;
            chapters[best->task.value].bestAt = i + 1;
        } else if (const auto* born = std::get_if<Born>(&event)) {
            if (born->origin == Origin::Migrant) {
                ++chapters[born->task.value].migrants;
                chapters[born->task.value].migrantIds.insert(born->member);
            }
        } else if (const auto* joined = std::get_if<Joined>(&event)) {
            Chapter& chapter = chapters[joined->task.value];
            if (chapter.migrantIds.contains(joined->member))
                ++chapter.survived;
        } else if (const auto* labelled = std::get_if<Labelled>(&event)) {
            Chapter& chapter = chapters[labelled->task.value];
            ++chapter.labelled;
            chapter.positive += labelled->label > 0 ? 1 : 0;
            chapter.labelledAt = i + 1;
        } else if (const auto* met = std::get_if<TargetMet>(&event)) {
            chapters[met->task.value].met = *met;
            chapters[met->task.value].metAt = i + 1;
        } else if (const auto* noted = std::get_if<Noted>(&event);
                   noted != nullptr && !noted->task.isNone()) {
            Chapter& chapter = chapters[noted->task.value];
            chapter.spent += noted->code == NoteCode::NeighbourhoodSpent ? 1 : 0;
            chapter.failed += noted->code == NoteCode::EvaluationFailed ? 1 : 0;
            chapter.notedAt = i + 1;
        }
    }

    std::vector<DiaryLine> lines;
    const auto say = [&](EventIndex at, std::size_t task, const QString& text) {
        if (!text.isEmpty())
            lines.push_back({at, generation, TaskId(static_cast<std::uint16_t>(task)), text});
    };
    for (std::size_t t = 0; t < chapters.size(); ++t) {
        const Chapter& chapter = chapters[t];
        const std::size_t tableTask = session.tableTask(TaskId(static_cast<std::uint16_t>(t)));
        const Measure& measure = session.table()->tasks()[tableTask].measure();
        if (chapter.skipped) {
            const auto history = index.stateAt(chapter.skippedAt).tasks[t].history.size();
            say(chapter.skippedAt, t, skipText(*chapter.skipped, static_cast<int>(history)));
        }
        if (chapter.chosen > 0) {
            say(chapter.chosenAt, t,
                tr("Chose %n migrants from %1 candidates; largest φ %2.", nullptr, chapter.chosen)
                    .arg(formatCount(static_cast<std::int64_t>(chapter.candidates.size())),
                         formatSigned(chapter.largestPhi)));
        }
        if (chapter.best) {
            const RecordIndex::Life& life = index.life(chapter.best->member);
            const auto row = session.table()->rowOf(life.birth.cell);
            const QString value = CellWords::value(measure, chapter.best->value);
            const QString rank = row ? formatRank(session.ranks(tableTask)[*row]) : QString();
            if (generation == 0)
                say(chapter.bestAt, t, tr("Best of the first cells: %1, %2.").arg(value, rank));
            else if (life.birth.origin == Origin::Migrant)
                say(chapter.bestAt, t, tr("New best: %1, %2, a migrant.").arg(value, rank));
            else
                say(chapter.bestAt, t, tr("New best: %1, %2, a child.").arg(value, rank));
        }
        if (chapter.met)
            say(chapter.metAt, t,
                tr("Target met after %n evaluations.", nullptr, static_cast<int>(chapter.met->evaluations)));
        if (chapter.labelled > 0) {
            say(chapter.labelledAt, t,
                tr("%1 of %n migrants survived; %2 labelled +1.", nullptr,
                   std::max(chapter.migrants, chapter.labelled)) // a childless migrant may have no label
                    .arg(formatCount(chapter.survived), formatCount(chapter.positive)));
        }
        if (chapter.spent > 0)
            say(chapter.notedAt, t,
                tr("All neighbours of a parent had been evaluated %n times; stepped to a random one.",
                   nullptr, chapter.spent));
        if (chapter.failed > 0)
            say(chapter.notedAt, t, tr("%n evaluations failed.", nullptr, chapter.failed));
    }
    std::stable_sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    return lines;
}

std::vector<DiaryLine> Diary::lines(const Session& session, EventIndex cursor, int limit)
{
    std::vector<DiaryLine> result;
    const RunController* run = session.currentRun();
    if (run == nullptr || session.table() == nullptr)
        return result;
    const auto generations = run->index().generations();
    EventIndex end = std::min(cursor, run->index().size());
    const auto after = std::lower_bound(generations.begin(), generations.end(), end);
    for (auto g = after - generations.begin(); g > 0 && static_cast<int>(result.size()) < limit; --g) {
        const auto generation = static_cast<std::uint32_t>(g - 1);
        auto lines = ofGeneration(session, generation, generations[generation], end);
        result.insert(result.begin(), lines.begin(), lines.end());
        end = generations[generation];
    }
    if (static_cast<int>(result.size()) > limit)
        result.erase(result.begin(), result.end() - limit);
    return result;
}

} // namespace ktnas
