import ArgumentParser
import Catalog
import Foundation
import Passerelle
import Reports
import Wording

struct MapColumnsCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "map-columns",
            abstract: text(
                "Propose la correspondance des colonnes d’un fichier de fournisseurs (CSV, XLSX, ODS).",
                "Proposes what the columns of a file of suppliers hold (CSV, XLSX, ODS)."))
    }

    @Argument(help: ArgumentHelp(text("Fichier à lire.", "File to read."), valueName: "fichier"))
    var file: String

    @Option(
        help: ArgumentHelp(
            text(
                "Forme du résultat : csv (le fichier de correspondance), table ou json.",
                "Form of the result: csv (the mapping file), table or json."), valueName: "forme"))
    var format: OutputFormat = .csv

    @OptionGroup var out: OutputFile

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard [.csv, .table, .json].contains(format) else {
            throw ValidationError(
                text(
                    "cette commande n’a pas la forme « \(format.rawValue) » ; elle a : csv, table, json",
                    "this command has no form “\(format.rawValue)”; it has: csv, table, json"))
        }
    }

    func run() throws {
        let guess = try Application.columns(of: file)
        switch format {
        case .table:
            try Output.write(Self.table(guess).text(Speech.language, width: Output.width, wraps: true), to: out.output)
        case .json: try Output.write(guess.json(Speech.language).pretty, to: out.output)
        default: try Output.write(guess.mapping.csv, to: out.output)
        }
        let known = guess.columns.count { $0.field.isRead }
        let personal = guess.columns.count { $0.field == .personal }
        Output.error(
            plural(
                known, "colonne reconnue", "colonnes reconnues", "column recognised", "columns recognised")
                + text(" sur \(guess.columns.count)", " of \(guess.columns.count)")
                + (personal == 0
                    ? ""
                    : ", "
                        + plural(
                            personal, "personnelle, non lue", "personnelles, non lues", "personal, not read",
                            "personal, not read")))
        for warning in guess.warnings { Output.error("  ! " + warning[Speech.language]) }
    }

    private static func table(_ guess: ColumnGuess) -> ReportTable {
        ReportTable(
            title: Phrase("Colonnes", "Columns"),
            columns: [
                .init("column", Phrase("Colonne", "Column"), .longText), .init("field", Phrase("Champ", "Field")),
                .init("remark", Phrase("Pourquoi", "Why"), .longText),
                .init("examples", Phrase("Exemples", "Examples"), .longText),
            ],
            rows: guess.columns.map { column in
                [
                    .text(column.label), .text(column.field.rawValue), .text(column.remark(Speech.language)),
                    .text(column.examples.joined(separator: " | ")),
                ]
            })
    }
}
