// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/LayoutService.h"

#include "core/base/Error.h"
#include "widgets/graph/GraphvizContext.h"

#include <QDataStream>
#include <QIODevice>
#include <QLoggingCategory>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace ktnas {

namespace {

Q_LOGGING_CATEGORY(layoutLog, "ktnas.graph")

QByteArray keyOf(const LayoutRequest& request)
{
    QByteArray key;
    QDataStream stream(&key, QIODevice::WriteOnly);
    stream << request.nodeSeparation << request.rankSeparation << request.groupSeparation;
    stream << static_cast<qint64>(request.nodes.size());
    for (const LayoutRequest::Node& node : request.nodes)
        stream << node.size << node.isRound << node.group;
    for (const LayoutRequest::Edge& edge : request.edges)
        stream << edge.from << edge.to << edge.label;
    return key;
}

struct Order {
    const QObject* owner = nullptr;
    quint64 id = 0;
    QByteArray key;
    LayoutRequest request;
};

} // namespace

class LayoutService::Worker {
public:
    using Deliver = std::function<void(const Order&, const LayoutPointer&)>;

    explicit Worker(Deliver deliver)
        : m_deliver(std::move(deliver))
        , m_thread([this](const std::stop_token& stop) { work(stop); })
    {
    }
    void put(Order order)
    {
        {
            const std::lock_guard guard(m_lock);
            std::erase_if(m_orders, [&](const Order& older) { return older.owner == order.owner; });
            m_orders.push_back(std::move(order));
        }
        m_wake.notify_one();
    }
    void drop(const QObject* owner)
    {
        const std::lock_guard guard(m_lock);
        std::erase_if(m_orders, [&](const Order& order) { return order.owner == owner; });
    }

private:
    std::optional<Order> next(const std::stop_token& stop)
    {
        std::unique_lock guard(m_lock);
        if (!m_wake.wait(guard, stop, [this] { return !m_orders.empty(); }) || stop.stop_requested())
            return std::nullopt;
        Order order = std::move(m_orders.front());
        m_orders.pop_front();
        return order;
    }
    void work(const std::stop_token& stop)
    {
        // Made and freed here, on the thread that uses it.
        std::unique_ptr<GraphvizContext> context;
        while (const std::optional<Order> order = next(stop)) {
            LayoutPointer layout;
            try {
                if (!context)
                    context = std::make_unique<GraphvizContext>();
                layout = std::make_shared<const GraphLayout>(context->layOut(order->request));
            } catch (const std::exception& error) {
                qCWarning(layoutLog) << "no layout:" << error.what();
            }
            m_deliver(*order, layout);
        }
    }

    Deliver m_deliver;
    std::mutex m_lock;
    std::condition_variable_any m_wake;
    std::deque<Order> m_orders;
    std::jthread m_thread; // last: it uses all the others
};

LayoutService::LayoutService(QObject* parent)
    : QObject(parent)
    , m_cache(512)
{
    m_worker = std::make_unique<Worker>([this](const Order& order, const LayoutPointer& layout) {
        // Posted to this object: what is still in the queue when it dies is thrown away with it.
        QMetaObject::invokeMethod(
            this,
            [this, owner = order.owner, id = order.id, key = order.key, layout] {
                deliver(owner, id, key, layout);
            },
            Qt::QueuedConnection);
    });
}

LayoutService::~LayoutService()
{
    m_worker.reset();
}

LayoutPointer LayoutService::known(const LayoutRequest& request) const
{
    const LayoutPointer* const found = m_cache.object(keyOf(request));
    return found ? *found : LayoutPointer();
}

quint64 LayoutService::request(const QObject* owner, const LayoutRequest& request)
{
    const QByteArray key = keyOf(request);
    const quint64 id = ++m_lastId;
    if (!m_latest.contains(owner) && owner)
        connect(owner, &QObject::destroyed, this, [this, owner] { cancel(owner); });
    m_latest[owner] = id;
    if (const LayoutPointer* const found = m_cache.object(key)) {
        m_worker->drop(owner);
        QMetaObject::invokeMethod(
            this, [this, owner, id, key, layout = *found] { deliver(owner, id, key, layout); },
            Qt::QueuedConnection);
        return id;
    }
    m_worker->put({owner, id, key, request});
    return id;
}

void LayoutService::cancel(const QObject* owner)
{
    m_worker->drop(owner);
    if (m_latest.remove(owner) > 0 && owner)
        disconnect(owner, &QObject::destroyed, this, nullptr);
}

void LayoutService::deliver(const QObject* owner, quint64 id, const QByteArray& key,
                            const LayoutPointer& layout)
{
    if (layout)
        m_cache.insert(key, new LayoutPointer(layout));
    if (m_latest.value(owner) == id)
        Q_EMIT layoutReady(owner, id, layout);
}

} // namespace ktnas
