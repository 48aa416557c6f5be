// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/Run.h"

#include "core/search/MethodShell.h"
#include "core/search/Replay.h"

#include <algorithm>
#include <utility>

namespace ktnas {

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
    ForkStart start = forkStart(parent, *problem, at, changed, learnFrom);
    auto impl = std::make_unique<Run::Impl>(std::move(start.header), std::move(problem), start.at);
    const KnownValues known(parent);
    const Scene& scene = impl->shell->scene();
    while (!scene.watchedAt() && !impl->shell->done())
        impl->answer(&known);
    RunHeader& made = impl->record.header;
    settleFork(made, start.isEdited, scene.watchedAt(), impl->record.events.size());
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
