/// Which paths of a format fill which fields: a table that one can compare with the specification line by line.
///
/// Paths are written as in the specification, from the root (`/*/cac:ProcurementProject/cbc:Name`); elements are
/// compared by their local names, because namespaces differ between versions of one format, and `*` stands for any
/// element. Abbreviations such as `$LOT` are replaced before the table is compiled.
public struct XMLPathTable<Field: RawRepresentable & Sendable>: Sendable where Field.RawValue == UInt16 {
    public struct Row: Sendable {
        enum Role: UInt8, Sendable { case value = 1, group = 2, record = 3 }
        let path: String
        let field: Field
        let role: Role

        /// The text of the element, that of its descendants included.
        public static func value(_ path: String, _ field: Field) -> Row { Row(path: path, field: field, role: .value) }
        /// An element whose start and end are told.
        public static func group(_ path: String, _ field: Field) -> Row { Row(path: path, field: field, role: .group) }
        /// A group at whose end the tape is handed over: memory does not grow with the number of records.
        public static func record(_ path: String, _ field: Field) -> Row {
            Row(path: path, field: field, role: .record)
        }
    }

    let automaton: XMLAutomaton

    /// - Parameter base: where the document stands inside a larger one; put before every path.
    /// - Precondition: no path of a value is the beginning of another path.
    public init(abbreviations: KeyValuePairs<String, String> = [:], below base: String = "", _ rows: [Row]) {
        automaton = XMLAutomaton(
            rows.map { row in
                var path = row.path
                // Later abbreviations may use earlier ones.
                for (short, long) in abbreviations.reversed() { path = path.replacing(short, with: long) }
                return (base + path, row.role.rawValue, row.field.rawValue)
            })
    }
}
