import Catalog
import GRDB
import Nomenclature
import Tenders
import Wording

/// What a workspace holds.
public struct WorkspaceStatus: Sendable, Hashable {
    public var notices = 0
    public var supersededNotices = 0
    public var lots = 0
    public var catalogue = CatalogueCounts()
    /// Records that the sources gave of structures and enterprises, those outside of the ESS included.
    public var supplierRecords = 0
    public var contracts = 0
    public var rejects = 0
    public var remarks = 0
    public var sources: [SourceStatus] = []
}

/// What one format or source contributed.
public struct SourceStatus: Sendable, Hashable {
    public var kind: ImportKind
    public var source: String
    public var files: Int
    public var bytes: Int
    public var records: Int
    public var rejected: Int
    public var leftAside: Int
    /// Names of the first files.
    public var names: [String]
    /// Columns that hold contacts and were not read.
    public var dropped: [String]
}

/// A notice with the file that it was read from.
public struct StoredNotice: Sendable, Hashable {
    public var notice: Notice
    public var file: String
}

/// A contract with the place that it was read from.
public struct StoredContract: Sendable, Hashable {
    public var contract: Contract
    public var place: Place
}

/// A buyer of the award data.
public struct StoredBuyer: Sendable, Hashable {
    public var id: String
    public var name: String
    public var contracts: Int
    public var years: [Int]
}

