import GRDB
import Tenders
import Wording

extension Workspace {
    /// What tells contracts apart in this workspace (rule 8 of the reading rules); chosen by the first import.
    public func contractKey() throws -> ReadingRules.Key? {
        try database.read { database in
            try String.fetchOne(database, sql: "SELECT value FROM setting WHERE name = 'contractKey'")
                .flatMap { ReadingRules.Key(rawValue: $0) }
        }
    }

    /// Chooses what tells contracts apart.
    ///
    /// - Throws: `Problem` when the workspace holds contracts told apart otherwise.
    public func setContractKey(_ key: ReadingRules.Key) throws {
        let known = try contractKey()
        if let known, known != key, try holdsContracts() {
            throw Problem(
                "workspace.contractKey", at: Place(file: path),
                Phrase(
                    "les marchés de cet espace de travail ont une autre clé (\(known.rawValue)) ; choisissez un autre fichier avec --workspace",
                    "the contracts of this workspace have another key (\(known.rawValue)); choose another file with --workspace"
                ))
        }
        guard known != key else { return }
        try WorkspaceFault.told(path) {
            try database.write { database in
                try database.execute(
                    sql: "INSERT OR REPLACE INTO setting (name, value) VALUES ('contractKey', ?)",
                    arguments: [key.rawValue])
            }
        }
    }

    private func holdsContracts() throws -> Bool {
        try database.read { try Bool.fetchOne($0, sql: "SELECT EXISTS (SELECT 1 FROM contract)") ?? false }
    }
}
