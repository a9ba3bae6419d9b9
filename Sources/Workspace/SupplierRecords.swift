import Catalog
import GRDB
import Nomenclature
import Wording

/// Fetches supplier records in the groups that are merged together.
enum SupplierRecords {
    /// All records of the enterprises that one record at least puts into the catalogue, enterprise by enterprise.
    static let listed = select("siren > 0 AND siren IN (SELECT siren FROM supplier_record WHERE listed = 1)")

    /// All records of the enterprises of a JSON array of SIRENs.
    static let some = select("siren > 0 AND siren IN (SELECT value FROM json_each(?))")

    /// In an order that does not depend on that of the imports.
    private static func select(_ condition: String, by order: String = "siren") -> String {
        """
        SELECT \(SupplierRow.selected) FROM supplier_record JOIN file ON file.id = supplier_record.file
        WHERE \(condition) ORDER BY \(order), supplier_record.digest
        """
    }

    /// Calls `body` with the records of one enterprise after the other.
    static func forEachGroup(of statement: Statement, _ body: ([SupplierRecord]) throws -> Void) throws {
        var group: [SupplierRecord] = []
        var siren: Siren?
        try ColumnReader.forEachRow(of: statement) { row in
            let record = SupplierRow.record(row)
            if record.siren != siren, !group.isEmpty {
                try body(group)
                group.removeAll(keepingCapacity: true)
            }
            siren = record.siren
            group.append(record)
        }
        if !group.isEmpty { try body(group) }
    }

    static func group(_ siren: Int64, _ database: Database) throws -> [SupplierRecord] {
        var records: [SupplierRecord] = []
        let statement = try database.cachedStatement(sql: select("siren = ?"))
        statement.arguments = [siren]
        try ColumnReader.forEachRow(of: statement) { records.append(SupplierRow.record($0)) }
        return records
    }

    /// The few records that no SIREN identifies, by the identifier that they have instead.
    static func withoutSiren(_ database: Database) throws -> Others {
        var others = Others()
        let statement = try database.cachedStatement(sql: select("siren = 0", by: "identifier"))
        try ColumnReader.forEachRow(of: statement) { others.add(SupplierRow.record($0)) }
        return others
    }

    struct Others {
        /// In the order of their identifiers.
        private(set) var groups: [(identifier: String, records: [SupplierRecord])] = []
        private var numbers: [String: Int] = [:]

        fileprivate mutating func add(_ record: SupplierRecord) {
            guard let identifier = record.otherIdentifier else { return }
            if let number = numbers[identifier] {
                groups[number].records.append(record)
            } else {
                numbers[identifier] = groups.count
                groups.append((identifier, [record]))
            }
        }

        func records(of identifier: String) -> [SupplierRecord] { numbers[identifier].map { groups[$0].records } ?? [] }

        /// The records that share an identifier with one of `group`; their identifiers are added to `met`.
        func joining(_ group: [SupplierRecord], _ met: inout Set<String>) -> [SupplierRecord] {
            guard !groups.isEmpty else { return [] }
            let identifiers = Set(group.lazy.compactMap(\.otherIdentifier).filter { numbers[$0] != nil })
            met.formUnion(identifiers)
            return identifiers.sorted().flatMap { records(of: $0) }
        }
    }
}
