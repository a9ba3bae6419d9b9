import ArgumentParser
import Catalog
import Foundation
import Nomenclature
import Passerelle
import Reports
import Wording
import Workspace

struct SupplierCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "supplier",
            abstract: text(
                "Tout ce que l’on sait d’une structure, et par quelle source.",
                "All that is known of a supplier, and from which source."))
    }

    @Argument(
        help: ArgumentHelp(
            text(
                "SIRET, SIREN, autre identifiant (finess:…), ou mots du nom.",
                "SIRET, SIREN, another identifier (finess:…), or words of the name."), valueName: "structure"))
    var words: [String]
    @Option(
        help: ArgumentHelp(
            text("Jour pour lequel on le demande ; aujourd’hui sinon.", "Day for which it is asked; today otherwise."),
            valueName: "aaaa-mm-jj"))
    var date: String?
    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if let date, Day(iso: date) == nil {
            throw ValidationError(
                text(
                    "date « \(date) » illisible ; par exemple 2026-07-01",
                    "unreadable date “\(date)”; for example 2026-07-01"))
        }
    }

    func run() throws {
        try output.require(.table, .json, .html)
        let application = try common.application()
        let asked = words.joined(separator: " ")
        guard let dossier = try application.dossier(asked) else { return try list(asked, application) }
        let day = date.flatMap { Day(iso: $0) } ?? application.today
        let language = Speech.language
        switch output.format {
        case .json: try Output.write(dossier.json(language, on: day).pretty, to: output.output)
        case .html:
            try Output.write(DossierContent(dossier, on: day, language: language).page(language), to: output.output)
        default:
            try Output.write(
                DossierContent(dossier, on: day, language: language).text(width: Output.width), to: output.output)
        }
    }

    /// The structures that the words may mean.
    private func list(_ asked: String, _ application: Application) throws {
        let found = try application.suppliers(named: asked)
        switch output.format {
        case .json:
            let matches = found.map { match in
                JSONValue.object([
                    .init("key", .string(match.key)), .init("name", .string(match.name)),
                    .init("city", .string(match.city)),
                ])
            }
            try Output.write(JSONValue.object([.init("matches", .array(matches))]).pretty, to: output.output)
        default:
            let table = ReportTable(
                title: Phrase("Structures", "Suppliers"),
                columns: [
                    .init("key", Phrase("SIRET ou SIREN", "SIRET or SIREN")), .init("name", Phrase("nom", "name")),
                    .init("city", Phrase("ville", "city")),
                ], rows: found.map { [.text($0.key), .text($0.name), .text($0.city)] })
            try Output.write(table.text(Speech.language, width: Output.width, wraps: true), to: output.output)
        }
    }
}
