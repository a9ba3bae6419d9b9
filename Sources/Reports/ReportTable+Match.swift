import Catalog
import Matching
import Nomenclature
import Wording

extension ReportTable {
    /// The suppliers ranked for one or several lots, one row a match.
    public static func matches(_ sheets: [MatchSheet], _ language: Language) -> ReportTable {
        var table = ReportTable(title: Phrase("Structures pour chaque lot", "Suppliers for each lot"), columns: columns)
        for sheet in sheets {
            for match in sheet.matches {
                table.rows.append(
                    row(
                        sheet, .ranked, match.supplier, rank: match.rank, distance: match.distance,
                        score: .number(match.score, decimals: 1), match.eligibility,
                        reasons: MatchWords.reasons(match).map(\.sentence), trades: MatchWords.trades(match, language),
                        language))
            }
        }
        return table
    }

    /// The suppliers of unknown trade to be contacted for one or several lots, in the columns of ``matches(_:_:)``.
    public static func contacts(_ sheets: [MatchSheet], _ language: Language) -> ReportTable {
        var table = ReportTable(title: MatchWords.contacts, columns: columns)
        for sheet in sheets {
            for contact in sheet.contacts {
                table.rows.append(
                    row(
                        sheet, .contact, contact.supplier, rank: contact.rank, distance: contact.distance,
                        score: .empty, contact.eligibility, reasons: contact.reasons, trades: "", language))
            }
        }
        return table
    }

    private static let columns = [
        Column("lot", Phrase("Lot", "Lot")), Column("rank", Phrase("Rang", "Rank"), .number),
        Column("name", Phrase("Structure", "Supplier"), .longText), Column("siret", Phrase("SIRET", "SIRET")),
        Column("kinds", Phrase("Types", "Kinds")), Column("city", Phrase("Commune", "Town")),
        Column("distance", Phrase("Distance (km)", "Distance (km)"), .number),
        Column("score", Phrase("Score", "Score"), .number),
        Column("eligibility", Phrase("Éligibilité", "Eligibility")),
        Column("reasons", Phrase("Raisons", "Reasons"), .longText),
        Column("trades", Phrase("Métiers du lot couverts", "Trades of the lot covered"), .longText),
        Column("list", Phrase("Liste", "List")),
    ]

    private static func row(
        _ sheet: MatchSheet, _ list: MatchList, _ supplier: Supplier, rank: Int, distance: Double?, score: Cell,
        _ eligibility: Eligibility, reasons: [Phrase], trades: String, _ language: Language
    ) -> [Cell] {
        [
            .text(sheet.need.id), .count(rank), .text(supplier.displayName), .text(supplier.key),
            .text(MatchWords.kinds(supplier, on: sheet.need.day)), .text(supplier.city),
            .number(distance, decimals: 0), score, .text(MatchWords.eligibility(eligibility, language)),
            .text(reasons.map { $0[language] }.filter { !$0.isEmpty }.joined(separator: " ; ")),
            trades.isEmpty ? .empty : .text(trades), .phrase(list.name),
        ]
    }

    /// Those to be contacted for one lot, in a terminal.
    public static func contactsInShort(_ sheet: MatchSheet, _ language: Language) -> ReportTable {
        ReportTable(
            title: MatchWords.contacts,
            columns: [
                Column("rank", Phrase("Ordre", "Order"), .number),
                Column("name", Phrase("Structure", "Supplier"), .longText), Column("kinds", Phrase("Types", "Kinds")),
                Column("city", Phrase("Commune", "Town")), Column("distance", Phrase("km", "km"), .number),
                Column("eligibility", Phrase("Éligibilité", "Eligibility")),
            ],
            rows: sheet.contacts.map { contact in
                [
                    .count(contact.rank), .text(contact.supplier.displayName),
                    .text(MatchWords.kinds(contact.supplier, on: sheet.need.day)), .text(contact.supplier.city),
                    .number(contact.distance, decimals: 0), .phrase(MatchWords.verdict(contact.eligibility.verdict)),
                ]
            })
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
