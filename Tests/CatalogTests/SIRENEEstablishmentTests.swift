import Catalog
import Nomenclature
import Testing

@Suite struct SIRENEEstablishmentTests {
    static let header =
        "siren,nic,siret,statutDiffusionEtablissement,dateCreationEtablissement,trancheEffectifsEtablissement,dateDernierTraitementEtablissement,etablissementSiege,complementAdresseEtablissement,numeroVoieEtablissement,indiceRepetitionEtablissement,typeVoieEtablissement,libelleVoieEtablissement,codePostalEtablissement,libelleCommuneEtablissement,libelleCommuneEtrangerEtablissement,distributionSpecialeEtablissement,codeCommuneEtablissement,codePaysEtrangerEtablissement,libellePaysEtrangerEtablissement,coordonneeLambertAbscisseEtablissement,coordonneeLambertOrdonneeEtablissement,codePostal2Etablissement,libelleCommune2Etablissement,dateDebut,etatAdministratifEtablissement,enseigne1Etablissement,enseigne2Etablissement,denominationUsuelleEtablissement,activitePrincipaleEtablissement,nomenclatureActivitePrincipaleEtablissement,activitePrincipaleNAF25Etablissement"

    private func reading(_ rows: [String: String]...) throws -> Reading {
        let lines = rows.map { cells in
            Self.header.split(separator: ",").map { cells[String($0)] ?? "" }.joined(separator: ",")
        }
        return try Reading(([Self.header] + lines).joined(separator: "\n") + "\n")
    }

    private func establishment(_ changes: [String: String] = [:]) -> [String: String] {
        [
            "siren": Fictional.siren(1), "nic": Fictional.nic(1, 2), "siret": Fictional.siret(1, 2),
            "statutDiffusionEtablissement": "O", "dateCreationEtablissement": "2015-03-01",
            "trancheEffectifsEtablissement": "03", "dateDernierTraitementEtablissement": "2026-04-30T10:00:00",
            "etablissementSiege": "false", "complementAdresseEtablissement": "CHEZ MME DURAND",
            "numeroVoieEtablissement": "12", "indiceRepetitionEtablissement": "B", "typeVoieEtablissement": "RUE",
            "libelleVoieEtablissement": "DES  PINS", "codePostalEtablissement": "40100",
            "libelleCommuneEtablissement": "DAX", "codeCommuneEtablissement": "40088",
            "coordonneeLambertAbscisseEtablissement": "373200.5",
            "coordonneeLambertOrdonneeEtablissement": "6298400.1", "codePostal2Etablissement": "75001",
            "libelleCommune2Etablissement": "PARIS", "dateDebut": "2015-03-01", "etatAdministratifEtablissement": "A",
            "enseigne1Etablissement": "", "enseigne2Etablissement": "LA RESSOURCERIE DES PINS",
            "denominationUsuelleEtablissement": "RESSOURCERIE", "activitePrincipaleEtablissement": "38.32Z",
            "nomenclatureActivitePrincipaleEtablissement": "NAFRev2", "activitePrincipaleNAF25Etablissement": "38.21Y",
        ].merging(changes) { $1 }
    }

    @Test func establishmentOfAnEnterprise() throws {
        let reading = try reading(establishment())
        #expect(reading.sources == [.sireneEstablishments])
        #expect(reading.problems.isEmpty && reading.dropped.isEmpty)
        let record = try #require(reading.records.first)
        #expect(record.siret?.text == Fictional.siret(1, 2) && record.siren?.text == Fictional.siren(1))
        #expect(record.name.isEmpty && record.brand == "LA RESSOURCERIE DES PINS")
        #expect(record.isHeadOffice == false && record.isClosed == false)
        #expect(record.street == "12 B RUE DES PINS" && record.postcode == "40100" && record.city == "DAX")
        #expect(record.communeCode == "40088" && record.workforceBand == "03")
        #expect(record.naf?.code == "38.32Z" && record.naf2025?.code == "38.21Y")
        #expect(record.seen == nil)
        let dax = try #require(Geography.shared.commune(code: "40088")?.centre)
        #expect(try #require(record.coordinates).distance(to: dax) < 5)
    }

    @Test func signsThatNameAPersonAreNotKept() throws {
        let reading = try reading(
            establishment(["enseigne2Etablissement": "MME DURAND", "denominationUsuelleEtablissement": ""]),
            establishment(["enseigne2Etablissement": "Dr. Durand"]),
            establishment(["enseigne2Etablissement": "", "denominationUsuelleEtablissement": "MAISON DURAND"]),
            establishment([
                "statutDiffusionEtablissement": "P", "enseigne2Etablissement": "[ND]",
                "denominationUsuelleEtablissement": "[ND]", "libelleVoieEtablissement": "[ND]",
                "numeroVoieEtablissement": "[ND]", "coordonneeLambertAbscisseEtablissement": "[ND]",
            ]))
        #expect(reading.records.map(\.brand) == ["", "", "MAISON DURAND", ""])
        #expect(reading.records.last?.street == "B RUE")
        #expect(reading.records.last?.coordinates == nil)
        #expect(reading.problems.isEmpty)
    }

    @Test func closedAbroadAndOverseas() throws {
        let abroad = [
            "codePostalEtablissement": "", "libelleCommuneEtablissement": "", "codeCommuneEtablissement": "",
            "libelleCommuneEtrangerEtablissement": "BRUXELLES", "libellePaysEtrangerEtablissement": "BELGIQUE",
            "coordonneeLambertAbscisseEtablissement": "", "coordonneeLambertOrdonneeEtablissement": "",
        ]
        let reunion = [
            "codePostalEtablissement": "97400", "libelleCommuneEtablissement": "SAINT-DENIS",
            "codeCommuneEtablissement": "97411", "coordonneeLambertAbscisseEtablissement": "338900.0",
            "coordonneeLambertOrdonneeEtablissement": "7690100.0",
        ]
        let reading = try reading(
            establishment(["etatAdministratifEtablissement": "F", "dateDebut": "2024-12-31"]), establishment(abroad),
            establishment(reunion))
        #expect(reading.records[0].isClosed == true && reading.records[0].closedOn?.iso == "2024-12-31")
        #expect(reading.records[1].city == "BRUXELLES (BELGIQUE)" && reading.records[1].postcode.isEmpty)
        #expect(reading.records[2].coordinates == nil && reading.records[2].communeCode == "97411")
        #expect(reading.problems.isEmpty)
    }

    @Test func badRows() throws {
        let reading = try reading(
            establishment(["siret": ""]), establishment(["siret": "00000000000001"]),
            establishment(["codeCommuneEtablissement": "99999", "codePostalEtablissement": "4"]))
        #expect(reading.records.count == 1)
        #expect(
            reading.problems.map(\.rule) == ["siret.missing", "siret.luhn", "postcode.malformed", "commune.unknown"])
    }
}
