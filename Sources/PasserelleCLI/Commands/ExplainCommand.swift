import ArgumentParser
import Foundation
import Matching
import Nomenclature
import Passerelle
import Reports
import Wording

struct ExplainCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "explain",
            abstract: text(
                "Dit pourquoi une structure est à son rang pour un lot, ou pourquoi elle n’y est pas.",
                "Says why a supplier has its rank for a lot, or why it has none."),
            discussion: text(
                """
                Le lot se nomme comme pour « passerelle match » ; avec --text il n’y en a pas, et avec --lots c’est \
                l’identifiant du lot dans le fichier. La structure se nomme par son SIRET, son SIREN ou sa clef.

                  passerelle explain 2026-001-espaces-verts-haute-sauve/4 00001153600018
                  passerelle explain --text "entretien de berges" --place "40000 Mont-de-Marsan" 00001153600018
                """,
                """
                The lot is named as for “passerelle match”; with --text there is none, and with --lots it is the \
                identifier of the lot in the file. The supplier is named by its SIRET, its SIREN or its key.

                  passerelle explain 2026-001-espaces-verts-haute-sauve/4 00001153600018
                  passerelle explain --text "entretien de berges" --place "40000 Mont-de-Marsan" 00001153600018
                """))
    }

    @Argument(
        help: ArgumentHelp(
            text("Le lot (sauf avec --text), puis la structure.", "The lot (not with --text), then the supplier."),
            valueName: "lot"))
    var names: [String]
    @OptionGroup var asked: NeedOptions
    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard names.count == (asked.need == nil ? 2 : 1) else {
            throw ValidationError(
                asked.need == nil
                    ? text("nommez le lot, puis la structure", "name the lot, then the supplier")
                    : text("avec --text, nommez la structure seule", "with --text, name the supplier alone"))
        }
    }

    func run() throws {
        try output.require(.table, .json, .html)
        let options = try asked.matchOptions()
        let (today, language) = (Day.today, Speech.language)
        let application = asked.usesWorkspace ? try common.application() : nil
        guard let matcher = try asked.matcher(application, today: today), let supplier = names.last else { return }
        let workspace = asked.catalogue == nil ? application : nil
        let sheets = try needs(application, today: today).compactMap { asked in
            try asked.need.map {
                try matcher.explain(
                    $0, view: asked.view, asked: supplier, options: options, language: language, workspace: workspace)
            }
        }
        switch output.format {
        case .json:
            let values = sheets.map { $0.json(language) }
            try Output.write((values.count == 1 ? values[0] : .array(values)).pretty, to: output.output)
        case .html:
            try Output.write(ExplanationPage(sheets, language: language).html, to: output.output)
        default:
            let pages = sheets.map { $0.text(language, width: Output.width) }
            try Output.write(pages.joined(separator: "\n"), to: output.output)
        }
    }

    private func needs(_ application: Application?, today: Day) throws -> [MatchRun.Asked] {
        if let need = try asked.asked(today: today) { return [.init(need: need)] }
        guard let file = asked.lotsFile else {
            return try application?.lots(named: names[0]).map { .init(view: $0) } ?? []
        }
        return [.init(need: try NeedFile.need(names[0], in: file, today: today))]
    }
}
