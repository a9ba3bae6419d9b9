import Bytes
import Nomenclature
import Wording

extension FieldTable {
    /// The names of the columns of a table, as far as its first bytes show them; none when they show no filled line.
    static func header(of input: Input, limits: Limits) -> [String] {
        struct Found: Error {}
        var header: [String] = []
        do {
            try TableReader(limits: limits).read(
                input,
                onHeader: {
                    header = $0
                    throw Found()
                }, { _ in })
        } catch {
            return header
        }
        return header
    }

    /// Reads a table of text with the rules.
    ///
    /// A String is made only of the cells that a rule reads and that hold something: a registry has millions of rows.
    ///
    /// - Parameters:
    ///   - fixed: the names of the columns in files that have no header; their first line is a row like the others.
    func readCSV(
        _ input: Input, limits: Limits, seen: Day?, columns fixed: [String]? = nil, to sink: SupplierSink,
        own: (inout Draft) throws -> Void = { _ in }
    ) throws {
        var columns = TableColumns(self, header: [])
        var isEmpty = true
        try TableReader(limits: limits).read(
            input,
            onHeader: { header in
                columns = TableColumns(self, header: fixed ?? header)
                try columns.checkPresence(in: input)
                if !columns.personal.isEmpty { try sink.dropped(columns.personal) }
                if fixed != nil {
                    var draft = draft(at: Place(file: input.name, line: 1), seen: seen, header: columns.header)
                    try deliver(
                        &draft, to: sink, excerpt: { columns.excerpt { $0 < header.count ? header[$0] : "" } },
                        rules: { try columns.apply(header, &$0) }, own: own)
                }
            }
        ) { row in
            isEmpty = false
            var draft = draft(
                at: Place(file: input.name, line: row.line), seen: seen, header: columns.header)
            try deliver(
                &draft, to: sink, excerpt: { columns.excerpt { row[$0].string } },
                rules: { try columns.apply(row, &$0) }, own: own)
        }
        guard isEmpty else { return }
        throw TableFault.noRow(input)
    }
}

/// The rules of a table, put on the columns of one file. A class, because every row of millions asks it.
private final class TableColumns {
    let header: [String]
    /// The names of the columns that hold natural persons.
    let personal: [String]
    private let table: FieldTable
    private let bindings: [Binding]
    private let masks: [StaticString]

    /// A rule that the file has a column for. A class, because millions of rows walk through them.
    private final class Binding {
        let rule: FieldRule
        let isRequired: Bool
        /// Where its columns stand; the first that holds something is read.
        let columns: [Int]
        let read: (_ cell: ByteText, _ draft: inout Draft) throws -> Void

        init(_ rule: FieldRule, at columns: [Int]) {
            self.rule = rule
            isRequired = rule.isRequired
            self.columns = columns
            read = rule.reader()
        }
    }

    init(_ table: FieldTable, header: [String]) {
        self.header = header
        self.table = table
        masks = table.masks
        let keys = header.map(CSVReader.key)
        let persons = PersonalColumns.numbers(in: header)
        personal = header.indices.filter(persons.contains).map { header[$0] }
        bindings = table.rules.compactMap { rule in
            let columns = rule.columns.compactMap { keys.firstIndex(of: CSVReader.key($0)) }
                .filter { rule.isWitness || !persons.contains($0) }
            return columns.isEmpty ? nil : Binding(rule, at: columns)
        }
    }

    func apply(_ row: CSVCells, _ draft: inout Draft) throws {
        for binding in bindings {
            if let (column, cell) = filled(binding, row) {
                draft.column = .numbered(column)
                try binding.read(cell, &draft)
            } else if binding.isRequired {
                draft.column = .numbered(binding.columns[0])
                try binding.rule.read("", &draft)
            } else {
                continue
            }
            if draft.fate != .kept { return }
        }
    }

    /// The same on a row of Strings, of which a file has one at most.
    func apply(_ row: [String], _ draft: inout Draft) throws {
        for binding in bindings {
            let column = binding.columns.first { $0 < row.count && !row[$0].isEmpty }
            guard let column = column ?? (binding.rule.isRequired ? binding.columns[0] : nil) else { continue }
            draft.column = .numbered(column)
            try binding.rule.read(column < row.count ? row[column] : "", &draft)
            if draft.fate != .kept { return }
        }
    }

    private func filled(_ binding: Binding, _ row: CSVCells) -> (column: Int, cell: ByteText)? {
        for column in binding.columns {
            let cell = row[column]
            if !cell.isEmpty, !isMasked(cell) { return (column, cell) }
        }
        return nil
    }

    private func isMasked(_ cell: ByteText) -> Bool {
        for mask in masks where cell == mask { return true }
        return false
    }

    /// The columns that are read, with their cells.
    func excerpt(_ cell: (Int) -> String) -> String {
        bindings.filter { !$0.rule.isWitness }.compactMap { binding in
            binding.columns.first { !cell($0).isEmpty }
                .map { "\(header[$0]): \(ContactDetails.removed(from: cell($0)))" }
        }.joined(separator: "; ")
    }

    /// - Throws: `Problem` when a column that the table cannot do without is not there.
    func checkPresence(in input: Input) throws {
        let keys = Set(header.map(CSVReader.key))
        for rule in table.rules where rule.isRequired {
            let isThere = bindings.contains { $0.rule.isRequired && $0.rule.columns == rule.columns }
            guard !isThere, !rule.substitutes.contains(where: { keys.contains(CSVReader.key($0)) }) else { continue }
            throw missing(rule.columns[0], input.name)
        }
    }

    private func missing(_ column: String, _ file: String) -> Problem {
        // A first row of data is not shown: it may hold persons.
        let isData = ColumnLabels.isData(header)
        let found = isData ? "–" : header.map { String($0.prefix(40)) }.prefix(12).joined(separator: ", ")
        return Problem(
            "csv.missingColumn", at: Place(file: file, line: 1, path: column),
            Phrase(
                "colonne « \(column) » absente de « \(table.source.name.fr) » ; colonnes trouvées : \(found) ; ajoutez-la ou renommez celle qui en tient lieu",
                "column “\(column)” missing from “\(table.source.name.en)”; columns found: \(found); add it or rename the one that stands for it"
            ),
            excerpt: isData ? "" : header.joined(separator: "; "))
    }
}
