// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/work/Probe.h"
#include "widgets/session/BuildSnapshot.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <vector>

namespace ktnas {

class BuildController;

/// What is said about a benchmark that is planned or made.
class BuildWords {
    Q_DECLARE_TR_FUNCTIONS(ktnas::BuildWords)

public:
    /// "Scrambled tones" of a task of the plan.
    static QString task(const BenchmarkPlan& plan, std::size_t task);
    /// "7 tasks × 1,010 networks: 8,484 trainings".
    static QString size(const PlanSize& size, std::size_t tasks);
    /// "4,096 cells of micro-4op are 1,010 networks; 101 of them are trained with 3 seeds".
    static QString sizeDetails(const PlanSize& size, const BenchmarkPlan& plan);
    /// The heading of the page: what is going on.
    static QString finding(const BuildController& build);
    /// The grey line below it.
    static QString caption(const BuildController& build);
    /// What the whole will cost: "about 6 h of processor time (5 h to 7 h); with 2 workers about 3 h".
    static QString cost(const ProbeReport& report, unsigned workers);
    /// ".92 (.88 to .95)", "–" where it is unknown.
    static QString estimate(const Estimate& estimate);
    /// "Worker 1: Jigsaw, 132213, seed 0, 62 %".
    static QString job(const JobUnderWay& job, const BenchmarkPlan& plan);
    static QString failure(const BuildSnapshot::Failure& failure, const BenchmarkPlan& plan);
    /// A training's reason for failing, where it is one of ours.
    static QString reason(const std::string& reason);
};

} // namespace ktnas
