import Bytes
import Nomenclature
import Wording

/// A line of a mapping file as it is written, before it is known to be right.
struct MappingLine {
    let file: String
    let line: Int
    let column: String
    let field: String
    let value: String
    let separator: String

    /// - Returns: `nil` for a line that says nothing: a column beside which no field is written is not read.
    /// - Throws: `Problem`.
    func checked() throws -> ColumnMapping.Line? {
        if field.isEmpty {
            guard value.isEmpty else {
                throw problem(
                    "mapping.noField", "champ",
                    Phrase(
                        "la valeur « \(value) » n’a pas de champ ; écrivez dans « champ » ce qu’elle est, par exemple types",
                        "the value “\(value)” has no field; write in “champ” what it is, for instance types"))
            }
            return nil
        }
        guard let known = MappedField(named: field) else { throw unknownField }
        guard !column.isEmpty || !value.isEmpty else {
            // A proposed line whose column was deleted.
            if !known.isRead { return nil }
            throw problem(
                "mapping.noColumn", "colonne",
                Phrase(
                    "le champ « \(field) » n’a ni colonne ni valeur ; écrivez le nom de la colonne, ou une valeur pour toutes les lignes",
                    "the field “\(field)” has neither column nor value; write the column’s name, or a value for every row"
                ))
        }
        guard column.isEmpty || value.isEmpty else {
            throw problem(
                "mapping.columnAndValue", "valeur",
                Phrase(
                    "une colonne et une valeur sur la même ligne ; ôtez la valeur « \(value) », ou donnez-la sur une ligne sans colonne : elle vaudra où la colonne est vide",
                    "a column and a value on one line; remove the value “\(value)”, or give it on a line without column: it holds where the column is empty"
                ))
        }
        let line = ColumnMapping.Line(column: column, field: known, value: value, separator: separator)
        if !value.isEmpty { try check(line) }
        return line
    }

    /// A value is tried once, so that it is not wrong a thousand times.
    private func check(_ line: ColumnMapping.Line) throws {
        guard !line.field.identifies, line.field != .name, line.field.isRead else {
            throw problem(
                "mapping.noValue", "valeur",
                Phrase(
                    "le champ « \(field) » ne peut pas avoir la même valeur pour toutes les lignes ; ôtez cette ligne",
                    "the field “\(field)” cannot have one value for every row; remove this line"))
        }
        var draft = Draft(SupplierRecord(source: SupplierSource.csv.id, place: Place(file: file, line: self.line)))
        try line.field.rule([], separator: separator, isRequired: false)?.read(value, &draft)
        guard let remark = draft.remarks.first else { return }
        throw problem("mapping.badValue", "valeur", remark.message)
    }

    /// - Parameter before: the line that has the column already.
    func columnTwice(_ before: Int) -> Problem {
        problem(
            "mapping.columnTwice", "colonne",
            Phrase(
                "la colonne « \(column) » a déjà un champ à la ligne \(before) ; gardez l’une des deux",
                "the column “\(column)” has a field on line \(before) already; keep one of the two"))
    }

    private var unknownField: Problem {
        let names = MappedField.allCases.map(\.rawValue)
        let start = CSVReader.key(field).prefix(3)
        let hint = names.first { CSVReader.key($0).hasPrefix(start) }
        let all = names.joined(separator: ", ")
        return problem(
            "mapping.unknownField", "champ",
            Phrase(
                "champ « \(field) » inconnu" + (hint.map { " ; vouliez-vous dire « \($0) » ?" } ?? "")
                    + " ; il y a : \(all)",
                "unknown field “\(field)”" + (hint.map { "; did you mean “\($0)”?" } ?? "") + "; there are: \(all)"))
    }

    private func problem(_ rule: String, _ path: String, _ message: Phrase) -> Problem {
        Problem(rule, at: Place(file: file, line: line, path: path), message, excerpt: "\(column);\(field);\(value)")
    }
}
