import Catalog
import Nomenclature
import Testing
import Wording

/// Establishments, enterprises and structures: who holds what.
@Suite struct StructureTests {
    private static let office = "00000010900017"
    private static let workshop = "00000010900025"
    private static let siren = "000000109"

    private func record(
        _ source: SupplierSource, _ siret: String? = nil, day: String? = "2026-01-01",
        _ change: (inout SupplierRecord) throws -> Void = { _ in }
    ) throws -> SupplierRecord {
        var record = SupplierRecord(source: source.id, place: Place(file: "\(source.id).csv", line: 2))
        record.siren = try Siren(Self.siren)
        if let siret { record.siret = try Siret(siret) }
        record.seen = day.flatMap { Day(iso: $0) }
        try change(&record)
        return record
    }

    private func enterprise(ess: Bool?, category: String?) throws -> SupplierRecord {
        try record(.sireneEnterprises) {
            $0.name = "LES JARDINS FICTIFS"
            $0.ess = ess
            $0.legalCategory = category
            $0.headOffice = try? Siret(Self.office)
        }
    }

    @Test func aSisterEstablishmentHoldsNoConvention() throws {
        let suppliers = Merger.suppliers(of: [
            try enterprise(ess: true, category: "5710"),
            try record(.scop) { $0.kinds = [KindClaim(.scic)] },
            try record(.aspSIAE, Self.workshop) {
                $0.name = "CHANTIER FICTIF"
                $0.kinds = [KindClaim(.aci)]
            },
            try record(.sireneEstablishments, Self.office) { $0.isHeadOffice = true },
        ])
        #expect(suppliers.map(\.key) == [Self.office, Self.workshop])
        #expect(suppliers.map { $0.kinds.map(\.kind) } == [[.scic], [.aci, .scic]])
        #expect(suppliers.map(\.name) == ["LES JARDINS FICTIFS", "CHANTIER FICTIF"])
        #expect(suppliers.map(\.enterpriseName) == ["", "LES JARDINS FICTIFS"])
        #expect(suppliers.allSatisfy { $0.ess.belongs == true })
        #expect(suppliers[1].kinds[0].evidence.map(\.level) == [.establishment])
        #expect(suppliers[1].kinds[1].evidence.map(\.level) == [.enterprise])
    }

    @Test func aCommuneWithAWorkshopIsNotInTheCatalogueForItsSchools() throws {
        let records = [
            try enterprise(ess: nil, category: "7210"),
            try record(.sireneEstablishments, Self.office) { $0.brand = "ECOLE FICTIVE" },
            try record(.marcheInclusion, Self.workshop) {
                $0.name = "CHANTIER COMMUNAL"
                $0.kinds = [KindClaim(.aci)]
            },
        ]
        let suppliers = Merger.suppliers(of: records)
        #expect(suppliers.map(\.key) == [Self.workshop])
        #expect(suppliers[0].ess.belongs == false)
        // Without the list nothing of it is in the catalogue, but the enterprise is known.
        #expect(Merger.suppliers(of: Array(records.prefix(2))).isEmpty)
        #expect(Merger.enterprise(of: Array(records.prefix(2))).ess.belongs == false)
    }

    @Test func anEnterpriseOutsideTheESSIsKnownAndNotInTheCatalogue() throws {
        let records = [try enterprise(ess: false, category: "5710")]
        #expect(Merger.suppliers(of: records).isEmpty)
        let dossier = Dossier(records: records)
        #expect(dossier.structures.isEmpty)
        #expect(dossier.enterprise.ess.belongs == false)
        #expect(dossier.enterprise.name == "LES JARDINS FICTIFS")
    }

    @Test func twoStructuresOnOneSIRETStayTwo() throws {
        let records = [
            try record(.marcheInclusion, Self.office) {
                $0.name = "CHANTIER"
                $0.kinds = [KindClaim(.aci)]
                $0.offers = ["maraîchage"]
            },
            try record(.marcheInclusion, Self.office) {
                $0.name = "ENTREPRISE"
                $0.kinds = [KindClaim(.ei)]
                $0.offers = ["nettoyage"]
            },
            try record(.sireneEstablishments, Self.office) { $0.naf = NAF("81.21Z") },
            try enterprise(ess: nil, category: "9220"),
        ]
        let suppliers = Merger.suppliers(of: records)
        #expect(suppliers.map(\.key) == [Self.office + "/ACI", Self.office + "/EI"])
        #expect(suppliers.map(\.name) == ["CHANTIER", "ENTREPRISE"])
        #expect(suppliers.map(\.offers) == [["maraîchage"], ["nettoyage"]])
        #expect(suppliers.allSatisfy { $0.naf == NAF("81.21Z") && $0.siret?.text == Self.office })
        // One row that claims both is one structure.
        let both = try record(.csv, Self.office) { $0.kinds = [KindClaim(.aci), KindClaim(.ei)] }
        #expect(Merger.suppliers(of: records + [both]).map(\.key) == [Self.office])
    }

