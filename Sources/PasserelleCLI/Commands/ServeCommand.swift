import ArgumentParser
import Foundation
import Passerelle
import PasserelleWeb
import Wording

struct ServeCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "serve",
            abstract: text(
                "Ouvre Passerelle dans un navigateur, sur cette machine.",
                "Opens Passerelle in a browser, on this machine."))
    }

    @Option(help: ArgumentHelp(text("Port.", "Port."), valueName: "n"))
    var port = 8080
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard (1...65_535).contains(port) else {
            throw ValidationError(text("port de 1 à 65535", "port from 1 to 65535"))
        }
    }

    func run() async throws {
        let site = try Site(application: common.application(), language: Speech.language)
        Output.error(
            text(
                "Passerelle est ouverte : http://127.0.0.1:\(port)/ (Ctrl-C pour arrêter)",
                "Passerelle is open: http://127.0.0.1:\(port)/ (Ctrl-C to stop)"))
        try await site.serve(port: port)
    }
}
