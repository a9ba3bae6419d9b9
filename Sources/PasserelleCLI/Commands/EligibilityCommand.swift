import ArgumentParser
import Matching
import Nomenclature
import Passerelle
import Reports
import Wording

struct EligibilityCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "eligibility",
            abstract: text(
                "Dit si une structure peut répondre à un lot réservé, selon quel article, et ce qui manque.",
                "Says whether a supplier may answer a reserved lot, under which article, and what is missing."),
            discussion: text(
                """
                Plusieurs --siret : un groupement. --reserve juge le lot comme s’il était réservé selon cet article.

                  passerelle eligibility --lot 2026-001-espaces-verts-haute-sauve/4 --siret 00001153600018
                  passerelle eligibility --lot … --siret … --reserve L2113-13 --date 2026-09-01
                """,
                """
                Several --siret: a group. --reserve judges the lot as if it were reserved under that article.

                  passerelle eligibility --lot 2026-001-espaces-verts-haute-sauve/4 --siret 00001153600018
                  passerelle eligibility --lot … --siret … --reserve L2113-13 --date 2026-09-01
                """))
    }

    @Option(help: ArgumentHelp(text("Lot, comme pour « match ».", "Lot, as for “match”."), valueName: "lot"))
    var lot: String
    @Option(
        name: .customLong("lots"),
        help: ArgumentHelp(
            text("Fichier JSON Lines où se trouve le lot.", "JSON Lines file that holds the lot."),
            valueName: "fichier"))
    var lotsFile: String?
    @Option(
        help: ArgumentHelp(
            text(
                "SIRET, SIREN ou clef de la structure ; plusieurs fois pour un groupement.",
                "SIRET, SIREN or key of the supplier; several times for a group."), valueName: "siret"))
    var siret: [String]
    @Option(
        help: ArgumentHelp(
            text("Article de la réservation supposée.", "Article of the reservation supposed."), valueName: "article"))
    var reserve: [String] = []
    @Option(
        help: ArgumentHelp(
            text("Jour de la question ; celui de l’avis sinon.", "Day of the question; that of the notice otherwise."),
            valueName: "aaaa-mm-jj"))
    var date: String?
    @Option(
        help: ArgumentHelp(
            text(
                "Part de travailleurs concernés que la structure déclare, 0 à 1.",
                "Share of workers concerned that the supplier declares, 0 to 1."), valueName: "part"))
    var share: Double?
    @Option(
        help: ArgumentHelp(
            text(
                "Mission liée aux services du lot (L2113-15) : oui ou non.",
                "Mission linked to the services of the lot (L2113-15): yes or no."), valueName: "oui|non"))
    var mission: String?
    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if let date, Day(iso: date) == nil {
            throw ValidationError(
                text(
                    "date « \(date) » illisible ; par exemple 2026-07-01",
                    "unreadable date “\(date)”; for example 2026-07-01"))
        }
        if let share, !(0...1).contains(share) {
            throw ValidationError(text("--share attend un nombre de 0 à 1", "--share takes a number from 0 to 1"))
        }
        if let mission, !["oui", "non", "yes", "no"].contains(mission) {
            throw ValidationError(text("--mission attend oui ou non", "--mission takes yes or no"))
        }
        guard !siret.isEmpty else {
            throw ValidationError(text("nommez la structure avec --siret", "name the supplier with --siret"))
        }
    }

    func run() throws {
        try output.require(.table, .json, .jsonl)
        let application = try common.application()
        var question = EligibilityQuestion(suppliers: siret)
        question.articles = try reserve.map { try EligibilityQuestion.article($0) }
        question.day = date.flatMap { Day(iso: $0) }
        question.facts = EligibilityFacts(share: share, hasMission: mission.map { ["oui", "yes"].contains($0) })
        let sheets = try sheets(question, application)
        let language = Speech.language
        switch output.format {
        case .json:
            let values = sheets.map { $0.json(language) }
            try Output.write((values.count == 1 ? values[0] : .array(values)).pretty, to: output.output)
        case .jsonl:
            try Output.write(sheets.map { $0.json(language).compact + "\n" }.joined(), to: output.output)
        default:
            let pages = sheets.map { $0.text(language, width: Output.width) }
            try Output.write(pages.joined(separator: "\n"), to: output.output)
        }
    }

    private func sheets(_ question: EligibilityQuestion, _ application: Application) throws -> [EligibilitySheet] {
        guard let lotsFile else {
            return try application.lots(named: lot).map { try application.eligibility(question, for: $0) }
        }
        let need = try NeedFile.need(lot, in: lotsFile, today: application.today)
        return [try application.eligibility(question, for: need, title: need.title, buyer: nil)]
    }
}
