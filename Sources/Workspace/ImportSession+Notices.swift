import GRDB
import Nomenclature
import Tenders
import Wording

/// Notices: versions, corrections, and copies from two publishers.
extension ImportSession {
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
}
