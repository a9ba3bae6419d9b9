"""The tables of `Catalog/Nomenclatures` that the baselines read."""
import csv
import math
import os
from collections import defaultdict

import french


def table(root, name):
    """Rows of a nomenclature table; its first lines say what it is and where it comes from."""
    with open(os.path.join(root, "Catalog", "Nomenclatures", name), encoding="utf-8") as file:
        lines = [line for line in file if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def stop_words(root):
    """The grammatical words of French that the project uses, without accents."""
    with open(os.path.join(root, "Catalog", "Nomenclatures", "stopwords.txt"), encoding="utf-8") as file:
        return {french.folded(line.strip().lower()) for line in file if line.strip() and not line.startswith("#")}


def significant(code):
    """A CPV code without check digit and final zeros, two digits at least: `77310000-6` is `7731`."""
    digits = code.split("-")[0].strip()
    return digits[:2] + digits[2:].rstrip("0")


class Map:
    """Communes, and the centre of each département: the mean of its communes by population."""

    def __init__(self, root):
        self.communes = {}
        self.by_postcode = defaultdict(list)
        self.departement_names = {row["dep"]: row["dep_name"] for row in table(root, "departements.tsv")}
        self.departements_of_region = defaultdict(list)
        for row in table(root, "departements.tsv"):
            self.departements_of_region[row["reg"]].append(row["dep"])
        sums = defaultdict(lambda: [0.0, 0.0, 0.0])
        for row in table(root, "communes.tsv"):
            if not row["lat"]:
                continue
            row["centre"] = float(row["lat"]), float(row["lon"])
            row["inhabitants"] = int(row["population"] or 0)
            self.communes[row["code"]] = row
            for postcode in row["postcodes"].split(","):
                self.by_postcode[postcode].append(row)
            total = sums[row["dep"]]
            for place, value in enumerate((row["centre"][0], row["centre"][1], 1.0)):
                total[place] += value * max(row["inhabitants"], 1)
        self.centres = {dep: (lat / mass, lon / mass) for dep, (lat, lon, mass) in sums.items()}

    def commune_of_postcode(self, postcode):
        """The most populous commune of a post code, or None."""
        return max(self.by_postcode.get(postcode, []), key=lambda row: row["inhabitants"], default=None)

    def departement_of_postcode(self, postcode):
        """By its first digits: enough for post codes of companies (« CEDEX »), which no commune has."""
        for length in (3, 2):
            if len(postcode) == 5 and postcode[:length] in self.departement_names:
                return postcode[:length]
        return None


def kilometres(one, other):
    """Great-circle distance between two (latitude, longitude)."""
    (a, b), (c, d) = [(math.radians(lat), math.radians(lon)) for lat, lon in (one, other)]
    chord = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(chord)))
