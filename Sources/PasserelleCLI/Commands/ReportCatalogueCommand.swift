import ArgumentParser
import Foundation
import Indicators
import Nomenclature
import Passerelle
import Reports
import Wording

extension ReportCommand {
    struct Catalogue: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "catalogue",
                abstract: text(
                    "Le panorama de l’offre de l’ESS d’un territoire : combien de structures, où, de quel type, et ce qui manque.",
                    "The panorama of the ESS offer of a territory: how many structures, where, of what kind, and what is missing."
                ))
        }

        @OptionGroup(title: text("Territoire", "Territory")) var place: TerritoryOptions
        @Option(
            help: ArgumentHelp(
                text(
                    "Jour où types et agréments sont jugés ; aujourd’hui sans cette option.",
                    "Day that kinds and approvals are judged on; today without this option."), valueName: "aaaa-mm-jj"))
        var date: String?
        @Option(
            help: ArgumentHelp(
                text(
                    "CSV des totaux de l’économie (maille;code;etablissements;effectifs), pour la part de l’ESS.",
                    "CSV of the totals of the economy (maille;code;etablissements;effectifs), for the share of the ESS."
                ),
                valueName: "fichier"))
        var totals: String?
        @Flag(
            help: ArgumentHelp(
                text(
                    "Donne les structures, chacune avec ce qui est à vérifier (table, csv, jsonl).",
                    "Gives the structures, each with what is to check (table, csv, jsonl).")))
        var structures = false
        @OptionGroup var common: CommonOptions
        @OptionGroup var output: OutputOptions

        /// Structures shown under each line of the quality section of the page.
        private static let listLimit = 100

        func validate() throws {
            if let date, Day(iso: date) == nil || date.utf8.count != 10 {
                throw ValidationError(
                    text("date « \(date) » : écrivez 2026-03-31", "date “\(date)”: write 2026-03-31"))
            }
        }

        func run() throws {
            let language = Speech.language
            if structures { try output.require(.table, .csv, .jsonl) }
            let territory = try place.territory()
            let totals = try self.totals.map { try PanoramaTotalsFile.read($0) }
            let application = try common.application()
            // Lines are only kept for the forms that list every structure.
            let lists = structures || output.format == .jsonl || output.format == .xlsx
            var lines: [PanoramaStructure] = []
            let panorama = try application.panorama(
                territory: territory, totals: totals, day: date.flatMap { Day(iso: $0) },
                listLimit: output.format == .html ? Self.listLimit : 0
            ) { if lists { lines.append($0) } }
            lines.sort()
            switch output.format {
            case .table where structures:
                let table = ReportTable.catalogueStructuresInShort(lines, title: Phrase("Structures", "Structures"))
                try Output.write(table.text(language, width: Output.width, wraps: true), to: output.output)
            case .table: try Output.write(panorama.text(language, width: Output.width), to: output.output)
            case .csv:
                let table =
                    structures
                    ? ReportTable.catalogueStructures(lines, language) : ReportTable.catalogueRows(panorama)
                try Output.write(table.csv(language), to: output.output)
            case .json: try Output.write(panorama.json(language).pretty, to: output.output)
            case .jsonl: try Output.write(lines.map(\.jsonLine).joined(), to: output.output)
            case .html: try Output.write(CataloguePage(panorama, language: language).html, to: output.output)
            case .xlsx:
                try Output.write(Workbook(panorama, structures: lines, language: language), to: output.output)
            }
        }
    }
}

/// The part of the country that a command is about; the options add up.
struct TerritoryOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            text("Code de département ; plusieurs : 40,64.", "Département code; several: 40,64."), valueName: "code"))
    var departement: [String] = []
    @Option(help: ArgumentHelp(text("Code INSEE de région.", "INSEE région code."), valueName: "code"))
    var region: [String] = []
    @Option(
        help: ArgumentHelp(text("SIREN d’une intercommunalité.", "SIREN of an intercommunality."), valueName: "siren"))
    var epci: [String] = []
    @Option(help: ArgumentHelp(text("Code INSEE de commune.", "INSEE commune code."), valueName: "code"))
    var commune: [String] = []

    /// `nil` when no option names a place.
    ///
    /// - Throws: `Problem` for an unknown code.
    func territory() throws -> Territory? {
        guard !(departement + region + epci + commune).isEmpty else { return nil }
        return try Territory(
            departements: Self.split(departement), regions: Self.split(region), epcis: Self.split(epci),
            communes: Self.split(commune))
    }

    private static func split(_ values: [String]) -> [String] {
        values.flatMap { $0.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } }
    }
}
