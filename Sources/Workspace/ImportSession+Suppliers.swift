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

    /// Looks for what the file takes the place of: itself, read otherwise before (another mapping, another date), and with
    /// ``ImportedFile/replacesName`` the earlier files of its name.
    func beginSuppliers(_ opened: ImportedFile) throws {
        try CatalogueCounts.forget(database)
        replaced = try Set(
            Int64.fetchAll(
                database,
                sql: """
                    SELECT id FROM file
                    WHERE kind = 'suppliers' AND id <> ? AND name = ? AND (? OR digest = ? OR digest LIKE ? || '+%')
                    """,
                arguments: [file, opened.name, opened.replacesName, opened.digest, opened.digest]))
    }

    /// Takes back what the files replaced said and the file under way does not.
    func endSuppliers() throws {
        for id in replaced.sorted() {
            try run("DELETE FROM supplier_record WHERE file = ?", [id])
            try run("DELETE FROM file WHERE id = ?", [id])
        }
        replaced = []
    }

    /// Widens the time for which the source says so. The place is where it was said last; of places of one day, the
    /// first in the order of their names, so that the order of imports does not show.
    private func seeAgain(_ prepared: PreparedSupplier, in file: Int64) throws {
        let statement = try database.cachedStatement(
            sql: """
                SELECT supplier_record.id, supplier_record.seen, first_seen, line, record, file.name, file.id
                FROM supplier_record JOIN file ON file.id = supplier_record.file
                WHERE siren = ? AND supplier_record.digest = ?
                """)
        statement.arguments = [prepared.siren, prepared.fingerprint]
        var id = Int64(0)
        var seen: Int64?
        var first: Int64?
        var place = Place(file: "")
        var isTakenBack = false
        try ColumnReader.forEachRow(of: statement) { row in
            var row = row
            id = row.integer() ?? 0
            seen = row.integer()
            first = row.integer()
            place.line = row.integer().map { Int($0) }
            place.record = row.integer().map { Int($0) }
            place.file = row.text() ?? ""
            isTakenBack = row.integer().map(replaced.contains) ?? false
        }
        if isTakenBack {
            // Said again, and only now: what was said before does not count.
            let wasFirst = first == seen
            seen = nil
            if wasFirst { first = nil }
        }
        let firstSeen = [first, prepared.seen].compactMap { $0 }.min()
        let isLater = isTakenBack || (prepared.seen ?? 0) > (seen ?? 0)
        guard isLater || (prepared.seen == seen && prepared.place.comesBefore(place)) else {
            if firstSeen != first {
                try run("UPDATE supplier_record SET first_seen = ? WHERE id = ?", [firstSeen, id])
            }
            return
        }
        var update = PackedRow(columns: 5)
        update.append(firstSeen)
        update.append(prepared.seen)
        update.append(prepared.place.line)
        update.append(prepared.place.record)
        update.append(file)
        _ = try update.store(by: database.cachedStatement(sql: Self.seenAgain), last: id)
    }

    private static let seenAgain =
        "UPDATE supplier_record SET first_seen = ?, seen = ?, line = ?, record = ?, file = ? WHERE id = ?"
}

extension Place {
    fileprivate func comesBefore(_ other: Place) -> Bool {
        (file, line ?? 0, record ?? 0) < (other.file, other.line ?? 0, other.record ?? 0)
    }
}
