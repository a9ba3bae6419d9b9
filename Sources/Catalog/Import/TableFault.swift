import Bytes
import Wording

/// What can be wrong with a table as a whole, whoever reads it.
enum TableFault {
    static func noRow(_ input: Input) -> Problem {
        Problem(
            "csv.empty", at: Place(file: input.name),
            Phrase(
                "le fichier n’a pas de ligne sous ses titres de colonnes ; exportez-le de nouveau",
                "the file has no row under its column names; export it again"))
    }

    static func noHeader(_ input: Input) -> Problem {
        Problem(
            "table.noHeader", at: Place(file: input.name, line: 1),
            Phrase(
                "la première ligne tient des données et non des titres de colonnes ; ajoutez une ligne de titres",
                "the first line holds data and no column names; add a line of names"))
    }
}
