import Wording

extension ReportTable {
    /// The table as HTML with caption and scopes, the first column as row headings; empty when there are no rows.
    public func html(_ language: Language, caption: Phrase? = nil) -> String {
        guard !rows.isEmpty else { return "" }
        let caption = HTML.escape((caption ?? title)[language])
        let heads = columns.map { column in
            "<th scope=\"col\"\(column.kind.isNumeric ? " class=\"num\"" : "")>\(HTML.escape(column.title[language]))</th>"
        }
        let lines = rows.map { row in
            "<tr>"
                + zip(columns, row).enumerated().map { index, pair in
                    let text = HTML.escape(pair.1.text(language))
                    if index == 0 { return "<th scope=\"row\">\(text)</th>" }
                    return switch pair.0.kind {
                    case .number, .amount, .percent: "<td class=\"num\">\(text)</td>"
                    case .longText: "<td class=\"wide\">\(text)</td>"
                    case .text, .date: "<td>\(text)</td>"
                    }
                }.joined() + "</tr>"
        }
        return """
            <div class="scroll" role="region" tabindex="0" aria-label="\(caption)"><table>
            <caption>\(caption)</caption>
            <thead><tr>\(heads.joined())</tr></thead>
            <tbody>
            \(lines.joined(separator: "\n"))
            </tbody></table></div>
            """
    }
}
