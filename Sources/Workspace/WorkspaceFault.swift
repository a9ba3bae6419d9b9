import GRDB
import Wording

/// What the database says when something is wrong with the file, the disk or a neighbour, in words that help.
enum WorkspaceFault {
    /// Runs `body` and says what SQLite reports as a `Problem`.
    static func told<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw problem(of: error, path)
        }
    }

    static func problem(of error: DatabaseError, _ path: String) -> Problem {
        let place = Place(file: path)
        let detail = error.message ?? "SQLite \(error.resultCode.rawValue)"
        switch error.resultCode.primaryResultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            return Problem(
                "workspace.busy", at: place,
                Phrase(
                    "un autre import est en cours dans cet espace de travail ; attendez sa fin, puis relancez",
                    "another import is under way in this workspace; wait for its end, then run this again"))
        case .SQLITE_FULL:
            return Problem(
                "workspace.full", at: place,
                Phrase(
                    "disque plein ; ce qui était déjà enregistré est intact : libérez de la place, puis relancez",
                    "disk full; what was stored before is whole: make room, then run this again"))
        case .SQLITE_READONLY:
            return Problem(
                "workspace.readOnly", at: place,
                Phrase(
                    "cet espace de travail n’est pas modifiable ; vérifiez les droits du fichier et de son dossier",
                    "this workspace cannot be changed; check the permissions of the file and its folder"))
        case .SQLITE_CANTOPEN:
            return Problem(
                "workspace.unreadable", at: place,
                Phrase(
                    "ce fichier ne peut être ni ouvert ni créé ; vérifiez que son dossier existe et qu’on peut y écrire",
                    "this file can be neither opened nor created; check that its folder exists and can be written to"))
        case .SQLITE_IOERR:
            return Problem(
                "workspace.disk", at: place,
                Phrase(
                    "le disque a refusé une lecture ou une écriture (\(detail)) ; vérifiez-le, puis relancez",
                    "the disk refused to be read or written (\(detail)); check it, then run this again"))
        default:
            return Problem(
                "workspace.unreadable", at: place,
                Phrase(
                    "ce fichier n’est pas un espace de travail lisible (\(detail)) ; choisissez-en un autre avec --workspace",
                    "this file is no readable workspace (\(detail)); choose another one with --workspace"))
        }
    }
}
