// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/Run.h"
#include "core/search/Scene.h"
#include "core/search/Steps.h"

#include <memory>

namespace ktnas {

/// A method's body and its scene, as ask/tell.
class MethodShell final : public Method {
public:
    /// The header must be checked (checkedHeader()).
    MethodShell(const RunHeader& header, const Problem& problem, EventSink* sink,
                EventIndex watchFrom = std::numeric_limits<EventIndex>::max());
    std::span<const Request> asked() const override { return m_scene.asked(); }
    void tell(std::span<const double> values) override;
    bool done() const override { return m_steps.done(); }
    const Scene& scene() const { return m_scene; }

private:
    Scene m_scene;
    Steps m_steps;
};

/// The header with settings completed and checked, or the errors of startMethod().
RunHeader checkedHeader(const RunHeader& header, const Problem& problem);
/// Settings of a method completed, checked and resolved against the table; see makeHeader().
SettingValues resolvedSettings(const Problem& problem, std::string_view method, const SettingValues& changed);
/// Throws BadArgument if the matrix is not one of the problem's tasks.
void checkLearnFrom(const Problem& problem, const LearnFrom& learnFrom);

} // namespace ktnas
