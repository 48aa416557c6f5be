// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/VoteScene.h"

#include "core/stats/Correlation.h"
#include "widgets/models/CellWords.h"
#include "widgets/session/Session.h"
#include "widgets/style/Numbers.h"

#include <algorithm>
#include <cmath>

namespace ktnas {
namespace {

std::uint32_t trueRank(const Session& session, std::size_t tableTask, CellId cell)
{
    const auto row = session.table()->rowOf(cell);
    return row ? session.ranks(tableTask)[*row] : 0;
}

QString shortTitle(const Session& session, std::size_t tableTask)
{
    return QString::fromStdString(session.table()->tasks()[tableTask].title);
}

} // namespace

VoteScene VoteScene::at(const Session& session, TaskId task)
{
    VoteScene election;
    election.task = task;
    const RunController* run = session.currentRun();
    if (run == nullptr || task.isNone() || task.value >= session.stateAtCursor().tasks.size())
        return election;
    const RunState::TaskState& state = session.stateAtCursor().tasks[task.value];
    election.generation = state.electionGeneration;
    if (state.skipped)
        election.skipped = state.skipReason;
    const std::size_t tableTask = session.tableTask(task);
    for (const RunState::Offer& offer : state.candidates) {
        Contender contender;
        contender.cell = offer.cell;
        for (const TaskId source : offer.sources)
            contender.sources.push_back(session.tableTask(source));
        contender.phi = offer.phi;
        contender.chosen = offer.chosen;
        contender.drawn = offer.drawn;
        contender.truth = trueRank(session, tableTask, offer.cell);
        election.candidates.push_back(std::move(contender));
    }
    std::stable_sort(
        election.candidates.begin(), election.candidates.end(),
        [](const auto& a, const auto& b) { return a.chosen != b.chosen ? a.chosen : a.phi > b.phi; });
    for (const RunState::Vote& vote : state.votes) {
        const RecordIndex::Life& life = run->index().life(vote.voter);
        const auto chosen = std::find_if(election.candidates.begin(), election.candidates.end(),
                                         [&](const Contender& c) { return c.cell == vote.candidate; });
        election.voters.push_back({vote.voter, life.birth.cell, life.generation, vote.label,
                                   chosen == election.candidates.end()
                                       ? -1
                                       : static_cast<int>(chosen - election.candidates.begin()),
                                   vote.similarity});
    }
    return election;
}

QString VoteScene::finding() const
{
    if (skipped && *skipped == SkipReason::NoPositiveRank)
        return tr("No candidate had φ above 0: nothing was transferred");
    if (candidates.empty() && skipped)
        return tr("Nothing was transferred in this generation");
    if (candidates.empty())
        return tr("No election yet");
    int chosen = 0;
    int byLot = 0;
    int lotPhi = 0;
    for (const Contender& contender : candidates) {
        chosen += contender.chosen ? 1 : 0;
        byLot += contender.drawn ? 1 : 0;
        if (contender.drawn)
            lotPhi = contender.phi;
    }
    if (chosen == 0)
        return tr("%n candidates, none chosen", nullptr, static_cast<int>(candidates.size()));
    const QString whole = formatCount(static_cast<std::int64_t>(candidates.size()));
    if (voters.empty())
        return tr("%1 drawn from %2: the history is still empty").arg(formatCount(chosen), whole);
    if (byLot == 0)
        return tr("%1 chosen from %2, all by φ").arg(formatCount(chosen), whole);
    const auto equal = std::count_if(candidates.begin(), candidates.end(), [&](const Contender& c) {
        return c.phi == lotPhi && (c.drawn || !c.chosen);
    });
    return tr("%1 chosen from %2: %3 by φ, %4 drawn from the %5 with φ %6")
        .arg(formatCount(chosen), whole, formatCount(chosen - byLot), formatCount(byLot), formatCount(equal),
             formatSigned(lotPhi));
}

QString VoteScene::why(const Session& session, CellId cell) const
{
    const auto place = std::find_if(candidates.begin(), candidates.end(),
                                    [&](const Contender& c) { return c.cell == cell; });
    if (place == candidates.end())
        return tr("This cell was no candidate in this vote.");
    int votesFor = 0;
    int votesAgainst = 0;
    for (const Voter& voter : voters) {
        if (voter.candidate == place - candidates.begin())
            (voter.label > 0 ? votesFor : votesAgainst) += 1;
    }
    QStringList sentences{tr("%n votes for, %1 against: φ = %2.", nullptr, votesFor)
                              .arg(formatCount(votesAgainst), formatSigned(place->phi))};
    if (!place->chosen) {
        sentences += tr("It was not chosen.");
        return sentences.join(u' ');
    }
    if (place->drawn)
        sentences += tr("It was drawn among candidates with the same φ.");
    const RecordIndex& index = session.currentRun()->index();
    for (const MemberId migrant : index.migrants(task)) {
        const RecordIndex::Life& life = index.life(migrant);
        if (life.birth.cell != cell || life.generation != generation
            || life.bornAt >= session.cursor().position())
            continue;
        if (life.joinedAt != 0 && life.joinedAt < session.cursor().position())
            sentences += tr("It survived into the parents.");
        else if (life.evaluatedAt != 0)
            sentences += tr("It did not survive into the parents.");
        if (life.labelledAt != 0 && life.labelledAt < session.cursor().position()) {
            sentences += life.label > 0 ? tr("A child of it was among the best: its label is +1.")
                                        : tr("No child of it was among the best: its label is −1.");
        }
    }
    return sentences.join(u' ');
}

QString VoteScene::truth(const Session& session, CellId cell) const
{
    const auto place = std::find_if(candidates.begin(), candidates.end(),
                                    [&](const Contender& c) { return c.cell == cell; });
    if (place == candidates.end() || place->truth == 0)
        return {};
    const auto better = std::count_if(candidates.begin(), candidates.end(), [&](const Contender& c) {
        return c.truth != 0 && c.truth < place->truth;
    });
    QString text =
        tr("On %1 it is %2, number %3 of the %n candidates.", nullptr, static_cast<int>(candidates.size()))
            .arg(shortTitle(session, session.tableTask(task)), formatRank(place->truth),
                 formatCount(better + 1));
    const auto best =
        std::min_element(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) {
            return (a.truth == 0 ? UINT32_MAX : a.truth) < (b.truth == 0 ? UINT32_MAX : b.truth);
        });
    if (best != place) {
        text += u' '
            + tr("The best candidate, cell %1, has φ %2 and %3.")
                  .arg(CellWords::number(*session.table(), best->cell), formatSigned(best->phi),
                       formatRank(best->truth));
    }
    return text;
}

