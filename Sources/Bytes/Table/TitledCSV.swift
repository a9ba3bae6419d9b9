/// A table of text that may have title lines above its column names.
///
/// They are looked for only when the first line is a single filled cell; a table that begins with its names is read as
/// ``CSVReader`` reads it.
struct TitledCSV {
    private let input: Input
    private let limits: Limits

    init(_ input: Input, limits: Limits) {
        self.input = input
        self.limits = limits
    }

    /// - Throws: `Problem`; what the closures throw.
    func read(onHeader: ([String]) throws -> Void, _ body: (CSVCells) throws -> Void) throws {
        guard let start = start() else {
            return try CSVReader(limits: limits).readCells(
                input.open(), name: input.name, onHeader: onHeader, body)
        }
        var scanner = CSVScanner(source: TranscodingSource(try input.open()), name: input.name, limits: limits)
        defer { scanner.deallocate() }
        var isBegun = false
        _ = try scanner.header(separator: start.separator)
        while let row = try scanner.row() {
            if isBegun {
                if !row.isBlank { try body(row) }
            } else if row.line == start.line {
                isBegun = true
                try onHeader(row.strings)
            }
        }
        guard isBegun else { throw TableProblem.headless(input.name, line: start.line) }
    }

    /// Where the column names stand, and the sign between them; `nil` when they are the first line.
    private func start() -> (line: Int, separator: UInt8)? {
        guard let usual = rows(separator: nil), usual.rows.first.map({ filled($0.cells) == 1 }) == true else {
            return nil
        }
        let isPadded = usual.rows[0].cells.count > 1
        var best: (line: Int, separator: UInt8, names: Int)?
        for separator in [usual.separator] + CSVScanner.separators.filter({ $0 != usual.separator }) {
            guard let found = rows(separator: separator),
                let chosen = HeaderChoice.row(among: found.rows.map(\.cells)), chosen > 0
            else { continue }
            let names = filled(found.rows[chosen].cells)
            // A lone column whose texts have commas is no table of two: behind a title that the sign does not follow, at
            // least three columns are asked for.
            guard names >= (isPadded && separator == usual.separator ? 2 : 3) else { continue }
            if best.map({ names > $0.names }) ?? true { best = (found.rows[chosen].line, separator, names) }
        }
        return best.map { ($0.line, $0.separator) }
    }

    private func filled(_ cells: [String]) -> Int { cells.count { !$0.isEmpty } }

    /// The first filled rows of the head, cut with this sign; `nil` for an empty file.
    private func rows(separator: UInt8?) -> (rows: [(line: Int, cells: [String])], separator: UInt8)? {
        var scanner = CSVScanner(
            source: TranscodingSource(MemorySource(input.head)), name: input.name, limits: limits)
        defer { scanner.deallocate() }
        guard let header = try? scanner.header(separator: separator) else { return nil }
        var rows = [(header.line, header.cells)]
        while rows.count < HeaderChoice.looked, let row = try? scanner.row() {
            if !row.isBlank { rows.append((row.line, row.strings)) }
        }
        // The last row of a head that is cut may be half of one.
        if rows.count < HeaderChoice.looked, input.head.count < input.size { rows.removeLast() }
        return (rows, scanner.separator)
    }
}
