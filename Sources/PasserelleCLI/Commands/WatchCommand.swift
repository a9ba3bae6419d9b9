import ArgumentParser
import Foundation
import Nomenclature
import Passerelle
import Reports
import Wording
import Workspace

struct WatchCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "watch",
            abstract: text(
                "Veilles : ce qui est nouveau pour une structure depuis la dernière fois.",
                "Watches: what is new for a supplier since the last time."),
            subcommands: [Add.self, List.self, Remove.self, Run.self])
    }

    struct Add: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "add", abstract: text("Enregistre une veille.", "Saves a watch."),
                discussion: text(
                    "Sans --min-score, les lots à partir de 30 sur 100.", "Without --min-score, lots from 30 of 100."))
        }

        /// What a score of less promises too rarely to be told (`docs/matching.md`).
        private static let usualScore = 30.0

        @Argument(help: ArgumentHelp(text("Nom de la veille.", "Name of the watch."), valueName: "nom"))
        var name: String
        @Argument(
            help: ArgumentHelp(
                text("SIRET, SIREN, clef, ou fichier de profil.", "SIRET, SIREN, key, or profile file."),
                valueName: "structure"))
        var supplier: String
        @OptionGroup var filter: OpportunityFilter
        @OptionGroup var dated: DateOption
        @OptionGroup var common: CommonOptions

        func run() throws {
            var options = OpportunityOptions()
            filter.apply(to: &options)
            options.minScore = filter.minScore ?? Self.usualScore
            let application = try Application(workspace: common.path, today: dated.day)
            for remark in try application.addWatch(name, of: supplier, options: options) {
                Output.error(remark.sentence(Speech.language))
            }
            try Output.write(text("Veille « \(name) » enregistrée.", "Watch “\(name)” saved.") + "\n", to: nil)
        }
    }

    struct List: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(commandName: "list", abstract: text("Donne les veilles.", "Lists the watches."))
        }

        @OptionGroup var common: CommonOptions
        @OptionGroup var output: OutputOptions

        func run() throws {
            try output.require(.table, .csv, .json)
            let watches = try common.application().watches()
            let language = Speech.language
            switch output.format {
            case .json:
                try Output.write(JSONValue.array(watches.map(\.json)).pretty, to: output.output)
            case .csv: try Output.write(ReportTable.watches(watches).csv(language), to: output.output)
            default:
                try Output.write(
                    ReportTable.watches(watches).text(language, width: Output.width, wraps: true), to: output.output)
            }
        }
    }

    struct Remove: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(commandName: "remove", abstract: text("Retire une veille.", "Removes a watch."))
        }

        @Argument(help: ArgumentHelp(text("Nom de la veille.", "Name of the watch."), valueName: "nom"))
        var name: String
        @OptionGroup var common: CommonOptions

        func run() throws {
            try common.application().removeWatch(name)
            try Output.write(text("Veille « \(name) » retirée.", "Watch “\(name)” removed.") + "\n", to: nil)
        }
    }

    struct Run: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "run",
                abstract: text(
                    "Donne ce qui est nouveau depuis la dernière fois, une seule fois.",
                    "Gives what is new since the last time, once."))
        }

        enum Form: String, ExpressibleByArgument, CaseIterable {
            case text, json, atom, ics
        }

        @Argument(
            help: ArgumentHelp(
                text("Nom de la veille ; toutes sinon.", "Name of the watch; all otherwise."), valueName: "nom"))
        var name: String?
        @Option(
            help: ArgumentHelp(
                text("Forme du résultat : text, json, atom ou ics.", "Form of the result: text, json, atom or ics."),
                valueName: "forme"))
        var format: Form = .text
        @Flag(
            help: ArgumentHelp(
                text(
                    "Ne note rien : la prochaine fois redonnera la même chose.",
                    "Notes nothing: the next time gives the same again.")))
        var dryRun = false
        @OptionGroup var dated: DateOption
        @OptionGroup var common: CommonOptions
        @OptionGroup var out: OutputFile

        func run() throws {
            let application = try Application(workspace: common.path, today: dated.day)
            let problems = try application.runWatches(name, isDryRun: dryRun) { reports in
                // Written to the end before anything is noted.
                let stream = try Output.Stream(out.output)
                try stream.write(Array(content(reports).utf8))
                try stream.finish()
            }
            for problem in problems { Output.error(problem.sentence(Speech.language)) }
            if !problems.isEmpty { throw ExitCode(1) }
        }

        private func content(_ reports: [WatchReport]) -> String {
            let language = Speech.language
            switch format {
            case .text: return WatchText.text(reports, width: Output.width)
            case .json: return JSONValue.array(reports.map { $0.json(language) }).pretty
            case .atom:
                return WatchFeed(
                    reports, day: dated.day, identifier: Application.feedIdentifier(name), language: language
                ).xml
            case .ics: return WatchCalendar(reports, day: dated.day, language: language).text
            }
        }
    }
}
