# SPDX-FileCopyrightText: 2026 KTNAS Studio developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables as a Python user would hold them: dictionaries from cell to value."""
import csv
import os
import pathlib

SHARED = pathlib.Path(os.environ.get("KTNAS_SHARED", pathlib.Path(__file__).parents[4] / "shared"))
NB201 = SHARED / "benchmarks" / "nas-bench-201.csv"
NB201_PROXIES = SHARED / "benchmarks" / "nas-bench-201-zero-cost.csv"
OPERATIONS = ["none", "skip_connect", "nor_conv_1x1", "nor_conv_3x3", "avg_pool_3x3"]
TASKS = ["cifar10", "cifar100", "imagenet16_120"]
TARGETS = {"cifar10": 91.60, "cifar100": 73.49, "imagenet16_120": 46.7}


def parse(text):
    """'|op~0|+|op~0|op~1|+…' as a tuple of six operation indices."""
    return tuple(OPERATIONS.index(part.split("~")[0]) for part in text.replace("+", "").split("|") if part)


def accuracies():
    table = {task: {} for task in TASKS}
    with open(NB201, newline="") as file:
        for row in csv.DictReader(file):
            cell = parse(row["architecture"])
            for task in TASKS:
                table[task][cell] = float(row[f"{task}_valid_acc"])
    return table


def synflow():
    table = {task: {} for task in TASKS}
    with open(NB201_PROXIES, newline="") as file:
        for row in csv.DictReader(file):
            cell = parse(row["architecture"])
            for task, column in zip(TASKS, ["cifar10", "cifar10", "imagenet16_120"]):
                text = row[f"{column}_synflow"]
                table[task][cell] = float(text) if text else float("-inf")
    return table
