import Nomenclature
import Passerelle
import Reports
import Wording

/// What `passerelle cpv --from-text` writes.
struct CPVProposals {
    let rows: [CPVFromText.Row]

    /// Decimals of a probability.
    private static let decimals = 6

    /// Line, code and probability, separated by tabs, without a header.
    var tsv: String {
        rows.map { row in
            "\(row.line)\t\(row.code)\t\(Self.plain(row.probability))\n"
        }.joined()
    }

    var table: ReportTable {
        ReportTable(
            title: Phrase("Codes CPV proposés", "Proposed CPV codes"),
            columns: [
                .init("line", Phrase("Ligne", "Line"), .number), .init("code", Phrase("Code", "Code")),
                .init("label", Phrase("Libellé", "Label"), .longText),
                .init("probability", Phrase("Probabilité", "Probability"), .percent),
            ],
            rows: rows.map { row in
                [.count(row.line), .text(row.code.code), .phrase(Self.label(row.code)), .percent(row.probability)]
            })
    }

    var json: [JSONValue] {
        rows.map { row in
            .object([
                .init("line", .integer(row.line)), .init("code", .string(row.code.code)),
                .init("label", .string(Self.label(row.code)[Speech.language])),
                .init("probability", .number(row.probability)),
            ])
        }
    }

    /// A code of fewer digits may have none of its own: 45110000 as four digits of codes that exist is one.
    private static func label(_ code: CPV) -> Phrase {
        CPVTable.shared.label(CPVTable.shared.branch(code).last ?? code) ?? Phrase("", "")
    }

    /// With a point and ``decimals`` decimals, for machines.
    private static func plain(_ probability: Double) -> String {
        let scale = 1_000_000.0
        let units = String(Int((probability * scale).rounded()))
        let padded = String(repeating: "0", count: max(0, decimals + 1 - units.utf8.count)) + units
        return padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }
}
