import Foundation
import FrenchText
import Testing

/// The index against a slow double-precision BM25F over 2,000 suppliers and 50 lots, in a folder of generators and
/// oracles (`PASSERELLE_BENCH`); skipped where it is absent.
@Suite struct OracleTests {
    private static let folder =
        (ProcessInfo.processInfo.environment["PASSERELLE_BENCH"] ?? "../shared/bench") + "/oracle/"
    private static let isThere = FileManager.default.fileExists(atPath: folder + "top20.json")

    private struct Truth: Decodable {
        let queries: [Query]
        struct Query: Decodable { let bm25f: [Hit] }
        struct Hit: Decodable {
            let row: Int
            let score: Double
            init(from decoder: any Decoder) throws {
                var values = try decoder.unkeyedContainer()
                row = try values.decode(Int.self)
                _ = try values.decode(String.self)
                score = try values.decode(Double.self)
            }
        }
    }
    private struct Lot: Decodable {
        let title: String
        let description: String
    }

    /// Words as the oracle reads them: those of its table, with their stems.
    private struct Words {
        let stems: [String: Int32]
        var keys: [String] = []

        init() throws {
            let stopWords = Set(
                try String(contentsOfFile: OracleTests.folder + "../data/stop_fr.txt", encoding: .utf8)
                    .split(whereSeparator: \.isWhitespace).map(String.init))
            var stems: [String: Int32] = [:]
            var numbers: [String: Int32] = [:]
            for line in try String(contentsOfFile: OracleTests.folder + "stems_fr.tsv", encoding: .utf8).split(
                separator: "\n")
            {
                let cells = line.split(separator: "\t").map(String.init)
                guard cells.count == 2, !stopWords.contains(cells[0]),
                    cells[0].count > 1 || cells[0].first?.isNumber == true
                else { continue }
                let number = numbers[cells[1]] ?? Int32(keys.count)
                if numbers[cells[1]] == nil {
                    numbers[cells[1]] = number
                    keys.append(cells[1])
                }
                stems[cells[0]] = number
            }
            self.stems = stems
        }

        func read(_ text: String) -> [TermReader.Occurrence] {
            text.precomposedStringWithCanonicalMapping.lowercased()
                .split { !($0.isLetter || $0.isNumber) }
                .compactMap { stems[String($0)] }.map { TermReader.Occurrence(term: $0) }
        }
    }

    @Test func rankingAgreesWithTheOracle() throws {
        guard Self.isThere else {
            print("OracleTests: skipped, no oracle in \(Self.folder) (PASSERELLE_BENCH)")
            return
        }
        let words = try Words()
        var builder = TextIndexBuilder(
            fields: [2, 1.5, 1].map { FieldSettings(weight: $0, lengthNormalisation: 0.75) }, saturation: 1.2)
        let rows = CSVRows(try String(contentsOfFile: Self.folder + "suppliers.csv", encoding: .utf8)).rows
        let columns = ["name", "sectors", "description"].compactMap { rows[0].firstIndex(of: $0) }
        #expect(columns.count == 3)
        for row in rows.dropFirst() {
            for (field, column) in columns.enumerated() {
                builder.add(words.read(row[column].replacing("|", with: " ")), field: field)
            }
            builder.endDocument()
        }
        let count = builder.count
        #expect(count == 2_000)
        let writer = try IndexImageWriter()
        try builder.write(
            key: { words.keys[Int($0)] }, termCount: words.keys.count, order: Array(0..<UInt32(count)), at: 0,
            to: writer)
        let index = TextIndex(try writer.finish(fingerprint: 0), at: 0, count: count)

        let truth = try JSONDecoder().decode(
            Truth.self, from: Data(contentsOf: URL(fileURLWithPath: Self.folder + "top20.json")))
        let lots = try String(contentsOfFile: Self.folder + "lots.jsonl", encoding: .utf8).split(separator: "\n")
            .map { try JSONDecoder().decode(Lot.self, from: Data($0.utf8)) }
        #expect(lots.count == truth.queries.count)
        var shared = 0
        for (lot, query) in zip(lots, truth.queries) {
            var scores = [Double](repeating: 0, count: count)
            for term in words.read(lot.title + " " + lot.description) {
                guard let number = index.number(of: words.keys[Int(term.term)]) else { continue }
                let rarity = index.rarity(documentFrequency: index.documentFrequency(number))
                for posting in index.postings[number] {
                    scores[posting.document] += rarity * Double(posting.strength) / 255 * 2.2
                }
            }
            let best = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }.prefix(20)
            shared += Set(best).intersection(query.bm25f.prefix(20).map(\.row)).count
            for hit in query.bm25f { #expect(abs(scores[hit.row] - hit.score) / hit.score < 0.01) }
        }
        // Strengths in steps of 1/255 may swap neighbours.
        #expect(Double(shared) / Double(lots.count) > 19.5)
    }
}

/// Rows of a CSV text with quotes.
private struct CSVRows {
    var rows: [[String]] = []

    init(_ text: String) {
        var row: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var last = UInt8(ascii: "\n")
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""):
                if !isQuoted, last == byte { cell.append(byte) }
                isQuoted.toggle()
            case UInt8(ascii: ",") where !isQuoted:
                row.append(String(decoding: cell, as: UTF8.self))
                cell = []
            case UInt8(ascii: "\n") where !isQuoted:
                rows.append(row + [String(decoding: cell, as: UTF8.self)])
                row = []
                cell = []
            default: cell.append(byte)
            }
            last = byte
        }
    }
}
