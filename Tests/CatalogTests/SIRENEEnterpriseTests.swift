import Catalog
import Nomenclature
import Testing

@Suite struct SIRENEEnterpriseTests {
    /// The columns of the stock of 2026, in an order that is not INSEE's.
    static let header =
        "siren,statutDiffusionUniteLegale,dateCreationUniteLegale,sigleUniteLegale,sexeUniteLegale,prenom1UniteLegale,identifiantAssociationUniteLegale,trancheEffectifsUniteLegale,dateDernierTraitementUniteLegale,dateDebut,etatAdministratifUniteLegale,nomUniteLegale,denominationUniteLegale,denominationUsuelle1UniteLegale,categorieJuridiqueUniteLegale,activitePrincipaleUniteLegale,nomenclatureActivitePrincipaleUniteLegale,nicSiegeUniteLegale,economieSocialeSolidaireUniteLegale,societeMissionUniteLegale,activitePrincipaleNAF25UniteLegale"

    private func row(_ cells: [String: String]) -> String {
        Self.header.split(separator: ",").map { cells[String($0)] ?? "" }.joined(separator: ",")
    }

    private func reading(_ rows: [String: String]..., seen: Day? = nil) throws -> Reading {
        try Reading(Self.header + "\n" + rows.map { row($0) }.joined(separator: "\n") + "\n", seen: seen)
    }

    private func association(_ changes: [String: String] = [:]) -> [String: String] {
        [
            "siren": Fictional.siren(1), "statutDiffusionUniteLegale": "O", "dateCreationUniteLegale": "1998-04-12",
            "sigleUniteLegale": "JDP", "identifiantAssociationUniteLegale": "W401234567",
            "trancheEffectifsUniteLegale": "12", "dateDernierTraitementUniteLegale": "2026-05-01T08:30:00",
            "dateDebut": "2020-01-01", "etatAdministratifUniteLegale": "A",
            "denominationUniteLegale": "LES JARDINS DU PIN", "denominationUsuelle1UniteLegale": "Jardins du Pin",
            "categorieJuridiqueUniteLegale": "9220", "activitePrincipaleUniteLegale": "81.30Z",
            "nomenclatureActivitePrincipaleUniteLegale": "NAFRev2", "nicSiegeUniteLegale": Fictional.nic(1),
            "economieSocialeSolidaireUniteLegale": "O", "societeMissionUniteLegale": "N",
            "activitePrincipaleNAF25UniteLegale": "81.30Y",
        ].merging(changes) { $1 }
    }

    @Test func enterprise() throws {
        let reading = try reading(association(), seen: Day(year: 2026, month: 6, day: 1))
        #expect(reading.sources == [.sireneEnterprises])
        #expect(reading.problems.isEmpty && reading.leftAside == 0)
        let record = try #require(reading.records.first)
        #expect(record.siret == nil && record.siren?.text == Fictional.siren(1))
        #expect(record.headOffice?.text == Fictional.siret(1))
        #expect(record.name == "LES JARDINS DU PIN" && record.brand == "Jardins du Pin" && record.acronym == "JDP")
        #expect(record.otherIdentifier == "rna:W401234567")
        #expect(record.legalCategory == "9220" && record.legalForm == "Association déclarée")
        #expect(record.createdOn == Day(year: 1998, month: 4, day: 12))
        #expect(record.isClosed == false && record.closedOn == nil)
        #expect(record.naf?.code == "81.30Z" && record.naf2025?.code == "81.30Y")
        #expect(record.ess == true && record.isMissionCompany == false)
        #expect(record.workforceBand == "12" && record.employees == nil)
        // The stock attests every row on its own day, whenever the row was last treated.
        #expect(record.seen == Day(year: 2026, month: 6, day: 1))
        #expect(record.kinds.isEmpty && record.esus == nil)
    }

    @Test func naturalPersonsAreLeftAsideAndNothingOfThemIsKept() throws {
        let reading = try reading(
            association(["categorieJuridiqueUniteLegale": "1000", "nomUniteLegale": "DURAND"]),
            association(["categorieJuridiqueUniteLegale": "", "sexeUniteLegale": "F"]),
            association(["categorieJuridiqueUniteLegale": "", "prenom1UniteLegale": "JEANNE"]),
            // A category that says person is enough, even with a SIREN that is none.
            association(["categorieJuridiqueUniteLegale": "1500", "siren": "faux"]),
            association(["siren": Fictional.siren(2), "nicSiegeUniteLegale": Fictional.nic(2)]))
        #expect(reading.leftAside == 4)
        #expect(reading.records.map { $0.siren?.text } == [Fictional.siren(2)])
        #expect(reading.problems.isEmpty)
        #expect(reading.dropped == ["sexeUniteLegale", "prenom1UniteLegale", "nomUniteLegale"])
    }

