import Bytes
import Nomenclature
import Wording

/// A file of the user's own, read with a mapping: CSV, XLSX or ODS.
struct MappedImporter: SourceImporter {
    let table: FieldTable
    /// Of each rule of the table: the labels of its columns, and the value where none of them is filled.
    private let sources: [Source]
    /// Keys of the columns that the mapping says hold natural persons.
    private let persons: Set<String>

    private struct Source {
        let labels: [String]
        let value: String
    }

    init(_ mapping: ColumnMapping) {
        let lines = mapping.lines.filter(\.field.isRead)
        let identifiers = Set(lines.map(\.field).filter(\.identifies))
        var rules: [FieldRule] = []
        var sources: [Source] = []
        func add(_ field: MappedField, _ lines: [ColumnMapping.Line], isRequired: Bool = false) {
            let labels = lines.map(\.column).filter { !$0.isEmpty }
            let value = lines.first { $0.column.isEmpty }?.value ?? ""
            guard !lines.isEmpty,
                let rule = field.rule(labels, separator: lines[0].separator, isRequired: isRequired)
            else { return }
            rules.append(rule)
            sources.append(Source(labels: labels, value: value))
        }
        for field in MappedField.allCases {
            let own = lines.filter { $0.field == field }
            switch field {
            // Without a SIRET, another identifier may do; and without a name, the trade name.
            case .siret: add(field, own, isRequired: identifiers.count == 1)
            case .name: add(field, own + lines.filter { $0.field == .brand }, isRequired: true)
            case _ where field.accumulates: for line in own { add(field, [line]) }
            default: add(field, own)
            }
        }
        table = FieldTable(source: .csv, rules: rules)
        self.sources = sources
        persons = Set(mapping.lines.filter { $0.field == .personal }.map { ColumnLabels.key($0.column) })
    }

    /// A mapping is for the file that it is given with.
    func recognises(_ shape: DocumentShape) -> Bool { true }

    func read(_ input: Input, limits: Limits, seen: Day?, to sink: SupplierSink) throws {
        var places: [[Int]] = []
        var isEmpty = true
        try TableReader(limits: limits).read(
            input,
            onHeader: { header in
                let labels = ColumnLabels.labels(of: header)
                places = try self.places(in: labels, file: input.name)
                let dropped = personal(in: labels)
                if !dropped.isEmpty { try sink.dropped(dropped) }
            }
        ) { row in
            isEmpty = false
            try table.readRecord(
                at: Place(file: input.name, line: row.line), seen: seen, to: sink,
                cell: { number in
                    let source = sources[number]
                    for (place, label) in zip(places[number], source.labels) where !row[place].isEmpty {
                        return (label, row[place].string)
                    }
                    return (source.labels.first ?? "", source.value)
                })
        }
        guard isEmpty else { return }
        throw TableFault.noRow(input)
    }

    /// The columns that hold natural persons, as the mapping or their names say.
    private func personal(in labels: [String]) -> [String] {
        let named = PersonalColumns.numbers(in: labels)
        return labels.indices.filter { named.contains($0) || persons.contains(ColumnLabels.key(labels[$0])) }
            .map { labels[$0] }
    }

    /// Where the columns of each rule stand.
    private func places(in labels: [String], file: String) throws -> [[Int]] {
        let keys = labels.map(ColumnLabels.key)
        let persons = PersonalColumns.numbers(in: labels)
        return try sources.map { source in
            try source.labels.map { label in
                guard let place = keys.firstIndex(of: ColumnLabels.key(label)) else {
                    throw missing(label, labels, file)
                }
                guard !persons.contains(place) else { throw person(label, file) }
                return place
            }
        }
    }

    private func person(_ label: String, _ file: String) -> Problem {
        Problem(
            "mapping.personal", at: Place(file: file, path: label),
            Phrase(
                "la colonne « \(label) » tient des personnes ou leurs coordonnées, qui ne sont pas conservées ; mettez « personnel » dans la correspondance, ou renommez la colonne si c’est autre chose",
                "column “\(label)” holds persons or their contacts, which are not stored; put “personal” in the mapping, or rename the column if it is something else"
            ))
    }

    private func missing(_ label: String, _ labels: [String], _ file: String) -> Problem {
        // A first row of data is not shown: it may hold persons.
        let found =
            ColumnLabels.isData(labels) ? "–" : labels.prefix(12).map { String($0.prefix(40)) }.joined(separator: ", ")
        return Problem(
            "mapping.columnMissing", at: Place(file: file, path: label),
            Phrase(
                "colonne « \(label) » du fichier de correspondance absente de ce fichier ; colonnes trouvées : \(found) ; corrigez la correspondance",
                "column “\(label)” of the mapping file missing from this file; columns found: \(found); correct the mapping"
            ))
    }
}
