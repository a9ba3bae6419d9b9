import Catalog
import Matching
import Nomenclature
import Wording

/// The page of one or several lots with the suppliers ranked for each.
public struct MatchPage: Sendable {
    public var sheets: [MatchSheet]
    public var language: Language

    public init(_ sheets: [MatchSheet], language: Language) {
        self.sheets = sheets
        self.language = language
    }

    public var html: String {
        let title = Phrase("Structures à consulter", "Suppliers to consult")[language]
        let footer = Phrase(
            "Le score, de 0 à 100, compare ce que la structure dit faire et où elle le fait avec ce que le lot demande ; il ne dit rien de la qualité d’une offre. L’éligibilité est à confirmer par l’acheteur au vu des pièces.",
            "The score, from 0 to 100, compares what the supplier says it does and where with what the lot asks for; it says nothing of the quality of a tender. Eligibility is for the buyer to confirm on the documents."
        )
        let several = sheets.count > 1 ? "<header><h1>\(HTML.escape(title))</h1></header>" + contents : ""
        let name = sheets.count == 1 ? sheets.first.map { heading($0) + " – " + title } ?? title : title
        return HTMLReport(
            language: language, title: name,
            body: several + sheets.enumerated().map { section($1, number: $0 + 1) }.joined(separator: "\n"),
            footer: "<p>\(HTML.escape(footer[language]))</p>"
        ).html
    }

    /// The lots of several notices, under the purchase that each belongs to.
    private var contents: String {
        var lists: [(title: String, lots: [String])] = []
        for (index, sheet) in sheets.enumerated() {
            let purchase = [sheet.buyer, sheet.noticeTitle].filter { !$0.isEmpty }.joined(separator: " · ")
            let link =
                "<li><a href=\"#lot-\(index + 1)\">\(HTML.escape(ownTitle(sheet)))</a> (\(sheet.matches.count))</li>"
            if lists.last?.title == purchase {
                lists[lists.count - 1].lots.append(link)
            } else {
                lists.append((purchase, [link]))
            }
        }
        let body = lists.map { list in
            (list.title.isEmpty ? "" : "<p><strong>\(HTML.escape(list.title))</strong></p>") + "<ul>"
                + list.lots.joined() + "</ul>"
        }
        return "<nav aria-label=\"\(say("Lots", "Lots"))\">" + body.joined() + "</nav>"
    }

    /// The title of the lot without that of the purchase, which stands above it.
    private func ownTitle(_ sheet: MatchSheet) -> String {
        let title = heading(sheet)
        guard !sheet.noticeTitle.isEmpty, title.hasPrefix(sheet.noticeTitle) else { return title }
        let own = title.dropFirst(sheet.noticeTitle.count).drop(while: { " –-".contains($0) })
        return own.isEmpty ? title : String(own)
    }

    private func say(_ french: String, _ english: String) -> String { HTML.escape(Phrase(french, english)[language]) }

    private func heading(_ sheet: MatchSheet) -> String { sheet.need.title.isEmpty ? sheet.need.id : sheet.need.title }

    private func section(_ sheet: MatchSheet, number: Int) -> String {
        let level = sheets.count == 1 ? "h1" : "h2"
        let eyebrow = [sheet.buyer, sheet.noticeTitle, sheet.lotLabel].filter { !$0.isEmpty && $0 != ownTitle(sheet) }
        let suppliers = sheet.matches.map { supplier($0, on: sheet.need.day) }.joined(separator: "\n")
        let listTitle = say("Structures classées", "Suppliers in order") + " (\(sheet.matches.count))"
        let inner = sheets.count == 1 ? "h2" : "h3"
        return """
            <section id="lot-\(number)"\(number > 1 ? " class=\"break\"" : "")>
            <header><p class="eyebrow">\(HTML.escape(eyebrow.joined(separator: " · ")))</p>
            <\(level)>\(HTML.escape(ownTitle(sheet)))</\(level)></header>
            \(facts(sheet))
            <\(inner)>\(listTitle)</\(inner)>
            \(sheet.matches.isEmpty
                ? "<p class=\"notice\">\(say("Aucune structure du catalogue ne répond à ce besoin.", "No supplier of the catalogue answers this need."))</p>"
                : "<ol class=\"suppliers\">\n\(suppliers)\n</ol>")
            \(sheet.setAside == 0 ? "" : "<p class=\"notice\">\(HTML.escape(MatchWords.setAside(sheet.setAside)[language]))</p>")
            \(contacts(sheet, heading: inner))
            </section>
            """
    }

