import Catalog
import GRDB
import Nomenclature
import Tenders
import Wording

/// One import under way: stores records, keeps rejects, counts. Committed file by file in batches.
public final class ImportSession {
    let database: Database
    private let day: Day
    var file: Int64?
    /// How the file under way is read beside its bytes.
    private var reading = ""
    /// Files of which the one under way takes back what it does not say again.
    var replaced: Set<Int64> = []
    /// Files opened in this run.
    var openedNow: Set<Int64> = []
    private var pending = 0
    public internal(set) var summary: ImportSummary

    /// Bytes read between two commits: small files are committed together, a large one alone.
    static let batchBytes = 64 << 20

    init(database: Database, kind: ImportKind, day: Day) {
        self.database = database
        self.day = day
        summary = ImportSummary(kind: kind)
    }

    // MARK: Files

    /// The documents of this kind that the workspace holds.
    public func knownFiles() throws -> KnownFiles { try KnownFiles(database, kind: summary.kind) }

    /// Opens a file; false when the same bytes were imported before, in which case nothing is to be done but count.
    /// A file of which nothing could be used is read again: it may be named otherwise, or the reader have learnt more.
    /// What an earlier state of the file was rejected for is forgotten.
    public func begin(_ opened: ImportedFile) throws -> Bool {
        summary.files += 1
        summary.bytes += opened.bytes
        pending += opened.bytes
        if let known = try knownFile(opened) {
            let digest: String = known["digest"]
            let records: Int = known["records"]
            let rejected: Int = known["rejected"]
            let leftAside: Int = known["left_aside"]
            guard records == rejected, records > 0 else {
                return try countAgain(records, rejected, leftAside, digest: digest)
            }
        }
        try forgetRejects(of: opened.name)
        // What an archive was refused for as a whole is over once its members come.
        for mark in opened.name.indices where opened.name[mark] == "!" {
            try forgetRejects(of: String(opened.name[..<mark]))
        }
        // Two statements, for each has its index: « or » would walk through all files for each file.
        for (column, value) in [("digest", opened.key), ("name", opened.name)] {
            try run(
                "DELETE FROM file WHERE kind = ? AND \(column) = ? AND records = rejected AND records > 0",
                [summary.kind.rawValue, value])
        }
        // Until the digest is known, the name stands for it.
        try run(
            "INSERT INTO file (kind, name, digest, bytes, source, day) VALUES (?,?,?,?,?,?)",
            [
                summary.kind.rawValue, opened.name, opened.key ?? "(\(opened.name))", opened.bytes, opened.source,
                day.iso,
            ])
        file = database.lastInsertedRowID
        reading = opened.reading
        if summary.kind == .suppliers { try beginSuppliers(opened) }
        fileCounts = (summary.read, summary.rejected, summary.leftAside)
        return true
    }

    /// The same bytes, read in the same way. Suppliers read again without a word of how are as they were told before.
    private func knownFile(_ opened: ImportedFile) throws -> Row? {
        guard let key = opened.key else { return nil }
        func fetch(_ condition: String) throws -> Row? {
            try Row.fetchOne(
                database.cachedStatement(
                    sql: "SELECT digest, records, rejected, left_aside FROM file WHERE kind = ?1 AND " + condition),
                arguments: [summary.kind.rawValue, key])
        }
        if let same = try fetch("digest = ?2") { return same }
        guard summary.kind == .suppliers, opened.reading.isEmpty else { return nil }
        return try fetch("digest > ?2 || '+' AND digest < ?2 || ',' ORDER BY digest LIMIT 1")
    }

    /// Files with rejects of this run: two members of an archive may have one name.
    private var rejectedNow: Set<String> = []

    private func forgetRejects(of name: String) throws {
        guard !rejectedNow.contains(name) else { return }
        try run("DELETE FROM reject WHERE kind = ? AND file = ?", [summary.kind.rawValue, name])
    }

