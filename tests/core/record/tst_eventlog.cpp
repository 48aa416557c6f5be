// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/EventLog.h"

#include "tests/core/record/RandomRecord.h"

#include <QTest>

#include <mutex>
#include <thread>
#include <utility>
#include <vector>

using namespace ktnas;

namespace {

/// Event i of a log whose events are known by their place.
Event numbered(EventIndex i)
{
    return BestImproved{TaskId(0), MemberId(static_cast<std::uint32_t>(i)), static_cast<double>(i)};
}

bool isNumbered(const Event& event, EventIndex i)
{
    return test::text(event) == test::text(numbered(i));
}

EventLog numberedLog(EventIndex count)
{
    EventLog log;
    for (EventIndex i = 0; i < count; ++i)
        log.append(numbered(i));
    return log;
}

constexpr EventIndex chunk = EventLog::chunkSize;

} // namespace

class TestEventLog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsEventsInOrder()
    {
        for (const EventIndex count :
             {EventIndex{0}, EventIndex{1}, chunk - 1, chunk, chunk + 1, 3 * chunk}) {
            const EventLog log = numberedLog(count);
            QCOMPARE(log.size(), count);
            const EventLog::View view = log.view();
            QCOMPARE(view.size(), count);
            EventIndex inPieces = 0;
            for (std::size_t i = 0; i < view.pieceCount(); ++i) {
                for (const Event& event : view.piece(i))
                    QVERIFY(isNumbered(event, inPieces++));
            }
            QCOMPARE(inPieces, count);
            for (EventIndex i = 0; i < count; ++i)
                QVERIFY(isNumbered(log[i], i) && isNumbered(view[i], i));
        }
    }

    void aViewIsFrozen()
    {
        EventLog log = numberedLog(chunk - 3);
        const EventLog::View view = log.view();
        for (EventIndex i = log.size(); i < 2 * chunk + 5; ++i)
            log.append(numbered(i));
        QCOMPARE(view.size(), chunk - 3);
        QCOMPARE(view.piece(0).size(), std::size_t{chunk - 3});
        const EventLog::View longer = log.view();
        for (const EventIndex count :
             {EventIndex{0}, EventIndex{5}, chunk, chunk + 1, 2 * chunk, 9 * chunk}) {
            const EventLog::View first = longer.first(count);
            QCOMPARE(first.size(), std::min(count, log.size()));
            for (EventIndex i = 0; i < first.size(); ++i)
                QVERIFY(isNumbered(first[i], i));
        }
    }

    // A fork continues a copy: neither may see the other's future.
    void copiesPartWays()
    {
        for (const EventIndex shared : {EventIndex{0}, EventIndex{7}, chunk, chunk + 7}) {
            EventLog original = numberedLog(shared);
            EventLog copy = original;
            EventLog fromView(original.view());
            for (EventIndex i = 0; i < chunk; ++i) {
                original.append(numbered(shared + i));
                copy.append(numbered(1000000 + i));
                fromView.append(numbered(2000000 + i));
            }
            for (EventIndex i = 0; i < shared + chunk; ++i) {
                QVERIFY(isNumbered(original[i], i));
                QVERIFY(isNumbered(copy[i], i < shared ? i : 1000000 + i - shared));
                QVERIFY(isNumbered(fromView[i], i < shared ? i : 2000000 + i - shared));
            }
        }
    }

    void movedFromIsEmptyAndUsable()
    {
        EventLog log = numberedLog(10);
        EventLog moved = std::move(log);
        QCOMPARE(moved.size(), EventIndex{10});
        QCOMPARE(log.size(), EventIndex{0}); // NOLINT(bugprone-use-after-move): that is what is tested
        log.append(numbered(0));
        QVERIFY(isNumbered(log[0], 0));
        log = moved;
        QCOMPARE(log.size(), EventIndex{10});
        log = std::move(moved);
        QVERIFY(isNumbered(log[9], 9));
    }

    // Meant for the thread sanitizer: a reader walks views while the writer goes on in the same chunks.
    void readersNeedNoLock()
    {
        constexpr EventIndex total = 20 * chunk + 17;
        std::mutex mutex;
        EventLog::View published;
        std::jthread writer([&] {
            EventLog log;
            for (EventIndex i = 0; i < total; ++i) {
                log.append(numbered(i));
                if (i % 97 == 0 || i + 1 == total) {
                    EventLog::View view = log.view();
                    const std::lock_guard lock(mutex);
                    published = std::move(view);
                }
            }
        });
        EventIndex checked = 0;
        bool allRight = true;
        while (checked < total) {
            EventLog::View view;
            {
                const std::lock_guard lock(mutex);
                view = published;
            }
            for (; checked < view.size(); ++checked) {
                const auto* event = std::get_if<BestImproved>(&view[checked]);
                allRight = allRight && event != nullptr && event->member.value == checked;
            }
            // A log of the reader's own from the view shares full chunks with the writer.
            const EventLog copy(view);
            allRight = allRight && copy.size() == view.size();
        }
        QVERIFY(allRight);
    }
};

QTEST_GUILESS_MAIN(TestEventLog)
#include "tst_eventlog.moc"
