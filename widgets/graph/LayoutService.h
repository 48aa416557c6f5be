// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/graph/GraphLayout.h"

#include <QByteArray>
#include <QCache>
#include <QHash>
#include <QObject>

#include <memory>

namespace ktnas {

using LayoutPointer = std::shared_ptr<const GraphLayout>;

/// Lays graphs out on one thread of its own, the only one that touches Graphviz. The application owns one and
/// hands it to the views by pointer. All functions and signals belong to the GUI thread and none of them
/// waits, but the destructor: it waits for the graph under way (under a millisecond for a cell).
class LayoutService : public QObject {
    Q_OBJECT

public:
    explicit LayoutService(QObject* parent = nullptr);
    ~LayoutService() override;

    /// The layout where it is known already, else null. The last 512 different graphs are kept.
    LayoutPointer known(const LayoutRequest& request) const;

    /// Asks for a layout on behalf of `owner`. The latest wins: an older request of the same owner that is
    /// not done yet is dropped and gives no signal. The answer comes by layoutReady(), never from inside this
    /// call.
    quint64 request(const QObject* owner, const LayoutRequest& request);

    /// Forgets the owner's request, if any. An owner that is deleted is forgotten by itself.
    void cancel(const QObject* owner);

Q_SIGNALS:
    /// `id` is what request() returned. Null where dot gave up.
    void layoutReady(const QObject* owner, quint64 id, const ktnas::LayoutPointer& layout);

private:
    class Worker;

    void deliver(const QObject* owner, quint64 id, const QByteArray& key, const LayoutPointer& layout);

    mutable QCache<QByteArray, LayoutPointer> m_cache;
    QHash<const QObject*, quint64> m_latest;
    quint64 m_lastId = 0;
    std::unique_ptr<Worker> m_worker;
};

} // namespace ktnas
