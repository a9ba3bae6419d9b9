"""The graded lots × suppliers: nDCG@10, recall@20, MRR, and whether the best score tells lots nobody answers apart.

The measures are those of the set's own `score.py`, which is imported: a figure here is the figure it prints.
"""
import csv
import importlib.util
import json
import math
import os
import tempfile

import baselines
import intervals
import nomenclature
import report
import scale
from model import Lot, Place, Supplier

MEASURES = ("nDCG@10", "recall@20", "MRR")
CRITERIA = (("ours: text + codes", "text,codes"), ("text alone", "text"), ("codes alone", "codes"))


def scorer(folder):
    """The set's own scorer as a module."""
    spec = importlib.util.spec_from_file_location("graded_score", os.path.join(folder, "score.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_lots(folder, geography):
    with open(os.path.join(folder, "lots.jsonl"), encoding="utf-8") as file:
        records = [json.loads(line) for line in file if line.strip()]
    lots = []
    for record in records:
        cpv = record.get("cpv") or {}
        departements = [d for d in (record.get("place") or {}).get("departements", []) if d in geography.centres]
        lots.append(Lot(
            record["id"], record["title"], record.get("description") or "",
            [code for code in [cpv.get("main"), *cpv.get("additional", [])] if code],
            Place(departements) if departements else None))
    return lots


def read_suppliers(folder, geography):
    with open(os.path.join(folder, "suppliers.csv"), encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    suppliers = []
    for row in rows:
        commune = geography.communes.get(row["commune_code"])
        suppliers.append(Supplier(
            row["siret"], row["siren"], row["name"], row["description"],
            [sector for sector in row["sectors"].split("|") if sector], commune["dep"] if commune else "",
            commune["centre"] if commune else None, row["perimeter"]))
    return suppliers


class Judgements:
    """The set, and the measures of a run on it."""

    def __init__(self, folder, lots):
        self.score = scorer(folder)
        self.grades = self.score.read_qrels(os.path.join(folder, "qrels.tsv"))
        self.ids = [lot.id for lot in lots]
        self.answerable = [lot for lot in self.ids if self.grades.get(lot)]
        self.empty = [lot for lot in self.ids if not self.grades.get(lot)]

    def ordered(self, run):
        """The run as the scorer reads it, from the file form that it reads."""
        with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8") as file:
            for lot, scores in run.items():
                for supplier, score in scores.items():
                    file.write(f"{lot}\t{supplier}\t{score!r}\n")
            file.flush()
            return self.score.read_run(file.name, set(self.ids))

    def measures(self, run):
        """({measure: {lot: value}}, best score of each lot)."""
        run = self.ordered(run)
        values = {measure: {} for measure in MEASURES}
        for lot in self.answerable:
            ranking, grades = run.get(lot, []), self.grades[lot]
            for measure, value in zip(MEASURES, (
                    self.score.ndcg(ranking, grades, 10), self.score.recall(ranking, grades, 20, 2),
                    self.score.reciprocal_rank(ranking, grades, 3))):
                if value is not None:
                    values[measure][lot] = value
        return values, {lot: run[lot][0][1] if run.get(lot) else -math.inf for lot in self.ids}

    def row(self, name, values, tops, ours):
        """A line of the table; `ours` are the values that differences are taken from, None for ours itself."""
        cells = [name]
        for measure in MEASURES:
            lots = list(values[measure].values())
            cells.append(report.figure(intervals.mean(lots), self.score.interval(lots)))
        if tops is None:
            cells.append(report.figure(0.5))
        else:
            positive, negative = [tops[lot] for lot in self.answerable], [tops[lot] for lot in self.empty]
            cells.append(
                report.figure(
                    self.score.auc(positive, negative),
                    intervals.interval_of_two(positive, negative, self.score.auc)) if negative else report.figure(None))
        if ours is None:
            return cells + [""]
        gaps = [values["nDCG@10"][lot] - ours["nDCG@10"][lot] for lot in values["nDCG@10"]]
        return cells + [report.difference(intervals.mean(gaps), self.score.interval(gaps))]


def mean_of(draws):
    """Measure by lot, averaged over draws."""
    return {
        measure: {lot: intervals.mean([draw[measure][lot] for draw in draws]) for lot in draws[0][measure]}
        for measure in MEASURES}


def evaluate(engine, folder, root, geography, per_lot=False):
    lots, suppliers = read_lots(folder, geography), read_suppliers(folder, geography)
    judgements = Judgements(folder, lots)
    files = ["--catalogue", os.path.join(folder, "suppliers.csv"), "--lots", os.path.join(folder, "lots.jsonl")]
    rows, ours, runs = [], None, {}
    for name, criteria in CRITERIA:
        runs[criteria] = engine.rankings(*files, "--criteria", criteria, "--top", "100")
        values, tops = judgements.measures(runs[criteria])
        rows.append(judgements.row(name, values, tops, ours))
        ours = ours or values
    random_order = baselines.RandomOrder(suppliers)
    draws = [
        judgements.measures({lot.id: random_order(lot, draw) for lot in lots})[0] for draw in range(random_order.draws)]
    rows.append(judgements.row("random", mean_of(draws), None, ours))
    for name, baseline in (
            ("nearest", baselines.Nearest(suppliers, geography)),
            ("sector and zone, nearest first", baselines.SectorAndZone(suppliers, geography, root)),
            ("plain BM25", baselines.PlainBM25(suppliers, nomenclature.stop_words(root)))):
        values, tops = judgements.measures({lot.id: baseline(lot) for lot in lots})
        rows.append(judgements.row(name, values, tops, ours))
    report.table(
        f"Graded set: {len(lots)} lots ({len(judgements.empty)} without answer), {len(suppliers)} suppliers; "
        "the trade alone is judged. 95 % bootstrap intervals over lots.",
        ["", "nDCG@10", "recall@20", "MRR", "AUC answer/none", "nDCG@10 less ours (paired)"], rows)
    scale.evaluate(runs["text,codes"], judgements.grades, root)
    if per_lot:
        worst = sorted(ours["nDCG@10"], key=lambda lot: (ours["nDCG@10"][lot], lot))
        titles = {lot.id: lot.title for lot in lots}
        report.table(
            "Ours lot by lot, the worst first", ["lot", "nDCG@10", "recall@20", "MRR", "title"],
            [[lot, *(report.figure(ours[measure].get(lot)) for measure in MEASURES), titles[lot][:80]]
             for lot in worst])
