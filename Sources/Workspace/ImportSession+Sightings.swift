import Catalog
import GRDB
import Nomenclature
import Wording

/// Where and when a source said the same of a structure. A record stands where it was said last; the other files that say
/// it are kept beside it, so that taking one back does not silence the others.
extension ImportSession {
    private struct Sighting {
        var file: Int64
        /// Its name: sightings of one day are ordered by it, so that the order of imports does not show.
        var name: String
        var seen: Int64?
        var line: Int?
        var record: Int?

        /// Whether this one is where the record stands: the last, then the first by name.
        func comes(before other: Sighting) -> Bool {
            if (seen ?? 0) != (other.seen ?? 0) { return (seen ?? 0) > (other.seen ?? 0) }
            return (name, line ?? 0, record ?? 0) < (other.name, other.line ?? 0, other.record ?? 0)
        }
    }

    /// A record that is known already has been met in the file under way.
    func seeAgain(_ prepared: PreparedSupplier, in file: Int64) throws {
        if prepared.isRegistry, replaced.isEmpty, try widen(prepared, in: file) { return }
        guard
            var known = try records(
                "WHERE siren = ? AND supplier_record.digest = ?", [prepared.siren, prepared.fingerprint]
            ).first
        else { return }
        let new = Sighting(
            file: file, name: prepared.place.file, seen: prepared.seen, line: prepared.place.line,
            record: prepared.place.record)
        if prepared.isRegistry {
            // Registries say everything again every month: the time is widened, and the last place known.
            if replaced.contains(known.at.file) { (known.first, known.at.seen) = (nil, nil) }
            let last = known.at.seen == nil || new.comes(before: known.at) ? new : known.at
            return try stand(known.id, last, first: [known.first, new.seen].compactMap { $0 }.min())
        }
        var all = try others(known.id) + [known.at]
        if let same = all.firstIndex(where: { $0.file == file }) {
            guard new.comes(before: all[same]) else { return }
            all.remove(at: same)
        }
        try settle(known.id, all + [new])
    }

    /// A later edition of a registry, in one statement: most of its millions of rows say what they said before.
    ///
    /// - Returns: whether it was a later one.
    private func widen(_ prepared: PreparedSupplier, in file: Int64) throws -> Bool {
        guard let seen = prepared.seen else { return false }
        var update = PackedRow(columns: 7)
        update.append(seen)
        update.append(prepared.place.line)
        update.append(prepared.place.record)
        update.append(file)
        update.append(prepared.siren)
        update.append(prepared.fingerprint)
        return try update.store(by: database.cachedStatement(sql: Self.widen), last: seen)
    }

    /// A record that has no day has no first one either.
    private static let widen = """
        UPDATE supplier_record SET first_seen = coalesce(first_seen, ?1), seen = ?1, line = ?2, record = ?3, file = ?4
        WHERE siren = ?5 AND digest = ?6 AND seen < ?7
        """

    /// Takes back what the files replaced said and the file under way does not.
    func takeBack() throws {
        for file in replaced.sorted() {
            let owned = try Int64.fetchAll(
                database, sql: "SELECT id FROM supplier_record WHERE file = ?", arguments: [file])
            for id in owned { try settle(id, try others(id)) }
            let beside = try records(
                "WHERE supplier_record.id IN (SELECT record FROM supplier_sighting WHERE file = ?)", [file])
            for known in beside { try settle(known.id, try others(known.id) + [known.at]) }
            try run("DELETE FROM file WHERE id = ?", [file])
        }
        replaced = []
    }

    /// The other files that say the same, without those that are replaced.
    private func others(_ record: Int64) throws -> [Sighting] {
        try known(
            """
            SELECT supplier_sighting.record, NULL, file.id, file.name, supplier_sighting.seen, line, number
            FROM supplier_sighting JOIN file ON file.id = supplier_sighting.file WHERE supplier_sighting.record = ?
            """, [record]
        ).map(\.at)
    }

    /// Makes the record stand at the best of `sightings`; deletes it when there is none.
    private func settle(_ record: Int64, _ sightings: [Sighting]) throws {
        let sightings = sightings.filter { !replaced.contains($0.file) }.sorted { $0.comes(before: $1) }
        try run("DELETE FROM supplier_sighting WHERE record = ?", [record])
        guard let last = sightings.first else {
            summary.superseded += 1
            return try run("DELETE FROM supplier_record WHERE id = ?", [record])
        }
        try stand(record, last, first: sightings.compactMap(\.seen).min())
        for other in sightings.dropFirst() {
            try run(
                "INSERT INTO supplier_sighting (record, file, seen, line, number) VALUES (?,?,?,?,?)",
                [record, other.file, other.seen, other.line, other.record])
        }
    }

    private func stand(_ record: Int64, _ at: Sighting, first: Int64?) throws {
        var update = PackedRow(columns: 5)
        update.append(first)
        update.append(at.seen)
        update.append(at.line)
        update.append(at.record)
        update.append(at.file)
        _ = try update.store(by: database.cachedStatement(sql: Self.stand), last: record)
    }

    private static let stand =
        "UPDATE supplier_record SET first_seen = ?, seen = ?, line = ?, record = ?, file = ? WHERE id = ?"

    private struct Known {
        var id: Int64
        var first: Int64?
        var at: Sighting
    }

    /// Records with where they stand.
    private func records(_ condition: String, _ arguments: StatementArguments) throws -> [Known] {
        try known(
            """
            SELECT supplier_record.id, first_seen, file.id, file.name, supplier_record.seen, line, record
            FROM supplier_record JOIN file ON file.id = supplier_record.file \(condition)
            """, arguments)
    }

    private func known(_ sql: String, _ arguments: StatementArguments) throws -> [Known] {
        let statement = try database.cachedStatement(sql: sql)
        statement.arguments = arguments
        var known: [Known] = []
        try ColumnReader.forEachRow(of: statement) { row in
            var row = row
            let id = row.integer() ?? 0
            let first = row.integer()
            let at = Sighting(
                file: row.integer() ?? 0, name: row.text() ?? "", seen: row.integer(),
                line: row.integer().map { Int($0) }, record: row.integer().map { Int($0) })
            known.append(Known(id: id, first: first, at: at))
        }
        return known
    }
}
