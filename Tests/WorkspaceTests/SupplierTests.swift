import Catalog
import Nomenclature
import TestSupport
import Testing
import Wording
import Workspace

/// Supplier records in the workspace, and the catalogue that they make.
@Suite struct SupplierTests {
    private static let sirets = ["00000010900017", "00000010900025", "00000011700010", "00000012500013"]

    private struct File {
        var name: String
        var source: SupplierSource
        var seen: Day?
        var records: [SupplierRecord]
    }

    private func workspace(_ folder: TemporaryFolder, _ name: String, _ files: [File]) throws -> Workspace {
        let workspace = try Workspace(path: folder.path(name + ".sqlite"))
        for file in files { _ = try store(file, in: workspace) }
        return workspace
    }

    private func store(_ file: File, in workspace: Workspace) throws -> ImportSummary {
        try workspace.importing(.suppliers, day: #require(Day(iso: "2026-11-01"))) { session in
            guard try session.begin(ImportedFile(name: file.name, digest: "digest of \(file.name)", bytes: 1)) else {
                return
            }
            for record in file.records { try session.store(PreparedSupplier(record)) }
            try session.endFile(source: file.source.id)
        }
    }

    /// A file of one source with a few records that say one thing or another.
    private func file(_ number: Int, _ random: inout SeededRandom) throws -> File {
        let source = try #require(SupplierSource.all.randomElement(using: &random))
        let seen = ["2019-07-01", "2024-01-01", "2025-06-30"].randomElement(using: &random).flatMap { Day(iso: $0) }
        let name = "\(source.id)-\(number).csv"
        var records: [SupplierRecord] = []
        for line in 2...5 {
            var record = SupplierRecord(source: source.id, place: Place(file: name, line: line))
            record.seen = seen
            let siret = try Siret(#require(Self.sirets.randomElement(using: &random)))
            switch Int.random(in: 0..<6, using: &random) {
            case 0:
                record.siren = siret.siren
                record.headOffice = Bool.random(using: &random) ? siret : nil
                record.ess = [true, false, nil].randomElement(using: &random) ?? nil
            case 1: record.otherIdentifier = "finess:99000000\(Int.random(in: 1...2, using: &random))"
            case 2:
                record.siret = siret
                record.otherIdentifier = "finess:990000001"
            default: record.siret = siret
            }
            record.name = ["A", "B", "C"].randomElement(using: &random) ?? ""
            if Bool.random(using: &random) {
                record.kinds = [KindClaim([.aci, .ei, .esat, .scic].randomElement(using: &random) ?? .ei)]
            }
            record.legalCategory = ["9220", "5710", "7210", nil].randomElement(using: &random) ?? nil
            record.postcode = ["40100", "40000", ""].randomElement(using: &random) ?? ""
            record.isClosed = [true, false, nil, nil].randomElement(using: &random) ?? nil
            records.append(record)
        }
        return File(name: name, source: source, seen: seen, records: records)
    }

    @Test(arguments: 1...30) func theOrderOfImportsDoesNotMatter(seed: UInt64) throws {
        var random = SeededRandom(seed)
        let folder = try TemporaryFolder()
        var files = try (1...5).map { try file($0, &random) }
        // The same content again, in a file of another name and day.
        var copy = files[0]
        copy.name = "copie.csv"
        copy.seen = Day(iso: "2026-01-01")
        copy.records = copy.records.map { record in
            var record = record
            record.seen = copy.seen
            record.place.file = copy.name
            return record
        }
        files.append(copy)
        let expected = try workspace(folder, "0", files).suppliers()
        for round in 1...3 {
            files.shuffle(using: &random)
            let found = try workspace(folder, "\(round)", files).suppliers()
            #expect(found == expected, "seed \(seed)")
        }
    }

    private func record(_ change: (inout SupplierRecord) throws -> Void) rethrows -> SupplierRecord {
        var record = SupplierRecord(source: SupplierSource.csv.id, place: Place(file: "liste.csv", line: 7))
        try change(&record)
        return record
    }

    @Test func everyFieldComesBack() throws {
        let folder = try TemporaryFolder()
        let record = try record {
            $0.seen = Day(iso: "2026-02-03")
            $0.siret = try Siret(Self.sirets[0])
            $0.headOffice = try Siret(Self.sirets[1])
            $0.otherIdentifier = "finess:990000001"
            $0.name = "Ateliers « fictifs » de l’Été"
            $0.brand = "AF"
            $0.acronym = "A.F."
            $0.kinds = [
                KindClaim(.aci, validFrom: Day(iso: "2024-01-01"), validTo: Day(iso: "2025-12-31")), KindClaim(.ei),
                KindClaim(.ea, validTo: Day(iso: "2027-01-31")),
            ]
            $0.esus = Approval(validFrom: Day(iso: "2023-05-01"), validTo: Day(iso: "2028-04-30"))
            $0.ess = true
            $0.isMissionCompany = false
            $0.legalCategory = "9220"
            $0.legalForm = "Association déclarée"
            $0.createdOn = Day(iso: "1987-12-01")
            $0.isClosed = true
            $0.closedOn = Day(iso: "2026-01-31")
            $0.isHeadOffice = true
            $0.naf = NAF("81.30Z")
            $0.naf2025 = NAF2025("81.30Y")
            $0.sectors = ["Espaces verts", "Nettoyage | propreté"]
            $0.description = "Ligne 1\nligne 2"
            $0.offers = ["Tonte"]
            $0.supplyForms = ["PREST", "DISP"]
            $0.street = "1 rue de l’Essai"
            $0.postcode = "40100"
            $0.city = "DAX"
            $0.communeCode = "40088"
            $0.coordinates = Coordinates(latitude: 43.7, longitude: -1.05)
            $0.perimeter = .zones(departements: ["40", "64"], regions: ["75"])
            $0.employees = 12
            $0.workforceBand = "11"
            $0.insertionShare = 0.65
            $0.turnover = Amount("123456.78")
            $0.capacity = 30
            $0.networks = ["Réseau"]
            $0.labels = ["Label"]
            $0.website = "https://exemple.invalid"
            $0.repairs = [Phrase("réparé", "repaired"), Phrase("encore", "again")]
        }
        let bare = try self.record { $0.siren = try Siren("000000117") }
        let files = [File(name: "liste.csv", source: .csv, seen: nil, records: [record, bare])]
        let workspace = try workspace(folder, "w", files)
        #expect(try workspace.dossier(Self.sirets[0])?.records == [record])
        #expect(try workspace.dossier("000 000 109")?.records == [record])
        #expect(try workspace.dossier("finess:990000001")?.records == [record])
        #expect(try workspace.dossier("000000117")?.records == [bare])
        #expect(try workspace.dossier("000000125") == nil)
    }

    @Test func theSameContentIsSeenFromTheFirstDayToTheLast() throws {
        let folder = try TemporaryFolder()
        func edition(_ name: String, _ day: String) throws -> File {
            File(
                name: name, source: .csv, seen: nil,
                records: [
                    try record {
                        $0.siret = try Siret(Self.sirets[0])
                        $0.place.file = name
                        $0.kinds = [KindClaim(.aci)]
                        $0.seen = Day(iso: day)
                    }
                ])
        }
        let workspace = try workspace(folder, "w", [edition("b.csv", "2022-07-01")])
        let again = try store(edition("c.csv", "2024-07-01"), in: workspace)
        #expect(again.unchanged == 1 && again.imported == 0)
        _ = try store(edition("a.csv", "2019-07-01"), in: workspace)
        let evidence = try #require(workspace.suppliers().first?.kinds.first?.evidence.first)
        #expect(evidence.seen == Day(iso: "2024-07-01"))
        #expect(evidence.firstSeen == Day(iso: "2019-07-01"))
        #expect(evidence.place.file == "c.csv")
    }

    @Test func aFileReadOtherwiseTakesThePlaceOfItself() throws {
        let folder = try TemporaryFolder()
        let workspace = try Workspace(path: folder.path("w.sqlite"))
        func store(_ kind: StructureKind, reading: String, name: String = "liste.csv", replacing: Bool = false) throws {
            _ = try workspace.importing(.suppliers, day: #require(Day(iso: "2026-11-01"))) { session in
                let digest = "bytes of \(name)"
                let file = ImportedFile(
                    name: name, digest: digest, bytes: 1, reading: reading, replacesName: replacing)
                guard try session.begin(file) else { return }
                for siret in Self.sirets.prefix(2) {
                    let record = try record {
                        $0.siret = try Siret(siret)
                        $0.place.file = name
                        $0.seen = Day(iso: "2026-11-01")
                        // One of the two is read alike both times.
                        $0.kinds = [KindClaim(siret == Self.sirets[0] ? kind : .ea)]
                    }
                    try session.store(PreparedSupplier(record))
                }
                try session.endFile(source: "csv", digest: digest)
            }
        }
        func kinds() throws -> [[StructureKind]] { try workspace.suppliers().map { $0.kinds.map(\.kind) } }
        try store(.esat, reading: "mapping 1")
        #expect(try kinds() == [[.esat], [.ea]])
        try store(.aci, reading: "mapping 2")
        #expect(try kinds() == [[.aci], [.ea]])
        #expect(try workspace.status().sources.map(\.files) == [1])
        // Another file adds to it, unless it is said to take the place.
        try store(.ei, reading: "", name: "autre.csv")
        #expect(try kinds() == [[.aci], [.ei], [.ea]])
        try store(.etti, reading: "x", name: "autre.csv", replacing: true)
        #expect(try kinds() == [[.aci], [.etti], [.ea]])
    }

    /// Imports a list of SIRETs that all are ACI.
    private func list(
        _ name: String, _ sirets: [String], seen: String, in workspace: Workspace, digest: String? = nil,
        reading: String = "", replacing: Bool = false, isWhole: Bool = true
    ) throws -> ImportSummary {
        try workspace.importing(.suppliers, day: #require(Day(iso: "2026-11-01"))) { session in
            let digest = digest ?? "\(name) \(sirets) \(seen)"
            let file = ImportedFile(
                name: name, digest: digest, bytes: 1, reading: reading, replacesName: replacing)
            guard try session.begin(file) else { return }
            for (index, siret) in sirets.enumerated() {
                let record = try record {
                    $0.siret = try Siret(siret)
                    $0.place = Place(file: name, line: index + 2)
                    $0.seen = Day(iso: seen)
                    $0.kinds = [KindClaim(.aci)]
                }
                try session.store(PreparedSupplier(record))
            }
            try session.endFile(source: "csv", digest: digest, isWhole: isWhole)
        }
    }

    @Test func takingAListBackDoesNotSilenceTheOthers() throws {
        let folder = try TemporaryFolder()
        let workspace = try Workspace(path: folder.path("w.sqlite"))
        let (a, b) = (Self.sirets[0], Self.sirets[2])
        func evidence(_ siret: String) throws -> Evidence? {
            try workspace.dossier(siret)?.structures.first?.supplier.kinds.first?.evidence.first
        }
        _ = try list("l1.csv", [a], seen: "2024-01-01", in: workspace)
        _ = try list("l2.csv", [a, b], seen: "2025-01-01", in: workspace)
        #expect(try evidence(a)?.seen == Day(iso: "2025-01-01"))
        #expect(try evidence(a)?.firstSeen == Day(iso: "2024-01-01"))
        // The second list no longer names it: the first still does.
        let replaced = try list("l2.csv", [b], seen: "2025-02-01", in: workspace, replacing: true)
        #expect(replaced.unchanged == 1 && replaced.superseded == 0)
        #expect(try evidence(a)?.place.file == "l1.csv")
        #expect(try evidence(a)?.seen == Day(iso: "2024-01-01"))
        #expect(try evidence(a)?.firstSeen == nil)
        #expect(try evidence(b)?.seen == Day(iso: "2025-02-01"))
        // Nor does the first, now.
        let last = try list("l1.csv", [b], seen: "2024-01-01", in: workspace, replacing: true)
        #expect(last.superseded == 1)
        #expect(try workspace.dossier(a) == nil)
        #expect(try evidence(b)?.firstSeen == Day(iso: "2024-01-01"))
        #expect(try workspace.status().sources.map(\.files) == [2])
    }

    @Test func aFileThatCannotBeReadTakesNothingBack() throws {
        let folder = try TemporaryFolder()
        let workspace = try Workspace(path: folder.path("w.sqlite"))
        _ = try list("l.csv", Self.sirets, seen: "2025-01-01", in: workspace)
        let before = try workspace.suppliers().count
        // Cut short behind its first record.
        _ = try list("l.csv", [Self.sirets[0]], seen: "2025-02-01", in: workspace, replacing: true, isWhole: false)
        #expect(try workspace.suppliers().count == before)
        // Not a record in it.
        _ = try list("l.csv", [], seen: "2025-03-01", in: workspace, replacing: true)
        #expect(try workspace.suppliers().count == before)
    }

    @Test func theSameBytesReadAgainWithoutAWordKeepWhatWasTold() throws {
        let folder = try TemporaryFolder()
        let workspace = try Workspace(path: folder.path("w.sqlite"))
        let sirets = [Self.sirets[0]]
        _ = try list("l.csv", sirets, seen: "2022-01-01", in: workspace, digest: "d", reading: "date:2022-01-01")
        let again = try list("l.csv", sirets, seen: "2026-11-01", in: workspace, digest: "d")
        #expect(again.unchanged == 1)
        #expect(try workspace.suppliers().first?.lastSeen == Day(iso: "2022-01-01"))
        // A date that is told counts.
        _ = try list("l.csv", sirets, seen: "2023-01-01", in: workspace, digest: "d", reading: "date:2023-01-01")
        #expect(try workspace.suppliers().first?.lastSeen == Day(iso: "2023-01-01"))
        #expect(try workspace.suppliers().first?.kinds.first?.evidence.first?.firstSeen == nil)
    }

    @Test func enterprisesOutsideTheCatalogueAreKnown() throws {
        let folder = try TemporaryFolder()
        let registry = SupplierSource.sireneEnterprises
        func enterprise(_ siren: String, ess: Bool?, category: String) throws -> SupplierRecord {
            var record = SupplierRecord(source: registry.id, place: Place(file: "stock.csv", line: 2))
            record.siren = try Siren(siren)
            record.name = "ENTREPRISE \(siren)"
            record.ess = ess
            record.legalCategory = category
            return record
        }
        let workspace = try workspace(
            folder, "w",
            [
                File(
                    name: "stock.csv", source: registry, seen: nil,
                    records: [
                        try enterprise("000000109", ess: false, category: "5710"),
                        try enterprise("000000117", ess: nil, category: "9220"),
                        try enterprise("000000125", ess: true, category: "5710"),
                    ])
            ])
        #expect(try workspace.suppliers().map(\.key) == ["siren:000000117", "siren:000000125"])
        let known = try workspace.enterprises(["000000109", "000000117", "000000133"])
        #expect(known.map(\.enterprise.siren?.text) == ["000000109", "000000117"])
        #expect(known.map(\.suppliers.count) == [0, 1])
        #expect(try workspace.dossier("000000109")?.enterprise.ess.belongs == false)
        #expect(try workspace.supplierNames(holding: "Entréprise 0109", limit: 5).map(\.key) == ["000000109"])
        #expect(try workspace.supplierNames(holding: "_", limit: 5).isEmpty)
    }
}
