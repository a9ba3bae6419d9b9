import Foundation
import Matching
import Nomenclature
import Reports
import Wording

/// The weights that rank, and which of them a file of the workspace has changed.
public struct WeightsInForce: Sendable {
    public var weights = Weights.standard
    /// The file that changes some of them; `nil` when there is none.
    public var file: String?
    /// Line of the file, by name of the weight.
    public var lines: [String: Int] = [:]

    public var report: WeightsReport {
        WeightsReport(
            lines: weights.values.map { .init(weight: $0.row, value: $0.value, line: lines[$0.row.name]) }, file: file)
    }
}

/// The file by which a workspace changes weights: `name<TAB>value` or `name = value`, one a line, `#` before what is for
/// readers. It stands beside the workspace and is called after it: `passerelle.sqlite` → `passerelle.poids.tsv`.
public enum WeightsFile {
    static func path(of workspace: String) -> String {
        (workspace.hasSuffix(".sqlite") ? String(workspace.dropLast(7)) : workspace) + ".poids.tsv"
    }

    /// Longest file read: some hundred times the one that is written.
    private static let longest = 1 << 20

    /// The weights of a workspace: those of the program where there is no file.
    ///
    /// - Throws: `Problem` for the first line that cannot be taken as it is.
    public static func read(workspace: String) throws -> WeightsInForce {
        let path = path(of: workspace)
        guard FileManager.default.fileExists(atPath: path) else { return WeightsInForce() }
        guard let data = FileManager.default.contents(atPath: path), data.count <= longest else {
            throw Problem(
                "weights.unreadable", at: Place(file: path),
                Phrase(
                    "ce fichier de poids ne peut pas être lu ; vérifiez ses droits, ou supprimez-le pour reprendre les poids du programme",
                    "this file of weights cannot be read; check its permissions, or delete it to use the program’s weights"
                ))
        }
        return try read(String(decoding: data, as: UTF8.self), file: path)
    }

    static func read(_ text: String, file: String) throws -> WeightsInForce {
        var found = WeightsInForce(file: file)
        let text = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
        for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let place = Place(file: file, line: number + 1)
            guard let entry = try WeightLine(line, at: place) else { continue }
            if let before = found.lines.updateValue(number + 1, forKey: entry.name) {
                throw WeightLine.problem(
                    "weights.twice", place,
                    Phrase(
                        "« \(entry.name) » est déjà donné à la ligne \(before) ; gardez une seule des deux lignes",
                        "“\(entry.name)” is already given on line \(before); keep one of the two lines"), line)
            }
            do throws(Weights.Refusal) {
                try found.weights.set(entry.name, to: entry.value)
            } catch {
                throw WeightLine.problem(of: error, entry.name, place, line)
            }
        }
        return found
    }

    /// A file to edit: every weight with its meaning, bounds and value, all behind `#`.
    static func template() -> String {
        var lines = [
            "# Poids du classement des structures : ceux d’une ligne sans « # » remplacent ceux du programme.",
            "# Weights of the ranking of suppliers: those of a line without “#” replace those of the program.",
            "# nom<tabulation>valeur ; la virgule et le point décimaux sont acceptés. Voir docs/matching.md.",
        ]
        for row in WeightTable.rows {
            let least = WeightLine.text(row.bounds.lowerBound, .french)
            let most = WeightLine.text(row.bounds.upperBound, .french)
            lines += [
                "", "# \(row.meaning.fr) (de \(least) à \(most)).", "# \(row.meaning.en).",
                "#\(row.name)\t\(WeightLine.text(row.value, .french))",
            ]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Writes the file to edit beside a workspace.
    ///
    /// - Returns: its path.
    /// - Throws: `Problem` when there is one already, or none can be written.
    public static func write(workspace: String) throws -> String {
        let path = path(of: workspace)
        do {
            try Data(template().utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
        } catch  where FileManager.default.fileExists(atPath: path) {
            throw Problem(
                "weights.exists", at: Place(file: path),
                Phrase(
                    "ce fichier existe déjà et n’a pas été touché ; modifiez-le, ou supprimez-le d’abord",
                    "this file exists already and was left as it is; edit it, or delete it first"))
        } catch {
            throw Problem(
                "weights.notWritten", at: Place(file: path),
                Phrase(
                    "impossible d’écrire ce fichier ; vérifiez les droits sur le dossier",
                    "this file cannot be written; check the permissions of the folder"))
        }
        return path
    }
}
