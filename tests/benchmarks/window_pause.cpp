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
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
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

} // namespace

/// The interface's longest pause: a timer beats in the event loop of the whole window, with the Search
/// workspace in front and a run of its own drawn live, while rounds of 1,000 runs go on over all cores for
/// five seconds.
int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
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
    int rounds = 0;
    QTimer::singleShot(4000, &application, [&] { // the first seconds build the views
        since.start();
        beat.start();
        RunController* run = session.startRun();
        run->setSpeed(600);
        run->resume();
    });
    QTimer::singleShot(6000, &application, [&] {
        starting = *std::max_element(gaps.begin(), gaps.end());
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
    std::printf("starting a run: longest pause %.1f ms\n", starting);
    std::printf(
        "%d rounds of 1,000 runs: %zu beats of 1 ms, median %.1f ms, 99 %% %.1f ms, longest %.1f ms\n",
        rounds, gaps.size(), gaps[gaps.size() / 2], gaps[gaps.size() * 99 / 100], gaps.back());
    return 0;
}
