import Foundation
import TestSupport
import Testing

@testable import Nomenclature

/// Real addresses: what share is placed, how, and whether rightly where the file says where the place is.
@Suite(.enabled(if: Corpus.isPresent)) struct PlacingCorpusTests {
    struct Address {
        var postcode: String
        var city: String
        var commune: Commune?
        var point: Coordinates?
    }

    /// Commune centres are this near to the sites in them, but for the largest communes and wrong coordinates.
    static let near = 15.0

    @Test func addressesOfTheMarche() throws {
        let data = try Data(contentsOf: URL(fileURLWithPath: Corpus.path("suppliers/marche-inclusion/01_siaes.json")))
        let records = try #require(JSONSerialization.jsonObject(with: data) as? [[String: Any]])
        let addresses = records.compactMap { record -> Address? in
            guard let fields = record["fields"] as? [String: Any], let postcode = fields["post_code"] as? String,
                let city = fields["city"] as? String
            else { return nil }
            return Address(postcode: postcode, city: city, point: Self.point(fields["coords"] as? String ?? ""))
        }
        #expect(addresses.count == 2_567)
        try check(addresses, "Marché de l’inclusion", placed: 0.995, right: 0.995)
    }

    @Test func addressesOfTheASPList() throws {
        let rows = try Self.rows("suppliers/asp-siae-2019/2019_07_liste_siae.csv", separator: ";")
        let addresses = rows.map { Address(postcode: $0["CODE_POST_COM"] ?? "", city: $0["LIB_COM"] ?? "") }
        #expect(addresses.count == 2_607)
        try check(addresses, "ASP", placed: 0.999)
    }

    /// This list has INSEE codes: what postcode and name find must be the same commune.
    @Test func addressesOfTheESATList() throws {
        let rows = try Self.rows("suppliers/esat-liste-officielle/seed_esat__liste_officielle.csv", separator: ",")
        let addresses = rows.map {
            Address(
                postcode: $0["ET-Code Postal"] ?? "", city: $0["ET-Commune Libellé"] ?? "",
                commune: Geography.shared.commune(code: $0["ET-Commune Code"] ?? ""))
        }
        #expect(addresses.count == 977)
        #expect(addresses.allSatisfy { $0.commune != nil })
        try check(addresses, "ESAT", placed: 1, right: 1)
    }

    @Test(arguments: [
        ("suppliers/geiq-2019/2019_11_21_export_bbd_geiq.csv", "CODE POSTAL", "VILLE", 0.99),
        ("suppliers/siae-67/siae67.csv", "Code postal", "Ville", 1),
    ])
    func addressesOfOtherLists(_ file: String, postcode: String, city: String, placed: Double) throws {
        let rows = try Self.rows(file, separator: ";")
        let addresses = rows.map { Address(postcode: $0[postcode] ?? "", city: $0[city] ?? "") }
        #expect(addresses.count > 40)
        try check(addresses, file, placed: placed)
    }

    @Test func addressesOfTheDigitalESS() throws {
        let rows = try Self.rows("suppliers/ess-numerique/x_label_studio.csv", separator: ",")
        let addresses = rows.map { Address(postcode: $0["code_postal"] ?? "", city: $0["commune"] ?? "") }
            .filter { !$0.postcode.isEmpty || !$0.city.isEmpty }
        #expect(addresses.count > 20)
        try check(addresses, "ess-numerique", placed: 1)
    }

    @Test func addressesOfTheAnnuaire() throws {
        let folder = Corpus.path("suppliers/recherche-entreprises-api")
        var addresses: [Address] = []
        for file in try FileManager.default.contentsOfDirectory(atPath: folder) where file.hasSuffix(".json") {
            let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + file))
            Self.collect(try JSONSerialization.jsonObject(with: data), &addresses)
        }
        #expect(!addresses.isEmpty)
        try check(addresses, "recherche-entreprises", placed: 1, right: 1)
    }

    // MARK: Checking

    private func check(_ addresses: [Address], _ name: String, placed floor: Double, right rightFloor: Double = 0)
        throws
    {
        var counts: [PlacingConfidence: Int] = [:]
        var unplaced: [String] = []
        var judged = 0
        var wrong: [String] = []
        for address in addresses {
            let text = address.postcode + " " + address.city
            guard let placed = Geography.shared.place(postcode: address.postcode, city: address.city) else {
                unplaced.append(text)
                continue
            }
            counts[placed.confidence, default: 0] += 1
            guard let isRight = Self.isRight(placed.commune, address) else { continue }
            judged += 1
            if !isRight { wrong.append("\(text) → \(placed.commune) (\(placed.confidence.rawValue))") }
        }
        let shares = counts.sorted { $0.key < $1.key }.map { "\($0.key.rawValue) \($0.value)" }.joined(separator: ", ")
        print(
            "\(name): \(addresses.count) addresses, \(shares), unplaced \(unplaced); \(wrong.count) of \(judged) far: \(wrong)"
        )
        #expect(Double(addresses.count - unplaced.count) >= floor * Double(addresses.count))
        #expect(Double(judged - wrong.count) >= rightFloor * Double(judged))
    }

    private static func isRight(_ commune: Commune, _ address: Address) -> Bool? {
        if let known = address.commune { return known == commune }
        guard let point = address.point, let centre = commune.centre else { return nil }
        return centre.distance(to: point) < near
    }

    // MARK: Reading

    private static func point(_ text: String) -> Coordinates? {
        let numbers = text.split { "() ;".contains($0) }.compactMap { Double($0) }
        return numbers.count == 2 ? Coordinates(latitude: numbers[1], longitude: numbers[0]) : nil
    }

    private static func collect(_ json: Any, _ addresses: inout [Address]) {
        if let object = json as? [String: Any] {
            if let postcode = object["code_postal"] as? String, let city = object["libelle_commune"] as? String,
                let code = object["commune"] as? String
            {
                addresses.append(
                    Address(postcode: postcode, city: city, commune: Geography.shared.commune(code: code)))
            }
            for value in object.values { collect(value, &addresses) }
        } else if let list = json as? [Any] {
            for value in list { collect(value, &addresses) }
        }
    }

    /// Rows of a CSV file by the names of their columns. Quotes are understood, line ends inside them not: none of these
    /// files needs it for the columns read here.
    private static func rows(_ file: String, separator: Character) throws -> [[String: String]] {
        let text = try String(contentsOfFile: Corpus.path(file), encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline).map { cells(String($0), separator) }
        guard let header = lines.first else { return [] }
        let names = header.map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "\u{FEFF} ")) }
        return lines.dropFirst().map { row in
            Dictionary(zip(names, row), uniquingKeysWith: { first, _ in first })
        }
    }

    private static func cells(_ line: String, _ separator: Character) -> [String] {
        var cells: [String] = [""]
        var isQuoted = false
        for character in line {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == separator, !isQuoted {
                cells.append("")
            } else {
                cells[cells.count - 1].append(character)
            }
        }
        return cells
    }
}
