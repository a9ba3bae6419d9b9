"""The suppliers of a workspace, for the baselines: the published list of structures, and their texts."""
import json
import sqlite3
from collections import defaultdict

from model import Supplier


def texts(workspace):
    """SIRET → texts that the lists give. Read from the workspace's own table: no command lists every description."""
    found = defaultdict(list)
    connection = sqlite3.connect(f"file:{workspace}?mode=ro", uri=True)
    try:
        for siret, *parts in connection.execute("SELECT siret, brand, description, offers FROM supplier_record"):
            if siret:
                found[f"{siret:014}"] += [part for part in parts if part and part not in found[f"{siret:014}"]]
    finally:
        connection.close()
    return {siret: " ".join(parts) for siret, parts in found.items()}


def read(engine, workspace, geography):
    """Every structure that `passerelle match` ranks: closed ones are not."""
    descriptions = texts(workspace)
    suppliers = []
    listed = engine.run("report", "catalogue", "--structures", "--format", "jsonl", "--workspace", workspace)
    for line in listed.splitlines():
        row = json.loads(line)
        if "closed" in row["gaps"]:
            continue
        commune = geography.communes.get(row["communeCode"] or "")
        departement = row["departement"] or (commune["dep"] if commune else "")
        centre = commune["centre"] if commune else geography.centres.get(departement)
        suppliers.append(Supplier(
            row["siret"] or row["key"], row["siren"] or "", row["name"], descriptions.get(row["siret"], ""),
            row["sectors"], departement, centre))
    return suppliers
