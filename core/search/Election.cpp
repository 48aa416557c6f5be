// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/Election.h"

#include <algorithm>
#include <limits>

namespace ktnas {

Election::Election(Scene& scene)
    : m_scene(scene)
    , m_histories(scene.taskCount())
    , m_last(scene.taskCount())
    , m_hasTransferred(scene.taskCount(), 0)
{
}

void Election::readSettings(const SettingReader& settings)
{
    m_transfer = settings.choice<Transfer>("transfer");
    m_skip = settings.choice<Skip>("skip");
    m_lastGroup = settings.choice<LastGroup>("last_group");
    m_emptyHistory = settings.choice<EmptyHistory>("empty_history");
    m_positives = settings.choice<Positives>("positives");
    m_onlyUnseen = settings.isOn("candidates", "unseen");
    m_count = settings.integer("n");
    m_window = settings.integer("m");
    m_coinRate = settings.real("coin_rate");
    m_similarity.configure(m_scene.problem(), settings.text("similarity_embedding"),
                           settings.choice<NegativeCosine>("negative_cosine"));
}

void Election::hold(TaskId task, std::span<const Parents> sources, const Parents& own,
                    const ProxyScores* proxy)
{
    m_chosen.clear();
    if (m_transfer == Transfer::None || m_count == 0)
        return skip(task, SkipReason::SwitchedOff);
    for (const MemberId member : m_histories[task.value].forget(m_scene.generation(), m_window, m_positives))
        m_scene.emit(Forgotten{member, task});
    nominate(task, sources);
    if (m_nominees.empty())
        return skip(task, SkipReason::NoCandidates);
    switch (m_transfer) {
    case Transfer::Rank:
        byRank(task, proxy);
        break;
    case Transfer::Random:
        chooseByLot(task);
        break;
    case Transfer::Coin: {
        // The first transfer always happens, as the first one by rank does.
        Stream coin = m_scene.stream(Purpose::TransferCoin, task);
        if (coin.chance(m_coinRate) || !m_hasTransferred[task.value])
            chooseByLot(task);
        else
            skip(task, SkipReason::CoinSaidNo);
        break;
    }
    case Transfer::Source:
        choose(task, selectByPreference(bySource(), m_count), {});
        break;
    case Transfer::Proxy:
        choose(task, selectByPreference(byProxy(proxy), m_count), {});
        break;
    case Transfer::Oracle:
        oracle(task, own);
        break;
    case Transfer::None:
        break;
    }
    if (!m_chosen.empty()) {
        m_hasTransferred[task.value] = 1;
        m_last[task.value] = m_chosen;
    }
}

void Election::nominate(TaskId task, std::span<const Parents> sources)
{
    m_nominees.clear();
    for (std::uint16_t s = 0; s < sources.size(); ++s) {
        const TaskId source(s);
        if (source == task || !m_scene.mayLearn(task, source))
            continue;
        const Parents& parents = sources[s];
        for (const Parent& one : parents) {
            if (m_onlyUnseen && m_scene.isSpent(task, one.cell))
                continue;
            m_scene.emit(Candidate{one.cell, task, source, one.member});
            // With aging parents stand in order of age, so the place is counted.
            const auto place = static_cast<std::size_t>(
                std::count_if(parents.begin(), parents.end(),
                              [&](const Parent& other) { return other.quality > one.quality; }));
            const auto same = std::find_if(m_nominees.begin(), m_nominees.end(),
                                           [&](const Nominee& nominee) { return nominee.cell == one.cell; });
            if (same == m_nominees.end())
                m_nominees.push_back({one.cell, source, one.member, place});
            else
                same->place = std::min(same->place, place);
        }
    }
}

std::vector<double> Election::bySource() const
{
    // Places, not values: fitness of different tasks has different units.
    std::vector<double> preference;
    for (const Nominee& nominee : m_nominees)
        preference.push_back(-static_cast<double>(nominee.place));
    return preference;
}

std::vector<double> Election::byProxy(const ProxyScores* proxy) const
{
    std::vector<double> preference;
    for (const Nominee& nominee : m_nominees)
        preference.push_back(proxy ? proxy->values[nominee.cell.value] : 0);
    return preference;
}

void Election::choose(TaskId task, const RankedChoice& selection, std::span<const int> phi)
{
    for (std::size_t i = 0; i < selection.chosen.size(); ++i) {
        const std::uint32_t place = selection.chosen[i];
        m_chosen.push_back(m_nominees[place]);
        m_scene.emit(Chosen{m_nominees[place].cell, task, phi.empty() ? 0 : phi[place], i >= selection.sure});
    }
}

void Election::chooseByLot(TaskId task)
{
    Stream draws = m_scene.stream(Purpose::RandomTransfer, task);
    choose(task, selectByLot(m_nominees.size(), m_count, draws), {});
}

void Election::byRank(TaskId task, const ProxyScores* proxy)
{
    const auto voters = m_histories[task.value].entries();
    if (voters.empty()) {
        if (m_emptyHistory == EmptyHistory::None)
            return skip(task, SkipReason::NoPositiveRank);
        if (m_emptyHistory == EmptyHistory::KeepLast && m_hasTransferred[task.value]) {
            for (const Nominee& nominee : m_last[task.value]) {
                // It may be no parent of its source any more: it stands for election by having been taken.
                m_scene.emit(Candidate{nominee.cell, task, nominee.source, nominee.member});
                m_chosen.push_back(nominee);
                m_scene.emit(Chosen{nominee.cell, task, 0, false});
            }
            return;
        }
        return chooseByLot(task);
    }

    std::vector<CellId> cells;
    for (const Nominee& nominee : m_nominees)
        cells.push_back(nominee.cell);
    std::vector<double> similarities(cells.size());
    std::vector<std::uint32_t> votes;
    std::vector<std::int8_t> labels;
    for (const History::Entry& voter : voters) {
        m_similarity.measure(voter.cell, cells,
                             m_scene.stream(Purpose::EmbeddingStart, task, voter.member.value), similarities);
        Stream ties = m_scene.stream(Purpose::VoteTie, task, voter.member.value);
        const std::uint32_t vote = mostSimilar(similarities, ties);
        votes.push_back(vote);
        labels.push_back(voter.label);
        m_scene.emit(
            Voted{voter.member, cells[vote], task, voter.label, static_cast<float>(similarities[vote])});
    }
    const std::vector<int> phi = transferRanks(labels, votes, cells.size());
    if (*std::max_element(phi.begin(), phi.end()) <= 0 && m_skip != Skip::Off) {
        if (m_skip == Skip::RandomInstead)
            return chooseByLot(task);
        return skip(task, SkipReason::NoPositiveRank);
    }
    std::vector<double> preference;
    if (m_lastGroup == LastGroup::Source)
        preference = bySource();
    else if (m_lastGroup == LastGroup::Proxy)
        preference = byProxy(proxy);
    Stream draws = m_scene.stream(Purpose::LastGroup, task);
    choose(task, selectByRank(phi, m_count, preference, draws), phi);
}

void Election::oracle(TaskId task, const Parents& own)
{
    const Parents sorted = bestDistinct(own, own.size());
    const double bar = sorted.empty() ? -std::numeric_limits<double>::infinity()
                                      : sorted[std::min<std::size_t>(4, sorted.size() - 1)].quality;
    std::vector<double> truth;
    std::size_t better = 0;
    for (const Nominee& nominee : m_nominees) {
        const double quality = m_scene.quality(task, m_scene.problem().value(task, nominee.cell));
        const bool isGood = !m_scene.isSpent(task, nominee.cell) && quality > bar;
        truth.push_back(isGood ? quality : -std::numeric_limits<double>::infinity());
        better += isGood;
    }
    if (better == 0)
        return skip(task, SkipReason::NoCandidates);
    choose(task, selectByPreference(truth, std::min<std::size_t>(m_count, better)), {});
}

void Election::remember(TaskId task, MemberId migrant, std::int8_t label, MemberId child)
{
    const MemberId replaced = m_histories[task.value].remember(
        {migrant, m_scene.individual(migrant).cell, label, m_scene.generation()}, m_positives);
    if (!replaced.isNone())
        m_scene.emit(Forgotten{replaced, task});
    m_scene.emit(Labelled{migrant, task, label, child});
}

} // namespace ktnas
