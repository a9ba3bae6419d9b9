import ArgumentParser
import Foundation
import Passerelle
import Reports
import Wording

struct LotsCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "lots", abstract: text("Liste les lots des avis.", "Lists the lots of the notices."))
    }

    @Argument(
        help: ArgumentHelp(
            text("Avis ou lots ; tous s’il n’y en a pas.", "Notices or lots; all when there are none."),
            valueName: "lot"))
    var lots: [String] = []
    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let application = try common.application()
        let views = lots.isEmpty ? try application.lots() : try lots.flatMap { try application.lots(named: $0) }
        switch output.format {
        case .table:
            let table = LotsTable.short(views).text(Speech.language, width: Output.width, wraps: true)
            try Output.write(table, to: output.output)
        case .csv: try Output.write(LotsTable.table(views).csv(Speech.language), to: output.output)
        case .json: try Output.write(JSONValue.array(views.map(\.json)).pretty + "\n", to: output.output)
        case .jsonl: try Output.write(views.map { $0.json.compact + "\n" }.joined(), to: output.output)
        case .html:
            let title = text("Lots", "Lots")
            let page = HTMLReport(
                language: Speech.language, title: title,
                body: "<main><h1>\(title)</h1>" + LotsTable.table(views).html(Speech.language) + "</main>", footer: "")
            try Output.write(page.html, to: output.output)
        case .xlsx:
            let book = Workbook(
                title: text("Lots", "Lots"), sheets: [LotsTable.table(views)], language: Speech.language)
            try Output.write(book, to: output.output)
        }
    }
}
