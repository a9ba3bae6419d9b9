import Nomenclature
import Wording

/// A field of the record that a rule fills.
typealias Field<Value> = any WritableKeyPath<SupplierRecord, Value> & Sendable

/// One line of an importer's table: under which columns (or JSON keys) a value is found, and what becomes of it.
struct FieldRule: Sendable {
    /// The first that holds something is read. Names are compared as ``CSVReader`` compares them.
    let columns: [String]
    /// Whether a file without the column cannot be read; an empty cell is then read too, so that it can be refused.
    let isRequired: Bool
    /// Puts a cell into the draft; throws a `Problem` when the record cannot be used without it.
    let read: @Sendable (_ cell: String, _ draft: inout Draft) throws -> Void

    init(
        _ columns: [String], required: Bool = false,
        _ read: @escaping @Sendable (_ cell: String, _ draft: inout Draft) throws -> Void
    ) {
        self.columns = columns
        isRequired = required
        self.read = read
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
            draft.record.name = cell
        }
    }

    /// A short text, kept as it is.
    static func text(_ columns: String..., into field: Field<String>) -> FieldRule {
        FieldRule(columns) { cell, draft in draft.record[keyPath: field] = cell }
    }

    /// A part of the street address: number and street stand in two columns in some files.
    static func street(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            let street = cell.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            draft.record.street += draft.record.street.isEmpty ? street : " " + street
        }
    }

    /// A free text, in which people leave e-mails and telephones: they are dropped.
    static func freeText(_ columns: String..., into field: Field<String>) -> FieldRule {
        FieldRule(columns) { cell, draft in draft.record[keyPath: field] = ContactDetails.removed(from: cell) }
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
            draft.record[keyPath: field] = cell.split(separator: separator).map { $0.trimmed }.filter { !$0.isEmpty }
        }
    }

    /// The address of the structure's site; an e-mail written there is a person's and is not kept.
    static func website(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            if !cell.contains("@") { draft.record.website = cell }
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
