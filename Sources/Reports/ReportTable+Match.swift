import Catalog
import Matching
import Nomenclature
import Wording

extension ReportTable {
    /// The suppliers ranked for one or several lots, one row a match.
    public static func matches(_ sheets: [MatchSheet], _ language: Language) -> ReportTable {
        var table = ReportTable(
            title: Phrase("Structures pour chaque lot", "Suppliers for each lot"),
            columns: [
                Column("lot", Phrase("Lot", "Lot")), Column("rank", Phrase("Rang", "Rank"), .number),
                Column("name", Phrase("Structure", "Supplier"), .longText), Column("siret", Phrase("SIRET", "SIRET")),
                Column("kinds", Phrase("Types", "Kinds")), Column("city", Phrase("Commune", "Town")),
                Column("distance", Phrase("Distance (km)", "Distance (km)"), .number),
                Column("score", Phrase("Score", "Score"), .number),
                Column("eligibility", Phrase("Éligibilité", "Eligibility")),
                Column("reasons", Phrase("Raisons", "Reasons"), .longText),
            ])
        for sheet in sheets {
            for match in sheet.matches {
                table.rows.append([
                    .text(sheet.need.id), .count(match.rank), .text(match.supplier.displayName),
                    .text(match.supplier.key), .text(MatchWords.kinds(match.supplier, on: sheet.need.day)),
                    .text(match.supplier.city), .number(match.distance, decimals: 0), .number(match.score, decimals: 1),
                    .text(MatchWords.eligibility(match.eligibility, language)),
                    .text(MatchWords.reasons(match).map { $0.sentence[language] }.joined(separator: " ; ")),
                ])
            }
        }
        return table
    }

    /// The same for one lot in a terminal: what fits 80 columns.
    public static func matchesInShort(_ sheet: MatchSheet, _ language: Language) -> ReportTable {
        ReportTable(
            title: Phrase(verbatim: sheet.need.title),
            columns: [
                Column("rank", Phrase("Rang", "Rank"), .number), Column("score", Phrase("Score", "Score"), .number),
                Column("name", Phrase("Structure", "Supplier"), .longText), Column("kinds", Phrase("Types", "Kinds")),
                Column("city", Phrase("Commune", "Town")), Column("distance", Phrase("km", "km"), .number),
                Column("eligibility", Phrase("Éligibilité", "Eligibility")),
            ],
            rows: sheet.matches.map { match in
                [
                    .count(match.rank), .number(match.score, decimals: 1), .text(match.supplier.displayName),
                    .text(MatchWords.kinds(match.supplier, on: sheet.need.day)), .text(match.supplier.city),
                    .number(match.distance, decimals: 0), .phrase(MatchWords.verdict(match.eligibility.verdict)),
                ]
            })
    }
}
