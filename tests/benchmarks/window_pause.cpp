// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/MainWindow.h"
#include "core/base/Parallel.h"
#include "core/search/Run.h"
#include "core/tables/ReadTable.h"
#include "widgets/session/Session.h"
#include "widgets/style/ThemeProvider.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QMetaEnum>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <map>
#include <string>
#include <vector>

using namespace ktnas;

namespace {

/// One KTNAS run of `tasks` to the benchmark's best cells.
void runOnce(const Problem& problem, std::uint64_t seed)
{
    StopRule stop;
    stop.targets = {91.60, 73.49, 46.7};
    const auto method = startMethod(makeHeader(problem, "ktnas", {}, seed, stop), problem, nullptr);
    std::vector<double> values;
    while (!method->done()) {
        values.clear();
        for (const Request& request : method->asked())
            values.push_back(problem.value(request.task, request.cell));
        method->tell(values);
    }
}

/// Processor time of this thread in ms: what a pause would be on a core of its own.
double cpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

/// Adds up what each class of receiver costs in each kind of event, without what it sends on to others.
class MeasuredApplication : public QApplication {
public:
    using QApplication::QApplication;
    struct Cost {
        int count = 0;
        double total = 0;
        double longest = 0;
    };

    bool notify(QObject* receiver, QEvent* event) override
    {
        const bool isTop = m_inner.empty();
        const std::string what = std::string(receiver->metaObject()->className()) + " "
            + QMetaEnum::fromType<QEvent::Type>().valueToKey(event->type());
        const double before = cpuMs();
        m_inner.push_back(0);
        const bool result = QApplication::notify(receiver, event);
        const double all = cpuMs() - before;
        const double own = all - m_inner.back();
        m_inner.pop_back();
        if (!isTop)
            m_inner.back() += all;
        Cost& cost = m_costs[what];
        ++cost.count;
        cost.total += own;
        cost.longest = std::max(cost.longest, own);
        if (isTop)
            m_longestTurn = std::max(m_longestTurn, all);
        return result;
    }

    void restart()
    {
        m_costs.clear();
        m_longestTurn = 0;
    }
    double longestTurn() const { return m_longestTurn; }
    void print(double from) const
    {
        std::vector<std::pair<std::string, Cost>> all(m_costs.begin(), m_costs.end());
        std::sort(all.begin(), all.end(),
                  [](const auto& a, const auto& b) { return a.second.total > b.second.total; });
        for (const auto& [what, cost] : all) {
            if (cost.total >= from)
                std::printf("  %-50s %6d times %9.2f ms, mean %6.2f, longest %6.2f\n", what.c_str(),
                            cost.count, cost.total, cost.total / cost.count, cost.longest);
        }
    }

private:
    std::vector<double> m_inner; ///< what the events sent by those under way have cost
    std::map<std::string, Cost> m_costs;
    double m_longestTurn = 0;
};

} // namespace

/// The interface's longest pause: a timer beats in the event loop of the whole window, with the Search
/// workspace in front and a run of its own drawn live, while rounds of 1,000 runs go on over all cores for
/// five seconds. Wall time suffers from whatever else the machine does; the processor time of the longest
/// turn of the event loop does not. `--costs` also lists which events of which widgets took it.
int main(int argc, char** argv)
{
    MeasuredApplication application(argc, argv);
    const bool showsCosts = application.arguments().contains(QStringLiteral("--costs"));
    const char* shared = std::getenv("KTNAS_SHARED");
    const QTemporaryDir folder;
    auto store =
        std::make_unique<QSettings>(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    store->setValue(QStringLiteral("autosave/folder"), folder.filePath(QStringLiteral("autosave")));
    Session session(std::make_unique<Preferences>(std::move(store)));
    ThemeProvider themes;
    themes.installOn(*qApp);
    MainWindow window(session, themes);
    window.resize(1440, 900);
    window.show();
    session.setTable(readTable(std::string(shared != nullptr ? shared : KTNAS_SOURCE_DIR "/../shared")
                               + "/benchmarks/nas-bench-201.csv"));
    session.setWorkspace(QStringLiteral("search"));
    SearchDraft draft = session.draft();
    draft.stop.targets.clear();
    draft.stop.evaluations = 2000;
    session.setDraft(draft, QStringLiteral("Long run"));
    const auto problem = Problem::make(session.table(), {"cifar10", "cifar100", "imagenet16_120"});

    std::vector<double> gaps;
    QElapsedTimer since;
    QTimer beat;
    beat.setInterval(1);
    QObject::connect(&beat, &QTimer::timeout, &beat, [&] {
        gaps.push_back(static_cast<double>(since.nsecsElapsed()) * 1e-6);
        since.restart();
    });
    double starting = 0;
    double startingTurn = 0;
    int rounds = 0;
    QTimer::singleShot(4000, &application, [&] { // the first seconds build the views
        application.restart();
        since.start();
        beat.start();
        RunController* run = session.startRun();
        run->setSpeed(600);
        run->resume();
    });
    QTimer::singleShot(6000, &application, [&] {
        starting = *std::max_element(gaps.begin(), gaps.end());
        startingTurn = application.longestTurn();
        if (showsCosts)
            application.print(5);
        application.restart();
        gaps.clear();
        session.jobs().start(
            QStringLiteral("1,000 runs"), {}, &window,
            [problem](JobControl& control) {
                QElapsedTimer clock;
                clock.start();
                int done = 0;
                for (; clock.elapsed() < 5000 && !control.stop().stop_requested(); ++done)
                    parallelFor(1000, [&](std::size_t seed) { runOnce(*problem, seed); });
                return done;
            },
            [&](int done) {
                rounds = done;
                QApplication::exit(); // quit() would let the window ask about unsaved work
            });
    });
    QApplication::exec();
    std::sort(gaps.begin(), gaps.end());
    if (showsCosts)
        application.print(20);
    std::printf("starting a run: longest pause %.1f ms, longest turn %.1f ms of processor time\n", starting,
                startingTurn);
    std::printf(
        "%d rounds of 1,000 runs: %zu beats of 1 ms, median %.1f ms, 99 %% %.1f ms, longest %.1f ms, longest "
        "turn %.1f ms of processor time\n",
        rounds, gaps.size(), gaps[gaps.size() / 2], gaps[gaps.size() * 99 / 100], gaps.back(),
        application.longestTurn());
    return 0;
}
