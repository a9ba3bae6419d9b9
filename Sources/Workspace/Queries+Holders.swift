import GRDB
import Nomenclature
import Tenders
import Wording

/// Contracts by who won them, and how far back those of a buyer are known.
extension Workspace {
    /// Contracts that name an establishment of an enterprise among their holders.
    public func contracts(holder siren: Siren) throws -> [StoredContract] {
        try database.read { database in
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT contract.*, file.name AS file_name FROM contract JOIN file ON file.id = contract.file
                    WHERE instr(holders || ifnull(modifications, ''), ?) > 0 ORDER BY uid
                    """, arguments: [siren.text])
            var contracts: [StoredContract] = []
            while let row = try rows.next() {
                let stored = StoredContract(
                    contract: try ContractRow.contract(row),
                    place: Place(file: row["file_name"], record: row["record"]))
                // The digits alone may be part of another number.
                guard stored.contract.finalHolders.contains(where: { $0.siret?.siren == siren }) else { continue }
                contracts.append(stored)
            }
            return contracts
        }
    }

    /// Years in which contracts of a buyer are known.
    ///
    /// - Parameter siren: of all its establishments.
    public func contractYears(buyer siren: Siren) throws -> Set<Int> {
        try database.read { database in
            Set(
                try Int.fetchAll(
                    database, sql: "SELECT DISTINCT year FROM contract WHERE buyer LIKE ? || '%' AND year IS NOT NULL",
                    arguments: [siren.text]))
        }
    }
}
