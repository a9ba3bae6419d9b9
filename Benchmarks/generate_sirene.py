"""Writes files of the shape of SIRENE (INSEE), with made-up enterprises: StockUniteLegale and StockEtablissement.

usage: generate_sirene.py ROWS PREFIX

PREFIX-ul.csv and PREFIX-et.csv have ROWS rows each, one head office an enterprise. Three rows in ten are sole traders, as
far as a table of legal persons and others goes; a quarter of the companies say whether they belong to the ESS.
"""
import csv
import random
import sys

UL = """siren,statutDiffusionUniteLegale,unitePurgeeUniteLegale,dateCreationUniteLegale,sigleUniteLegale,sexeUniteLegale,\
prenom1UniteLegale,prenom2UniteLegale,prenom3UniteLegale,prenom4UniteLegale,prenomUsuelUniteLegale,pseudonymeUniteLegale,\
identifiantAssociationUniteLegale,trancheEffectifsUniteLegale,anneeEffectifsUniteLegale,dateDernierTraitementUniteLegale,\
nombrePeriodesUniteLegale,categorieEntreprise,anneeCategorieEntreprise,dateDebut,etatAdministratifUniteLegale,nomUniteLegale,\
nomUsageUniteLegale,denominationUniteLegale,denominationUsuelle1UniteLegale,denominationUsuelle2UniteLegale,\
denominationUsuelle3UniteLegale,categorieJuridiqueUniteLegale,activitePrincipaleUniteLegale,\
nomenclatureActivitePrincipaleUniteLegale,nicSiegeUniteLegale,economieSocialeSolidaireUniteLegale,societeMissionUniteLegale,\
caractereEmployeurUniteLegale,activitePrincipaleNAF25UniteLegale""".split(",")
ET = """siren,nic,siret,statutDiffusionEtablissement,dateCreationEtablissement,trancheEffectifsEtablissement,\
anneeEffectifsEtablissement,activitePrincipaleRegistreMetiersEtablissement,dateDernierTraitementEtablissement,\
etablissementSiege,nombrePeriodesEtablissement,complementAdresseEtablissement,numeroVoieEtablissement,\
indiceRepetitionEtablissement,typeVoieEtablissement,libelleVoieEtablissement,codePostalEtablissement,\
libelleCommuneEtablissement,libelleCommuneEtrangerEtablissement,distributionSpecialeEtablissement,codeCommuneEtablissement,\
codeCedexEtablissement,libelleCedexEtablissement,codePaysEtrangerEtablissement,libellePaysEtrangerEtablissement,\
complementAdresse2Etablissement,numeroVoie2Etablissement,indiceRepetition2Etablissement,typeVoie2Etablissement,\
libelleVoie2Etablissement,codePostal2Etablissement,libelleCommune2Etablissement,libelleCommuneEtranger2Etablissement,\
distributionSpeciale2Etablissement,codeCommune2Etablissement,codeCedex2Etablissement,libelleCedex2Etablissement,\
codePaysEtranger2Etablissement,libellePaysEtranger2Etablissement,dateDebut,etatAdministratifEtablissement,\
enseigne1Etablissement,enseigne2Etablissement,enseigne3Etablissement,denominationUsuelleEtablissement,\
activitePrincipaleEtablissement,nomenclatureActivitePrincipaleEtablissement,caractereEmployeurEtablissement,\
activitePrincipaleNAF25Etablissement""".split(",")
TRADES = [("81.30Z", "81.30Y"), ("81.21Z", "81.21Y"), ("88.99B", "88.99H"), ("94.99Z", "94.99Y"), ("43.34Z", "43.34Y"),
          ("56.21Z", "56.21Y"), ("96.01B", "96.10H"), ("38.11Z", "38.11Y"), ("62.01Z", "62.10Y"), ("68.20B", "68.20H")]
FORMS = [("5499", 30), ("5710", 30), ("9220", 25), ("5458", 2), ("5202", 3), ("6540", 10)]
WORDS = ("ATELIER RELAIS JARDIN SOLIDAIRE RESSOURCE HORIZON PASSERELLE TREMPLIN VALLEE RIVAGE SOURCE CHEMIN PLATEAU MOULIN FORGE "
         "LISIERE COLLINE ESTUAIRE PRAIRIE VERGER").split()


def key(digits):
    """The digit that makes a number valid (Luhn)."""
    total = sum(sum(divmod(2 * int(digit), 10)) if place % 2 == 0 else int(digit)
                for place, digit in enumerate(reversed(digits)))
    return str(-total % 10)


def main():
    rows, prefix = int(sys.argv[1]), sys.argv[2]
    choice = random.Random(4).choice
    forms = [code for code, weight in FORMS for _ in range(weight)]
    chance = random.Random(5).random
    with open("Catalog/Nomenclatures/communes.tsv", encoding="utf-8") as file:
        lines = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
    communes = [(row[0], row[1].upper(), row[2].split(",")[0]) for row in lines[1:] if row[2]]
    with open(prefix + "-ul.csv", "w", encoding="utf-8", newline="") as enterprises, \
            open(prefix + "-et.csv", "w", encoding="utf-8", newline="") as establishments:
        ul, et = csv.writer(enterprises, lineterminator="\n"), csv.writer(establishments, lineterminator="\n")
        ul.writerow(UL)
        et.writerow(ET)
        for number in range(rows):
            body = f"{number + 1:08d}"
            siren = body + key(body)
            nic = "0001" + key(siren + "0001")
            person = chance() < 0.3
            form = "1000" if person else choice(forms)
            naf, naf25 = choice(TRADES)
            name = "" if person else f"{choice(WORDS)} {choice(WORDS)} {number % 9973}"
            ess = "O" if form in ("9220", "5458") and chance() < 0.7 else choice(["", "", "N", "O"]) if form == "5710" else ""
            year, month, day = 1970 + number % 55, 1 + number % 12, 1 + number % 28
            created = f"{year}-{month:02d}-{day:02d}"
            treated = f"2026-{1 + number % 10:02d}-{day:02d}T06:00:00"
            closed = "C" if chance() < 0.1 else "A"
            band = choice(["NN", "", "00", "01", "02", "03", "11", "12", "21"])
            code, commune, postcode = choice(communes)
            ul.writerow([siren, "O", "", created, "", "F" if person else "", "CAMILLE" if person else "", "", "", "", "", "",
                         f"W{number:09d}" if form == "9220" else "", band, "2023", treated, 1 + number % 4, "PME", "2023",
                         created, closed, "EXEMPLE" if person else "", "", name, "", "", "", form, naf, "NAFRev2", nic, ess,
                         "N" if form == "5710" else "", "O", naf25])
            et.writerow([siren, nic, siren + nic, "O", created, band, "2023", "", treated, "true", 1, "", 1 + number % 90, "",
                         "RUE", "DE LA " + choice(WORDS), postcode, commune, "", "", code] + [""] * 18
                        + [created, "A" if closed == "A" else "F", "", "", "", "", naf, "NAFRev2", "O", naf25])


main()