    @Test func maskedValuesAreNoValues() throws {
        let reading = try reading(
            association(["denominationUniteLegale": "[ND]", "sigleUniteLegale": "[ND]", "nomUniteLegale": "[ND]"]),
            association(["categorieJuridiqueUniteLegale": "", "denominationUniteLegale": "SANS CATÉGORIE"]),
            association(
                ["categorieJuridiqueUniteLegale": "", "denominationUniteLegale": "[ND]", "sigleUniteLegale": ""]))
        #expect(reading.records.map(\.name) == ["", "SANS CATÉGORIE"])
        #expect(reading.problems.map(\.rule) == ["name.missing"])
        #expect(reading.problems.first?.place.line == 4)
    }

    @Test func activitiesOfOlderNomenclaturesAreLeftEmptyWithoutAWord() throws {
        let reading = try reading(
            association(
                ["nomenclatureActivitePrincipaleUniteLegale": "NAFRev1", "activitePrincipaleUniteLegale": "74.1J"]),
            association(
                ["nomenclatureActivitePrincipaleUniteLegale": "NAP", "activitePrincipaleUniteLegale": "59.01Z"]),
            association(["activitePrincipaleUniteLegale": "45.2R"]))
        #expect(reading.records.count == 3)
        #expect(reading.records.allSatisfy { $0.naf == nil && $0.naf2025?.code == "81.30Y" })
        #expect(reading.problems.map(\.rule) == ["naf.malformed"])
        #expect(reading.problems.first?.place.line == 4)
    }

    @Test func closedAndUnknownDays() throws {
        let reading = try reading(
            association(["etatAdministratifUniteLegale": "C", "dateDebut": "2023-09-30"]),
            association(["dateCreationUniteLegale": "1900-01-01", "economieSocialeSolidaireUniteLegale": ""]))
        #expect(reading.records[0].isClosed == true)
        #expect(reading.records[0].closedOn == Day(year: 2023, month: 9, day: 30))
        #expect(reading.records[1].createdOn == nil && reading.records[1].ess == nil)
        #expect(reading.problems.isEmpty)
    }

    @Test func doubtfulValuesCostTheValue() throws {
        let reading = try reading(
            association([
                "nicSiegeUniteLegale": "00001", "etatAdministratifUniteLegale": "Z",
                "trancheEffectifsUniteLegale": "99",
                "economieSocialeSolidaireUniteLegale": "?", "categorieJuridiqueUniteLegale": "9999",
                "dateCreationUniteLegale": "hier",
            ]))
        let record = try #require(reading.records.first)
        #expect(record.headOffice == nil && record.isClosed == nil && record.workforceBand == nil && record.ess == nil)
        #expect(
            Set(reading.problems.map(\.rule)) == [
                "headOffice.malformed", "state.unknown", "workforceBand.unknown", "flag.malformed",
                "legalCategory.unknown", "date.malformed",
            ])
        #expect(reading.rejects.isEmpty)
    }

    @Test(arguments: [("", "siren.missing"), ("12345", "siren.length"), ("000000011", "siren.luhn")])
    func wrongSiren(siren: String, rule: String) throws {
        let reading = try reading(association(["siren": siren]), association())
        #expect(reading.records.count == 1)
        #expect(reading.problems.map(\.rule) == [rule])
        #expect(reading.problems.first?.excerpt.contains("LES JARDINS DU PIN") == true)
    }

    @Test func theStockBefore2023ReadsAsWell() throws {
        let reading = try Reading(
            """
            siren,statutDiffusionUniteLegale,unitePurgeeUniteLegale,categorieJuridiqueUniteLegale,denominationUniteLegale,etatAdministratifUniteLegale
            \(Fictional.siren(3)),O,,5710,ATELIERS DU BORN,A
            """)
        #expect(reading.sources == [.sireneEnterprises])
        #expect(reading.records.map(\.name) == ["ATELIERS DU BORN"])
        #expect(reading.dropped.isEmpty)
    }
}