    /// Runs a statement that is prepared once.
    func run(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    /// Counts a file that is already in the workspace.
    private func countAgain(_ records: Int, _ rejected: Int, _ leftAside: Int, digest: String) throws -> Bool {
        summary.read += records
        summary.rejected += rejected
        summary.leftAside += leftAside
        summary.unchanged += records - rejected - leftAside
        let rejects = try Row.fetchCursor(
            database,
            sql: """
                SELECT reject.* FROM reject JOIN file ON file.name = reject.file AND file.kind = reject.kind
                WHERE file.kind = ? AND digest = ? AND kept = 0 ORDER BY reject.id
                """, arguments: [summary.kind.rawValue, digest])
        while let row = try rejects.next() { summary.noteReject(RejectRow.problem(row)) }
        return false
    }

    private var fileCounts = (read: 0, rejected: 0, leftAside: 0)

    /// Closes the file opened last.
    ///
    /// - Parameters:
    ///   - source: format or source, where only reading told it.
    ///   - digest: where only reading told it.
    ///   - dropped: names of the columns that hold contacts, which were not read.
    ///   - isWhole: whether it was read to its end; a file cut short takes nothing back.
    public func endFile(
        source: String? = nil, digest: String? = nil, dropped: [String] = [], isWhole: Bool = true
    ) throws {
        guard let file else { return }
        if summary.kind == .suppliers {
            let stored =
                summary.read - fileCounts.read - (summary.rejected - fileCounts.rejected)
                - (summary.leftAside - fileCounts.leftAside)
            try endSuppliers(isWhole: isWhole && stored > 0)
        }
        try run(
            """
            UPDATE file SET records = ?, rejected = ?, left_aside = ?, source = coalesce(?, source),
                            digest = coalesce(?, digest), dropped = ? WHERE id = ?
            """,
            [
                summary.read - fileCounts.read, summary.rejected - fileCounts.rejected,
                summary.leftAside - fileCounts.leftAside, source,
                digest.map { reading.isEmpty ? $0 : $0 + "+" + reading }, dropped.joined(separator: "\u{1F}"), file,
            ])
        self.file = nil
        if pending >= Self.batchBytes {
            try database.execute(sql: "COMMIT; BEGIN IMMEDIATE")
            pending = 0
        }
    }

    /// Keeps a record that cannot be used, with its reason.
    public func reject(_ problem: Problem) throws {
        summary.read += 1
        summary.rejected += 1
        summary.noteReject(problem)
        try keep(problem, record: false)
    }

    /// Keeps a remark on a record that went in.
    public func remark(_ problem: Problem) throws {
        summary.noteRemark(problem)
        try keep(problem, record: true)
    }

    private func keep(_ problem: Problem, record kept: Bool) throws {
        // A path that leads nowhere is a slip of the hand, not a record of the workspace.
        // Nor is a full disk.
        if ["file.unreadable", "folder.empty", "spool.full", "spool.failed"].contains(problem.rule) { return }
        rejectedNow.insert(problem.place.file)
        try run(
            """
            INSERT OR IGNORE INTO reject (kind, file, line, record, path, rule, fr, en, excerpt, kept)
            VALUES (?,?,?,?,?,?,?,?,?,?)
            """,
            [
                summary.kind.rawValue, problem.place.file, problem.place.line, problem.place.record, problem.place.path,
                problem.rule, problem.message.fr, problem.message.en, problem.excerpt, kept,
            ])
    }

    /// A record was met that is recognised and not to be stored: a concession, a registration of an enterprise, a sole
    /// trader of a registry.
    public func leaveAside() {
        summary.read += 1
        summary.leftAside += 1
    }

    /// Notes that a record gave way to another one with its key.
    func setAside(key: String, record: Int?, reason: String, file other: Int64? = nil) throws {
        try run(
            "INSERT INTO superseded (kind, key, file, record, reason) VALUES (?,?,?,?,?)",
            [summary.kind.rawValue, key, other ?? file, record, reason])
    }
}

extension Workspace {
    /// Runs one import. What is committed stays; when `body` throws, the batch under way is undone.
    public func importing(
        _ kind: ImportKind, day: Day, _ body: (ImportSession) throws -> Void
    ) throws -> ImportSummary {
        try WorkspaceFault.told(path) {
            try write(kind, day: day, body)
        }
    }

    private func write(
        _ kind: ImportKind, day: Day, _ body: (ImportSession) throws -> Void
    ) throws -> ImportSummary {
        try database.writeWithoutTransaction { database in
            let session = ImportSession(database: database, kind: kind, day: day)
            try database.execute(sql: "BEGIN IMMEDIATE")
            do {
                try body(session)
                try database.execute(sql: "COMMIT")
            } catch {
                if database.isInsideTransaction { try database.execute(sql: "ROLLBACK") }
                throw error
            }
            return session.summary
        }
    }
}
