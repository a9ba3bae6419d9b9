import ArgumentParser
import Foundation
import Wording

/// Entry: parses the arguments, runs the command, and turns every failure into a sentence and an exit code
/// (0 done, 1 done with rejects, 2 refused).
@main
enum Main {
    static func main() async {
        do {
            var command = try PasserelleCommand.parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let problem as Problem {
            Output.error(text("Erreur : ", "Error: ") + problem.sentence(Speech.language))
            exit(2)
        } catch let code as ExitCode {
            exit(code.rawValue)
        } catch {
            let message = ParserMessages.translated(PasserelleCommand.fullMessage(for: error))
            if PasserelleCommand.exitCode(for: error) == .success {
                print(message)
                exit(0)
            }
            Output.error(message)
            exit(2)
        }
    }
}

struct PasserelleCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "passerelle",
            abstract: text(
                "Rapproche les marchés publics et les structures de l’économie sociale et solidaire, et chiffre le SPASER.",
                "Matches public tenders with social-economy suppliers, and reports SPASER figures."),
            version: "0.1.0",
            subcommands: [
                ImportCommand.self, StatusCommand.self, LotsCommand.self, ConsiderationsCommand.self, MatchCommand.self,
                ExplainCommand.self, EligibilityCommand.self, LawCommand.self, OpportunitiesCommand.self,
                WatchCommand.self, WeightsCommand.self, SupplierCommand.self, CPVCommand.self, MapColumnsCommand.self,
                ReportCommand.self, ServeCommand.self,
            ])
    }
}
