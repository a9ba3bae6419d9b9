import ArgumentParser
import Nomenclature
import Passerelle
import Reports
import Wording

struct LawCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "law",
            abstract: text(
                "Dit ce que le code de la commande publique permet et exige pour un lot, à une date.",
                "Says what the procurement code allows and asks for a lot, at a date."),
            discussion: text(
                """
                Avec --lot, un lot de l’espace de travail ; sans, les faits donnés un à un. --policy juge de même \
                la politique de l’acheteur (docs/policy.md).

                  passerelle law --lot 2026-001-espaces-verts-haute-sauve/4 --policy politique.csv
                  passerelle law --date 2026-09-01 --buyer local --cpv 77310000 --value 250000 --months 36
                """,
                """
                With --lot, a lot of the workspace; without, the facts one by one. --policy judges the buyer’s own \
                policy likewise (docs/policy.md).

                  passerelle law --lot 2026-001-espaces-verts-haute-sauve/4 --policy policy.csv
                  passerelle law --date 2026-09-01 --buyer local --cpv 77310000 --value 250000 --months 36
                """))
    }

    @Option(help: ArgumentHelp(text("Lot, comme pour « match ».", "Lot, as for “match”."), valueName: "lot"))
    var lot: String?
    @Option(
        help: ArgumentHelp(
            text("Jour de la question ; celui de l’avis, sinon aujourd’hui.", "Day; that of the notice, else today."),
            valueName: "aaaa-mm-jj"))
    var date: String?
    @Option(
        help: ArgumentHelp(
            text(
                "Acheteur : state (État), local (collectivité, autre pouvoir adjudicateur), authority (l’un des deux), entity (entité adjudicatrice).",
                "Buyer: state, local (other contracting authority), authority (one of both), entity (contracting entity)."
            ), valueName: "acheteur"))
    var buyer: String?
    @Option(help: ArgumentHelp(text("Codes CPV.", "CPV codes."), valueName: "codes"))
    var cpv: String?
    @Option(
        help: ArgumentHelp(
            text("Nature : works, supplies ou services.", "Kind: works, supplies or services."), valueName: "nature"))
    var nature: String?
    @Option(
        help: ArgumentHelp(text("Valeur estimée, EUR HT.", "Estimated value, EUR before tax."), valueName: "montant"))
    var value: String?
    @Option(help: ArgumentHelp(text("Durée en mois.", "Duration in months."), valueName: "mois"))
    var months: Double?
    @Option(
        help: ArgumentHelp(
            text("Politique de l’acheteur (CSV ou classeur).", "Policy of the buyer (CSV or workbook)."),
            valueName: "fichier"))
    var policy: String?
    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if let date, Day(iso: date) == nil { throw unreadable("--date", date, "2026-07-01") }
        if let buyer, BuyerCategory(rawValue: buyer) == nil {
            throw unreadable("--buyer", buyer, BuyerCategory.allCases.map(\.rawValue).joined(separator: ", "))
        }
        if let nature, PurchaseNature(rawValue: nature) == nil {
            throw unreadable("--nature", nature, PurchaseNature.allCases.map(\.rawValue).joined(separator: ", "))
        }
        if let value, Amount(value) == nil { throw unreadable("--value", value, "250000") }
        if let months, months <= 0 { throw unreadable("--months", "\(months)", "36") }
        for code in codes where CPV(code) == nil { throw unreadable("--cpv", code, "77310000") }
        guard lot == nil || (cpv == nil && nature == nil && value == nil && months == nil) else {
            throw ValidationError(
                text(
                    "--cpv, --nature, --value et --months vont sans --lot",
                    "--cpv, --nature, --value and --months go without --lot"))
        }
    }

    private func unreadable(_ option: String, _ value: String, _ example: String) -> ValidationError {
        ValidationError(
            text(
                "\(option) : « \(value) » illisible ; par exemple \(example)",
                "\(option): unreadable “\(value)”; for example \(example)"))
    }

    private var codes: [String] { cpv?.split { $0 == "," || $0 == " " }.map(String.init) ?? [] }

    func run() throws {
        try output.require(.table, .json, .jsonl)
        let rules = try policy.map { try PolicyFile.read($0) }
        let sheets = try sheets(rules)
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

    private func sheets(_ rules: [LegalDuty]?) throws -> [LawSheet] {
        let day = date.flatMap { Day(iso: $0) }
        let category = buyer.flatMap { BuyerCategory(rawValue: $0) }
        guard let lot else {
            let codes = codes.compactMap { CPV($0) }
            let facts = LotFacts(
                day: day ?? .today, buyer: category,
                nature: nature.flatMap { PurchaseNature(rawValue: $0) } ?? codes.first.map { PurchaseNature($0) },
                cpv: codes, value: value.flatMap { Amount($0) }, months: months)
            return [LawSheet(facts, policy: rules)]
        }
        return try common.application().lots(named: lot).map {
            LawSheet($0, day: day, buyer: category, policy: rules)
        }
    }
}
