import Catalog
import GRDB
import Nomenclature
import Wording

/// Supplier records: what each source says, as read. The catalogue is merged of them when it is asked for.
extension ImportSession {
    /// Stores what a source says of a structure; the same content twice is one record, seen from the first day to the last.
    public func store(_ prepared: PreparedSupplier) throws {
        guard let file else { return }
        summary.read += 1
        if try prepared.row.store(by: database.cachedStatement(sql: SupplierRow.insert), last: file) {
            summary.imported += 1
        } else {
            summary.unchanged += 1
            try seeAgain(prepared, in: file)
        }
    }

    /// Widens the time for which the source says so. The place is where it was said last; of places of one day, the
    /// first in the order of their names, so that the order of imports does not show.
    private func seeAgain(_ prepared: PreparedSupplier, in file: Int64) throws {
        guard
            let known = try Row.fetchOne(
                database.cachedStatement(
                    sql: """
                        SELECT supplier_record.id, seen, first_seen, line, record, file.name
                        FROM supplier_record JOIN file ON file.id = supplier_record.file WHERE siren = ? AND supplier_record.digest = ?
                        """), arguments: [prepared.siren, prepared.fingerprint])
        else { return }
        let id: Int64 = known[0]
        let seen: Int64? = known[1]
        let first: Int64? = known[2]
        if let earlier = prepared.seen, first.map({ earlier < $0 }) ?? true {
            try run("UPDATE supplier_record SET first_seen = ? WHERE id = ?", [earlier, id])
        }
        let place = Place(file: known[5], line: known[3], record: known[4])
        let isLater = (prepared.seen ?? 0) > (seen ?? 0)
        guard isLater || (prepared.seen == seen && prepared.place.comesBefore(place)) else { return }
        try run(
            "UPDATE supplier_record SET seen = ?, file = ?, line = ?, record = ? WHERE id = ?",
            [prepared.seen, file, prepared.place.line, prepared.place.record, id])
    }
}

extension Place {
    fileprivate func comesBefore(_ other: Place) -> Bool {
        (file, line ?? 0, record ?? 0) < (other.file, other.line ?? 0, other.record ?? 0)
    }
}
