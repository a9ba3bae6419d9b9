import Catalog
import FrenchText
import GRDB
import Nomenclature
import Wording

/// A structure or enterprise found by its name.
public struct NamedSupplier: Sendable, Hashable {
    /// SIRET, SIREN or another identifier.
    public var key: String
    public var name: String
    public var city: String
}

/// The catalogue: what the supplier records make together.
extension Workspace {
    /// Every structure of the catalogue, enterprise by enterprise in the order of their SIREN, then those without one.
    /// Some thousands of records are held at a time.
    public func forEachSupplier(_ body: (Supplier) throws -> Void) throws {
        try database.read { database in
            let others = try SupplierRecords.withoutSiren(database)
            var met: Set<String> = []
            var batch = MergeBatch()
            try SupplierRecords.forEachGroup(of: database.cachedStatement(sql: SupplierRecords.listed)) { group in
                try batch.add(group + others.joining(group, &met), body)
            }
            for group in others.groups where !met.contains(group.identifier) { try batch.add(group.records, body) }
            try batch.finish(body)
        }
    }

    /// Every structure of the catalogue.
    public func suppliers() throws -> [Supplier] {
        var suppliers: [Supplier] = []
        try forEachSupplier { suppliers.append($0) }
        return suppliers
    }

    /// What is known of each of some enterprises, of the ESS or not: its structures in the catalogue, none for an
    /// enterprise that is only in a registry.
    ///
    /// - Parameter sirens: nine digits each; what nothing is known of is left out of the result.
    public func enterprises(_ sirens: Set<String>) throws -> [(enterprise: Enterprise, suppliers: [Supplier])] {
        try database.read { database in
            let others = try SupplierRecords.withoutSiren(database)
            var met: Set<String> = []
            var enterprises: [(enterprise: Enterprise, suppliers: [Supplier])] = []
            let numbers = sirens.compactMap { Int64($0) }.filter { $0 > 0 }.sorted()
            let statement = try database.cachedStatement(sql: SupplierRecords.some)
            statement.arguments = ["[" + numbers.map(String.init).joined(separator: ",") + "]"]
            try SupplierRecords.forEachGroup(of: statement) { group in
                let group = group + others.joining(group, &met)
                enterprises.append((Merger.enterprise(of: group), Merger.suppliers(of: group)))
            }
            return enterprises
        }
    }

    /// All that is known of an establishment, an enterprise, or a structure known by another identifier.
    ///
    /// - Parameter asked: SIRET, SIREN, `SIRET/KIND` or `finess:…`; spaces are dropped.
    /// - Returns: `nil` when nothing is known.
    public func dossier(_ asked: String) throws -> Dossier? {
        let asked = asked.filter { !$0.isWhitespace }
        let digits = asked.prefix { $0.isASCII && $0.isNumber }
        return try database.read { database in
            let others = try SupplierRecords.withoutSiren(database)
            let isSiret = digits.count == 14
            var siren = isSiret || asked.count == 9 ? Int64(digits.prefix(9)) : nil
            if siren == nil, let prefix = asked.split(separator: ":").last, asked.hasPrefix("siren:") {
                siren = Int64(prefix)
            }
            if siren == nil {
                siren = try Int64.fetchOne(
                    database,
                    sql: "SELECT siren FROM supplier_record WHERE identifier = ? AND siren > 0 ORDER BY seen DESC",
                    arguments: [asked])
            }
            guard let siren else {
                let records = others.records(of: asked)
                return records.isEmpty ? nil : Dossier(records: records)
            }
            var met: Set<String> = []
            var group = try SupplierRecords.group(siren, database)
            guard !group.isEmpty else { return nil }
            group += others.joining(group, &met)
            return Dossier(records: group, asked: isSiret ? asked : nil)
        }
    }

    /// Enterprises whose name, trade name or acronym holds every word of `words`, by SIREN: at most `limit`.
    public func supplierNames(holding words: String, limit: Int) throws -> [NamedSupplier] {
        let words = Folding.fold(words).split(whereSeparator: \.isWhitespace).map(String.init)
        guard !words.isEmpty else { return [] }
        let condition = words.map { _ in "instr(text, ?) > 0" }.joined(separator: " AND ")
        return try database.read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT siren, max(siret) AS siret, max(identifier) AS identifier, max(coalesce(name, brand)) AS name,
                           max(city) AS city
                    FROM (SELECT siren, siret, identifier, name, brand, city,
                                 fold(ifnull(name, '') || ' ' || ifnull(brand, '') || ' ' || ifnull(acronym, '')) AS text
                          FROM supplier_record)
                    WHERE \(condition)
                    GROUP BY siren, CASE siren WHEN 0 THEN identifier ELSE coalesce(siret, 0) END
                    ORDER BY siren LIMIT ?
                    """, arguments: StatementArguments(words) + [limit])
            return rows.map { row in
                let siren: Int64 = row["siren"]
                let siret: Int64? = row["siret"]
                let identifier: String? = row["identifier"]
                let key =
                    siret.map { Siret(stored: $0).text } ?? (siren > 0 ? Siren(stored: siren).text : identifier ?? "")
                return NamedSupplier(key: key, name: row["name"] ?? "", city: row["city"] ?? "")
            }
        }
    }
}
