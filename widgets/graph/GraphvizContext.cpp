// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/GraphvizContext.h"

#include "core/base/Error.h"

#include <gvc.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <string>

extern "C" {
extern gvplugin_library_t gvplugin_dot_layout_LTX_library;
extern gvplugin_library_t gvplugin_core_LTX_library;
}

namespace ktnas {

namespace {

// Points are taken as logical pixels.
constexpr double pointsPerInch = 72;

std::mutex& graphvizLock()
{
    static std::mutex lock;
    return lock;
}

struct CloseGraph {
    void operator()(Agraph_t* graph) const { agclose(graph); }
};
using GraphHandle = std::unique_ptr<Agraph_t, CloseGraph>;

// Frees what gvLayout attached, before the graph itself is closed.
class LayoutHandle {
public:
    LayoutHandle(GVC_t* context, Agraph_t* graph)
        : m_context(context)
        , m_graph(graph)
        , m_isDone(gvLayout(context, graph, "dot") == 0)
    {
    }
    ~LayoutHandle()
    {
        if (m_isDone)
            gvFreeLayout(m_context, m_graph);
    }
    LayoutHandle(const LayoutHandle&) = delete;
    LayoutHandle& operator=(const LayoutHandle&) = delete;
    bool isDone() const { return m_isDone; }

private:
    GVC_t* m_context;
    Agraph_t* m_graph;
    bool m_isDone;
};

// cgraph takes char* for what it only reads.
void set(void* object, const char* name, const std::string& value)
{
    agsafeset(object, const_cast<char*>(name), const_cast<char*>(value.c_str()), const_cast<char*>(""));
}

std::string number(double value)
{
    // Whole thousandths, written without the locale's decimal comma.
    const long long thousandths = static_cast<long long>(value * 1000 + 0.5);
    const std::string fraction = std::to_string(thousandths % 1000);
    return std::to_string(thousandths / 1000) + "." + std::string(3 - fraction.size(), '0') + fraction;
}

std::string labelTable(const QSizeF& size)
{
    return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLPADDING=\"0\" CELLSPACING=\"0\"><TR><TD "
           "FIXEDSIZE=\"TRUE\" WIDTH=\""
        + std::to_string(static_cast<int>(size.width() + 0.999)) + "\" HEIGHT=\""
        + std::to_string(static_cast<int>(size.height() + 0.999)) + "\"></TD></TR></TABLE>";
}

void setLabel(Agraph_t* graph, Agedge_t* edge, const QSizeF& size)
{
    const std::string table = labelTable(size);
    char* const html = agstrdup_html(graph, const_cast<char*>(table.c_str()));
    agxset(edge, agattr(graph, AGEDGE, const_cast<char*>("label"), nullptr), html);
    agstrfree(graph, html);
}

} // namespace

struct GraphvizContext::Private {
    GVC_t* context = nullptr;

    void layOutGroup(const LayoutRequest& request, int group, double top, GraphLayout& result) const;
};

GraphvizContext::GraphvizContext()
    : m_private(std::make_unique<Private>())
{
    const std::lock_guard guard(graphvizLock());
    static lt_symlist_t plugins[] = {{"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library},
                                     {"gvplugin_core_LTX_library", &gvplugin_core_LTX_library},
                                     {nullptr, nullptr}};
    m_private->context = gvContextPlugins(plugins, 0);
    if (!m_private->context)
        throw Error(ErrorCode::Internal).butFound("no Graphviz context");
}

GraphvizContext::~GraphvizContext()
{
    const std::lock_guard guard(graphvizLock());
    gvFreeContext(m_private->context);
}

GraphLayout GraphvizContext::layOut(const LayoutRequest& request)
{
    const std::lock_guard guard(graphvizLock());
    GraphLayout result;
    result.nodes.resize(request.nodes.size());
    result.edges.resize(request.edges.size());
    int groups = 0;
    for (const LayoutRequest::Node& node : request.nodes)
        groups = std::max(groups, node.group + 1);
    for (int group = 0; group < groups; ++group) {
        const double top = group == 0 ? 0 : result.size.height() + request.groupSeparation;
        result.groupTops.push_back(top);
        m_private->layOutGroup(request, group, top, result);
    }
    return result;
}

void GraphvizContext::Private::layOutGroup(const LayoutRequest& request, int group, double top,
                                           GraphLayout& result) const
{
    const GraphHandle graph(agopen(const_cast<char*>("cell"), Agdirected, nullptr));
    Agraph_t* const g = graph.get();
    agattr(g, AGEDGE, const_cast<char*>("label"), const_cast<char*>(""));
    set(g, "rankdir", "TB");
    set(g, "nodesep", number(request.nodeSeparation / pointsPerInch));
    set(g, "ranksep", number(request.rankSeparation / pointsPerInch));

    std::map<std::size_t, Agnode_t*> nodes;
    for (std::size_t i = 0; i < request.nodes.size(); ++i) {
        const LayoutRequest::Node& node = request.nodes[i];
        if (node.group != group)
            continue;
        Agnode_t* const made = agnode(g, const_cast<char*>(std::to_string(i).c_str()), 1);
        set(made, "label", " ");
        set(made, "shape", node.isRound ? "circle" : "box");
        set(made, "fixedsize", "true");
        set(made, "width", number(node.size.width() / pointsPerInch));
        set(made, "height", number(node.size.height() / pointsPerInch));
        nodes[i] = made;
    }
    std::map<std::size_t, Agedge_t*> edges;
    for (std::size_t i = 0; i < request.edges.size(); ++i) {
        const LayoutRequest::Edge& edge = request.edges[i];
        const auto from = nodes.find(static_cast<std::size_t>(edge.from));
        const auto to = nodes.find(static_cast<std::size_t>(edge.to));
        if (from == nodes.end() || to == nodes.end())
            continue;
        // A name of its own keeps two edges between the same nodes apart.
        Agedge_t* const made =
            agedge(g, from->second, to->second, const_cast<char*>(std::to_string(i).c_str()), 1);
        set(made, "arrowsize", "0.6");
        if (!edge.label.isEmpty())
            setLabel(g, made, edge.label);
        edges[i] = made;
    }

    const LayoutHandle layout(context, g);
    if (!layout.isDone())
        throw Error(ErrorCode::Internal).butFound("dot could not lay the graph out");
    const boxf box = GD_bb(g);
    // Graphviz counts y upwards.
    const auto place = [&](pointf point) { return QPointF(point.x - box.LL.x, top + box.UR.y - point.y); };
    double left = 0;
    double right = box.UR.x - box.LL.x;
    for (const auto& [index, node] : nodes)
        result.nodes[index] = place(ND_coord(node));
    for (const auto& [index, edge] : edges) {
        GraphLayout::Edge& out = result.edges[index];
        if (const splines* const curves = ED_spl(edge); curves && curves->size > 0) {
            const bezier& curve = curves->list[0];
            for (int point = 0; point < curve.size; ++point)
                out.spline.push_back(place(curve.list[point]));
            out.tip = curve.eflag ? place(curve.ep) : out.spline.back();
        }
        if (const textlabel_t* const label = ED_label(edge); label && !request.edges[index].label.isEmpty()) {
            const QSizeF size = request.edges[index].label;
            out.label = QRectF(place(label->pos) - QPointF(size.width() / 2, size.height() / 2), size);
            left = std::min(left, out.label.left());
            right = std::max(right, out.label.right());
        }
    }
    result.size = QSizeF(std::max(result.size.width(), right - left), top + box.UR.y - box.LL.y);
}

} // namespace ktnas
