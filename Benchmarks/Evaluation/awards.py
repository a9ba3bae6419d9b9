"""Real awards: where the engine ranks the real winner among the whole real catalogue, at the day of the award.

By date: an award is asked for as of its notification. Approvals and law are judged on that day (the `day` of the need),
and only contracts notified before it are in the workspace, so that no contract is its own reference. The catalogue
itself is that of its lists' own days: nobody publishes those of the past.

The place is that of performance in the award data. (The `dep` column of the file of awards is the winner's, and would
tell the answer.) When a purchase has several winners, the others are passed over in the ranking of each.
"""
import csv
import itertools
import json
import os
import re
import tempfile
from dataclasses import dataclass
from types import SimpleNamespace

import baselines
import catalogue
import intervals
import nomenclature
import report
from model import Lot, Place

CRITERIA = ("text", "codes", "place", "capacity", "record")
DEPTHS = (1, 5, 10, 20, 100)
# Rank of a winner that is not returned, for the median alone.
NOT_FOUND = float("inf")


@dataclass
class Award:
    lot: Lot
    day: str
    winner: str
    # What makes one purchase of several awards.
    purchase: tuple
    months: str
    value: str


def clean(text):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text or "")).strip()


def day_of(contract):
    """Notification, `2018-11-26+01:00` as `2018-11-26`; empty when there is none."""
    day = (contract.get("dateNotification") or "")[:10]
    return day if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else ""


def place_of(contract, geography):
    """The place of performance: publishers mix up post codes, codes of communes and of départements."""
    given = contract.get("lieuExecution") or {}
    code, name = str(given.get("code") or "").strip(), str(given.get("nom") or "")
    codes = [code] + re.findall(r"\b\d{5}\b", name)
    for candidate in codes:
        # Post codes come under any type; codes of communes, never under that of post codes.
        commune = geography.commune_of_postcode(candidate)
        if not commune and "postal" not in str(given.get("typeCode")).lower():
            commune = geography.communes.get(candidate)
        if commune:
            return Place([commune["dep"]], commune["centre"]), commune["code"]
    for candidate in codes:
        departement = geography.departement_of_postcode(candidate)
        # Codes of cantons and arrondissements begin with that of their département.
        for code_of_departement in (candidate, candidate[:3], candidate[:2]) if len(candidate) < 5 else ():
            if not departement and code_of_departement in geography.departement_names:
                departement = code_of_departement
        if departement:
            return Place([departement]), None
    for departement, label in geography.departement_names.items():
        if label.lower() in name.lower():
            return Place([departement]), None
    return None, None


def contracts_of(path):
    with open(path, encoding="utf-8-sig") as file:
        content = json.load(file)
    return content["marches"] if isinstance(content, dict) else content


def holders(contract):
    return [re.sub(r"\s", "", str(holder.get("id") or "")) for holder in contract.get("titulaires") or []]


