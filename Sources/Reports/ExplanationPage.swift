import Catalog
import Matching
import Wording

/// The page of one supplier for one lot: where it stands and why.
public struct ExplanationPage: Sendable {
    private let sheets: [ExplanationSheet]
    private let language: Language

    /// - Parameter sheets: one a lot.
    public init(_ sheets: [ExplanationSheet], language: Language) {
        self.sheets = sheets
        self.language = language
    }

    public var html: String {
        let title = Phrase("Explication du classement", "Why this rank")[language]
        let footer = Phrase(
            "Le score, de 0 à 100, compare ce que la structure dit faire et où elle le fait avec ce que le lot demande ; il ne dit rien de la qualité d’une offre. L’éligibilité est à confirmer par l’acheteur au vu des pièces.",
            "The score, from 0 to 100, compares what the supplier says it does and where with what the lot asks for; it says nothing of the quality of a tender. Eligibility is for the buyer to confirm on the documents."
        )[language]
        let name = sheets.count == 1 ? sheets.first.map { title + " – " + heading($0) } ?? title : title
        return HTMLReport(
            language: language, title: name, body: sheets.map { article($0, title) }.joined(separator: "\n"),
            footer: "<p>\(HTML.escape(footer))</p>"
        ).html
    }

    private func heading(_ sheet: ExplanationSheet) -> String {
        sheet.lot.need.title.isEmpty ? sheet.lot.need.id : sheet.lot.need.title
    }

    private func article(_ sheet: ExplanationSheet, _ title: String) -> String {
        let lot = sheet.lot
        let eyebrow = [title, lot.buyer, lot.noticeTitle, lot.lotLabel].filter { !$0.isEmpty && $0 != lot.need.title }
        let reservation = lot.reservation.isEmpty ? "" : "<p class=\"notice\">\(HTML.escape(lot.reservation))</p>"
        let absences = sheet.absenceLines(language).map { "<p class=\"notice\">\(HTML.escape($0))</p>" }.joined()
        return """
            <header><p class="eyebrow">\(HTML.escape(eyebrow.joined(separator: " · ")))</p>
            <h1>\(HTML.escape(heading(sheet)))</h1></header>
            \(reservation)\(absences)
            \(sheet.explanations.map { section($0, of: sheet) }.joined(separator: "\n"))
            """
    }

    private func section(_ explanation: Explanation, of sheet: ExplanationSheet) -> String {
        let content = ExplanationContent(explanation, top: sheet.top, language: language)
        let verdict = explanation.eligibility
        let number = NumberFormat.decimal(explanation.score, decimals: 0, language)
        let parts = content.sections.map { part in
            "<h3>\(HTML.escape(part.title))</h3>" + html(part.items)
        }
        return """
            <section><h2>\(HTML.escape(explanation.supplier.displayName))</h2>
            <p class="meta">\(HTML.escape(content.identity(on: sheet.lot.need.day)))</p>
            <div class="score"><strong>\(number)\u{202F}/\u{202F}100</strong>\(SVGChart.meter(explanation.score / 100))\
            <span class="badge \(verdict.verdict.rawValue)">\(HTML.escape(MatchWords.eligibility(verdict, language)))</span></div>
            <p class="lead">\(HTML.escape(content.standing))</p>
            \(parts.joined(separator: "\n"))
            </section>
            """
    }

    /// Lines that follow each other are one list.
    private func html(_ items: [ExplanationContent.Item]) -> String {
        var result = ""
        var list: [String] = []
        func endList() {
            if !list.isEmpty { result += "<ul class=\"reasons\">\(list.joined())</ul>" }
            list = []
        }
        for item in items {
            switch item {
            case .line(let line): list.append("<li>\(HTML.escape(line))</li>")
            case .table(let table):
                endList()
                result += table.html(language)
            }
        }
        endList()
        return result
    }
}
