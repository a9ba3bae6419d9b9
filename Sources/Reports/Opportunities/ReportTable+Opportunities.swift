import Catalog
import Matching
import Nomenclature
import Wording

extension ReportTable {
    /// The lots that a supplier may answer, one row a lot.
    public static func opportunities(_ sheet: OpportunitySheet, _ language: Language) -> ReportTable {
        ReportTable(
            title: Phrase("Lots à la portée de la structure", "Lots within reach of the supplier"),
            columns: [
                Column("rank", Phrase("Rang", "Rank"), .number), Column("score", Phrase("Score", "Score"), .number),
                Column("lot", Phrase("Lot", "Lot")), Column("title", Phrase("Objet", "Object"), .longText),
                Column("buyer", Phrase("Acheteur", "Buyer"), .longText),
                Column("deadline", Phrase("Date limite", "Deadline"), .date),
                Column("days_left", Phrase("Jours restants", "Days left"), .number),
                Column("way", Phrase("Réponse", "Answer")),
                Column("eligibility", Phrase("Éligibilité", "Eligibility")),
                Column("value", Phrase("Valeur (EUR HT)", "Value (EUR before tax)"), .amount),
                Column("share", Phrase("Part du chiffre d’affaires par an", "Share of the turnover a year"), .percent),
                Column("distance", Phrase("Distance (km)", "Distance (km)"), .number),
                Column("reasons", Phrase("Raisons", "Reasons"), .longText),
                Column("missing", Phrase("Manque", "Missing"), .longText),
                Column("lacks", Phrase("À compléter en groupement", "To be completed in a group"), .longText),
                Column("partners", Phrase("Partenaires", "Partners"), .longText),
                Column("unused", Phrase("Non dit par l’avis", "Not said by the notice"), .longText),
                Column("structure", Phrase("Structure", "Supplier")),
            ],
            rows: sheet.opportunities.map { row($0, language) })
    }

    private static func row(_ opportunity: Opportunity, _ language: Language) -> [Cell] {
        let (lot, match) = (opportunity.lot, opportunity.match)
        func joined(_ phrases: [Phrase]) -> Cell {
            let text = phrases.map { $0[language] }.filter { !$0.isEmpty }.joined(separator: " ; ")
            return text.isEmpty ? .empty : .text(text)
        }
        let partners = opportunity.group?.partners.map { OpportunityWords.partner($0, lot.need, language) } ?? []
        return [
            .count(match.rank), .number(match.score, decimals: 1), .text(lot.need.id), .text(lot.title),
            .text(lot.buyer), .date(lot.deadlineDay), lot.daysLeft.map { .count($0) } ?? .empty,
            .phrase(OpportunityWords.way(opportunity.way)),
            .text(MatchWords.eligibility(match.eligibility, language)), .amount(lot.need.value),
            .percent(opportunity.prospect.load.share), .number(match.distance, decimals: 0),
            joined(OpportunityWords.reasons(opportunity)), joined(OpportunityWords.missing(opportunity)),
            joined(OpportunityWords.lacks(opportunity)),
            partners.isEmpty ? .empty : .text(partners.joined(separator: " | ")), joined(lot.unused),
            .text(match.supplier.key),
        ]
    }

    /// The same in a terminal: what fits 80 columns.
    public static func opportunitiesInShort(_ sheet: OpportunitySheet, _ language: Language) -> ReportTable {
        ReportTable(
            title: Phrase("Lots à la portée de la structure", "Lots within reach of the supplier"),
            columns: [
                Column("rank", Phrase("Rang", "Rank"), .number), Column("score", Phrase("Score", "Score"), .number),
                Column("title", Phrase("Objet", "Object"), .longText),
                Column("deadline", Phrase("Date limite", "Deadline"), .date),
                Column("days_left", Phrase("Jours", "Days"), .number), Column("way", Phrase("Réponse", "Answer")),
                Column("eligibility", Phrase("Éligibilité", "Eligibility")),
            ],
            rows: sheet.opportunities.map { opportunity in
                [
                    .count(opportunity.match.rank), .number(opportunity.match.score, decimals: 1),
                    .text(opportunity.lot.need.title), .date(opportunity.lot.deadlineDay),
                    opportunity.lot.daysLeft.map { .count($0) } ?? .empty,
                    .phrase(OpportunityWords.way(opportunity.way)),
                    .phrase(MatchWords.verdict(opportunity.match.eligibility.verdict)),
                ]
            })
    }

    /// Some of the lots that a supplier cannot answer, with why.
    public static func missedLots(_ sheet: OpportunitySheet, _ language: Language) -> ReportTable {
        ReportTable(
            title: Phrase("Lots hors de portée", "Lots out of reach"),
            columns: [
                Column("why", Phrase("Motif", "Why")), Column("lot", Phrase("Lot", "Lot")),
                Column("title", Phrase("Objet", "Object"), .longText),
                Column("deadline", Phrase("Date limite", "Deadline"), .date),
                Column("reasons", Phrase("Raisons", "Reasons"), .longText),
            ],
            rows: sheet.missed.map { missed in
                [
                    .phrase(OpportunityWords.reason(missed.reason)), .text(missed.lot.need.id), .text(missed.lot.title),
                    .date(missed.lot.deadlineDay),
                    .text(OpportunityWords.why(missed).map { $0[language] }.joined(separator: " ; ")),
                ]
            })
    }

    /// The same in a terminal: what fits 80 columns.
    public static func missedLotsInShort(_ sheet: OpportunitySheet, _ language: Language) -> ReportTable {
        var table = missedLots(sheet, language)
        table.columns.remove(at: 1)
        table.rows = zip(sheet.missed, table.rows).map { missed, row in
            [row[0], .text(missed.lot.need.title), row[3], row[4]]
        }
        return table
    }
}
