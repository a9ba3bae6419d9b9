import FrenchText
import GRDB
import Wording

/// The SQLite file that holds everything that was read, from where, and what was rejected.
///
/// Imports are transactions: interrupted, they leave the file as it was before the batch under way.
public final class Workspace: Sendable {
    let database: DatabasePool

    /// The path of the file.
    public let path: String

    /// Opens the workspace, creating it where there is none and `create` allows it.
    ///
    /// - Throws: `Problem` when the file is no workspace, comes from a later version, or cannot be opened.
    public init(path: String, create: Bool = true) throws {
        self.path = path
        do {
            var configuration = Configuration()
            configuration.label = "passerelle"
            configuration.busyMode = .timeout(10)
            configuration.readonly = false
            configuration.prepareDatabase { database in
                database.add(function: Self.fold)
                // A reader never waits for an import; a power cut can lose the last batch, never break the file.
                try database.execute(
                    sql: "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY")
            }
            if !create, !Self.exists(path) { throw Self.absent(path) }
            database = try DatabasePool(path: path, configuration: configuration)
            let migrator = Schema.migrator
            if try database.read({ try migrator.hasBeenSuperseded($0) }) {
                throw Problem(
                    "workspace.newer", at: Place(file: path),
                    Phrase(
                        "espace de travail créé par une version plus récente de Passerelle ; mettez le programme à jour",
                        "workspace made by a later version of Passerelle; update the program"))
            }
            try migrator.migrate(database)
        } catch let error as DatabaseError {
            throw WorkspaceFault.problem(of: error, path)
        }
    }

    /// `fold(text)`: without accents and case, as names are compared everywhere.
    private static let fold = DatabaseFunction("fold", argumentCount: 1, pure: true) { values in
        String.fromDatabaseValue(values[0]).map { Folding.fold($0) }
    }

    private static func exists(_ path: String) -> Bool { FileCheck.exists(path) }

    private static func absent(_ path: String) -> Problem {
        Problem(
            "workspace.absent", at: Place(file: path),
            Phrase(
                "aucun espace de travail ici ; importez d’abord des données (« passerelle import … ») ou nommez le fichier avec --workspace",
                "no workspace here; import data first (“passerelle import …”) or name the file with --workspace"))
    }
}
