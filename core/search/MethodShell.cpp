// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/MethodShell.h"

#include "core/base/Error.h"
#include "core/search/Methods.h"

namespace ktnas {

namespace {

Steps bodyOf(const std::string& method, Scene& scene)
{
    if (method == "random")
        return searchAtRandom(scene);
    if (method == "rea")
        return searchByAging(scene, "rea");
    if (method == "zero")
        return searchByAging(scene, "zero");
    if (method == "emt-nas")
        return searchByMating(scene);
    if (method == "mt-nas")
        return searchByAdaptiveTransfer(scene);
    KTNAS_ASSERT(method == "ktnas");
    return searchByTransferRank(scene);
}

} // namespace

MethodShell::MethodShell(const RunHeader& header, const Problem& problem, EventSink* sink,
                         EventIndex watchFrom)
    : m_scene(header, problem, sink, watchFrom)
    , m_steps(bodyOf(header.method, m_scene))
{
    m_steps.resume();
}

void MethodShell::tell(std::span<const double> values)
{
    if (values.size() != m_scene.asked().size())
        throw Error(ErrorCode::BadArgument)
            .inColumn("values")
            .expecting(std::to_string(m_scene.asked().size()) + " values")
            .butFound(std::to_string(values.size()));
    if (done())
        return;
    m_scene.take(values);
    m_steps.resume();
}

std::unique_ptr<Method> startMethod(const RunHeader& header, const Problem& problem, EventSink* sink)
{
    return std::make_unique<MethodShell>(checkedHeader(header, problem), problem, sink);
}

} // namespace ktnas