MigrantFates MigrantFates::at(const Session& session)
{
    MigrantFates fates;
    const RunController* run = session.currentRun();
    if (run == nullptr)
        return fates;
    const RecordIndex& index = run->index();
    const EventIndex cursor = session.cursor().position();
    fates.tasks = index.taskCount();
    fates.counts.assign(fates.tasks * fates.tasks * 3, 0);
    for (std::size_t target = 0; target < fates.tasks; ++target) {
        for (const MemberId migrant : index.migrants(TaskId(static_cast<std::uint16_t>(target)))) {
            const RecordIndex::Life& life = index.life(migrant);
            if (life.bornAt >= cursor)
                break;
            if (life.birth.source.isNone())
                continue;
            const bool joined = life.joinedAt != 0 && life.joinedAt < cursor;
            const bool positive = life.labelledAt != 0 && life.labelledAt < cursor && life.label > 0;
            const Fate fate = positive ? Positive : joined ? Survived : Lost;
            ++fates.counts[(life.birth.source.value * fates.tasks + target) * 3 + fate];
            ++fates.total;
            ++fates.byFate[fate];
        }
    }
    return fates;
}

QString MigrantFates::finding() const
{
    if (total == 0)
        return tr("No migrants yet");
    return tr("%1 of %n migrants survived or had a good child, %2 were labelled +1", nullptr, total)
        .arg(formatCount(total - byFate[Lost]), formatCount(byFate[Positive]));
}

void PhiAudit::close(const Session& session, TaskId task, EventIndex at)
{
    Open& open = m_open[task.value];
    if (open.cells.size() > 1) {
        const std::size_t tableTask = session.tableTask(task);
        const Measure& measure = session.table()->tasks()[tableTask].measure();
        std::vector<double> truths;
        std::vector<double> phis;
        for (std::size_t i = 0; i < open.cells.size(); ++i) {
            const auto row = session.table()->rowOf(open.cells[i]);
            if (!row || std::isnan(measure.values[*row]))
                continue;
            truths.push_back(measure.direction == Direction::Minimise ? -measure.values[*row]
                                                                      : measure.values[*row]);
            phis.push_back(open.phi[i]);
        }
        const double tau = truths.size() > 1 ? kendallTauB(phis, truths) : std::nan("");
        m_points.push_back({m_generation, at, task, tau, truths.size()});
    }
    open.cells.clear();
    open.phi.clear();
}

void PhiAudit::follow(const Session& session)
{
    const RunController* run = session.currentRun();
    if (run != m_run || (run != nullptr && run->index().size() < m_read)) {
        m_run = run;
        m_read = 0;
        m_generation = 0;
        m_points.clear();
        m_open.assign(run == nullptr ? 0 : run->index().taskCount(), {});
    }
    if (run == nullptr)
        return;
    const RecordIndex& index = run->index();
    for (; m_read < index.size(); ++m_read) {
        const Event& event = index.events()[m_read];
        if (const auto* began = std::get_if<GenerationBegan>(&event)) {
            for (std::size_t t = 0; t < m_open.size(); ++t)
                close(session, TaskId(static_cast<std::uint16_t>(t)), m_read);
            m_generation = began->generation;
        } else if (const auto* candidate = std::get_if<Candidate>(&event)) {
            Open& open = m_open[candidate->task.value];
            if (std::find(open.cells.begin(), open.cells.end(), candidate->cell) == open.cells.end()) {
                open.cells.push_back(candidate->cell);
                open.phi.push_back(0);
            }
        } else if (const auto* vote = std::get_if<Voted>(&event)) {
            Open& open = m_open[vote->task.value];
            const auto place = std::find(open.cells.begin(), open.cells.end(), vote->candidate);
            if (place != open.cells.end())
                open.phi[static_cast<std::size_t>(place - open.cells.begin())] += vote->label;
        }
    }
    // No further generation will close the last elections of a run that is over.
    if (!run->canResume()) {
        for (std::size_t t = 0; t < m_open.size(); ++t)
            close(session, TaskId(static_cast<std::uint16_t>(t)), m_read);
    }
}

} // namespace ktnas
