import Catalog
import Foundation
import FrenchText
import Nomenclature
import TestSupport
import Testing

@testable import Matching

/// An index is the same however it was made, and one that was damaged is none.
@Suite struct IndexBuildTests {
    private static let trades = [
        "tonte et entretien des espaces verts", "élagage", "blanchisserie", "traiteur", "nettoyage de locaux",
        "menuiserie", "collecte de papier", "maraîchage", "gardiennage", "nous ne faisons pas de peinture",
    ]

    static func catalogue(_ count: Int, seed: UInt64) -> [Supplier] {
        var dice = SeededRandom(seed)
        func pick<Element>(_ list: [Element]) -> Element { list[Int.random(in: 0..<list.count, using: &dice)] }
        let sectors = Sector.all.map(\.name)
        return (0..<count).map { number in
            var supplier = Sample.supplier(
                String(10_000 + number), name: pick(["JARDINS", "ATELIER", "PROPRETÉ"]) + " \(number % 97)",
                kinds: pick([[.ei], [.ai], [.esat], []]), sectors: [pick(sectors)],
                description: pick(trades) + ", " + pick(trades), naf: pick(["81.30Z", "96.01B", "43.34Z", ""]),
                commune: pick(["40192", "33063", "75101", "97105", "2A004", ""]),
                perimeter: pick(["", "france", "km:30", "dep:40,64", "dep:\(10 + number % 80)"]),
                employees: Int.random(in: 0...80, using: &dice))
            if number.isMultiple(of: 5) { supplier.cpv = [CPV(number: 77_310_000)] }
            if number.isMultiple(of: 7) {
                supplier.communeCode = nil
                supplier.coordinates = Coordinates(
                    latitude: Double.random(in: 42...51, using: &dice),
                    longitude: Double.random(in: -5...8, using: &dice))
            }
            return supplier
        }
    }

    private static func references(_ suppliers: [Supplier]) -> [Reference] {
        suppliers.prefix(20).map {
            Reference(
                siret: $0.key, object: "Tonte des pelouses", cpv: CPV(number: 77_310_000), amount: nil,
                day: Day(iso: "2023-12-31"))
        }
    }

    private static func write(_ suppliers: [Supplier], _ path: String, cores: Int) throws -> CatalogueIndex {
        var builder = try CatalogueIndexBuilder(
            vocabulary: .shared, weights: .standard, writer: IndexImageWriter(path: path), smallestBlock: 64,
            cores: cores)
        for supplier in suppliers { try builder.add(supplier) }
        return try builder.finish(references: references(suppliers), fingerprint: 7)
    }

    private static func folder() throws -> String {
        let path = NSTemporaryDirectory() + "index-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    /// As many as are read at once, and more than the lists of words are made of in one stretch.
    @Test(arguments: [1, 300, 9_000])
    func theSameSuppliersGiveTheSameBytesOnAnyNumberOfCores(count: Int) throws {
        let folder = try Self.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let suppliers = Self.catalogue(count, seed: 3)
        _ = try Self.write(suppliers, folder + "/1", cores: 1)
        for cores in [2, 3, 8] {
            _ = try Self.write(suppliers, folder + "/\(cores)", cores: cores)
            #expect(FileManager.default.contentsEqual(atPath: folder + "/1", andPath: folder + "/\(cores)"))
        }
    }

    // MARK: Damage

    private static func need() throws -> Need {
        try Sample.need("Tonte et élagage", cpv: ["77310000"], place: "40")
    }

    @Test func aDamagedIndexIsMadeAnewAndNeverTrusted() throws {
        let folder = try Self.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/index"
        let suppliers = Self.catalogue(400, seed: 5)
        let sound = MatchEngine(try Self.write(suppliers, path, cores: 1))
        let options = RankingOptions(top: 50)
        let expected = sound.rank(try Self.need(), options)
        #expect(!expected.matches.isEmpty)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        var dice = SeededRandom(11)
        var refused = 0
        for place in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 1_500)) {
            var damaged = bytes
            damaged[place] ^= UInt8.random(in: 1...255, using: &dice)
            try damaged.write(to: URL(fileURLWithPath: path))
            guard let index = CatalogueIndex.open(path, fingerprint: 7) else {
                refused += 1
                continue
            }
            // Between two sections, or in a card, which is checked when it is read.
            for number in 0..<index.count { _ = index.supplier(number) }
            let isKept = FileManager.default.fileExists(atPath: path)
            let found = MatchEngine(index).rank(try Self.need(), options)
            #expect(!isKept || found == expected, "byte \(place)")
        }
        #expect(refused > 500)
    }

    @Test func anIndexThatWasCutIsNone() throws {
        let folder = try Self.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/index"
        _ = try Self.write(Self.catalogue(100, seed: 9), path, cores: 1)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 300)) {
            try bytes.prefix(length).write(to: URL(fileURLWithPath: path))
            #expect(CatalogueIndex.open(path, fingerprint: 7) == nil)
        }
        try (bytes + [0]).write(to: URL(fileURLWithPath: path))
        #expect(CatalogueIndex.open(path, fingerprint: 7) == nil)
    }

    @Test func whatWasRefusedIsBuiltAgain() throws {
        let folder = try Self.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/index"
        let suppliers = Self.catalogue(50, seed: 13)
        _ = try Self.write(suppliers, path, cores: 1)
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        bytes[bytes.count - 1] ^= 1
        try bytes.write(to: URL(fileURLWithPath: path))
        #expect(CatalogueIndex.open(path, fingerprint: 7) == nil)
        let again = try CatalogueIndex.build(
            path: path, fingerprint: 7, weights: .standard, suppliers: { add in for one in suppliers { try add(one) } },
            references: { _ in [] })
        #expect(again.count == suppliers.count)
        #expect(CatalogueIndex.open(path, fingerprint: 7)?.count == suppliers.count)
    }
}
