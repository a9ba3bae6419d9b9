"""Whether a score means what it says: in how many cases of a hundred a supplier of that score clearly does the trade.

The scale (`Catalog/Nomenclatures/trade-scale.tsv`) was fitted on the same graded lots; what it is worth on lots that it has
not seen is measured by fitting it anew on the others, lot by lot.
"""
import math
import os

import intervals
import report

BANDS = ((0, 10), (10, 30), (30, 50), (50, 70), (70, 90), (90, 101))
# Grade from which a supplier clearly does the trade.
CLEARLY = 2


def points(root):
    """(fit, score) of the table, in its order."""
    path = os.path.join(root, "Catalog", "Nomenclatures", "trade-scale.tsv")
    with open(path, encoding="utf-8") as file:
        rows = [line.split("\t") for line in file if line[:1].isdigit()]
    return [(float(fit), float(score)) for fit, score in rows]


def fit_of(score, points):
    """The fit (0–1) that is shown as a score."""
    for (fit, low), (next_fit, high) in zip(points, points[1:]):
        if score <= high:
            return fit + (score - low) / (high - low) * (next_fit - fit)
    return points[-1][0]


def logistic(pairs, rounds=60):
    """Intercept and slope of the logistic curve through (fit, whether it does the trade), by Newton's method."""
    intercept = slope = 0.0
    for _ in range(rounds):
        g0 = g1 = h00 = h01 = h11 = 0.0
        for x, y in pairs:
            p = chance(x, intercept, slope)
            g0, g1 = g0 + y - p, g1 + (y - p) * x
            w = p * (1 - p)
            h00, h01, h11 = h00 + w, h01 + w * x, h11 + w * x * x
        determinant = h00 * h11 - h01 * h01
        intercept += (h11 * g0 - h01 * g1) / determinant
        slope += (h00 * g1 - h01 * g0) / determinant
    return intercept, slope


def chance(x, intercept, slope):
    return 1 / (1 + math.exp(-(intercept + slope * x)))


def evaluate(run, grades, root):
    """`run`: {lot: {supplier: score}} of the trade alone; `grades`: {lot: {supplier: grade}}."""
    scale = points(root)
    pairs = [
        (lot, score, 1 if grades.get(lot, {}).get(supplier, 0) >= CLEARLY else 0, grades.get(lot, {}).get(supplier, 0))
        for lot, scores in sorted(run.items()) for supplier, score in sorted(scores.items())]
    lots = sorted({lot for lot, *_ in pairs})
    curves = {}
    for left_out in lots:
        curves[left_out] = logistic([(fit_of(s, scale), y) for lot, s, y, _ in pairs if lot != left_out])
    unseen = [(chance(fit_of(score, scale), *curves[lot]), y) for lot, score, y, _ in pairs]
    lines = []
    for low, high in BANDS:
        inside = [(pair, other) for pair, other in zip(pairs, unseen) if low <= pair[1] < high]
        if not inside:
            continue
        by_lot = {}
        for (lot, score, y, _), _ in inside:
            by_lot.setdefault(lot, []).append((score / 100, y))
        # How far each lot is from what its scores say.
        gaps = [intervals.mean([y for _, y in found]) - intervals.mean([s for s, _ in found])
                for found in by_lot.values()]
        within = sum(1 for gap in gaps if abs(gap) <= 0.25) / len(gaps)
        lines.append([
            f"{low}–{min(high, 100)}", str(len(inside)), str(len(by_lot)),
            f"{intervals.mean([pair[1] for pair, _ in inside]):.0f}",
            f"{100 * intervals.mean([pair[2] for pair, _ in inside]):.0f}",
            f"{100 * intervals.mean([other[0] for _, other in inside]):.0f}",
            f"{intervals.mean([pair[3] for pair, _ in inside]):.2f}", f"{100 * intervals.mean(gaps):+.0f}",
            f"{within:.0%}"])
    report.table(
        "What a score says: of the suppliers of a band, how many of a hundred clearly do the trade (grade 2 or 3).",
        ["score", "pairs", "lots", "mean score", "do the trade", "curve of other lots", "mean grade", "lots: mean gap",
         "lots within 25"], lines)
    base = intervals.mean([y for _, _, y, _ in pairs])

    def brier(values):
        return intervals.mean([(value - y) ** 2 for value, y in values])
    print(
        f"\nMean squared error: {brier([(s / 100, y) for _, s, y, _ in pairs]):.3f} as shown,"
        f" {brier(unseen):.3f} with the curve of the other lots,"
        f" {brier([(fit_of(s, scale), y) for _, s, y, _ in pairs]):.3f} for the fit without scale,"
        f" {base * (1 - base):.3f} for one value for all.")
    intercept, slope = logistic([(fit_of(s, scale), y) for _, s, y, _ in pairs])
    print(f"Curve through all: score = 100 / (1 + exp(-({intercept:.3f} + {slope:.3f} × fit))).")
