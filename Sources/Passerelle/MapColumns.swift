import Bytes
import Catalog
import Wording

extension Application {
    /// What the columns of a user's own list seem to hold.
    ///
    /// - Throws: `Problem` when the file cannot be read, is no table, or is several files.
    public static func columns(of path: String) throws -> ColumnGuess {
        try ColumnGuess(single(path))
    }

    /// The mapping that a file holds.
    ///
    /// - Throws: `Problem` when it cannot be read, naming the line that is wrong.
    public static func columnMapping(_ path: String) throws -> ColumnMapping {
        try ColumnMapping(single(path))
    }

    private static func single(_ path: String) throws -> Input {
        var found: Input?
        try InputWalker().forEach([path], onProblem: { throw $0 }) { input in
            guard found == nil else {
                throw Problem(
                    "columns.several", at: Place(file: path),
                    Phrase("plusieurs fichiers ; donnez-en un seul", "several files; give a single one"))
            }
            found = input
        }
        guard let found else {
            throw Problem(
                "columns.none", at: Place(file: path),
                Phrase("aucun fichier ; vérifiez le chemin", "no file; check the path"))
        }
        return found
    }
}
