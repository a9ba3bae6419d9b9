import Catalog
import GRDB
import Nomenclature
import Wording

/// Supplier records, and the structures that they make together.
extension ImportSession {
    /// Stores what a source says of a structure; the same record twice is one.
    public func store(_ record: SupplierRecord) throws {
        guard let key = record.key else { return }
        summary.read += 1
        var content = record
        // Two copies of one record in two files are the same record.
        content.place = Place(file: "")
        let digest = String(StableHash.of(try JSONText.encode(content)), radix: 36)
        try database.execute(
            sql: "INSERT OR IGNORE INTO supplier_record (key, source, digest, file, payload) VALUES (?,?,?,?,?)",
            arguments: [key, record.source, digest, file, try JSONText.encode(record)])
        if database.changesCount == 0 {
            summary.unchanged += 1
        } else {
            summary.imported += 1
            touchedSuppliers.insert(key)
        }
    }

    /// Merges the structures that new records speak of.
    func finishSuppliers() throws {
        for key in touchedSuppliers.sorted() {
            let records = try String.fetchAll(
                database, sql: "SELECT payload FROM supplier_record WHERE key = ? ORDER BY digest", arguments: [key]
            ).map { try JSONText.decode(SupplierRecord.self, $0) }
            let supplier = Merger.merge(records)
            try database.execute(
                sql:
                    "INSERT OR REPLACE INTO supplier (key, siren, name, departement, kinds, payload) VALUES (?,?,?,?,?,?)",
                arguments: [
                    supplier.key, supplier.siren?.text, supplier.displayName, supplier.departement,
                    supplier.kinds.map(\.kind.rawValue).joined(separator: "|"), try JSONText.encode(supplier),
                ])
        }
        touchedSuppliers = []
    }
}

/// A hash that is the same in every run and on every machine (FNV-1a, 64 bits).
enum StableHash {
    static func of(_ text: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }
}
