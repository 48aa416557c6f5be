# SPDX-FileCopyrightText: 2026 KTNAS Studio developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""pandas reading the table, scipy's rank correlations on all 15,625 cells. Best of ten, milliseconds."""
import time

import pandas
from scipy import stats

import tables


def best_of_ten(work):
    times = []
    for _ in range(10):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return 1000 * min(times)


def main():
    print(f"read_nas_bench_201\t{best_of_ten(lambda: pandas.read_csv(tables.NB201)):.2f}\tms")
    table = pandas.read_csv(tables.NB201)
    x, y = table["cifar10_valid_acc"].to_numpy(), table["imagenet16_120_valid_acc"].to_numpy()
    print(f"kendall\t{best_of_ten(lambda: stats.kendalltau(x, y)):.3f}\tms")
    print(f"spearman\t{best_of_ten(lambda: stats.spearmanr(x, y)):.3f}\tms")
    print(f"weighted_tau\t{best_of_ten(lambda: stats.weightedtau(x, y)):.3f}\tms")


if __name__ == "__main__":
    main()
