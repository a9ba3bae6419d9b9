import ArgumentParser
import Foundation
import Passerelle
import Reports
import Wording

struct WeightsCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "weights",
            abstract: text(
                "Les poids qui font le score, et d’où ils viennent.",
                "The weights that make the score, and their origin."
            ),
            discussion: text(
                """
                Un espace de travail change des poids par un fichier à son nom : à côté de passerelle.sqlite, \
                passerelle.poids.tsv. --write en crée un à modifier.
                """,
                """
                A workspace changes weights by a file called after it: beside passerelle.sqlite, \
                passerelle.poids.tsv. --write creates one to edit.
                """))
    }

    /// The forms in which weights are written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, csv, json, tsv
    }

    @Flag(
        help: ArgumentHelp(
            text(
                "Crée à côté de l’espace de travail le fichier de poids à modifier.",
                "Creates the file of weights to edit beside the workspace.")))
    var write = false
    @Option(
        help: ArgumentHelp(
            text("Forme du résultat : table, csv, json ou tsv.", "Form of the result: table, csv, json or tsv."),
            valueName: "forme"))
    var format: Format = .table
    @OptionGroup var out: OutputFile
    @OptionGroup var common: CommonOptions

    func run() throws {
        if write {
            let path = try WeightsFile.write(workspace: common.path)
            return Output.error(text("Écrit : \(path)", "Written: \(path)"))
        }
        let language = Speech.language
        let report = try WeightsFile.read(workspace: common.path).report
        switch format {
        case .table:
            let table = report.short(language).text(language, width: Output.width, wraps: true)
            let note = TerminalText.wrapped(report.note(language), width: Output.width).joined(separator: "\n")
            try Output.write(table + "\n" + note + "\n", to: out.output)
        case .csv: try Output.write(report.table(language).csv(language), to: out.output)
        case .json: try Output.write(report.json(language).pretty, to: out.output)
        case .tsv: try Output.write(report.tsv(language), to: out.output)
        }
    }
}
