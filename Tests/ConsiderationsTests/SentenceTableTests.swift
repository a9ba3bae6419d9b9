import Considerations
import Foundation
import TestSupport
import Testing

/// The table of sentences written by hand, near misses included: `Fixtures/sentences.tsv`.
@Suite struct SentenceTableTests {
    struct Row: CustomTestStringConvertible {
        let field: NoticeField
        let category: Consideration.Category
        let kind: Consideration.Kind
        let isSaid: Bool
        let sentence: String

        var testDescription: String { sentence }
    }

    static func rows() throws -> [Row] {
        let path = Project.path("Tests/ConsiderationsTests/Fixtures/sentences.tsv")
        return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst(2).map { line in
            let cells = line.split(separator: "\t").map(String.init)
            try #require(cells.count == 5)
            return Row(
                field: try #require(NoticeField(rawValue: cells[0])),
                category: try #require(Consideration.Category(rawValue: cells[1])),
                kind: try #require(Consideration.Kind(rawValue: cells[2])), isSaid: cells[3] == "yes",
                sentence: cells[4])
        }
    }

    @Test func everySentenceIsRead() throws {
        let rows = try Self.rows()
        #expect(rows.count > 250)
        for row in rows {
            let found = ConsiderationReader.read(row.sentence, field: row.field).contains {
                $0.category == row.category && $0.kind == row.kind && $0.polarity == .yes
            }
            #expect(found == row.isSaid, "\(row.field) \(row.category): \(row.sentence)")
        }
    }
}
