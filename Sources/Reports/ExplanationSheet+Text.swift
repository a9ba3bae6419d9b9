import Catalog
import Matching
import Nomenclature
import Wording

extension ExplanationSheet {
    /// For a terminal `width` columns wide.
    public func text(_ language: Language, width: Int) -> String {
        var lines = DisplayWidth.wrap(lot.need.title, to: width)
        let facts = [
            lot.buyer, lot.noticeTitle == lot.need.title ? "" : lot.noticeTitle, lot.lotLabel,
            lot.need.places.map { $0.text(language) }.joined(separator: ", "),
            lot.need.value.map { $0.text(language, cents: false) } ?? "",
        ].filter { !$0.isEmpty }
        if !facts.isEmpty { lines += DisplayWidth.wrap(facts.joined(separator: " · "), to: width) }
        if !lot.reservation.isEmpty { lines += DisplayWidth.wrap(lot.reservation, to: width) }
        for line in absenceLines(language) { lines += [""] + DisplayWidth.wrap(line, to: width) }
        for explanation in explanations {
            let content = ExplanationContent(explanation, top: top, language: language)
            lines += [""] + DisplayWidth.wrap(explanation.supplier.displayName, to: width)
            lines += DisplayWidth.wrap(content.identity(on: lot.need.day), to: width)
            lines += DisplayWidth.wrap(content.standing, to: width)
            for section in content.sections {
                lines += [""] + DisplayWidth.wrap(section.title, to: width)
                for item in section.items {
                    switch item {
                    case .line(let line):
                        let wrapped = DisplayWidth.wrap(line, to: width - 2)
                        lines += wrapped.enumerated().map { ($0 == 0 ? "• " : "  ") + $1 }
                    case .table(let table):
                        lines += table.text(language, width: width, wraps: true).split(separator: "\n").map(String.init)
                    }
                }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Why nothing is explained, and which other establishments there are.
    func absenceLines(_ language: Language) -> [String] {
        var lines = absences.map { ExplanationWords.absence($0, asked: asked)[language] }
        if !others.isEmpty {
            let list = others.map { [$0.key, $0.displayName, $0.city].filter { !$0.isEmpty }.joined(separator: " ") }
            lines.append(
                Phrase(
                    "Du même SIREN, le catalogue a : ", "Of the same SIREN, the catalogue has: "
                )[language] + list.joined(separator: " ; "))
        }
        return lines
    }
}
