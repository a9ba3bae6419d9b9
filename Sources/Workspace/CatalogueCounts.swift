import Catalog
import GRDB

/// How many structures the catalogue has. Merging a million records to count them takes seconds, so the numbers are kept
/// until an import brings new records.
public struct CatalogueCounts: Sendable, Hashable, Codable {
    public var structures = 0
    /// Distinct SIREN and SIRET among them.
    public var enterprises = 0
    public var establishments = 0
    /// Structures that have closed.
    public var closed = 0

    private static let setting = "catalogueCounts"

    static func forget(_ database: Database) throws {
        try database.execute(sql: "DELETE FROM setting WHERE name = ?", arguments: [setting])
    }

    static func kept(_ database: Database) throws -> CatalogueCounts? {
        try String.fetchOne(database, sql: "SELECT value FROM setting WHERE name = ?", arguments: [setting])
            .map { try JSONText.decode(CatalogueCounts.self, $0) }
    }

    func keep(_ database: Database) throws {
        try database.execute(
            sql: "INSERT OR REPLACE INTO setting (name, value) VALUES (?,?)",
            arguments: [Self.setting, try JSONText.encode(self)])
    }

    /// Takes in the next structure; they come enterprise by enterprise.
    fileprivate mutating func add(_ supplier: Supplier, after last: Supplier?) {
        structures += 1
        if supplier.isClosed { closed += 1 }
        if let siren = supplier.siren, siren != last?.siren { enterprises += 1 }
        if let siret = supplier.siret, siret != last?.siret { establishments += 1 }
    }
}

extension Workspace {
    /// Counted anew when an import has brought records since the last time.
    public func catalogueCounts() throws -> CatalogueCounts {
        if let kept = try database.read({ try CatalogueCounts.kept($0) }) { return kept }
        var counts = CatalogueCounts()
        var last: Supplier?
        try forEachSupplier { supplier in
            counts.add(supplier, after: last)
            last = supplier
        }
        do {
            try database.write { try counts.keep($0) }
        } catch is DatabaseError {
            // An import is under way, or the file cannot be written: the numbers are right all the same.
        }
        return counts
    }
}
