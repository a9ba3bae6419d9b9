"""What ours is compared with. Each baseline is a function lot → {supplier key: score}, absent when not returned."""
import math
import random
from collections import Counter, defaultdict

import french
from nomenclature import kilometres, significant, table

# Distance taken when a place is not known: further than any other, so that it comes last.
FAR = 20_000.0


class RandomOrder:
    """Every supplier, shuffled. Several draws: the measure is their mean."""

    draws = 20

    def __init__(self, suppliers):
        self.keys = sorted(supplier.key for supplier in suppliers)

    def __call__(self, lot, draw):
        rng = random.Random(f"{lot.id} {draw}")
        return {key: rng.random() for key in self.keys}


class Nearest:
    """Every supplier, the nearest first; nothing for a lot whose place is not known."""

    def __init__(self, suppliers, geography):
        self.suppliers = suppliers
        self.geography = geography

    def __call__(self, lot):
        if not lot.place:
            return {}
        return {supplier.key: nearness(self.distance(supplier, lot.place)) for supplier in self.suppliers}

    def distance(self, supplier, place):
        """To the commune of performance, else to the centre of the nearest of its départements."""
        if not supplier.centre:
            return FAR
        centres = [place.centre] if place.centre else [self.geography.centres[dep] for dep in place.departements]
        return min((kilometres(supplier.centre, centre) for centre in centres), default=FAR)


def nearness(distance):
    """Falls with the distance and is positive, so that scores of different lots can be compared."""
    return 1 / (1 + distance)


class SectorAndZone:
    """The rules of the Marché de l'inclusion, which know only yes and no: a supplier is returned when the CPV branches
    of one of its sectors meet a code of the lot and its perimeter covers a département of the place; nearest first.

    Branches meet when one holds the other (sector `7731` for a lot `77300000` as well as for `77311000`). A supplier
    without a declared perimeter is taken to work in its own département; a lot without place asks for the sector
    alone.
    """

    def __init__(self, suppliers, geography, root):
        self.nearest = Nearest(suppliers, geography)
        self.suppliers = suppliers
        self.geography = geography
        self.prefixes = {row["sector"]: row["cpv_prefixes"].split() for row in table(root, "sectors.tsv")}

    def __call__(self, lot):
        codes = [significant(code) for code in lot.cpv]
        found = {}
        for supplier in self.suppliers:
            if not any(self.meets(sector, codes) for sector in supplier.sectors):
                continue
            if lot.place and not self.covers(supplier, lot.place):
                continue
            found[supplier.key] = nearness(self.nearest.distance(supplier, lot.place) if lot.place else FAR)
        return found

    def meets(self, sector, codes):
        return any(
            code.startswith(prefix) or prefix.startswith(code)
            for prefix in self.prefixes.get(sector, []) for code in codes)

    def covers(self, supplier, place):
        wanted = place.departements
        kind, _, value = supplier.perimeter.partition(":")
        if kind == "france" or not wanted:
            return True
        if kind == "km":
            return self.nearest.distance(supplier, place) <= float(value) or supplier.departement in wanted
        zones = {supplier.departement}
        if kind == "dep":
            zones = set(value.split(","))
        elif kind == "reg":
            zones = {dep for region in value.split(",") for dep in self.geography.departements_of_region[region]}
        return not zones.isdisjoint(wanted)


class PlainBM25:
    """BM25 (k1 1.2, b 0.75) over name, sectors and description; Snowball stems without accents; stop
    words; each word of the lot once; nothing else."""

    k1, b = 1.2, 0.75

    def __init__(self, suppliers, stop_words):
        self.stop_words = stop_words
        self.keys = [supplier.key for supplier in suppliers]
        self.postings = defaultdict(list)
        lengths = []
        for number, supplier in enumerate(suppliers):
            text = " ".join([supplier.name, *supplier.sectors, supplier.description])
            counts = Counter(french.terms(text, stop_words))
            lengths.append(sum(counts.values()))
            for term, count in counts.items():
                self.postings[term].append((number, count))
        mean = sum(lengths) / max(len(lengths), 1) or 1
        self.norms = [self.k1 * (1 - self.b + self.b * length / mean) for length in lengths]

    def __call__(self, lot):
        scores = defaultdict(float)
        for term in sorted(set(french.terms(f"{lot.title} {lot.description}", self.stop_words))):
            postings = self.postings.get(term, [])
            rarity = math.log(1 + (len(self.keys) - len(postings) + 0.5) / (len(postings) + 0.5))
            for number, count in postings:
                scores[self.keys[number]] += rarity * count * (self.k1 + 1) / (count + self.norms[number])
        return scores
