// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Parallel.h"

#include "core/base/Error.h"
#include "core/base/Random.h"

#include <QTest>

#include <atomic>
#include <latch>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace ktnas;

namespace {

/// A sum of numbers drawn at the place's own address.
double draw(std::size_t place)
{
    Stream stream({17, Purpose::Test, 0, 0, static_cast<std::uint32_t>(place)});
    double sum = 0;
    for (int i = 0; i < 50; ++i)
        sum += stream.unit();
    return sum;
}

} // namespace

class TestParallel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { qunsetenv("KTNAS_THREADS"); }

    void everyPlaceOnce_data()
    {
        QTest::addColumn<unsigned>("threads");
        for (const unsigned threads : {0U, 1U, 2U, 3U, 8U, 64U})
            QTest::addRow("%u threads", threads) << threads;
    }

    void everyPlaceOnce()
    {
        QFETCH(unsigned, threads);
        for (const std::size_t count : {0U, 1U, 2U, 7U, 1000U}) {
            std::vector<std::atomic<int>> visits(count);
            parallelFor(
                count, [&](std::size_t i) { ++visits[i]; }, threads);
            for (const auto& visit : visits)
                QCOMPARE(visit.load(), 1);
        }
    }

    void theResultDoesNotDependOnTheThreads()
    {
        std::vector<double> alone(500);
        parallelFor(
            alone.size(), [&](std::size_t i) { alone[i] = draw(i); }, 1);
        for (const unsigned threads : {2U, 5U}) {
            std::vector<double> together(alone.size());
            parallelFor(
                together.size(), [&](std::size_t i) { together[i] = draw(i); }, threads);
            QCOMPARE(together, alone);
        }
    }

    // Two bodies that wait for each other can only end if they run at the same time.
    void threadsReallyRunSideBySide()
    {
        std::latch both(2);
        parallelFor(
            2, [&](std::size_t) { both.arrive_and_wait(); }, 2);
        QVERIFY(both.try_wait());
    }

    void anExceptionComesOutAfterAllHaveEnded()
    {
        for (const unsigned threads : {1U, 4U}) {
            std::atomic<int> running{0};
            try {
                parallelFor(
                    100,
                    [&](std::size_t i) {
                        ++running;
                        if (i == 3)
                            throw Error(ErrorCode::BadRow).atLine(i);
                        --running;
                    },
                    threads);
                QFAIL("nothing came out");
            } catch (const Error& error) {
                QCOMPARE(error.line, std::optional<std::uint64_t>(3));
                QCOMPARE(running.load(), 1);
            }
        }
    }

    // All four fail, and wait until each is about to: the smallest is the one that comes out.
    void theSmallestPlaceWins()
    {
        std::latch all(4);
        try {
            parallelFor(
                4,
                [&](std::size_t i) {
                    all.arrive_and_wait();
                    throw std::runtime_error(std::to_string(i));
                },
                4);
            QFAIL("nothing came out");
        } catch (const std::runtime_error& error) {
            QCOMPARE(std::string(error.what()), std::string("0"));
        }
    }

    void aStopRequestEndsTheLoop()
    {
        std::stop_source source;
        std::atomic<std::size_t> visited{0};
        parallelFor(
            100000,
            [&](std::size_t) {
                if (++visited == 10)
                    source.request_stop();
            },
            2, source.get_token());
        QVERIFY(visited >= 10);
        QVERIFY(visited < 100000);
        source = std::stop_source();
        source.request_stop();
        parallelFor(
            10, [](std::size_t) { QFAIL("ran in spite of the stop"); }, 2, source.get_token());
    }

    void theLimitIsWhatTheUserSays()
    {
        qputenv("KTNAS_THREADS", "3");
        QCOMPARE(threadLimit(), 3U);
        qputenv("KTNAS_THREADS", "100000");
        QCOMPARE(threadLimit(), 1024U);
        for (const char* text : {"", "0", "-2", "many"}) {
            qputenv("KTNAS_THREADS", text);
            QCOMPARE(threadLimit(), std::max(1U, std::thread::hardware_concurrency()));
        }
    }
};

QTEST_GUILESS_MAIN(TestParallel)
#include "tst_parallel.moc"
