import Bytes
import Nomenclature
import Wording

/// The declarative part of an importer: the source, and the table of its columns.
struct FieldTable: Sendable {
    let source: SupplierSource
    let rules: [FieldRule]

    /// What became of one record.
    struct Outcome {
        /// `nil` when the record is refused.
        var record: SupplierRecord?
        /// The one reason of a refusal; else the remarks on a record that goes in.
        var problems: [Problem]

        func deliver(_ onProblem: (Problem) throws -> Void, _ body: (SupplierRecord) throws -> Void) throws {
            for problem in problems { try onProblem(problem) }
            if let record { try body(record) }
        }
    }

    /// Reads one record: the table's rules in their order, then `own`, what the importer does beyond its table.
    ///
    /// - Parameter cell: the column found for the rule of this number, and what stands under it.
    func outcome(
        at place: Place, seen: Day?, cell: (Int) -> (column: String, text: String),
        own: (inout Draft) throws -> Void = { _ in }
    ) throws -> Outcome {
        var draft = Draft(SupplierRecord(source: source.id, place: place))
        draft.record.seen = seen
        do {
            for (number, rule) in rules.enumerated() {
                let (column, text) = cell(number)
                guard rule.isRequired || !text.isEmpty else { continue }
                draft.column = column
                try rule.read(text, &draft)
            }
            draft.column = ""
            try own(&draft)
            try NaturalPerson.refuse(draft)
            let excerpt = draft.remarks.isEmpty ? "" : excerpt(cell)
            return Outcome(record: draft.record, problems: draft.remarks.map { with(excerpt, $0) })
        } catch let problem as Problem {
            let shown = problem.rule == NaturalPerson.rule ? draft.record.siret?.text ?? "" : excerpt(cell)
            return Outcome(record: nil, problems: [with(shown, problem)])
        }
    }

    /// The columns that are read, and only they: the others may hold a contact's name or telephone.
    private func excerpt(_ cell: (Int) -> (column: String, text: String)) -> String {
        rules.indices.map { cell($0) }.filter { !$0.text.isEmpty }
            .map { "\($0.column): \(ContactDetails.removed(from: $0.text))" }.joined(separator: "; ")
    }

    private func with(_ excerpt: String, _ problem: Problem) -> Problem {
        Problem(problem.rule, at: problem.place, problem.message, excerpt: excerpt)
    }
}

/// Sole traders are natural persons (INSEE legal categories 1xxx): their name is a person's and is not stored.
enum NaturalPerson {
    static let rule = "person.natural"

    static func refuse(_ draft: Draft) throws {
        guard draft.record.legalCategory?.hasPrefix("1") == true else { return }
        throw draft.fault(
            rule,
            Phrase(
                "entreprise individuelle (\(draft.record.legalForm)) : une personne physique n’est pas conservée ; si c’est une société, corrigez sa forme juridique",
                "sole trader (\(draft.record.legalForm)): a natural person is not stored; if it is a company, correct its legal form"
            ))
    }
}

// MARK: CSV

extension FieldTable {
    /// Reads a CSV file with the table.
    func readCSV(
        _ input: Input, limits: Limits, seen: Day?, onProblem: (Problem) throws -> Void,
        _ body: (SupplierRecord) throws -> Void, own: (inout Draft) throws -> Void = { _ in }
    ) throws {
        var header: [String] = []
        var places: [[Int]] = []
        var isEmpty = true
        try CSVReader(limits: limits).read(
            input.open(), name: input.name,
            onHeader: { columns in
                header = columns
                places = try self.places(in: columns, file: input.name)
            }
        ) { row in
            isEmpty = false
            let outcome = try outcome(
                at: Place(file: input.name, line: row.line), seen: seen,
                cell: { rule in
                    let filled = places[rule].first { $0 < row.cells.count && !row.cells[$0].isEmpty }
                    if let filled { return (header[filled], row.cells[filled]) }
                    return (places[rule].first.map { header[$0] } ?? rules[rule].columns[0], "")
                }, own: own)
            try outcome.deliver(onProblem, body)
        }
        guard isEmpty else { return }
        throw Problem(
            "csv.empty", at: Place(file: input.name),
            Phrase(
                "le fichier n’a pas de ligne sous ses titres de colonnes ; exportez-le de nouveau",
                "the file has no row under its column names; export it again"))
    }

    /// Where each rule's columns stand in the header.
    private func places(in header: [String], file: String) throws -> [[Int]] {
        let keys = header.map(CSVReader.key)
        return try rules.map { rule in
            let places = rule.columns.compactMap { keys.firstIndex(of: CSVReader.key($0)) }
            guard !places.isEmpty || !rule.isRequired else { throw missing(rule.columns[0], header, file) }
            return places
        }
    }

    private func missing(_ column: String, _ header: [String], _ file: String) -> Problem {
        let found = header.map { String($0.prefix(40)) }.prefix(12).joined(separator: ", ")
        return Problem(
            "csv.missingColumn", at: Place(file: file, line: 1, path: column),
            Phrase(
                "colonne « \(column) » absente de « \(source.name.fr) » ; colonnes trouvées : \(found) ; ajoutez-la ou renommez celle qui en tient lieu",
                "column “\(column)” missing from “\(source.name.en)”; columns found: \(found); add it or rename the one that stands for it"
            ),
            excerpt: header.joined(separator: "; "))
    }
}
