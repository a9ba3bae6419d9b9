import Catalog
import GRDB

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
    /// ``ImportedFile/replacesName`` the earlier files of its name; files of this run are none of them.
    func beginSuppliers(_ opened: ImportedFile) throws {
        try CatalogueCounts.forget(database)
        try CatalogueStamp.change(database)
        replaced = try Set(
            Int64.fetchAll(
                database,
                sql: """
                    SELECT id FROM file
                    WHERE kind = 'suppliers' AND name = ? AND (? OR digest = ? OR digest LIKE ? || '+%')
                    """,
                arguments: [opened.name, opened.replacesName, opened.digest, opened.digest])
        ).subtracting(openedNow).subtracting([file ?? 0])
        if let file { openedNow.insert(file) }
    }

    /// - Parameter isWhole: whether the file was read to its end and something of it could be used; otherwise it takes
    ///   nothing back.
    func endSuppliers(isWhole: Bool) throws {
        if isWhole { try takeBack() } else { replaced = [] }
    }
}
