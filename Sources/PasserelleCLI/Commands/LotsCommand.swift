import ArgumentParser
import Foundation
import Passerelle
import Wording

struct LotsCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "lots", abstract: text("Liste les lots des avis.", "Lists the lots of the notices."))
    }

    @Argument(help: ArgumentHelp(
        text("Avis ou lots ; tous s’il n’y en a pas.", "Notices or lots; all when there are none."), valueName: "lot"))
    var lots: [String] = []
    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        try output.require(.table, .json, .jsonl)
        let application = try common.application()
        let views = lots.isEmpty ? try application.lots() : try lots.flatMap { try application.lots(named: $0) }
        let records = views.map { LotRecord($0) }
        switch output.format {
        case .json: try Output.write(Output.json(records, pretty: true), to: output.output)
        case .jsonl:
            var data = Data()
            for record in records { data += try Output.json(record, pretty: false) }
            try Output.write(data, to: output.output)
        default:
            try Output.write(views.map(\.reference).joined(separator: "\n") + "\n", to: output.output)
        }
    }
}
