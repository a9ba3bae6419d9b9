import ArgumentParser
import Foundation
import Indicators
import Nomenclature
import Passerelle
import Reports
import Wording

struct ReportCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "report", abstract: text("Établit un rapport.", "Makes a report."),
            subcommands: [Spaser.self, Catalogue.self])
    }

    struct Spaser: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "spaser",
                abstract: text(
                    "Les indicateurs du SPASER d’un acheteur et d’une année, chacun avec les marchés qu’il compte.",
                    "The SPASER indicators of a buyer and a year, each with the contracts that it counts."))
        }

        @Option(
            help: ArgumentHelp(
                text(
                    "SIRET de l’acheteur, ou SIREN ; tous les acheteurs sans cette option.",
                    "SIRET of the buyer, or SIREN; all buyers without this option."), valueName: "siret"))
        var buyer: String?
        @Option(
            help: ArgumentHelp(
                text(
                    "Année de notification ; toutes sans cette option.",
                    "Year of notification; all without this option."), valueName: "aaaa"))
        var year: Int?
        @Flag(
            help: ArgumentHelp(
                text(
                    "Donne les marchés, chacun avec les indicateurs qui le comptent.",
                    "Gives the contracts, each with the indicators that count it.")))
        var contracts = false
        @OptionGroup var common: CommonOptions
        @OptionGroup var output: OutputOptions

        func validate() throws {
            if let year, !(2000...2049).contains(year) {
                throw ValidationError(text("année « \(year) » : de 2000 à 2049", "year “\(year)”: 2000 to 2049"))
            }
            if let buyer, (try? Siret(buyer)) == nil, (try? Siren(buyer)) == nil {
                Output.error(
                    text(
                        "Attention : « \(buyer) » n’est pas un SIRET ni un SIREN valide.",
                        "Note: “\(buyer)” is no valid SIRET or SIREN."))
            }
        }

        func run() throws {
            let language = Speech.language
            let report = try common.application().spaser(buyer: buyer, year: year)
            if contracts {
                try output.require(.table, .csv, .jsonl, .xlsx)
                let table = ReportTable.contracts(report)
                switch output.format {
                case .csv: try Output.write(table.csv(language), to: output.output)
                case .jsonl: try Output.write(report.contractLines(), to: output.output)
                case .xlsx:
                    let book = Workbook(title: table.title[language], sheets: [table], language: language)
                    try Output.write(book, to: output.output)
                default: try Output.write(table.text(language, width: Output.width, wraps: true), to: output.output)
                }
                return
            }
            switch output.format {
            case .table:
                let heading = [
                    report.buyerName.isEmpty
                        ? report.buyer ?? text("Tous les acheteurs", "All buyers") : report.buyerName,
                    report.year.map(String.init) ?? text("toutes années", "all years"),
                ].joined(separator: " · ")
                let table = ReportTable.indicatorsInShort(report, language).text(
                    language, width: Output.width, wraps: true)
                try Output.write(heading + "\n\n" + table, to: output.output)
            case .csv: try Output.write(ReportTable.indicators(report, language).csv(language), to: output.output)
            case .json: try Output.write(report.json(language).pretty + "\n", to: output.output)
            case .jsonl: try Output.write(report.contractLines(), to: output.output)
            case .html: try Output.write(SPASERPage(report, language: language).html, to: output.output)
            case .xlsx: try Output.write(Workbook(report, language: language), to: output.output)
            }
        }
    }
}
