"""Bootstrap intervals over lots: percentiles of resampled lots, fixed seed."""
import random


def mean(values):
    return sum(values) / len(values)


def median(values):
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def interval(values, statistic=mean, resamples=2000, seed=20240101):
    """The 95 % interval of `statistic`, drawn as `score.py` of the graded set draws it."""
    rng = random.Random(seed)
    n = len(values)
    draws = sorted(statistic([values[rng.randrange(n)] for _ in range(n)]) for _ in range(resamples))
    return draws[int(0.025 * resamples)], draws[int(0.975 * resamples) - 1]


def interval_of_two(positive, negative, statistic, resamples=2000, seed=20240101):
    """The same for a statistic of two groups of lots, each resampled by itself."""
    rng = random.Random(seed)
    draws = sorted(
        statistic(rng.choices(positive, k=len(positive)), rng.choices(negative, k=len(negative)))
        for _ in range(resamples))
    return draws[int(0.025 * resamples)], draws[int(0.975 * resamples) - 1]
