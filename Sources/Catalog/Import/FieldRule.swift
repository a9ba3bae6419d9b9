import Bytes
import Nomenclature
import Wording

/// A field of the record that a rule fills.
typealias Field<Value> = any WritableKeyPath<SupplierRecord, Value> & Sendable

/// One line of an importer's table: under which columns (or JSON keys) a value is found, and what becomes of it.
struct FieldRule: Sendable {
    /// What a value does to a record.
    typealias Action = @Sendable (inout Draft) throws -> Void

    /// The first that holds something is read. Names are compared as ``CSVReader`` compares them; a point in a JSON key
    /// leads down: `siege.siret`.
    let columns: [String]
    /// Whether a file without the column cannot be read; an empty cell is then read too, so that it can be refused.
    let isRequired: Bool
    /// Columns of which one makes up for a required column that is absent.
    let substitutes: [String]
    /// Whether only the presence of a value is looked at: such a rule may look at columns that hold natural persons.
    let isWitness: Bool
    /// Puts a cell into the draft; throws a `Problem` when the record cannot be used without it.
    let read: @Sendable (_ cell: String, _ draft: inout Draft) throws -> Void
    private let repeated: (@Sendable (_ cell: String) -> Action)?
    /// How many distinct cells are remembered.
    private let limit: Int

    init(
        _ columns: [String], required: Bool = false, unless substitutes: [String] = [], witness: Bool = false,
        _ read: @escaping @Sendable (_ cell: String, _ draft: inout Draft) throws -> Void
    ) {
        self.columns = columns
        isRequired = required
        self.substitutes = substitutes
        isWitness = witness
        self.read = read
        repeated = nil
        limit = 0
    }

    /// A rule for values that come again and again, such as codes: each is understood once a file. What a cell does
    /// must depend on its text alone.
    ///
    /// - Parameter limit: how many distinct cells are remembered.
    init(repeating columns: [String], limit: Int = 1_024, _ action: @escaping @Sendable (_ cell: String) -> Action) {
        self.columns = columns
        isRequired = false
        substitutes = []
        isWitness = false
        read = { cell, draft in try action(cell)(&draft) }
        repeated = action
        self.limit = limit
    }

    /// A reader of cells for the length of a file.
    func reader() -> (_ cell: ByteText, _ draft: inout Draft) throws -> Void {
        guard let repeated else {
            let read = read
            return { cell, draft in try read(cell.string, &draft) }
        }
        var actions = ByteMemo<Action>(limit: limit, repeated)
        return { cell, draft in try actions(cell)(&draft) }
    }
}

// MARK: Texts

extension FieldRule {
    /// The name of the structure, without which it cannot be shown to anyone.
    static func name(_ columns: String...) -> FieldRule {
        FieldRule(columns, required: true) { cell, draft in
            guard !cell.isEmpty else {
                throw draft.fault(
                    "name.missing",
                    Phrase(
                        "nom absent ; complétez la colonne avec la raison sociale",
                        "name missing; fill in the company name"))
            }
            // « LE THE@TRE.COM » is a name; a cell that is nothing but a contact is none.
            guard !ContactDetails.removed(from: cell).isEmpty else {
                throw draft.fault(
                    "name.missing",
                    Phrase(
                        "courriel ou téléphone à la place du nom ; complétez la colonne avec la raison sociale",
                        "e-mail or telephone in the place of the name; fill in the company name"))
            }
            draft.record.name = ContactDetails.withoutTelephones(cell).trimmed
        }
    }

    /// The name in a registry, as it is: nobody but the registry writes it.
    static func officialName(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in draft.record.name = cell }
    }

    /// A text. People leave e-mails and telephones anywhere: they are dropped.
    static func text(_ columns: String..., into field: Field<String>) -> FieldRule {
        FieldRule(columns) { cell, draft in draft.record[keyPath: field] = ContactDetails.removed(from: cell) }
    }

    /// A part of the street address: number and street stand in two columns in some files.
    static func street(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in draft.record.addToStreet(ContactDetails.removed(from: cell)) }
    }

    /// One element more of a list.
    static func element(_ columns: String..., of field: Field<[String]>) -> FieldRule {
        FieldRule(columns) { cell, draft in
            let text = ContactDetails.removed(from: cell)
            if !text.isEmpty, !draft.record[keyPath: field].contains(text) { draft.record[keyPath: field].append(text) }
        }
    }

    /// A list whose elements are separated by `separator`.
    static func list(
        _ columns: String..., separator: Character = "|",
        into field: Field<[String]>
    ) -> FieldRule {
        FieldRule(columns) { cell, draft in
            draft.record[keyPath: field] = cell.split(separator: separator)
                .map { ContactDetails.removed(from: $0.trimmed) }.filter { !$0.isEmpty }
        }
    }

    /// The address of the structure's site; an e-mail written there is a person's and is not kept.
    static func website(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            if !cell.contains("@") { draft.record.website = cell }
        }
    }
}

extension SupplierRecord {
    /// Adds a part to the street address, runs of white space made single.
    mutating func addToStreet(_ part: String) {
        var last: UInt8 = 0x20
        let isPlain = part.utf8.allSatisfy { byte in
            defer { last = byte }
            return byte > 0x20 && byte < 0x80 || byte == 0x20 && last != 0x20
        }
        let part = isPlain ? part : part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if street.isEmpty {
            street = part
        } else if !part.isEmpty {
            street += " "
            street += part
        }
    }
}

extension StringProtocol {
    /// Without white space at either end.
    var trimmed: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
