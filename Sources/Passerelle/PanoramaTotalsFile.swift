import Bytes
import Indicators
import Nomenclature
import Wording

/// The totals of an economy that a user gives as a small CSV, for instance from FLORES (INSEE):
///
/// ```
/// maille;code;etablissements;effectifs
/// epci;200067106;12000;54000
/// departement;64;48000;205000
/// ```
/// `maille` is `epci`, `departement`, `region` or `france` (without a code). A number may be left empty.
public enum PanoramaTotalsFile {
    /// - Throws: `Problem` for a file that cannot be read, a missing column, or the first line that cannot be used:
    ///   `totals.level`, `totals.code`, `totals.number`, `totals.twice`, `totals.none`. A figure left out silently would
    ///   make a share look like another.
    public static func read(_ path: String) throws -> PanoramaTotals {
        var totals: PanoramaTotals?
        try InputWalker().forEach([path], onProblem: { throw $0 }) { input in
            var read = totals ?? PanoramaTotals(source: fileName(path))
            try CSVReader().read(
                input.open(), name: input.name, onHeader: { try require($0, file: input.name) }
            ) { try add($0, to: &read, file: input.name) }
            totals = read
        }
        guard let totals, !totals.isEmpty else {
            throw Problem(
                "totals.none", at: Place(file: path),
                Phrase(
                    "aucun total dans ce fichier ; il faut une ligne par territoire sous les colonnes maille, code, etablissements, effectifs",
                    "no total in this file; it needs a line a territory under the columns maille, code, etablissements, effectifs"
                ))
        }
        return totals
    }

    private static let columns = (
        level: "maille", code: "code", establishments: "etablissements", workforce: "effectifs"
    )

    private static func require(_ header: [String], file: String) throws {
        let found = Set(header.map(CSVReader.key))
        for column in [columns.level, columns.code] where !found.contains(column) {
            throw missing(column, header, file)
        }
        guard found.contains(columns.establishments) || found.contains(columns.workforce) else {
            throw missing(columns.establishments, header, file)
        }
    }

    private static func missing(_ column: String, _ header: [String], _ file: String) -> Problem {
        let found = header.prefix(12).joined(separator: ", ")
        return Problem(
            "csv.missingColumn", at: Place(file: file, line: 1, path: column),
            Phrase(
                "colonne « \(column) » absente ; colonnes trouvées : \(found) ; attendues : maille, code, etablissements, effectifs",
                "column “\(column)” missing; columns found: \(found); expected: maille, code, etablissements, effectifs"
            ))
    }

    private static func add(_ row: CSVReader.Row, to totals: inout PanoramaTotals, file: String) throws {
        func fault(_ rule: String, _ column: String, _ message: Phrase) -> Problem {
            Problem(rule, at: Place(file: file, line: row.line, path: column), message, excerpt: row.source)
        }
        let word = row[columns.level]
        guard let level = PanoramaTotals.Level(rawValue: CSVReader.key(word)) else {
            throw fault(
                "totals.level", columns.level,
                Phrase(
                    "maille « \(word) » inconnue ; écrivez epci, departement, region ou france",
                    "unknown level “\(word)”; write epci, departement, region or france"))
        }
        let text = row[columns.code]
        guard let code = code(text, level) else {
            throw fault(
                "totals.code", columns.code,
                Phrase(
                    "« \(text) » n’est pas un code de cette maille (\(level.rawValue)) ; corrigez-le",
                    "“\(text)” is no code of this level (\(level.rawValue)); correct it"))
        }
        guard totals[level, code] == nil else {
            throw fault(
                "totals.twice", columns.code,
                Phrase(
                    "deux lignes pour \(level.rawValue) \(code) ; gardez la bonne",
                    "two lines for \(level.rawValue) \(code); keep the right one"))
        }
        func number(_ column: String) throws -> Int? {
            let text = row[column].filter { !$0.isWhitespace }
            if text.isEmpty { return nil }
            guard let value = Int(text), value >= 0 else {
                throw fault(
                    "totals.number", column,
                    Phrase(
                        "« \(row[column]) » n’est pas un nombre entier ; écrivez par exemple 54000",
                        "“\(row[column])” is no whole number; write 54000, for example"))
            }
            return value
        }
        totals[level, code] = PanoramaTotals.Total(
            establishments: try number(columns.establishments), workforce: try number(columns.workforce))
    }

    /// The code as the tables have it; `nil` for one that they do not.
    private static func code(_ text: String, _ level: PanoramaTotals.Level) -> String? {
        let map = Geography.shared
        switch level {
        case .epci: return map.epci(text.filter { !$0.isWhitespace })?.siren
        case .departement: return map.departement(text)?.code
        case .region:
            let padded = text.utf8.count == 1 ? "0" + text : text
            return map.departements.contains { $0.region == padded } ? padded : nil
        case .france: return ""
        }
    }

    private static func fileName(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}
