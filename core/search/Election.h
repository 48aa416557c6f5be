// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/History.h"
#include "core/search/Population.h"
#include "core/search/Scene.h"
#include "core/search/SettingReader.h"
#include "core/search/Similarity.h"
#include "core/search/TransferRank.h"

#include <cstdint>
#include <span>
#include <vector>

namespace ktnas {

// Order as in the settings.
enum class Transfer : std::uint8_t { Rank, Random, Coin, Source, Proxy, Oracle, None };
enum class Skip : std::uint8_t { On, Off, RandomInstead };
enum class LastGroup : std::uint8_t { Random, Source, Proxy };
enum class EmptyHistory : std::uint8_t { Random, KeepLast, None };

/// A cell that stands for election: the first source, in task order, that has it among its parents.
struct Nominee {
    CellId cell;
    TaskId source;
    MemberId member;
    std::size_t place = 0; ///< among that source's parents, 0 = best
};

/// Decides for a target task which cells of the other tasks migrate, by transfer rank or by one of the
/// controls, and keeps each task's history. Writes the events of the election.
class Election {
public:
    explicit Election(Scene& scene);
    void readSettings(const SettingReader& settings);

    /// Holds the election of a task in the scene's generation. `sources`: the parents of all tasks as this
    /// task sees them; `own`: the task's parents now; `proxy`: the task's, null if there is none.
    void hold(TaskId task, std::span<const Parents> sources, const Parents& own, const ProxyScores* proxy);
    /// Who migrates, in the order of choice.
    std::span<const Nominee> chosen() const { return m_chosen; }
    /// A migrant got its label and enters the task's history. `child` decided it, none if there was none.
    void remember(TaskId task, MemberId migrant, std::int8_t label, MemberId child);

private:
    void nominate(TaskId task, std::span<const Parents> sources);
    void choose(TaskId task, const RankedChoice& selection, std::span<const int> phi);
    void chooseByLot(TaskId task);
    void byRank(TaskId task, const ProxyScores* proxy);
    void oracle(TaskId task, const Parents& own);
    void skip(TaskId task, SkipReason reason) { m_scene.emit(TransferSkipped{task, reason}); }
    std::vector<double> bySource() const;
    std::vector<double> byProxy(const ProxyScores* proxy) const;

    Scene& m_scene;
    Similarity m_similarity;
    std::vector<History> m_histories; ///< by task
    std::vector<std::vector<Nominee>> m_last; ///< by task: who migrated last, for empty_history = keep_last
    std::vector<std::uint8_t> m_hasTransferred; ///< by task
    std::vector<Nominee> m_nominees;
    std::vector<Nominee> m_chosen;

    Transfer m_transfer = Transfer::Rank;
    Skip m_skip = Skip::On;
    LastGroup m_lastGroup = LastGroup::Random;
    EmptyHistory m_emptyHistory = EmptyHistory::Random;
    Positives m_positives = Positives::Set;
    bool m_onlyUnseen = false;
    std::uint32_t m_count = 0; ///< n
    std::uint32_t m_window = 0; ///< m
    double m_coinRate = 0;
};

} // namespace ktnas
