import Wording

extension DossierContent {
    /// Lines of the terminal that one text takes; the page has all of it.
    private static let longest = 3

    /// For the terminal, `width` columns wide: labels on the left, what sources differ on marked with « ≠ ».
    public func text(width: Int) -> String {
        let labels = min(18, blocks.flatMap(\.rows).map { DisplayWidth.of($0.label) + 2 }.max() ?? 0)
        var lines: [String] = []
        for block in blocks {
            if !lines.isEmpty { lines.append("") }
            lines += DisplayWidth.wrap(block.title, to: width)
            for row in block.rows {
                let mark = row.isConflict ? "≠ " : "  "
                let label = DisplayWidth.wrap(row.label, to: labels)
                let content = row.lines.flatMap { line -> [String] in
                    let wrapped = line.split(separator: "\n").flatMap {
                        DisplayWidth.wrap(String($0), to: max(20, width - labels - 3))
                    }
                    guard wrapped.count > Self.longest else { return wrapped.isEmpty ? [""] : wrapped }
                    return wrapped.prefix(Self.longest - 1) + [wrapped[Self.longest - 1] + " …"]
                }
                for index in 0..<max(label.count, content.count) {
                    let left = index < label.count ? label[index] : ""
                    let right = index < content.count ? content[index] : ""
                    let padding = String(repeating: " ", count: max(1, labels + 1 - DisplayWidth.of(left)))
                    lines.append((index == 0 ? mark : "  ") + left + padding + right)
                }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A page of its own.
    public func page(_ language: Language) -> String {
        let body = blocks.enumerated().map { number, block in
            let level = number == 0 ? "h1" : "h2"
            let rows = block.rows.map { row in
                """
                <tr\(row.isConflict ? " class=\"conflict\"" : "")><th scope="row">\(HTML.escape(row.label))</th>\
                <td>\(row.lines.map { HTML.escape($0) }.joined(separator: "<br>"))</td></tr>
                """
            }
            return """
                <section><\(level)>\(HTML.escape(block.title))</\(level)>
                <table class="dossier"><tbody>
                \(rows.joined(separator: "\n"))
                </tbody></table></section>
                """
        }
        let footer = Phrase(
            "Chaque ligne dit quelle source l’affirme et quand elle a été vue. Là où les sources diffèrent, la plus récente puis la plus officielle est retenue ; les autres restent affichées.",
            "Each line tells which source says so and when it was seen. Where sources differ, the newest and then the most official is kept; the others stay shown."
        )
        return HTMLReport(
            language: language, title: title, body: body.joined(separator: "\n"),
            footer: "<p>\(HTML.escape(footer[language]))</p>"
        ).html
    }
}
