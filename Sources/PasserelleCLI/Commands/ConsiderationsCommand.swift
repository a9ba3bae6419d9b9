import ArgumentParser
import Considerations
import Foundation
import Passerelle
import Reports
import Tenders
import Wording

/// What notices say of reservations, social and environmental considerations, labels and openings, with the passage.
struct ConsiderationsCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "considerations",
            abstract: text(
                "Lit dans des avis les réservations et les considérations sociales et environnementales.",
                "Reads reservations and social and environmental considerations in notices."))
    }

    @Argument(
        help: ArgumentHelp(
            text("Fichiers, dossiers ou archives d’avis.", "Files, folders or archives of notices."),
            valueName: "chemin"))
    var paths: [String] = []
    @Option(
        help: ArgumentHelp(
            text(
                "Lit chaque ligne de ce fichier comme un passage ; « notice » est alors le numéro de la ligne.",
                "Reads each line of this file as a passage; “notice” is then the number of the line."),
            valueName: "fichier"))
    var fromText: String?
    @Option(
        help: ArgumentHelp(
            text(
                "Avec --from-text : ce que sont les passages (title, description, conditions, criterion, additional, selection, group).",
                "With --from-text: what the passages are (title, description, conditions, criterion, additional, selection, group)."
            ), valueName: "champ"))
    var field: NoticeField = .description
    @Flag(
        help: ArgumentHelp(
            text(
                "Seulement les lots réservés, et si le code, le texte ou les deux le disent.",
                "Only the reserved lots, and whether code, text or both say so.")))
    var reserved = false
    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard paths.isEmpty != (fromText == nil) else {
            throw ValidationError(
                text(
                    "donnez des avis, ou des passages avec --from-text (l’un des deux)",
                    "give notices, or passages with --from-text (one of the two)"))
        }
    }

    func run() throws {
        try output.require(.table, .csv, .json, .jsonl)
        if reserved {
            var lots: [ConsiderationsOutput.ReservedLot] = []
            let hasRejects = try read { lots += ConsiderationsOutput.reserved($0) }
            try write(ConsiderationsOutput.table(lots), lots.map(ConsiderationsOutput.json))
            if hasRejects { throw ExitCode(1) }
            return
        }
        var entries: [(notice: String, entry: NoticeConsiderations.Entry)] = []
        var hasRejects = false
        if let fromText {
            entries = try passages(fromText)
        } else {
            hasRejects = try read { read in
                entries += read.considerations.entries.map { (read.notice.id, $0) }
            }
        }
        try write(
            ConsiderationsOutput.table(entries), entries.map { ConsiderationsOutput.json($0.entry, notice: $0.notice) })
        if hasRejects { throw ExitCode(1) }
    }

    /// - Returns: whether something could not be read.
    private func read(_ body: (ReadConsiderations) throws -> Void) throws -> Bool {
        var hasRejects = false
        try Application.forEachConsiderations(
            paths,
            onProblem: { problem in
                hasRejects = true
                Output.error(problem.sentence(Speech.language))
            }, body)
        return hasRejects
    }

    private func passages(_ file: String) throws -> [(notice: String, entry: NoticeConsiderations.Entry)] {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw Problem(
                "file.missing", at: Place(file: file),
                Phrase("ce fichier ne peut pas être lu ; vérifiez son nom", "this file cannot be read; check its name"))
        }
        let lines = String(decoding: data, as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return lines.enumerated().flatMap { number, line in
            ConsiderationReader.read(String(line), field: field).map {
                (String(number + 1), NoticeConsiderations.Entry(lot: "", consideration: $0))
            }
        }
    }

    private func write(_ table: ReportTable, _ lines: [JSONValue]) throws {
        switch output.format {
        case .csv: try Output.write(table.csv(Speech.language), to: output.output)
        case .json: try Output.write(JSONValue.array(lines).pretty + "\n", to: output.output)
        case .jsonl: try Output.write(lines.map { $0.compact + "\n" }.joined(), to: output.output)
        default:
            try Output.write(table.text(Speech.language, width: Output.width, wraps: true), to: output.output)
        }
    }
}

extension NoticeField: ExpressibleByArgument {}
