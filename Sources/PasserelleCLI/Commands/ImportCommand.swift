import ArgumentParser
import Catalog
import Foundation
import Nomenclature
import Passerelle
import Wording
import Workspace

struct ImportCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "import",
            abstract: text(
                "Lit des avis, des fournisseurs ou des données d’attribution.",
                "Reads notices, suppliers or award data."),
            subcommands: [Notices.self, Suppliers.self, Contracts.self])
    }

    /// What the three imports have in common.
    struct Options: ParsableArguments {
        @Argument(
            help: ArgumentHelp(
                text(
                    "Fichiers, dossiers ou archives (.gz, .zip, .tar) ; « - » pour l’entrée standard.",
                    "Files, folders or archives (.gz, .zip, .tar); “-” for standard input."), valueName: "chemin"))
        var paths: [String]

        @Flag(
            help: ArgumentHelp(
                text("Un seul rejet fait échouer la commande (code 2).", "A single reject fails the command (exit 2)."))
        )
        var strict = false

        @Option(
            help: ArgumentHelp(
                text(
                    "Avancement : auto (une ligne dans un terminal), json ou none.",
                    "Progress: auto (a line on a terminal), json or none."), valueName: "mode"))
        var progress: ProgressMode = .auto

        @OptionGroup var common: CommonOptions
        @OptionGroup var output: OutputOptions
    }

    struct Notices: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                abstract:
                    text(
                        "Lit des avis de marché (eForms, TED, BOAMP).", "Reads tender notices (eForms, TED, BOAMP)."))
        }
        @OptionGroup var options: Options
        func run() throws {
            try options.output.require(.table, .json)
            let application = try options.common.application(create: true)
            let summary = try ProgressDisplay(mode: options.progress).run {
                try application.importNotices(options.paths, progress: $0)
            }
            try ImportReport.show(summary, options)
        }
    }

    struct Suppliers: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(abstract: text("Lit des listes de fournisseurs.", "Reads lists of suppliers."))
        }
        @Option(
            help: ArgumentHelp(
                text(
                    "Source : \(SupplierSource.all.map(\.id).joined(separator: ", ")) ; sinon reconnue au contenu.",
                    "Source: \(SupplierSource.all.map(\.id).joined(separator: ", ")); else told from the content."),
                valueName: "source"))
        var source: String?
        @Option(
            help: ArgumentHelp(
                text(
                    "Correspondance des colonnes de vos propres fichiers, écrite par « map-columns ».",
                    "Mapping of the columns of your own files, written by “map-columns”."), valueName: "fichier"))
        var mapping: String?
        @Option(
            help: ArgumentHelp(
                text(
                    "Date des informations (AAAA-MM-JJ), si le fichier n’en donne pas ; sinon celle de son nom.",
                    "Day of the information (YYYY-MM-DD), where the file gives none; else that in its name."),
                valueName: "jour"))
        var date: String?
        @Flag(
            help: ArgumentHelp(
                text(
                    "Un fichier corrigé remplace ce que disait celui du même nom, au lieu de s’y ajouter.",
                    "A corrected file replaces what the one of the same name said, instead of adding to it.")))
        var replace = false
        @OptionGroup var options: Options

        func validate() throws {
            if let source, SupplierSource.named(source) == nil {
                let names = SupplierSource.all.map(\.id).joined(separator: ", ")
                throw ValidationError(
                    text(
                        "source « \(source) » inconnue ; il y a : \(names)",
                        "unknown source “\(source)”; there are: \(names)"))
            }
            if source != nil, mapping != nil {
                throw ValidationError(
                    text(
                        "--source et --mapping ne vont pas ensemble : un fichier est une liste connue, ou le vôtre",
                        "--source and --mapping do not go together: a file is a known list, or your own"))
            }
            if let date, Day(iso: date) == nil {
                throw ValidationError(
                    text(
                        "date « \(date) » illisible ; par exemple 2026-07-01",
                        "unreadable date “\(date)”; for example 2026-07-01"))
            }
            if let day = date.flatMap({ Day(iso: $0) }), day > .today {
                throw ValidationError(
                    text(
                        "date « \(day.iso) » à venir : une information est d’hier",
                        "date “\(day.iso)” to come: information is of yesterday"))
            }
        }

        func run() throws {
            try options.output.require(.table, .json)
            let mapping = try mapping.map { try Application.columnMapping($0) }
            let application = try options.common.application(create: true)
            let summary = try ProgressDisplay(mode: options.progress).run {
                try application.importSuppliers(
                    options.paths, source: source.flatMap { SupplierSource.named($0) }, mapping: mapping,
                    seen: date.flatMap { Day(iso: $0) }, replacing: replace, progress: $0)
            }
            try ImportReport.show(summary, options)
        }
    }

    struct Contracts: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                abstract: text(
                    "Lit des données d’attribution (DECP : JSON, XML, CSV).", "Reads award data (DECP: JSON, XML, CSV)."
                ))
        }
        @Option(
            help: ArgumentHelp(
                text(
                    "Clé d’un marché : uid (acheteur et numéro) ou uid-cpv (et code CPV) ; fixée au premier import.",
                    "Key of a contract: uid (buyer and number) or uid-cpv (and CPV code); fixed by the first import."),
                valueName: "clé"))
        var key: ContractKey?
        @OptionGroup var options: Options

        func run() throws {
            try options.output.require(.table, .json)
            let application = try options.common.application(create: true)
            let summary = try ProgressDisplay(mode: options.progress).run {
                try application.importContracts(options.paths, key: key?.key, progress: $0)
            }
            try ImportReport.show(summary, options)
        }
    }
}
