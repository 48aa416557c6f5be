// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Random.h"
#include "core/space/Space.h"
#include "widgets/graph/CellGraphPainter.h"
#include "widgets/graph/GraphvizContext.h"
#include "widgets/graph/LayoutService.h"

#include <QSignalSpy>
#include <QTest>

using namespace ktnas;

namespace {

LayoutRequest requestFor(const Space& space, const Cell& cell, CellGraph::View view)
{
    return layoutRequest(space.graph(cell, view), space.operations(), Theme::light());
}

// A chain of n nodes; every n is another graph.
LayoutRequest chain(int nodes)
{
    LayoutRequest request;
    request.nodeSeparation = 40;
    request.rankSeparation = 20;
    for (int i = 0; i < nodes; ++i) {
        request.nodes.push_back({QSizeF(24, 24), true, 0});
        if (i > 0)
            request.edges.push_back({i - 1, i, QSizeF(50, 16)});
    }
    return request;
}

} // namespace

class TestLayoutService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void flowRunsDownInEverySpaceAndView()
    {
        GraphvizContext context;
        Stream stream(Address{.seed = 7});
        for (const std::shared_ptr<const Space>& space : allSpaces()) {
            for (const auto view : {CellGraph::View::OperationsOnEdges, CellGraph::View::OperationsOnNodes}) {
                for (int i = 0; i < 5; ++i) {
                    const CellGraph graph = space->graph(space->random(stream), view);
                    const LayoutRequest request = layoutRequest(graph, space->operations(), Theme::light());
                    const GraphLayout layout = context.layOut(request);
                    QCOMPARE(layout.nodes.size(), graph.nodes.size());
                    QCOMPARE(layout.edges.size(), graph.edges.size());
                    const QRectF all(QPointF(-1, -1), layout.size + QSizeF(2, 2));
                    for (std::size_t e = 0; e < graph.edges.size(); ++e) {
                        const QPointF from = layout.nodes[static_cast<std::size_t>(graph.edges[e].from)];
                        const QPointF to = layout.nodes[static_cast<std::size_t>(graph.edges[e].to)];
                        QVERIFY(from.y() < to.y());
                        const GraphLayout::Edge& edge = layout.edges[e];
                        QVERIFY(edge.spline.size() >= 4 && edge.spline.size() % 3 == 1);
                        QVERIFY(all.contains(from) && all.contains(to) && all.contains(edge.tip));
                        // The line leaves the one node's border and its tip touches the other's.
                        QVERIFY(QLineF(edge.spline.front(), from).length() < 70);
                        const QSizeF size = request.nodes[static_cast<std::size_t>(graph.edges[e].to)].size;
                        QVERIFY(QRectF(to - QPointF(size.width() / 2 + 1, size.height() / 2 + 1),
                                       size + QSizeF(2, 2))
                                    .contains(edge.tip));
                        QCOMPARE(edge.label.isEmpty(), request.edges[e].label.isEmpty());
                        if (!edge.label.isEmpty()) {
                            QCOMPARE(edge.label.size(), request.edges[e].label);
                            QVERIFY(all.contains(edge.label));
                        }
                    }
                }
            }
        }
    }

    void twoGroupsAreStacked()
    {
        GraphvizContext context;
        const auto space = spaceById("darts-5x9");
        Stream stream(Address{.seed = 3});
        const CellGraph graph = space->graph(space->random(stream), CellGraph::View::OperationsOnEdges);
        const GraphLayout layout = context.layOut(layoutRequest(graph, space->operations(), Theme::light()));
        QCOMPARE(layout.groupTops.size(), std::size_t{2});
        for (std::size_t i = 0; i < graph.nodes.size(); ++i)
            QCOMPARE(layout.nodes[i].y() > layout.groupTops[1], graph.nodes[i].group == 1);
    }

    void editsDoNotMoveNodes()
    {
        for (const char* id : {"nas-bench-201", "transnas-bench-101-micro"}) {
            const auto space = spaceById(id);
            const Cell cell = space->cell(CellId(1234));
            for (const auto view : {CellGraph::View::OperationsOnEdges, CellGraph::View::OperationsOnNodes}) {
                const LayoutRequest first = requestFor(*space, cell, view);
                for (const Cell& other : space->neighbours(cell))
                    QVERIFY(requestFor(*space, other, view) == first);
            }
        }
    }

    void layoutIsDeterministic()
    {
        GraphvizContext a;
        const auto space = spaceById("nas-bench-201");
        const LayoutRequest request =
            requestFor(*space, space->cell(CellId(9930)), CellGraph::View::OperationsOnEdges);
        const GraphLayout first = a.layOut(request);
        GraphvizContext b;
        const GraphLayout second = b.layOut(request);
        QCOMPARE(first.nodes, second.nodes);
        QCOMPARE(first.size, second.size);
    }

    void answersComeLaterAndAreKept()
    {
        LayoutService service;
        QSignalSpy spy(&service, &LayoutService::layoutReady);
        QVERIFY(!service.known(chain(3)));
        const quint64 id = service.request(this, chain(3));
        QCOMPARE(spy.count(), 0);
        QTRY_COMPARE(spy.count(), 1);
        QCOMPARE(spy[0][1].value<quint64>(), id);
        QVERIFY(service.known(chain(3)));
        // From the cache: still not from inside the call.
        spy.clear();
        const quint64 again = service.request(this, chain(3));
        QCOMPARE(spy.count(), 0);
        QTRY_COMPARE(spy.count(), 1);
        QCOMPARE(spy[0][1].value<quint64>(), again);
    }

    void latestWins()
    {
        LayoutService service;
        QSignalSpy spy(&service, &LayoutService::layoutReady);
        quint64 last = 0;
        for (int n = 2; n < 60; ++n)
            last = service.request(this, chain(n));
        QObject other;
        const quint64 others = service.request(&other, chain(5));
        QTRY_COMPARE(spy.count(), 2);
        QTest::qWait(50);
        QCOMPARE(spy.count(), 2);
        QSet<quint64> ids;
        for (const QList<QVariant>& call : spy)
            ids.insert(call[1].value<quint64>());
        QVERIFY(ids.contains(last) && ids.contains(others));
    }

    void cancelledAndDeletedOwnersHearNothing()
    {
        LayoutService service;
        QSignalSpy spy(&service, &LayoutService::layoutReady);
        auto owner = std::make_unique<QObject>();
        service.request(owner.get(), chain(30));
        owner.reset();
        service.request(this, chain(31));
        service.cancel(this);
        QObject witness;
        service.request(&witness, chain(4));
        QTRY_COMPARE(spy.count(), 1);
        QTest::qWait(50);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy[0][0].value<const QObject*>(), &witness);
    }

    void twoHundredLayouts()
    {
        LayoutService service;
        int answers = 0;
        connect(&service, &LayoutService::layoutReady, this,
                [&](const QObject*, quint64, const LayoutPointer& layout) { answers += layout ? 1 : 0; });
        const auto space = spaceById("darts-5x9");
        Stream stream(Address{.seed = 11});
        std::vector<std::unique_ptr<QObject>> owners;
        for (int i = 0; i < 200; ++i) {
            owners.push_back(std::make_unique<QObject>());
            service.request(owners.back().get(),
                            requestFor(*space, space->random(stream), CellGraph::View::OperationsOnEdges));
        }
        QTRY_COMPARE_WITH_TIMEOUT(answers, 200, 60000);
    }

    void diesWhileAtWork()
    {
        // At each moment: before the first layout, between two, with answers still in the queue.
        for (int i = 0; i < 30; ++i) {
            auto service = std::make_unique<LayoutService>();
            std::vector<std::unique_ptr<QObject>> owners;
            for (int n = 0; n < 8; ++n) {
                owners.push_back(std::make_unique<QObject>());
                service->request(owners.back().get(), chain(2 + (i * 8 + n) % 40));
            }
            if (i % 3 == 1)
                QTest::qWait(1);
            if (i % 3 == 2)
                QTest::qSleep(1);
            service.reset();
        }
    }
};

QTEST_MAIN(TestLayoutService)
#include "tst_layoutservice.moc"
