import Catalog
import GRDB
import Nomenclature
import Tenders
import Wording

/// One import under way: stores records, keeps rejects, counts. Committed file by file in batches.
public final class ImportSession {
    private let database: Database
    private let day: Day
    private var file: Int64?
    private var pending = 0
    private var touchedSuppliers: Set<String> = []
    public private(set) var summary: ImportSummary

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
        if let digest = opened.digest,
            let known = try Row.fetchOne(
                database.cachedStatement(
                    sql: "SELECT records, rejected, concessions FROM file WHERE kind = ? AND digest = ?"),
                arguments: [summary.kind.rawValue, digest])
        {
            let records: Int = known["records"]
            let rejected: Int = known["rejected"]
            let concessions: Int = known["concessions"]
            guard records == rejected, records > 0 else {
                return try countAgain(records, rejected, concessions, digest: digest)
            }
        }
        try forgetRejects(of: opened.name)
        // What an archive was refused for as a whole is over once its members come.
        for mark in opened.name.indices where opened.name[mark] == "!" {
            try forgetRejects(of: String(opened.name[..<mark]))
        }
        // Two statements, for each has its index: « or » would walk through all files for each file.
        for (column, value) in [("digest", opened.digest), ("name", opened.name)] {
            try run(
                "DELETE FROM file WHERE kind = ? AND \(column) = ? AND records = rejected AND records > 0",
                [summary.kind.rawValue, value])
        }
        // Until the digest is known, the name stands for it.
        try run(
            "INSERT INTO file (kind, name, digest, bytes, source, day) VALUES (?,?,?,?,?,?)",
            [
                summary.kind.rawValue, opened.name, opened.digest ?? "(\(opened.name))", opened.bytes, opened.source,
                day.iso,
            ])
        file = database.lastInsertedRowID
        fileCounts = (summary.read, summary.rejected, summary.leftAside)
        return true
    }

    /// Files with rejects of this run: two members of an archive may have one name.
    private var rejectedNow: Set<String> = []

    private func forgetRejects(of name: String) throws {
        guard !rejectedNow.contains(name) else { return }
        try run("DELETE FROM reject WHERE kind = ? AND file = ?", [summary.kind.rawValue, name])
    }

    /// Runs a statement that is prepared once.
    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    /// Counts a file that is already in the workspace.
    private func countAgain(_ records: Int, _ rejected: Int, _ concessions: Int, digest: String) throws -> Bool {
        summary.read += records
        summary.rejected += rejected
        summary.leftAside += concessions
        summary.unchanged += records - rejected - concessions
        let rejects = try Row.fetchCursor(
            database,
            sql: """
                SELECT reject.* FROM reject JOIN file ON file.name = reject.file AND file.kind = reject.kind
                WHERE file.kind = ? AND digest = ? AND kept = 0 ORDER BY reject.id
                """, arguments: [summary.kind.rawValue, digest])
        while let row = try rejects.next() { summary.noteReject(RejectRow.problem(row)) }
        return false
    }

    private var fileCounts = (read: 0, rejected: 0, concessions: 0)

    /// Closes the file opened last.
    ///
    /// - Parameters:
    ///   - source: format or source, where only reading told it.
    ///   - digest: where only reading told it.
    public func endFile(source: String? = nil, digest: String? = nil) throws {
        guard let file else { return }
        try run(
            """
            UPDATE file SET records = ?, rejected = ?, concessions = ?, source = coalesce(?, source),
                            digest = coalesce(?, digest) WHERE id = ?
            """,
            [
                summary.read - fileCounts.read, summary.rejected - fileCounts.rejected,
                summary.leftAside - fileCounts.concessions, source, digest, file,
            ])
        self.file = nil
        if pending >= Self.batchBytes {
            try finishSuppliers()
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

    // MARK: Notices

    /// Stores a notice. A higher version replaces a lower one; a correcting notice sets aside the one it corrects,
    /// in whatever order they come.
    public func store(_ prepared: PreparedNotice) throws {
        summary.read += 1
        var prepared = prepared
        if let known = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT version, payload, file FROM notice WHERE id = ?"),
            arguments: [prepared.notice.id])
        {
            let version: String = known["version"]
            let payload: String = known["payload"]
            if version == prepared.notice.version, payload != prepared.payload {
                prepared = try PreparedNotice(
                    JSONText.decode(Notice.self, payload).merged(with: prepared.notice))
            }
            if payload == prepared.payload {
                summary.unchanged += 1
                return
            }
            summary.superseded += 1
            let isOlder = Notice.isVersion(prepared.notice.version, before: version)
            try setAside(key: prepared.notice.id, record: nil, reason: "version", file: isOlder ? nil : known["file"])
            if isOlder { return }
        } else {
            summary.imported += 1
        }
        try insert(prepared)
        for target in prepared.notice.setAside { try set(aside: target, by: prepared.notice) }
    }

    private func insert(_ prepared: PreparedNotice) throws {
        let notice = prepared.notice
        try run(
            """
            INSERT OR REPLACE INTO notice
            (id, version, procedure, publication, idweb, issued, form, type, subtype, buyer, buyer_name, superseded_by,
             file, payload)
            VALUES (?,?,?,?,?,?,?,?,?,?,?,
                    (SELECT later.id FROM correction JOIN notice AS later ON later.id = correction.notice
                     WHERE correction.target IN (?, ?, ?) AND later.id <> ?
                     ORDER BY later.issued DESC, later.id LIMIT 1),
                    ?,?)
            """,
            [
                notice.id, notice.version, notice.procedureID, notice.publicationNumber, notice.index?.idweb,
                notice.issueDate?.iso, notice.formType, notice.noticeType, notice.subtype,
                notice.buyers.first?.identifier, notice.buyers.first?.name, notice.id, notice.publicationNumber,
                notice.index?.idweb, notice.id, file, prepared.payload,
            ])
    }

    /// A notice sets aside another one, which may come before or after it.
    private func set(aside reference: String, by notice: Notice) throws {
        let target = Self.noticeID(reference, in: notice.format)
        guard target != notice.id else { return }
        try run("INSERT OR IGNORE INTO correction (target, notice) VALUES (?,?)", [target, notice.id])
        try run(
            "UPDATE notice SET superseded_by = ? WHERE (id = ? OR publication = ? OR idweb = ?) AND id <> ?",
            [notice.id, target, target, target, notice.id])
        if database.changesCount > 0 {
            summary.superseded += 1
            try setAside(key: target, record: nil, reason: "corrected by \(notice.id)")
        }
    }

    /// `f80d83c5-f453-474d-b11b-c62bec947312-01` without its version; `259785-2023`, a publication number, as published.
    /// The numbers of the BOAMP (`17-1515`) stay as they are.
    private static func noticeID(_ reference: String, in format: NoticeFormat) -> String {
        guard format != .boamp else { return reference }
        let parts = reference.split(separator: "-")
        if parts.count == 2, parts[1].count == 4, parts[0].count < 8 {
            return String(repeating: "0", count: 8 - parts[0].count) + reference
        }
        return parts.count == 6 ? parts.dropLast().joined(separator: "-") : reference
    }

    // MARK: Suppliers

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

    // MARK: Contracts

    /// A record was met that is recognised and no purchase: a concession, a registration of an enterprise.
    public func leaveAside() {
        summary.read += 1
        summary.leftAside += 1
    }

    /// Stores a contract. Of several records with one key, the one with the greater ``ContractPrecedence`` counts; on a
    /// tie, the one read last.
    public func store(_ prepared: PreparedContract) throws {
        guard let file else { return }
        summary.read += 1
        if try prepared.row.store(by: database.cachedStatement(sql: ContractRow.insert), last: file) {
            summary.imported += 1
            return
        }
        guard
            let row = try Row.fetchOne(
                database.cachedStatement(sql: "SELECT * FROM contract WHERE uid = ?"), arguments: [prepared.uid])
        else {
            throw Problem(
                "workspace.inconsistent", at: Place(file: "contract", record: prepared.record),
                Phrase(
                    "l’index des marchés ne répond pas de la clé \(prepared.uid) ; recréez l’espace de travail",
                    "the index of contracts does not answer for the key \(prepared.uid); make the workspace anew"))
        }
        let known = try ContractRow.contract(row)
        if try ContractRow.packed(known, uid: prepared.uid, record: prepared.record) == prepared.row {
            summary.unchanged += 1
            return try setAside(key: prepared.uid, record: prepared.record, reason: "same")
        }
        summary.superseded += 1
        if prepared.precedence < ContractPrecedence(known) {
            return try setAside(key: prepared.uid, record: prepared.record, reason: "older publication")
        }
        try setAside(key: prepared.uid, record: row["record"], reason: "newer publication", file: row["file"])
        _ = try prepared.row.store(by: database.cachedStatement(sql: ContractRow.replace), last: file)
    }

    private func setAside(key: String, record: Int?, reason: String, file other: Int64? = nil) throws {
        try run(
            "INSERT INTO superseded (kind, key, file, record, reason) VALUES (?,?,?,?,?)",
            [summary.kind.rawValue, key, other ?? file, record, reason])
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
                try session.finishSuppliers()
                try database.execute(sql: "COMMIT")
            } catch {
                if database.isInsideTransaction { try database.execute(sql: "ROLLBACK") }
                throw error
            }
            return session.summary
        }
    }
}
