import Catalog
import Matching
import Nomenclature
import Wording

/// The page of the lots that a supplier may answer.
public struct OpportunityPage: Sendable {
    public var sheet: OpportunitySheet
    public var language: Language

    public init(_ sheet: OpportunitySheet, language: Language) {
        self.sheet = sheet
        self.language = language
    }

    public var html: String {
        let name = sheet.suppliers.first?.displayName ?? ""
        let title = say("Lots à la portée de ", "Lots within reach of ") + name
        let footer = Phrase(
            "Le score est celui du classement des structures pour chaque lot. L’éligibilité est à confirmer au vu des pièces, et la date limite sur l’avis.",
            "The score is that of the ranking of suppliers for each lot. Eligibility is to be confirmed on the documents, and the deadline on the notice."
        )
        return HTMLReport(
            language: language, title: title,
            body: """
                <header><p class="eyebrow">\(HTML.escape(sheet.day.text(language)))</p><h1>\(HTML.escape(title))</h1>
                <p class="lead">\(HTML.escape(OpportunityWords.counts(sheet.counts).first?[language] ?? ""))</p></header>
                \(answerable)
                \(outOfReach)
                """,
            footer: "<p>\(HTML.escape(footer[language]))</p>"
        ).html
    }

    private func say(_ french: String, _ english: String) -> String { Phrase(french, english)[language] }

    private var answerable: String {
        guard !sheet.opportunities.isEmpty else {
            return "<p>" + HTML.escape(say("Aucun lot ouvert ne convient.", "No open lot fits.")) + "</p>"
        }
        return "<ol class=\"suppliers\">\n" + sheet.opportunities.map(entry).joined(separator: "\n") + "\n</ol>"
    }

    private func entry(_ opportunity: Opportunity) -> String {
        let (lot, match) = (opportunity.lot, opportunity.match)
        let meta = [
            lot.buyer, lot.need.places.map { $0.text(language) }.joined(separator: ", "),
            lot.need.value?.text(language, cents: false) ?? "",
            say("Date limite", "Deadline") + (language == .french ? " : " : ": ")
                + OpportunityWords.deadline(lot, language),
        ].filter { !$0.isEmpty }.joined(separator: " · ")
        let criteria = MatchWords.reasons(match).map {
            "<li><span class=\"name\">\(HTML.escape($0.criterion.name[language]))</span> – \(HTML.escape($0.sentence[language]))</li>"
        }
        let law = match.eligibility.reasons + [OpportunityWords.capacity(opportunity.prospect.load)].compactMap { $0 }
        let items =
            criteria + law.map { "<li>\(HTML.escape($0[language]))</li>" }
            + flagged(OpportunityWords.missing(opportunity), say("manque", "missing"))
            + flagged(OpportunityWords.lacks(opportunity), say("à compléter", "to complete"))
            + flagged(lot.unused, say("avis", "notice"))
        let number = NumberFormat.decimal(match.score, decimals: 0, language)
        let verdict = match.eligibility
        return """
            <li class="supplier"><div class="rank" aria-hidden="true">\(match.rank)</div><div>
            <h3>\(HTML.escape(lot.title))</h3>
            <p class="meta">\(HTML.escape(meta))</p>
            <div class="score"><strong>\(number)\u{202F}/\u{202F}100</strong>\(SVGChart.meter(match.score / 100))\
            <span class="badge \(verdict.verdict.rawValue)">\(HTML.escape(MatchWords.eligibility(verdict, language)))</span></div>
            <ul class="reasons">\(items.joined())</ul>
            \(group(opportunity))
            <p class="evidence">\(HTML.escape(evidence(opportunity)))</p>
            </div></li>
            """
    }

    private func flagged(_ phrases: [Phrase], _ flag: String) -> [String] {
        phrases.map { "<li><span class=\"flag\">\(HTML.escape(flag))</span> \(HTML.escape($0[language]))</li>" }
    }

    private func group(_ opportunity: Opportunity) -> String {
        guard let group = opportunity.group else { return "" }
        let partners = group.partners.map { OpportunityWords.partner($0, opportunity.lot.need, language) }
        let lines = (partners + OpportunityWords.group(group).map { $0[language] }).map {
            "<li>\(HTML.escape($0))</li>"
        }
        return "<p><strong>\(HTML.escape(say("En groupement avec", "In a group with")))</strong></p><ul>"
            + lines.joined() + "</ul>"
    }

    private func evidence(_ opportunity: Opportunity) -> String {
        ([opportunity.lot.need.id, opportunity.match.supplier.key]
            + opportunity.match.eligibility.evidence.map { $0[language] }).joined(separator: " · ")
    }

    private var outOfReach: String {
        let counts = OpportunityWords.counts(sheet.counts).dropFirst().map { "<li>\(HTML.escape($0[language]))</li>" }
        guard !counts.isEmpty else { return "" }
        let table = sheet.missed.isEmpty ? "" : ReportTable.missedLots(sheet, language).html(language)
        return """
            <h2>\(HTML.escape(say("Les autres lots", "The other lots")))</h2>
            <ul>\(counts.joined())</ul>
            \(table)
            """
    }
}
