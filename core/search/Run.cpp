// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/Run.h"

#include "core/base/Error.h"
#include "core/record/Serialize.h"
#include "core/search/MethodShell.h"

#include <algorithm>
#include <utility>

namespace ktnas {

namespace {

/// Values by individual, as far as a record has them. Trained values replay exactly this way.
class KnownValues {
public:
    explicit KnownValues(const Record& record)
    {
        for (EventIndex i = 0; i < record.events.size(); ++i)
            if (const auto* evaluated = std::get_if<Evaluated>(&record.events[i])) {
                const std::size_t member = evaluated->member.value;
                if (member >= m_values.size())
                    m_values.resize(std::max(member + 1, 2 * m_values.size()));
                m_values[member] = evaluated->value;
            }
    }
    std::optional<double> of(MemberId member) const
    {
        return member.value < m_values.size() ? m_values[member.value] : std::nullopt;
    }

private:
    std::vector<std::optional<double>> m_values;
};

/// Throws RecordMismatch if the first `count` events of the two are not the same, bit for bit.
void checkSameEvents(const EventLog& events, const Record& parent, EventIndex count)
{
    const EventIndex common = std::min(count, events.size());
    PortableOArchive mine;
    PortableOArchive theirs;
    for (EventIndex i = 0; i < common; ++i) {
        saveEvent(mine, events[i]);
        saveEvent(theirs, parent.events[i]);
        if (mine.bytes() != theirs.bytes())
            throw Error(ErrorCode::RecordMismatch)
                .inColumn("event " + std::to_string(i))
                .expecting("the record's event")
                .butFound("another one when the run was repeated")
                .hinting("The record was made by another version of the program, or its table has changed.");
        mine.clear();
        theirs.clear();
    }
    if (events.size() < count)
        throw Error(ErrorCode::RecordMismatch)
            .expecting(std::to_string(count) + " events")
            .butFound("only " + std::to_string(events.size()) + " when the run was repeated");
}

} // namespace

struct Run::Impl {
    Impl(RunHeader header, std::shared_ptr<const Problem> givenProblem,
         EventIndex watchFrom = std::numeric_limits<EventIndex>::max())
        : problem(std::move(givenProblem))
    {
        record.header = std::move(header);
        shell = std::make_unique<MethodShell>(checkedHeader(record.header, *problem), *problem,
                                              &record.events, watchFrom);
        record.finished = shell->done();
    }

    void answer(const KnownValues* known = nullptr)
    {
        values.clear();
        for (const Request& request : shell->asked()) {
            const auto kept = known ? known->of(request.member) : std::nullopt;
            values.push_back(kept ? *kept : problem->value(request.task, request.cell));
        }
        shell->tell(values);
        record.finished = shell->done();
    }

    std::shared_ptr<const Problem> problem;
    Record record;
    std::unique_ptr<MethodShell> shell;
    std::vector<double> values;
};

Run::Run(RunHeader header, std::shared_ptr<const Problem> problem)
    : m_impl(std::make_unique<Impl>(std::move(header), std::move(problem)))
{
}

Run::Run(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}

Run::~Run() = default;
Run::Run(Run&&) noexcept = default;
Run& Run::operator=(Run&&) noexcept = default;

bool Run::advance(std::size_t limit)
{
    std::size_t answered = 0;
    while (!done()) {
        const std::size_t batch = m_impl->shell->asked().size();
        if (answered > 0 && answered + batch > limit)
            break;
        m_impl->answer();
        answered += batch;
    }
    return !done();
}

bool Run::advanceGeneration()
{
    const std::uint32_t generation = m_impl->shell->scene().generation();
    while (!done() && m_impl->shell->scene().generation() == generation)
        m_impl->answer();
    return !done();
}

bool Run::done() const
{
    return m_impl->shell->done();
}
const Record& Run::record() const
{
    return m_impl->record;
}
std::shared_ptr<const Problem> Run::problem() const
{
    return m_impl->problem;
}

Run fork(const Record& parent, std::shared_ptr<const Problem> problem, EventIndex at,
         const SettingValues& changed, const std::optional<LearnFrom>& learnFrom)
{
    at = std::min(at, parent.events.size());
    RunHeader header = parent.header;
    std::erase_if(header.changes, [&](const SettingChange& change) { return change.at >= at; });
    // Two names are one setting changed once; what stays as it is, is no change.
    SettingValues before = header.settings;
    for (const SettingChange& change : header.changes)
        before.insert(before.end(), change.settings.begin(), change.settings.end());
    before = resolvedSettings(*problem, header.method, before);
    SettingValues wanted = before;
    wanted.insert(wanted.end(), changed.begin(), changed.end());
    wanted = resolvedSettings(*problem, header.method, wanted);
    SettingChange edit;
    edit.at = at;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if (wanted[i] != before[i])
            edit.settings.push_back(wanted[i]);
    edit.learnFrom = learnFrom;
    const bool isEdited = !edit.settings.empty() || edit.learnFrom;
    if (isEdited)
        header.changes.push_back(std::move(edit));
    header.forkOf = recordHash(parent);

    auto impl = std::make_unique<Run::Impl>(std::move(header), std::move(problem), at);
    const KnownValues known(parent);
    const Scene& scene = impl->shell->scene();
    while (!scene.watchedAt() && !impl->shell->done())
        impl->answer(&known);
    RunHeader& made = impl->record.header;
    made.forkedAt = scene.watchedAt().value_or(impl->record.events.size());
    if (isEdited && scene.watchedAt())
        made.changes.back().at = made.forkedAt;
    else if (isEdited)
        made.changes.pop_back(); // the run ended before the edit could take effect
    checkSameEvents(impl->record.events, parent, std::min(made.forkedAt, parent.events.size()));
    return Run(std::move(impl));
}

Run resume(const Record& parent, std::shared_ptr<const Problem> problem)
{
    auto impl = std::make_unique<Run::Impl>(parent.header, std::move(problem));
    const KnownValues known(parent);
    while (!impl->shell->done() && impl->record.events.size() < parent.events.size())
        impl->answer(&known);
    checkSameEvents(impl->record.events, parent, parent.events.size());
    return Run(std::move(impl));
}

} // namespace ktnas