    @Test func aListOfSIRENsMeansTheHeadOfficeOnceItIsKnown() throws {
        let listed = try record(.essFrance) {
            $0.name = "JARDINS"
            $0.ess = true
            $0.postcode = "40100"
            $0.city = "DAX"
        }
        let alone = Merger.suppliers(of: [listed])
        #expect(alone.map(\.key) == ["siren:" + Self.siren])
        #expect(alone.map(\.departement) == ["40"])
        let placed = Merger.suppliers(of: [listed, try enterprise(ess: nil, category: nil)])
        #expect(placed.map(\.key) == [Self.office])
        #expect(placed.map(\.departement) == ["40"])
    }

    @Test func anESUSApprovalHoldsForTheWholeEnterprise() throws {
        let suppliers = Merger.suppliers(of: [
            try record(.esus) {
                $0.esus = Approval(validFrom: Day(iso: "2023-05-01"), validTo: Day(iso: "2028-04-30"))
            },
            try record(.aspSIAE, Self.office) { $0.kinds = [KindClaim(.ei)] },
            try record(.aspSIAE, Self.workshop) { $0.kinds = [KindClaim(.aci)] },
        ])
        #expect(suppliers.count == 2)
        for supplier in suppliers {
            #expect(try supplier.isESUS(on: #require(Day(iso: "2026-01-01"))))
            #expect(try !supplier.isESUS(on: #require(Day(iso: "2028-05-01"))))
            #expect(supplier.esus.map(\.level) == [.enterprise])
            #expect(supplier.ess.belongs == true)
        }
    }

    @Test func aRecordWithoutSIRETJoinsByItsIdentifier() throws {
        var finess = SupplierRecord(source: SupplierSource.esat.id, place: Place(file: "esat.csv", line: 3))
        finess.otherIdentifier = "finess:990000001"
        finess.name = "ESAT FICTIF"
        finess.kinds = [KindClaim(.esat)]
        finess.capacity = 40
        let establishment = try record(.finess, Self.workshop) {
            $0.otherIdentifier = "finess:990000001"
            $0.kinds = [KindClaim(.esat)]
        }
        let alone = RecordGroups.groups(of: [finess])
        #expect(alone.flatMap { Merger.suppliers(of: $0) }.map(\.key) == ["finess:990000001"])
        let joined = RecordGroups.groups(of: [finess, establishment])
        #expect(joined.count == 1)
        let supplier = try #require(Merger.suppliers(of: joined[0]).first)
        #expect(supplier.key == Self.workshop)
        #expect(supplier.capacity == 40)
        #expect(supplier.otherIdentifiers == ["finess:990000001"])
    }

    @Test func theSizeOfAnEnterpriseIsNotThatOfItsHeadOffice() throws {
        let whole = try record(.sireneEnterprises) {
            $0.ess = true
            $0.headOffice = try Siret(Self.office)
            $0.workforceBand = "32"
        }
        let alone = try #require(Merger.suppliers(of: [whole]).first)
        #expect(alone.employees == 250 && alone.isHeadcountOfBand)
        let sister = try record(.sireneEstablishments, Self.workshop) { $0.workforceBand = "12" }
        let both = Merger.suppliers(of: [whole, sister])
        #expect(both.map(\.employees) == [nil, 20])
        let counted = try record(.csv, Self.workshop) { $0.employees = 20 }
        let three = Merger.suppliers(of: [whole, sister, counted])
        #expect(three.map(\.isHeadcountOfBand) == [false, false])
    }

    @Test func closedEstablishmentsStayMarked() throws {
        let suppliers = Merger.suppliers(of: [
            try enterprise(ess: true, category: "9220"),
            try record(.sireneEstablishments, Self.workshop) {
                $0.isClosed = true
                $0.closedOn = Day(iso: "2024-06-30")
            },
            try record(.marcheInclusion, Self.workshop, day: "2021-01-01") { $0.kinds = [KindClaim(.aci)] },
        ])
        #expect(suppliers.map(\.isClosed) == [false, true])
        #expect(suppliers[1].closedOn == Day(iso: "2024-06-30"))
    }

    @Test func whatIsClaimedOfASirenAloneIsOfNoEstablishmentInParticular() throws {
        let claimed = try record(.csv) { $0.kinds = [KindClaim(.aci)] }
        let two = [
            claimed, try record(.marcheInclusion, Self.office), try record(.marcheInclusion, Self.workshop),
        ]
        #expect(Merger.suppliers(of: two).allSatisfy { $0.kinds.isEmpty })
        #expect(Merger.enterprise(of: two).unplacedKinds.map(\.kind) == [.aci])
        let one = try #require(Merger.suppliers(of: [claimed, try record(.marcheInclusion, Self.office)]).first)
        #expect(one.kinds.map(\.kind) == [.aci])
        #expect(one.kinds[0].evidence.map(\.level) == [.enterprise])
    }

    @Test func theAddressOfAnEnterpriseIsNotThatOfAnyEstablishment() throws {
        let seat = try record(.essFrance) {
            $0.ess = true
            $0.postcode = "40100"
            $0.city = "DAX"
        }
        let site = try record(.csv, Self.workshop) { $0.name = "CHANTIER" }
        #expect(Merger.suppliers(of: [seat, site]).map(\.communeCode) == [nil])
    }

