import Wording

extension ReportTable {
    /// The table for a terminal of `width` columns; no line is longer. Columns of text share what room numbers leave.
    ///
    /// - Parameter wraps: whether long text goes on to the next line; otherwise it ends with ….
    public func text(_ language: Language, width: Int, wraps: Bool = false) -> String {
        let cells = rows.map { row in row.map { Self.oneLine($0.text(language)) } }
        let heads = columns.map { Self.oneLine($0.title[language]) }
        let widths = columnWidths(cells: cells, heads: heads, width: width)
        // Columns that found no room at all are not shown.
        let shown = widths.indices.filter { widths[$0] > 0 }
        var lines = Self.lay(
            shown.map { DisplayWidth.wrap(heads[$0], to: widths[$0]) }, widths: shown.map { widths[$0] },
            right: shown.map { columns[$0].kind.isNumeric }, atBottom: true)
        lines.append(shown.map { String(repeating: "─", count: widths[$0]) }.joined(separator: "  "))
        for row in cells {
            let parts = shown.map { index in
                guard index < row.count else { return [""] }
                return wraps && !columns[index].kind.isNumeric
                    ? DisplayWidth.wrap(row[index], to: widths[index])
                    : [DisplayWidth.cut(row[index], to: widths[index])]
            }
            lines += Self.lay(
                parts, widths: shown.map { widths[$0] }, right: shown.map { columns[$0].kind.isNumeric },
                atBottom: false)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func oneLine(_ text: String) -> String {
        String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    }

    /// Numbers get what they need, text what is left; a column that needs little does not get more.
    private func columnWidths(cells: [[String]], heads: [String], width: Int) -> [Int] {
        var widths = columns.indices.map { index -> Int in
            let longest = cells.map { index < $0.count ? DisplayWidth.of($0[index]) : 0 }.max() ?? 0
            // The heading wraps between its words.
            let head = heads[index].split(separator: " ").map { DisplayWidth.of($0) }.max() ?? 0
            return max(longest, head, 1)
        }
        let gaps = 2 * max(columns.count - 1, 0)
        func excess() -> Int { widths.reduce(0, +) + gaps - width }
        // Long texts give way first, down to 16; then short ones and long ones again; numbers last.
        let steps: [(floor: Int, kinds: [Kind])] = [
            (16, [.longText]), (12, [.text, .longText]), (6, [.text, .longText]),
            (1, [.number, .amount, .percent, .date]),
            (1, [.text, .longText]),
        ]
        for (floor, kinds) in steps {
            while excess() > 0 {
                let candidates = columns.indices.filter { kinds.contains(columns[$0].kind) && widths[$0] > floor }
                guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
                widths[widest] -= 1
            }
        }
        // A terminal too narrow for one character a column: drop columns from the right.
        var index = widths.count - 1
        while index > 0, widths[...index].reduce(0, +) + 2 * index > width {
            widths[index] = 0
            index -= 1
        }
        if let first = widths.first { widths[0] = min(first, max(width, 1)) }
        return widths
    }

    private static func lay(_ parts: [[String]], widths: [Int], right: [Bool], atBottom: Bool) -> [String] {
        let height = parts.map(\.count).max() ?? 0
        return (0..<height).map { line in
            var result = ""
            for (column, lines) in parts.enumerated() {
                let position = atBottom ? line - (height - lines.count) : line
                let text = lines.indices.contains(position) ? lines[position] : ""
                let pad = String(repeating: " ", count: max(widths[column] - DisplayWidth.of(text), 0))
                if column > 0 { result += "  " }
                result += right[column] ? pad + text : text + pad
            }
            while result.last == " " { result.removeLast() }
            return result
        }
    }
}
