import GRDB
import Nomenclature
import Wording

extension Workspace {
    /// All watches, by name.
    public func watches() throws -> [Watch] {
        try WorkspaceFault.told(path) {
            try database.read { database in
                try Row.fetchAll(database, sql: "SELECT * FROM watch ORDER BY name").map { try Self.watch($0) }
            }
        }
    }

    /// Saves a new watch.
    ///
    /// - Returns: false when there is one of that name.
    public func add(_ watch: Watch) throws -> Bool {
        try WorkspaceFault.told(path) {
            try database.write { database in
                try database.execute(
                    sql: """
                        INSERT OR IGNORE INTO watch
                        (name, supplier, profile, min_score, departements, reserved_only, created)
                        VALUES (?,?,?,?,?,?,?)
                        """,
                    arguments: [
                        watch.name, watch.supplier, watch.profile, watch.minScore,
                        watch.departements.joined(separator: " "), watch.reservedOnly, watch.created.iso,
                    ])
                return database.changesCount > 0
            }
        }
    }

    /// Forgets a watch and what it told.
    ///
    /// - Returns: false when there is none of that name.
    public func removeWatch(named name: String) throws -> Bool {
        try WorkspaceFault.told(path) {
            try database.write { database in
                try database.execute(sql: "DELETE FROM watch WHERE name = ?", arguments: [name])
                return database.changesCount > 0
            }
        }
    }

    /// What a watch has told, by each of the keys of the lots.
    public func told(by watch: String) throws -> [String: ToldLot] {
        try WorkspaceFault.told(path) {
            try database.read { database in
                let rows = try Row.fetchAll(
                    database,
                    sql: """
                        SELECT key, lot, deadline, watch_told.told, changes FROM watch_key
                        JOIN watch_told ON watch_told.id = watch_key.told WHERE watch_key.watch = ?
                        """, arguments: [watch])
                return Dictionary(
                    uniqueKeysWithValues: try rows.map { row in
                        let told: String = row["told"]
                        return (
                            row["key"] as String,
                            ToldLot(
                                lot: row["lot"], keys: [], deadline: row["deadline"], told: try Self.day(told),
                                changes: row["changes"])
                        )
                    })
            }
        }
    }

    /// Notes what watches have told: all of it, or nothing when anything fails.
    public func note(_ told: [(watch: String, lots: [ToldLot])], on day: Day) throws {
        try WorkspaceFault.told(path) {
            try database.write { database in
                for (watch, lots) in told {
                    for lot in lots { try Self.note(lot, of: watch, database) }
                    try database.execute(
                        sql: "UPDATE watch SET last_run = ? WHERE name = ?", arguments: [day.iso, watch])
                }
            }
        }
    }

    private static func note(_ lot: ToldLot, of watch: String, _ database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO watch_told (watch, lot, deadline, told, changes) VALUES (?,?,?,?,?)
                ON CONFLICT (watch, lot) DO UPDATE
                SET deadline = excluded.deadline, told = excluded.told, changes = excluded.changes
                """, arguments: [watch, lot.lot, lot.deadline, lot.told.iso, lot.changes])
        for key in lot.keys {
            try database.execute(
                sql: """
                    INSERT OR REPLACE INTO watch_key (watch, key, told)
                    VALUES (?, ?, (SELECT id FROM watch_told WHERE watch = ? AND lot = ?))
                    """, arguments: [watch, key, watch, lot.lot])
        }
    }

    /// The notices that a notice corrects, and those that these correct: identifiers or numbers of publication.
    public func noticesCorrected(by notice: String) throws -> [String] {
        try database.read { database in
            try String.fetchAll(
                database,
                sql: """
                    WITH RECURSIVE earlier (target) AS (
                      SELECT target FROM correction WHERE notice = ?
                      UNION
                      SELECT correction.target FROM earlier
                      JOIN notice ON notice.id = earlier.target OR notice.publication = earlier.target
                        OR notice.idweb = earlier.target
                      JOIN correction ON correction.notice = notice.id
                    )
                    SELECT target FROM earlier ORDER BY target
                    """, arguments: [notice])
        }
    }

    // MARK: Rows

    private static func watch(_ row: Row) throws -> Watch {
        let departements: String = row["departements"]
        return Watch(
            name: row["name"], supplier: row["supplier"], profile: row["profile"], minScore: row["min_score"],
            departements: departements.split(separator: " ").map(String.init), reservedOnly: row["reserved_only"],
            created: try day(row["created"]), lastRun: (row["last_run"] as String?).flatMap { Day(iso: $0) })
    }

    /// A day that this program wrote.
    private static func day(_ iso: String) throws -> Day {
        guard let day = Day(iso: iso) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "watch: \(iso)")
        }
        return day
    }
}
