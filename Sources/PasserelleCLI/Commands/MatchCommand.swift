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
    @Option(
        help: ArgumentHelp(
            text(
                "Structures proches dont le métier n’est pas connu, listées à part : 10 par lot dans les formats à lire, aucune en csv, json et jsonl sauf demande.",
                "Suppliers nearby whose trade is not known, listed apart: 10 a lot in the formats to be read, none in csv, json and jsonl unless asked for."
            ), valueName: "n"))
    var contacts: Int?
    @OptionGroup var asked: NeedOptions
    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        let ways = [!lots.isEmpty, all, asked.lotsFile != nil, asked.need != nil].filter { $0 }.count
        guard ways == 1 else {
            throw ValidationError(
                text("nommez un lot, ou bien --all, --lots ou --text", "name a lot, or else --all, --lots or --text"))
        }
        guard contacts ?? 0 >= 0 else {
            throw ValidationError(
                text("--contacts attend un nombre d’au moins 0", "--contacts takes a number of at least 0"))
        }
    }

    func run() throws {
        var options = try asked.matchOptions()
        // Programs that read the list of matches do not take those beside it for matches.
        options.contacts = contacts ?? (output.format.isForPrograms ? 0 : MatchOptions.contactsShown)
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
