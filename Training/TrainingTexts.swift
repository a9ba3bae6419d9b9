import Foundation
import Nomenclature
import Wording

/// The texts to learn from and where they lie.
struct TrainingTexts {
    /// The object of a real contract, with the file that it was read from.
    struct Contract {
        let text: String
        let code: CPV
        let source: String

        var example: CPVExample { CPVExample(text: text, code: code, kind: .contract) }
    }

    /// Objects of real contracts.
    let contracts: [Contract]
    /// Phrases, lexicon and labels.
    let knowledge: [CPVExample]
    /// More texts with correct accents.
    let accented: [String]

    /// The share of a phrase that goes to the first of several codes.
    private static let firstShare: Float = 0.6

    /// - Parameters:
    ///   - contracts: columns `text`, `cpv`, `source`.
    ///   - phrases: columns `code` (several codes: the most usual first) and `phrases`, separated by semicolons.
    init(contracts: String, phrases: String) throws {
        self.contracts = try Self.rows(contracts).compactMap { row in
            guard row.count >= 3, let code = CPV(row[1]), CPVTable.shared.contains(code) else { return nil }
            return Contract(text: row[0], code: code, source: row[2])
        }
        let terms = TradeConcept.all.flatMap { concept in concept.terms.map { ($0, concept.cpvPrefixes) } }
        let sectors = Sector.all.map { ($0.name, $0.cpvPrefixes) }
        let named = (terms + sectors).compactMap { text, prefixes in
            prefixes.first.flatMap(Self.code).map { CPVExample(text: text, code: $0, kind: .term) }
        }
        let labels = CPVTable.shared.codes.compactMap { code in
            CPVTable.shared.label(code).map { CPVExample(text: $0.fr, code: code, kind: .label) }
        }
        knowledge = try Self.phrases(Self.rows(phrases), of: phrases) + named + labels
        accented = ROME.all.flatMap { [$0.label, $0.domain] + $0.titles }
    }

    private static func phrases(_ rows: [[String]], of file: String) throws -> [CPVExample] {
        try rows.flatMap { row in
            let codes = row[0].split(separator: " ").compactMap { CPV($0) }
            guard row.count == 2, !codes.isEmpty, codes.allSatisfy(CPVTable.shared.contains) else {
                throw Problem(
                    "training.phrases", at: Place(file: file),
                    Phrase("ligne « \(row[0]) » : code CPV inconnu", "row “\(row[0])”: unknown CPV code"))
            }
            let others = (1 - firstShare) / Float(max(1, codes.count - 1))
            return row[1].split(separator: ";").flatMap { phrase in
                codes.enumerated().map { place, code in
                    CPVExample(
                        text: String(phrase), code: code, kind: .phrase,
                        share: codes.count == 1 ? 1 : place == 0 ? firstShare : others)
                }
            }
        }
    }

    /// The code that these first digits stand for.
    private static func code(_ prefix: String) -> CPV? {
        CPV(prefix + String(repeating: "0", count: max(0, 8 - prefix.utf8.count)))
    }

    /// The rows of a tab-separated file, without the lines that begin with `#` and the header.
    private static func rows(_ file: String) throws -> [[String]] {
        guard let content = try? String(contentsOfFile: file, encoding: .utf8) else {
            throw Problem(
                "training.notReadable", at: Place(file: file),
                Phrase("ce fichier ne se lit pas", "this file cannot be read"))
        }
        return content.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }
}
