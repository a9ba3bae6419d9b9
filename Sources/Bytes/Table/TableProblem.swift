import Wording

/// What can be wrong with a table, in words.
enum TableProblem {
    static func notATable(_ file: String) -> Problem {
        Problem(
            "table.unknown", at: Place(file: file),
            Phrase(
                "ce document n’est pas un tableau ; donnez un classeur .xlsx ou .ods, ou un fichier .csv",
                "this document is no table; give a workbook (.xlsx or .ods) or a .csv file"))
    }

    static func markup(_ file: String) -> Problem {
        Problem(
            "table.markup", at: Place(file: file),
            Phrase(
                "c’est une page web ou un document XML, quel que soit son nom ; ouvrez-le dans un tableur et enregistrez-le au format .xlsx",
                "this is a web page or an XML document, whatever its name; open it in a spreadsheet program and save it as .xlsx"
            ))
    }

    static func password(_ file: String) -> Problem {
        Problem(
            "table.password", at: Place(file: file),
            Phrase(
                "classeur protégé par un mot de passe ; ouvrez-le, retirez le mot de passe et enregistrez-le au format .xlsx",
                "workbook protected by a password; open it, remove the password and save it as .xlsx"))
    }

    static func oldFormat(_ file: String) -> Problem {
        Problem(
            "table.oldFormat", at: Place(file: file),
            Phrase(
                "ancien format d’Excel (.xls) ; ouvrez le classeur et enregistrez-le au format .xlsx",
                "old Excel format (.xls); open the workbook and save it as .xlsx"))
    }

    static func binary(_ file: String) -> Problem {
        Problem(
            "table.binary", at: Place(file: file),
            Phrase(
                "classeur binaire d’Excel (.xlsb) ; ouvrez-le et enregistrez-le au format .xlsx",
                "binary Excel workbook (.xlsb); open it and save it as .xlsx"))
    }

    /// - Parameter hidden: sheets that people do not see and that are not read.
    static func empty(_ file: String, hidden: Int) -> Problem {
        hidden == 0
            ? Problem(
                "table.empty", at: Place(file: file),
                Phrase(
                    "aucune feuille de ce classeur n’a de cellule remplie ; vérifiez le fichier",
                    "no sheet of this workbook has a filled cell; check the file"))
            : Problem(
                "table.empty", at: Place(file: file),
                Phrase(
                    "aucune feuille visible de ce classeur n’a de cellule remplie ; affichez la feuille masquée qui porte la liste et enregistrez",
                    "no visible sheet of this workbook has a filled cell; unhide the sheet with the list and save"))
    }

    static func headless(_ file: String, line: Int) -> Problem {
        Problem(
            "table.header", at: Place(file: file, line: line),
            Phrase(
                "aucune ligne de noms de colonnes dans les premières lignes ; ajoutez au-dessus des données une ligne avec le nom de chaque colonne",
                "no row of column names among the first rows; add above the data a row with the name of each column"))
    }

    static func damaged(_ file: String, line: Int? = nil, _ detail: String) -> Problem {
        let words = detail.isEmpty ? "" : " (\(MemberName.shown(detail)))"
        return Problem(
            "table.damaged", at: Place(file: file, line: line),
            Phrase(
                "classeur endommagé ou incomplet\(words) ; ouvrez-le dans un tableur et enregistrez-le de nouveau",
                "workbook damaged or incomplete\(words); open it in a spreadsheet program and save it again"))
    }

    static func doctype(_ file: String) -> Problem {
        Problem(
            "table.doctype", at: Place(file: file),
            Phrase(
                "le classeur déclare une DTD, ce qu’aucun tableur ne fait ; refusé par sécurité",
                "the workbook declares a DTD, which no spreadsheet program does; refused for safety"))
    }

    /// - Parameter limit: the name of the bound in ``Limits``.
    static func tooMuch(_ limit: String, file: String, line: Int? = nil) -> Problem {
        Problem(
            "table.limit.\(limit)", at: Place(file: file, line: line),
            Phrase(
                "classeur au-delà de la limite « \(limit) » ; gardez-y la seule feuille utile, sans valeur égarée loin du tableau, et enregistrez-la au format CSV",
                "workbook over the limit “\(limit)”; keep only the useful sheet, without stray values far from the table, and save it as CSV"
            ))
    }

    /// What a part of a workbook says of itself as archive or XML, said of the workbook.
    static func of(part: Problem, file: String) -> Problem {
        let rule = part.rule
        if rule == "archive.encrypted" { return password(file) }
        if rule == "xml.doctype" { return doctype(file) }
        if rule.hasPrefix("xml.limit.") { return tooMuch(String(rule.dropFirst(10)), file: file) }
        guard rule.hasPrefix("archive.") || rule.hasPrefix("xml.") else { return part }
        let limit = String(rule.dropFirst(8))
        if ["members", "unpackedBytes", "ratio"].contains(limit) { return tooMuch(limit, file: file) }
        return damaged(file, String(part.place.file.drop { $0 != "!" }.dropFirst()))
    }
}