    /// Those whose trade is not known, with why they are there; nothing where there are none.
    private func contacts(_ sheet: MatchSheet, heading: String) -> String {
        guard !sheet.contacts.isEmpty else { return "" }
        let items = sheet.contacts.map { contact in
            let reasons = contact.reasons.map { $0[language] }.filter { !$0.isEmpty } + lawReasons(contact.eligibility)
            let lines = reasons.map { "<li>\(HTML.escape($0))</li>" } + missing(contact.eligibility)
            return """
                <li class="supplier"><div class="rank" aria-hidden="true">–</div><div>
                <h3>\(HTML.escape(contact.supplier.displayName))</h3>
                <p class="meta">\(HTML.escape(place(contact.supplier, contact.distance, on: sheet.need.day)))</p>
                <div class="score">\(badge(contact.eligibility))</div>
                <ul class="reasons">\(lines.joined())</ul>
                <p class="evidence">\(HTML.escape(evidence(contact.supplier, contact.eligibility)))</p>
                </div></li>
                """
        }
        return """
            <\(heading)>\(HTML.escape(MatchWords.contacts[language])) (\(sheet.contacts.count))</\(heading)>
            <p class="notice">\(HTML.escape(MatchWords.whyContacts[language]))</p>
            <ul class="suppliers">
            \(items.joined(separator: "\n"))
            </ul>
            """
    }

    private func facts(_ sheet: MatchSheet) -> String {
        let need = sheet.need
        var rows: [(String, String)] = []
        let cpv = need.cpv.prefix(6).map { code in
            code.code + (CPVTable.shared.label(code).map { " " + $0[language] } ?? "")
        }
        rows.append((say("Codes CPV", "CPV codes"), cpv.joined(separator: " ; ")))
        rows.append((say("Lieu", "Place"), need.places.map { $0.text(language) }.joined(separator: " ; ")))
        rows.append((say("Valeur estimée", "Estimated value"), need.value?.text(language, cents: false) ?? ""))
        rows.append(
            (
                say("Durée", "Duration"),
                need.months.map {
                    NumberFormat.decimal($0, decimals: 0, language) + " " + Phrase("mois", "months")[language]
                } ?? ""
            ))
        rows.append((say("Date limite", "Deadline"), sheet.deadline.map { $0.text(language) } ?? ""))
        rows.append((say("Réservation", "Reservation"), sheet.reservation))
        let list = rows.filter { !$0.1.isEmpty }.map { "<dt>\($0.0)</dt><dd>\(HTML.escape($0.1))</dd>" }.joined()
        let description = need.description.isEmpty ? "" : "<p>\(HTML.escape(need.description))</p>"
        return description + (list.isEmpty ? "" : "<dl>\(list)</dl>")
    }

    private func supplier(_ match: Match, on day: Day) -> String {
        let supplier = match.supplier
        let reasons = MatchWords.reasons(match).map { score in
            "<li><span class=\"name\">\(HTML.escape(score.criterion.name[language]))</span> – \(HTML.escape(score.sentence[language]))</li>"
        }
        let verdict = match.eligibility
        let law = lawReasons(verdict).map { "<li>\(HTML.escape($0))</li>" }
        let number = NumberFormat.decimal(match.score, decimals: 0, language)
        return """
            <li class="supplier"><div class="rank" aria-hidden="true">\(match.rank)</div><div>
            <h3>\(HTML.escape(supplier.displayName))</h3>
            <p class="meta">\(HTML.escape(place(supplier, match.distance, on: day)))</p>
            <div class="score"><strong>\(number)\u{202F}/\u{202F}100</strong>\(SVGChart.meter(match.score / 100))\
            \(badge(verdict))</div>
            <ul class="reasons">\((reasons + law + missing(verdict)).joined())</ul>
            <p class="evidence">\(HTML.escape(evidence(supplier, verdict)))</p>
            </div></li>
            """
    }

    // MARK: Parts of an entry

    private func place(_ supplier: Supplier, _ distance: Double?, on day: Day) -> String {
        [
            MatchWords.kinds(supplier, on: day),
            [supplier.postcode, supplier.city].filter { !$0.isEmpty }.joined(separator: " "),
            MatchWords.away(distance, language),
        ].filter { !$0.isEmpty }.joined(separator: " · ")
    }

    private func badge(_ verdict: Eligibility) -> String {
        let words = HTML.escape(MatchWords.eligibility(verdict, language))
        return "<span class=\"badge \(verdict.verdict.rawValue)\">\(words)</span>"
    }

    private func lawReasons(_ verdict: Eligibility) -> [String] { verdict.reasons.map { $0[language] } }

    private func missing(_ verdict: Eligibility) -> [String] {
        verdict.missing.map {
            "<li><span class=\"flag\">\(say("manque", "missing"))</span> \(HTML.escape($0[language]))</li>"
        }
    }

    /// The verdict quotes the evidence that it rests on; without a verdict to found, all that is known is shown.
    private func evidence(_ supplier: Supplier, _ verdict: Eligibility) -> String {
        let known =
            verdict.evidence.isEmpty ? MatchWords.evidence(supplier, language) : verdict.evidence.map { $0[language] }
        return ([supplier.siret.map { "SIRET " + $0.text } ?? supplier.key] + known).joined(separator: " · ")
    }
}
