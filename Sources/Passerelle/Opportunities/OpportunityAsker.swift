import Catalog
import Foundation
import Matching
import Nomenclature
import Reports
import Wording

/// The supplier that asks: a number that the catalogue knows, or a profile of the user's own.
public enum OpportunityAsker: Sendable, Hashable {
    /// SIRET, `SIRET/KIND`, SIREN or another identifier, without spaces.
    case listed(String)
    /// The text of a profile, and the file that it was read from.
    case profile(text: String, file: String)

    /// What the user wrote: the name of a file that is there, else a number.
    ///
    /// - Throws: `Problem` for a file that cannot be read, and for what is neither.
    public init(_ written: String) throws {
        let number = written.filter { !$0.isWhitespace }
        let looksLikeFile = written.contains(".") || written.contains("/") && !(number.first?.isNumber ?? false)
        guard looksLikeFile || FileManager.default.fileExists(atPath: written) else {
            self = .listed(number)
            return
        }
        guard let data = FileManager.default.contents(atPath: written), data.count <= HandWrittenProfile.longest,
            let text = String(data: data, encoding: .utf8)
        else {
            throw Problem(
                "profile.unreadable", at: Place(file: written),
                Phrase(
                    "ce profil ne peut pas être lu ; vérifiez le nom du fichier, et qu’il est un texte en UTF-8 d’au plus 1 Mo",
                    "this profile cannot be read; check the name of the file, and that it is a UTF-8 text of 1 MB at most"
                ))
        }
        self = .profile(text: text, file: written)
    }
}

extension Matcher {
    /// The structures that ask, ready to be held against lots.
    ///
    /// - Returns: with what the profile says and nothing could be made of.
    /// - Throws: `Problem` when the catalogue does not hold the number, saying why, or for a profile that is refused.
    public func candidates(
        _ asker: OpportunityAsker, workspace: Application
    ) throws -> (candidates: [Candidate], remarks: [Problem]) {
        switch asker {
        case .profile(let text, let file):
            let profile = try HandWrittenProfile(text, file: file)
            return (profile.suppliers.map { engine.candidate(profile: $0) }, profile.remarks)
        case .listed(let asked):
            let candidates = engine.candidates(key: asked)
            guard candidates.isEmpty else { return (candidates, []) }
            throw try Self.absence(of: asked, in: workspace)
        }
    }

    private static func absence(of asked: String, in workspace: Application) throws -> Problem {
        let place = Place(file: asked)
        let advice = Phrase(
            "décrivez la structure dans un fichier de profil", "describe the supplier in a profile file")
        switch try workspace.absences(asked).first ?? .unknown {
        case .closed(let name, let since):
            let day = (
                fr: since.map { " depuis le " + $0.text(.french) } ?? "",
                en: since.map { " since " + $0.text(.english) } ?? ""
            )
            return Problem(
                "supplier.closed", at: place,
                Phrase(
                    "\(name) a cessé son activité\(day.fr) ; vérifiez le numéro",
                    "\(name) has closed\(day.en); check the number"))
        case .notListed(let name):
            return Problem(
                "supplier.notListed", at: place,
                Phrase(
                    "\(name) est connue, mais aucune source n’en fait une structure de l’ESS ; importez la liste qui la contient, ou \(advice.fr)",
                    "\(name) is known, but no source makes it a supplier of the social economy; import the list that holds it, or \(advice.en)"
                ))
        case .unknown:
            if asked.count == 14 {
                do {
                    _ = try Siret(asked)
                } catch {
                    return Problem("supplier.siret", at: place, error.phrase("SIRET", raw: asked))
                }
            }
            return Problem(
                "supplier.unknown", at: place,
                Phrase(
                    "aucune structure de ce numéro dans l’espace de travail ; vérifiez-le, importez la liste qui la contient, ou \(advice.fr)",
                    "no supplier of that number in the workspace; check it, import the list that holds it, or \(advice.en)"
                ))
        }
    }
}
