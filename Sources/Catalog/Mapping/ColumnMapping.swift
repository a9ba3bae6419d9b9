import Bytes
import Wording

/// Which column of a user's own file holds what: the content of a mapping file.
public struct ColumnMapping: Sendable, Hashable {
    /// One column, or one value that holds for every record.
    public struct Line: Sendable, Hashable {
        /// The column's name; empty for a value.
        public var column: String
        public var field: MappedField
        /// What every record has, where no column says otherwise.
        public var value: String
        /// The sign between the elements of a list; empty for the usual one, `|`.
        public var separator: String
        /// A few values of the column, for people.
        public var examples: String
        /// Why the field was proposed, for people.
        public var remark: String

        public init(
            column: String, field: MappedField, value: String = "", separator: String = "", examples: String = "",
            remark: String = ""
        ) {
            self.column = column
            self.field = field
            self.value = value
            self.separator = separator
            self.examples = examples
            self.remark = remark
        }
    }

    public var lines: [Line]

    public init(_ lines: [Line]) { self.lines = lines }

    /// What tells two mappings apart that read a file differently: the same file under another mapping is new
    /// information. SHA-256, 64 hexadecimal digits.
    public var digest: String {
        get throws {
            let read = ColumnMapping(
                lines.filter(\.field.isRead).map {
                    Line(column: $0.column, field: $0.field, value: $0.value, separator: $0.separator)
                })
            return try Input(name: "mapping", bytes: Array(read.csv.utf8)).digest()
        }
    }

    /// - Throws: `Problem` when the lines together cannot make a record.
    func check(file: String) throws {
        let fields = Set(lines.filter { !$0.column.isEmpty }.map(\.field))
        guard fields.contains(where: \.identifies) else {
            throw Problem(
                "mapping.noIdentifier", at: Place(file: file),
                Phrase(
                    "aucune colonne n’est donnée pour « siret », « siren », « finess », « rna » ou « identifiant » ; écrivez l’un de ces champs en face de la colonne qui le porte",
                    "no column is given for “siret”, “siren”, “finess”, “rna” or “identifiant”; write one of these fields beside the column that holds it"
                ))
        }
        guard fields.contains(.name) || fields.contains(.brand) else {
            throw Problem(
                "mapping.noName", at: Place(file: file),
                Phrase(
                    "aucune colonne n’est donnée pour « nom » ; écrivez ce champ en face de la colonne de la raison sociale",
                    "no column is given for “nom”; write this field beside the column of the company name"))
        }
    }
}
