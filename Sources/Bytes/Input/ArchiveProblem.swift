import Wording

/// What can be wrong with an archive or a member, in words.
enum ArchiveProblem {
    static func broken(_ file: String, detail: String) -> Problem {
        let words = detail.split { $0.isNewline }.joined(separator: " ")
        let why = words.isEmpty ? "" : " (\(MemberName.shown(words)))"
        return Problem(
            "archive.broken", at: Place(file: file),
            Phrase(
                "archive endommagée ou incomplète\(why) ; téléchargez-la de nouveau",
                "archive damaged or incomplete\(why); download it again"))
    }

    static func encrypted(_ file: String) -> Problem {
        Problem(
            "archive.encrypted", at: Place(file: file),
            Phrase(
                "fichier protégé par un mot de passe ; extrayez-le et importez le résultat",
                "file protected by a password; extract it and import the result"))
    }

    static func empty(_ file: String) -> Problem {
        Problem(
            "archive.empty", at: Place(file: file),
            Phrase(
                "aucun fichier dans cette archive ; téléchargez-la de nouveau",
                "no file in this archive; download it again"))
    }

    static func unsupported(_ file: String, kind: String) -> Problem {
        Problem(
            "archive.unsupported", at: Place(file: file),
            Phrase(
                "les archives \(kind) ne sont pas lues ; enregistrez le contenu au format zip, tar ou gzip",
                "\(kind) archives are not read; save the content as zip, tar or gzip"))
    }

    /// - Parameter limit: the name of the bound in ``Limits``.
    static func tooMuch(_ limit: String, _ value: Int, file: String) -> Problem {
        Problem(
            "archive.\(limit)", at: Place(file: file),
            Phrase(
                "archive au-delà de la limite « \(limit) » (\(NumberFormat.integer(value, .french))) ; décompressez-la et importez ce qui est utile",
                "archive over the limit “\(limit)” (\(NumberFormat.integer(value, .english))); unpack it and import what is useful"
            ))
    }
}