def read(data, geography):
    """The awards with what the contract itself says, in the order of their days."""
    files, awards = {}, []
    with open(os.path.join(data, "suppliers", "awards", "awards-to-social-suppliers.tsv"), encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for number, row in enumerate(rows, 1):
        path = os.path.join(data, row["source_file"])
        files.setdefault(path, contracts_of(path))
        contract = next(
            (c for c in files[path] if c.get("id") == row["contract_id"] and row["winner_siret"] in holders(c)), None)
        if contract is None or not day_of(contract):
            continue
        place, commune = place_of(contract, geography)
        lot = Lot(f"A{number:02}", clean(row["object"]), "", [row["cpv"]], place)
        lot.commune = commune
        buyer = (contract.get("acheteur") or {}).get("id")
        awards.append(Award(
            lot, day_of(contract), row["winner_siret"].zfill(14), (lot.title, buyer, day_of(contract)),
            str(contract.get("dureeMois") or ""), row["amount"]))
    return sorted(awards, key=lambda award: (award.day, award.lot.id))


def need(award):
    """The line of `match --lots` for an award, with the day to judge at."""
    lot, places = award.lot, []
    if lot.place:
        place = {"label": lot.place.departements[0], "departements": lot.place.departements}
        if lot.commune:
            place["commune"] = lot.commune
        places = [place]
    whole = {
        "title": lot.title, "cpv": lot.cpv, "day": award.day, "places": places, "months": award.months,
        "value": award.value}
    return json.dumps({"id": lot.id, "title": lot.title, "need": whole}, ensure_ascii=False)


class History:
    """The contracts of the corpus that a structure of the catalogue won, put into the workspace as days go by."""

    def __init__(self, engine, data, workspace, suppliers, folder):
        self.engine, self.workspace, self.folder = engine, workspace, folder
        known = {supplier.key for supplier in suppliers}
        self.contracts, self.count = [], 0
        samples = os.path.join(data, "decp", "v1-json")
        for parent, _, names in sorted(os.walk(samples)):
            for name in sorted(names):
                if not name.endswith(".json"):
                    continue
                for contract in contracts_of(os.path.join(parent, name)):
                    if day_of(contract) and not known.isdisjoint(holders(contract)):
                        self.contracts.append((day_of(contract), len(self.contracts), contract))
        self.contracts.sort(key=lambda item: item[:2])

    def number_before(self, day):
        """How many contracts were notified before `day`."""
        return sum(1 for notified, _, _ in self.contracts if notified < day)

    def advance(self, day):
        """Puts in what was notified before `day` and is not yet in; days never go back."""
        until = self.number_before(day)
        new = [contract for _, _, contract in self.contracts[self.count:until]]
        self.count = until
        if not new:
            return
        path = os.path.join(self.folder, f"contracts-before-{day}.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"marches": new}, file, ensure_ascii=False)
        self.engine.run("import", "contracts", path, "--workspace", self.workspace, "--progress", "none")


def ask(engine, workspace, awards, rows, folder):
    """{row: {lot: scores}} for awards asked together."""
    path = os.path.join(folder, "lots.jsonl")
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(need(award) + "\n" for award in awards)
    files = ["--lots", path, "--workspace", workspace, "--top", "100000"]
    return {name: engine.rankings(*files, *options) for name, options in rows}


def rankings_by_date(engine, data, workspace, suppliers, awards, rows, folder):
    """({row: {lot: scores}}, number of contracts that came in). Rows that read no record are asked once, the others for
    each set of awards between which no contract came in."""
    timeless = [(name, options) for name, options in rows if "record" not in criteria_of(options)]
    dated = [row for row in rows if row not in timeless]
    found = ask(engine, workspace, awards, timeless, folder)
    found.update({name: {} for name, _ in dated})
    history = History(engine, data, workspace, suppliers, folder)
    for _, together in itertools.groupby(awards, key=lambda award: history.number_before(award.day)):
        together = list(together)
        history.advance(together[0].day)
        for name, scores in ask(engine, workspace, together, dated, folder).items():
            found[name].update(scores)
    return found, history.count


def rank(scores, award, winners, by_siren):
    """The rank of the winner, 1 for the first; None when it is not returned. Ties by key."""
    co_winners = winners[award.purchase] - {award.winner}
    place = 0
    for key, _ in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if key == award.winner or (by_siren and key[:9] == award.winner[:9]):
            return place + 1
        if key not in co_winners:
            place += 1
    return None


def cells(name, ranks, ours):
    """A line of the table; ranks, and the reciprocal ranks of ours, are in the order of the awards."""
    reciprocal = [1 / r if r else 0.0 for r in ranks]
    line = [name, report.figure(intervals.mean(reciprocal), intervals.interval(reciprocal))]
    for depth in DEPTHS:
        hits = [1.0 if r and r <= depth else 0.0 for r in ranks]
        line.append(report.figure(intervals.mean(hits), intervals.interval(hits) if depth in (10, 20) else None))
    middle = intervals.median([r or NOT_FOUND for r in ranks])
    line.append("–" if middle == NOT_FOUND else f"{middle:g}")
    line.append(f"{sum(1 for r in ranks if not r) / len(ranks):.0%}")
    if ours is None:
        return line + [""]
    gaps = [one - other for one, other in zip(reciprocal, ours)]
    return line + [report.difference(intervals.mean(gaps), intervals.interval(gaps))]


def criteria_of(options):
    """The criteria that a row asks for: all, unless it names some."""
    return options[options.index("--criteria") + 1].split(",") if "--criteria" in options else list(CRITERIA)


def rows_of_ours():
    """Whole, with those of unknown trade behind (a page lists ten), each criterion left out, the trade alone. Structures
    that a reservation sets aside stay in every row but the one that says so, for rows to be comparable."""
    rows = [("ours: all criteria", ["--with-ineligible"]), ("ours, not eligible set aside", [])]
    for number, name in ((10, "10"), (100_000, "all")):
        rows.append((f"ours, then {name} to be contacted", ["--with-ineligible", "--contacts", str(number)]))
    for left_out in CRITERIA:
        kept = ",".join(criterion for criterion in CRITERIA if criterion != left_out)
        rows.append((f"without {left_out}", ["--criteria", kept, "--with-ineligible"]))
    return rows + [("text + codes", ["--criteria", "text,codes", "--with-ineligible"])]


def evaluate(engine, data, root, geography, per_lot=False):
    awards = read(data, geography)
    with tempfile.TemporaryDirectory() as folder:
        workspace = os.path.join(folder, "awards.sqlite")
        engine.run(
            "import", "suppliers", os.path.join(data, "suppliers"), "--workspace", workspace, "--progress", "none")
        suppliers = catalogue.read(engine, workspace, geography)
        ours = rows_of_ours()
        found, contracts = rankings_by_date(engine, data, workspace, suppliers, awards, ours, folder)
    lots = [award.lot for award in awards]
    for name, baseline in (
            ("nearest", baselines.Nearest(suppliers, geography)),
            ("sector and zone, nearest first", baselines.SectorAndZone(suppliers, geography, root)),
            ("plain BM25", baselines.PlainBM25(suppliers, nomenclature.stop_words(root)))):
        found[name] = {lot.id: baseline(lot) for lot in lots}
    winners = {}
    for award in awards:
        winners.setdefault(award.purchase, set()).add(award.winner)
    keys = {supplier.key for supplier in suppliers}
    sirens = {supplier.siren for supplier in suppliers}
    order = [name for name, _ in ours] + ["random", "nearest", "sector and zone, nearest first", "plain BM25"]
    for by_siren, title in ((False, "by SIRET"), (True, "by SIREN (any establishment of the winner)")):
        ranks = {
            name: [rank(scores.get(award.lot.id, {}), award, winners, by_siren) for award in awards]
            for name, scores in found.items()}
        reference = [1 / r if r else 0.0 for r in ranks[order[0]]]
        lines = []
        for name in order:
            if name == "random":
                lines.append(random_line(awards, suppliers, by_siren))
            else:
                lines.append(cells(name, ranks[name], None if name == order[0] else reference))
        known = sum(
            1 for award in awards if (award.winner[:9] in sirens if by_siren else award.winner in keys))
        report.table(
            f"Real awards {title}: {len(awards)} awards, {len(suppliers)} structures; the winner is in the catalogue"
            f" for {known}; {contracts} earlier contracts came in by date.",
            ["", "MRR", *(f"recall@{depth}" for depth in DEPTHS), "median rank", "not returned",
             "MRR less ours (paired)"], lines)
        if per_lot:
            report.table(
                f"Ours award by award, {title}", ["award", "day", "rank", "BM25", "object"],
                [[award.lot.id, award.day, str(ranks[order[0]][n] or "–"), str(ranks["plain BM25"][n] or "–"),
                  award.lot.title[:90]] for n, award in enumerate(awards)])


def random_line(awards, suppliers, by_siren):
    """What a shuffled catalogue gives on average, computed: the first of k structures among n."""
    n = len(suppliers)
    own = [
        sum(1 for s in suppliers if (s.key[:9] == a.winner[:9] if by_siren else s.key == a.winner)) for a in awards]
    chance = SimpleNamespace(
        recall=lambda depth, k: 1 - product((n - k - i) / (n - i) for i in range(depth)) if k else 0.0,
        reciprocal=lambda k: sum(first(n, k)) if k else 0.0)
    line = ["random (computed)", report.figure(intervals.mean([chance.reciprocal(k) for k in own]))]
    line += [report.figure(intervals.mean([chance.recall(depth, k) for k in own])) for depth in DEPTHS]
    middle = intervals.median([(n + 1) / (k + 1) if k else NOT_FOUND for k in own])
    return line + [f"{middle:.0f}", f"{sum(1 for k in own if not k) / len(own):.0%}", ""]


def product(factors):
    result = 1.0
    for factor in factors:
        result *= factor
    return result


def first(n, k):
    """For each rank, its reciprocal by the chance that the first of `k` among `n` has it."""
    none_before = 1.0
    for place in range(n - k + 1):
        here = none_before * k / (n - place)
        yield here / (place + 1)
        none_before *= 1 - k / (n - place)
