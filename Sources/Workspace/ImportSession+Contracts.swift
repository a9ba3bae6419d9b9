import GRDB
import Tenders
import Wording

/// Contracts of award data: one a key.
extension ImportSession {
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
}
