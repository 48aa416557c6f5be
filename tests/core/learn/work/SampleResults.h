// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Random.h"
#include "core/base/Sha256.h"
#include "core/learn/work/Results.h"

#include <string>

namespace ktnas::test {

/// A plan of two tasks on four networks, one of them the zero network and one with three seeds.
inline BenchmarkPlan smallPlan(const std::string& rest = {})
{
    return parseBenchmarkPlan(R"({"pictures": "p", "tasks": [{"recipe": "object", "training": {"passes": 64}},
        {"recipe": "layout"}], "cells": ["0_00_000", "0_00_100", "0_00_300", "3_33_333"],
        "repeat": {"share": 0.25, "seeds": 3})"
                                  + rest + "}",
                              "plan.json");
}

/// Facts of a task as a worker would tell them.
inline TaskFacts factsFor(const BenchmarkPlan& plan, std::uint16_t task, const std::string& data = "data")
{
    TaskFacts facts;
    facts.name = plan.tasks.at(task).name();
    facts.checksum = sha256(facts.name + data);
    facts.shape.head = task == 0 ? HeadKind::Classes : HeadKind::Numbers;
    facts.shape.loss = task == 0 ? LossKind::CrossEntropy : LossKind::MeanSquares;
    facts.shape.outputs = task == 0 ? 10 : 4;
    facts.trainRows = 8192;
    facts.validRows = 5000;
    facts.testRows = 4000;
    return facts;
}

/// A made-up result, the same for the same key.
inline JobResult resultFor(const BenchmarkPlan& plan, const WorkKey& key)
{
    JobResult result;
    result.task = factsFor(plan, key.task);
    Stream stream({.seed = key.seed, .task = key.task, .slot = key.cell});
    if (key.kind == WorkKey::Kind::Proxies) {
        result.proxies = {{"synflow", stream.unit()}, {"plain", -stream.unit()}};
        result.outcome.trainSeconds = 0.125;
        return result;
    }
    TrainingOutcome& outcome = result.outcome;
    const auto judgement = [&stream](std::uint64_t pictures) {
        Judgement one;
        one.pictures = pictures;
        one.loss = stream.unit();
        one.named = stream.unit();
        one.likelihood = stream.unit();
        return one;
    };
    outcome.valid = judgement(5000);
    outcome.test = judgement(4000);
    outcome.curve = {judgement(2000), judgement(2000), judgement(2000)};
    for (int i = 0; i < 8; ++i)
        outcome.lossEighths.push_back(1.0 / (i + 1));
    outcome.parameters = 1000 + key.cell;
    outcome.trainSeconds = 2.5;
    outcome.judgeSeconds = 0.5;
    outcome.weightsHash = sha256(std::to_string(key.cell) + '-' + std::to_string(key.seed));
    outcome.device = "cpu";
    outcome.library = "LibTorch 1.13.0";
    return result;
}

} // namespace ktnas::test
