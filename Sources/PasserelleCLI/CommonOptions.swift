import ArgumentParser
import Foundation
import Passerelle

/// Options that every command takes.
struct CommonOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            text(
                "Espace de travail (sinon $PASSERELLE_WORKSPACE, sinon passerelle.sqlite ici).",
                "Workspace (else $PASSERELLE_WORKSPACE, else passerelle.sqlite here)."), valueName: "fichier"))
    var workspace: String?

    @Option(name: .long, help: ArgumentHelp(text("Langue : fr ou en.", "Language: fr or en."), valueName: "fr|en"))
    var lang: String?

    func validate() throws {
        if let lang, lang != "fr", lang != "en" {
            throw ValidationError(
                text("langue « \(lang) » inconnue : fr ou en", "unknown language “\(lang)”: fr or en"))
        }
    }

    var path: String {
        workspace ?? ProcessInfo.processInfo.environment["PASSERELLE_WORKSPACE"] ?? "passerelle.sqlite"
    }

    /// The application on the workspace; only imports create one.
    func application(create: Bool = false) throws -> Application {
        try Application(workspace: path, create: create)
    }
}

/// The forms in which results are written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json, jsonl, html, xlsx

    /// Read by programs, hence in a form that stays the same unless more is asked for.
    var isForPrograms: Bool {
        switch self {
        case .csv, .json, .jsonl: true
        case .table, .html, .xlsx: false
        }
    }
}

/// Where a result goes.
struct OutputFile: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            text("Fichier de sortie (sinon la sortie standard).", "Output file (else standard output)."),
            valueName: "fichier"))
    var output: String?
}

/// Options of commands that show something.
struct OutputOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            text(
                "Forme du résultat : table, csv, json, jsonl, html ou xlsx.",
                "Form of the result: table, csv, json, jsonl, html or xlsx."), valueName: "forme"))
    var format: OutputFormat = .table

    @OptionGroup var out: OutputFile
    var output: String? { out.output }

    /// - Throws: `ValidationError` naming the forms that the command has.
    func require(_ formats: OutputFormat...) throws {
        guard formats.contains(format) else {
            let names = formats.map(\.rawValue).joined(separator: ", ")
            throw ValidationError(
                text(
                    "cette commande n’a pas la forme « \(format.rawValue) » ; elle a : \(names)",
                    "this command has no form “\(format.rawValue)”; it has: \(names)"))
        }
    }
}
