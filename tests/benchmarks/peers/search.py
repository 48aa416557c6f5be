# SPDX-FileCopyrightText: 2026 KTNAS Studio developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Peers of `ktnas search`, written as plainly as the methods' authors write theirs.

Prints one line per measurement: name, value, unit.
"""
import collections
import math
import random
import time

import tables


def mutate(cell):
    edge = random.randrange(6)
    operation = random.choice([o for o in range(5) if o != cell[edge]])
    return cell[:edge] + (operation,) + cell[edge + 1:]


def random_cell():
    return tuple(random.randrange(5) for _ in range(6))


def regularised_evolution(accuracy, evaluations):
    """Real et al. 2019 with P = 10, S = 5; keeps the history as its authors do."""
    population = collections.deque()
    history = []
    while len(history) < 10:
        cell = random_cell()
        population.append((cell, accuracy[cell]))
        history.append(population[-1])
    while len(history) < evaluations:
        parent = max(random.sample(list(population), 5), key=lambda member: member[1])
        child = mutate(parent[0])
        population.append((child, accuracy[child]))
        history.append(population[-1])
        population.popleft()
    return history


def mt_nas(accuracy, proxy):
    """Zhou et al. 2024 on three tasks to their targets; returns the number of evaluations."""
    tasks = tables.TASKS
    population, seen, pool, used, best = {}, {}, {}, {}, {}
    q, p, own, others = ({t: 0.0 for t in tasks} for _ in range(4))
    count = {t: 0 for t in tasks}

    def evaluate(task, cell):
        value = accuracy[task][cell]
        count[task] += 1
        seen[task].add(cell)
        if value > best[task]:
            best[task] = value
            pool[task].append(cell)
            return value, True
        return value, False

    for task in tasks:
        population[task] = collections.deque()
        seen[task], pool[task], used[task], best[task] = set(), [], set(), -math.inf
        for _ in range(10):
            cell = random_cell()
            value, _ = evaluate(task, cell)
            population[task].append((cell, value))
    while any(best[t] <= tables.TARGETS[t] for t in tasks):
        for task in tasks:
            if best[task] > tables.TARGETS[task]:
                continue
            q[task] = 0.1 * q[task] + own[task]
            p[task] = 0.1 * p[task] + others[task]
            own[task] = others[task] = 0.0
            top = sorted(population[task], key=lambda m: -m[1])[:10]
            distance = sum(sum(a != b for a, b in zip(top[i][0], top[j][0]))
                           for i in range(len(top)) for j in range(i))
            diversity = 0.001 * distance - 0.045
            if random.random() < 1 / (1 + math.exp(-(diversity + q[task] - p[task]))):
                candidates = None
            else:
                offers = [c for other in tasks if other != task for c in pool[other]]
                fresh = [c for c in offers if c not in used[task]]
                chosen = max(fresh, key=lambda c: proxy[task][c]) if fresh else random.choice(offers)
                used[task].add(chosen)
                around = [chosen] + [chosen[:e] + (o,) + chosen[e + 1:]
                                     for e in range(6) for o in range(5) if o != chosen[e]]
                around = [c for c in around if c not in seen[task]]
                candidates = sorted(around, key=lambda c: proxy[task][c])[-10:]
            for step in range(10):
                if candidates is None:
                    parent = max(random.sample(list(population[task]), 5), key=lambda m: m[1])[0]
                    child = mutate(parent)
                    for _ in range(1000):
                        if child not in seen[task]:
                            break
                        child = mutate(parent)
                elif step < len(candidates):
                    child = candidates[step]
                else:
                    break
                value, improved = evaluate(task, child)
                population[task].append((child, value))
                population[task].popleft()
                if improved:
                    own[task] += 1
                    for other in tasks:
                        if other != task:
                            others[other] += 1
                if best[task] > tables.TARGETS[task]:
                    break
    return sum(count.values())


def main():
    accuracy, proxy = tables.accuracies(), tables.synflow()
    random.seed(1)
    best = 0.0
    for _ in range(5):
        start = time.perf_counter()
        regularised_evolution(accuracy["cifar10"], 50000)
        best = max(best, 50000 / (time.perf_counter() - start))
    print(f"rea_evaluations_per_second\t{best:.0f}\t1/s")
    runs = 100
    start = time.perf_counter()
    totals = [mt_nas(accuracy, proxy) for _ in range(runs)]
    seconds = time.perf_counter() - start
    print(f"mt_nas_run\t{1000 * seconds / runs:.3f}\tms")
    print(f"mt_nas_mean_evaluations\t{sum(totals) / runs:.1f}\t1")


if __name__ == "__main__":
    main()
