import ArgumentParser
import Catalog
import Foundation
import Nomenclature
import Passerelle
import Reports
import Wording

struct MatchCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "match",
            abstract: text(
                "Classe les fournisseurs pour un lot, ou pour un besoin en quelques mots.",
                "Ranks suppliers for a lot, or for a need in a few words."),
            discussion: text(
                """
                Un lot se nomme avis/lot : l’avis par son identifiant, son numéro au Journal officiel ou son nom de \
                fichier, le lot par son numéro.

                  passerelle match 2026-001-espaces-verts-haute-sauve/4
                  passerelle match --text "entretien de berges" --place "40000 Mont-de-Marsan"
                """,
                """
                A lot is named notice/lot: the notice by its identifier, its number in the Official Journal or its \
                file name, the lot by its number.

                  passerelle match 2026-001-espaces-verts-haute-sauve/4
                  passerelle match --text "entretien de berges" --place "40000 Mont-de-Marsan"
                """))
    }

    @Argument(help: ArgumentHelp(text("Lots ou avis.", "Lots or notices."), valueName: "lot"))
    var lots: [String] = []
    @Flag(
        help: ArgumentHelp(
            text(
                "Tous les lots à pourvoir de l’espace de travail (hors avis d’attribution).",
                "All lots of the workspace to be awarded (no award notices).")))
    var all = false
    @OptionGroup var asked: NeedOptions
    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        let ways = [!lots.isEmpty, all, asked.lotsFile != nil, asked.need != nil].filter { $0 }.count
        guard ways == 1 else {
            throw ValidationError(
                text("nommez un lot, ou bien --all, --lots ou --text", "name a lot, or else --all, --lots or --text"))
        }
    }

    func run() throws {
        let options = try asked.matchOptions()
        let today = Day.today
        let application = asked.usesWorkspace ? try common.application() : nil
        guard let matcher = try asked.matcher(application, today: today) else { return }
        let need = try asked.asked(today: today)
        let run = MatchRun(matcher, options: options, language: Speech.language)
        let output = try MatchOutput(output, searched: matcher.supplierCount)
        try run.forEachSheet(counts: output.counts, render: output.render) { give in
            if let need {
                try give(.init(need: need))
            } else if let file = asked.lotsFile {
                try NeedFile.forEach(file, today: today) { try give(.init(need: $0)) }
            } else if all {
                try application?.forEachLotToMatch { try give(.init(view: $0)) }
            } else {
                for name in lots {
                    for view in try application?.lots(named: name) ?? [] { try give(.init(view: view)) }
                }
            }
        } _: {
            try output.write($0)
        }
        try output.finish()
    }
}