    @Test func aStructureSeenOpenSinceHasNotClosed() throws {
        let closed = try record(.sireneEnterprises, day: "2020-01-01") {
            $0.ess = true
            $0.isClosed = true
            $0.closedOn = Day(iso: "2019-12-31")
        }
        let open = try record(.sireneEstablishments, Self.workshop, day: "2026-01-01") { $0.isClosed = false }
        #expect(Merger.suppliers(of: [closed, open]).map(\.isClosed) == [false])
        let before = try record(.sireneEstablishments, Self.workshop, day: "2019-01-01") { $0.isClosed = false }
        let gone = try #require(Merger.suppliers(of: [closed, before]).first)
        #expect(gone.isClosed && gone.closedOn == Day(iso: "2019-12-31"))
        #expect(try !gone.isClosed(on: #require(Day(iso: "2019-06-01"))))
    }

    @Test func theLastWordOfEachSourceOnTheESSCounts() throws {
        func flag(_ source: SupplierSource, _ day: String, _ ess: Bool, category: String? = "5710") throws
            -> SupplierRecord
        {
            try record(source, day: day) {
                $0.ess = ess
                $0.legalCategory = category
            }
        }
        func verdict(_ records: [SupplierRecord]) -> Bool? { Merger.enterprise(of: records).ess.belongs }
        #expect(
            verdict([
                try flag(.sireneEnterprises, "2020-01-01", true), try flag(.sireneEnterprises, "2026-01-01", false),
            ])
                == false)
        // One official yes is enough; a list of the user's is not, against a newer no.
        #expect(
            verdict([try flag(.essFrance, "2023-01-01", true), try flag(.sireneEnterprises, "2026-01-01", false)])
                == true)
        #expect(
            verdict([try flag(.csv, "2015-01-01", true), try flag(.sireneEnterprises, "2026-01-01", false)]) == false)
        #expect(verdict([try flag(.csv, "2026-01-01", true)]) == true)
        #expect(verdict([try flag(.csv, "2026-01-01", true, category: "7210")]) == false)
    }

    @Test func aKindThatItsSourceHasEndedIsNotHeldAnyMore() throws {
        let held = try record(.marcheInclusion, Self.office, day: "2026-03-01") { $0.kinds = [KindClaim(.ei)] }
        let ended = try record(.marcheInclusion, Self.office, day: "2026-06-01") {
            $0.kinds = [KindClaim(.ei, validTo: Day(iso: "2026-06-01"))]
        }
        let supplier = try #require(Merger.suppliers(of: [held, ended]).first)
        #expect(try supplier.holds(.ei, on: #require(Day(iso: "2026-04-01"))))
        #expect(try !supplier.holds(.ei, on: #require(Day(iso: "2026-07-01"))))
    }

    // MARK: What the dossier shows

    @Test func conflictsAreKeptAndTheNewestWins() throws {
        let dossier = Dossier(
            records: [
                try record(.aspSIAE, Self.office, day: "2019-07-01") {
                    $0.name = "ANCIEN NOM"
                    $0.naf = NAF("81.30Z")
                    $0.postcode = "40100"
                    $0.city = "DAX"
                    $0.kinds = [KindClaim(.aci)]
                },
                try record(.marcheInclusion, Self.office, day: "2025-02-01") {
                    $0.name = "Nouveau Nom"
                    $0.naf = NAF("81.30Z")
                    $0.postcode = "64100"
                    $0.city = "Bayonne"
                    $0.kinds = [KindClaim(.aci)]
                },
                try enterprise(ess: false, category: "9220"),
            ], asked: Self.office)
        let sheet = try #require(dossier.structures.first)
        let name = try #require(sheet.facts.first { $0.name.en == "name" })
        #expect(name.values.map(\.text.fr) == ["Nouveau Nom", "ANCIEN NOM"])
        #expect(name.values.map(\.isRetained) == [true, false])
        let commune = try #require(sheet.facts.first { $0.name.en == "commune" })
        #expect(commune.values.map(\.text.fr) == ["Bayonne (64102)", "Dax (40088)"])
        let naf = try #require(sheet.facts.first { $0.name.en == "activity (NAF rév. 2)" })
        #expect(!naf.isConflict)
        #expect(naf.values[0].evidence.map(\.source) == ["marche-inclusion", "asp-siae"])
        #expect(sheet.supplier.conflicts.map(\.en) == ["name", "commune"])
        #expect(sheet.supplier.lastSeen == Day(iso: "2026-01-01"))
        // An association is of the ESS whatever SIRENE's flag says; that it says no is shown.
        #expect(dossier.enterprise.ess.belongs == true)
        let ess = try #require(dossier.facts.first { $0.name.en == "ESS" })
        #expect(ess.values.map(\.text.fr) == ["non"])
        #expect(ess.values.allSatisfy { !$0.isRetained })
    }
}
