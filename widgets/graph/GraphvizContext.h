// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/graph/GraphLayout.h"

#include <memory>

namespace ktnas {

/// One Graphviz context with the dot engine and nothing else. Graphviz keeps global state, so it belongs to
/// one thread at a time: use LayoutService, which owns that thread. (A lock inside keeps two services from
/// meeting.) A context takes .4 ms, a cell .25 ms.
class GraphvizContext {
public:
    GraphvizContext();
    ~GraphvizContext();
    GraphvizContext(const GraphvizContext&) = delete;
    GraphvizContext& operator=(const GraphvizContext&) = delete;

    /// Throws Internal where dot gives up.
    GraphLayout layOut(const LayoutRequest& request);

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace ktnas