extension Workspace {
    public func status() throws -> WorkspaceStatus {
        let catalogue = try catalogueCounts()
        return try database.read { database in
            func count(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: sql) ?? 0 }
            var status = WorkspaceStatus()
            status.notices = try count("SELECT count(*) FROM notice")
            status.supersededNotices = try count("SELECT count(*) FROM notice WHERE superseded_by IS NOT NULL")
            status.lots = try count(
                "SELECT coalesce(sum(json_array_length(payload, '$.lots')), 0) FROM notice WHERE superseded_by IS NULL")
            status.catalogue = catalogue
            status.supplierRecords = try count("SELECT count(*) FROM supplier_record")
            status.contracts = try count("SELECT count(*) FROM contract")
            status.rejects = try count("SELECT count(*) FROM reject WHERE kept = 0")
            status.remarks = try count("SELECT count(*) FROM reject WHERE kept = 1")
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT kind, source, count(*) AS files, sum(bytes) AS bytes, sum(records) AS records,
                           sum(rejected) AS rejected, sum(left_aside) AS left_aside
                    FROM file GROUP BY kind, source ORDER BY kind, source
                    """)
            status.sources = try rows.map { row in
                let kind: String = row["kind"]
                let source: String = row["source"]
                return SourceStatus(
                    kind: ImportKind(rawValue: kind) ?? .notices, source: source, files: row["files"],
                    bytes: row["bytes"], records: row["records"], rejected: row["rejected"],
                    leftAside: row["left_aside"],
                    names: try String.fetchAll(
                        database,
                        sql: "SELECT name FROM file WHERE kind = ? AND source = ? ORDER BY name LIMIT 3",
                        arguments: [kind, source]),
                    dropped: Set(
                        try String.fetchAll(
                            database,
                            sql: "SELECT DISTINCT dropped FROM file WHERE kind = ? AND source = ? AND dropped <> ''",
                            arguments: [kind, source]
                        ).flatMap { $0.split(separator: "\u{1F}").map(String.init) }
                    ).sorted())
            }
            return status
        }
    }

    /// Rejected records, or remarks on records that went in, in the order of their files.
    public func rejects(kind: ImportKind? = nil, remarks: Bool = false) throws -> [Problem] {
        try database.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM reject WHERE kept = ? AND (? IS NULL OR kind = ?)
                    ORDER BY kind, file, line, record, id
                    """, arguments: [remarks, kind?.rawValue, kind?.rawValue]
            ).map { RejectRow.problem($0) }
        }
    }

    /// Notices in force, the newest first; the corrected ones too when asked for.
    public func forEachNotice(includingSuperseded: Bool = false, _ body: (StoredNotice) throws -> Void) throws {
        try database.read { database in
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT notice.payload, file.name FROM notice JOIN file ON file.id = notice.file
                    WHERE ? OR superseded_by IS NULL ORDER BY notice.issued DESC, file.name, notice.id
                    """, arguments: [includingSuperseded])
            var batch = NoticeBatch()
            while let row = try rows.next() { try batch.add(row["payload"], file: row["name"], body) }
            try batch.finish(body)
        }
    }

    /// The notices whose identifier, publication number or file name `text` names (whole, or its beginning).
    public func notices(matching text: String) throws -> [StoredNotice] {
        try database.read { database in
            let pattern = text.replacing("%", with: "").replacing("_", with: "") + "%"
            return try Row.fetchAll(
                database,
                sql: """
                    SELECT notice.payload, file.name FROM notice JOIN file ON file.id = notice.file
                    WHERE notice.id LIKE ? OR notice.publication LIKE ?
                       OR file.name = ? OR file.name LIKE '%/' || ? || '%' OR file.name LIKE ? || '%'
                    ORDER BY notice.id
                    """, arguments: [pattern, pattern, text, text, text]
            ).map { row in
                let payload: String = row["payload"]
                return StoredNotice(notice: try JSONText.decode(Notice.self, payload), file: row["name"])
            }
        }
    }

    /// Contracts of a buyer and a year, or of all; a contract whose notification day cannot be read belongs to no year.
    ///
    /// - Parameter buyer: SIRET as published, or the nine digits of a SIREN for all its establishments.
    public func contracts(buyer: String? = nil, year: Int? = nil) throws -> [StoredContract] {
        try database.read { database in
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT contract.*, file.name AS file_name FROM contract JOIN file ON file.id = contract.file
                    WHERE (? IS NULL OR buyer = ? OR (length(?) = 9 AND buyer LIKE ? || '%'))
                      AND (? IS NULL OR year = ?)
                    ORDER BY uid
                    """, arguments: [buyer, buyer, buyer, buyer, year, year])
            var contracts: [StoredContract] = []
            while let row = try rows.next() {
                contracts.append(
                    StoredContract(
                        contract: try ContractRow.contract(row),
                        place: Place(file: row["file_name"], record: row["record"])))
            }
            return contracts
        }
    }

    /// Buyers of the award data, the one with the most contracts first.
    public func buyers() throws -> [StoredBuyer] {
        try database.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT buyer,
                           coalesce(nullif(max(buyer_name), ''),
                                    (SELECT max(notice.buyer_name) FROM notice WHERE notice.buyer = contract.buyer), '') AS name,
                           count(*) AS contracts, group_concat(DISTINCT year) AS years
                    FROM contract GROUP BY buyer ORDER BY count(*) DESC, buyer
                    """
            ).map { row in
                let years = (row["years"] as String? ?? "").split(separator: ",").compactMap { Int($0) }
                return StoredBuyer(
                    id: row["buyer"], name: row["name"], contracts: row["contracts"], years: years.sorted())
            }
        }
    }

    /// The name under which the notices know a buyer: award data of 2022 names nobody.
    public func buyerName(_ id: String) throws -> String? {
        try database.read { database in
            try String.fetchOne(
                database,
                sql: "SELECT max(buyer_name) FROM notice WHERE buyer = ? OR (length(?) = 9 AND buyer LIKE ? || '%')",
                arguments: [id, id, id])
        }
    }

    /// Records of award data read, rejected, and concessions among them.
    public func contractFiles() throws -> (records: Int, rejected: Int, concessions: Int) {
        try database.read { database in
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT coalesce(sum(records), 0) AS records, coalesce(sum(rejected), 0) AS rejected,
                           coalesce(sum(left_aside), 0) AS concessions
                    FROM file WHERE kind = 'contracts'
                    """)
            return (row?["records"] ?? 0, row?["rejected"] ?? 0, row?["concessions"] ?? 0)
        }
    }

    /// Records set aside in favour of another one with the same key, for a buyer and the year of the contract kept, or
    /// for all.
    public func supersededContracts(buyer: String? = nil, year: Int? = nil) throws -> Int {
        try database.read { database in
            try Int.fetchOne(
                database,
                sql: """
                    SELECT count(*) FROM superseded JOIN contract ON contract.uid = superseded.key
                    WHERE kind = 'contracts' AND (? IS NULL OR buyer = ? OR (length(?) = 9 AND buyer LIKE ? || '%'))
                      AND (? IS NULL OR year = ?)
                    """, arguments: [buyer, buyer, buyer, buyer, year, year]) ?? 0
        }
    }

    /// Rejected records of award data whose text names a buyer.
    public func rejectedContracts(buyer: String) throws -> Int {
        try database.read { database in
            try Int.fetchOne(
                database,
                sql: "SELECT count(*) FROM reject WHERE kind = 'contracts' AND kept = 0 AND instr(excerpt, ?) > 0",
                arguments: [buyer]) ?? 0
        }
    }
}

/// A row of the table `reject` as a problem.
enum RejectRow {
    static func problem(_ row: Row) -> Problem {
        Problem(
            row["rule"], at: Place(file: row["file"], line: row["line"], record: row["record"], path: row["path"]),
            Phrase(row["fr"], row["en"]), excerpt: row["excerpt"])
    }
}
