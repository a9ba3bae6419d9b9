import Indicators
import Nomenclature
import Tenders
import Wording

/// Figures of indicators in words, the same in pages and tables.
enum IndicatorWords {
    /// The value of a figure with its unit; « – » when there is none.
    static func value(_ result: IndicatorResult, _ language: Language) -> String {
        guard let figure = result.figure else { return NumberFormat.integer(result.count, language) }
        return value(figure.value, unit: result.definition.unit, exact: figure.numerator, language)
    }

    static func value(
        _ value: Double?, unit: IndicatorUnit, exact: IndicatorFigure.Quantity? = nil, _ language: Language
    ) -> String {
        guard let value else { return "–" }
        switch unit {
        case .euros:
            if case .amount(let amount) = exact { return amount.text(language) }
            let number = NumberFormat.decimal(value, decimals: 2, language)
            return language == .french ? number + "\u{202F}€" : "€" + number
        case .ratio: return NumberFormat.percent(value, language)
        case .points:
            let sign = value > 0 ? "+" : ""
            return sign + NumberFormat.decimal(value * 100, decimals: 1, language) + "\u{202F}"
                + Phrase("points", "points")[language]
        case .offers: return NumberFormat.decimal(value, decimals: 2, language)
        case .contracts, .suppliers, .records: return NumberFormat.decimal(value, decimals: 0, language)
        }
    }

    static func quantity(_ quantity: IndicatorFigure.Quantity?, _ language: Language) -> String {
        switch quantity {
        case nil: ""
        case .count(let count): NumberFormat.integer(count, language)
        case .amount(let amount): amount.text(language)
        case .share(let share): NumberFormat.percent(share, language)
        }
    }

    static func percent(_ share: Double?, _ language: Language) -> String {
        share.map { NumberFormat.percent($0, language) } ?? "–"
    }

    /// The buyer as a title names it.
    static func buyer(_ report: SPASERReport, _ language: Language) -> String {
        guard let buyer = report.buyer else { return Phrase("Tous les acheteurs", "All buyers")[language] }
        return report.buyerName.isEmpty ? identifier(buyer) : report.buyerName
    }

    /// « SIRET 00001000900017 », « SIREN 000010009 ».
    static func identifier(_ buyer: String) -> String {
        (buyer.utf8.count == 9 ? "SIREN\u{A0}" : "SIRET\u{A0}") + buyer
    }

    static func period(_ report: SPASERReport, _ language: Language) -> String {
        report.year.map(String.init) ?? Phrase("toutes les années", "all years")[language]
    }

    /// Names of the holders, or their identifiers.
    static func holders(_ line: ContractLine) -> String {
        line.holders.map { $0.name.isEmpty ? $0.id : "\($0.name) (\($0.id))" }
            .joined(separator: " ; ")
    }

    /// « SIAE, ESUS »: what the holders are together.
    static func classes(_ line: ContractLine) -> String {
        let flags: [(ContractFlags, String)] = [
            (.siae, "SIAE"), (.ea, "EA"), (.esat, "ESAT"), (.ess, "ESS"), (.esus, "ESUS"),
        ]
        return flags.filter { line.flags.contains($0.0) }.map(\.1).joined(separator: ", ")
    }

    static func social(_ line: ContractLine) -> Phrase {
        join(
            [
                (.socialClause, Phrase("clause", "clause")), (.socialCriterion, Phrase("critère", "criterion")),
                (.reserved, Phrase("réservé", "reserved")),
            ], line, informed: .socialInformed)
    }

    static func environmental(_ line: ContractLine) -> Phrase {
        join(
            [
                (.environmentalClause, Phrase("clause", "clause")),
                (.environmentalCriterion, Phrase("critère", "criterion")),
            ], line, informed: .environmentalInformed)
    }

    private static func join(_ flags: [(ContractFlags, Phrase)], _ line: ContractLine, informed: ContractFlags)
        -> Phrase
    {
        guard line.flags.contains(informed) else { return Phrase("non renseigné", "not informed") }
        let held = flags.filter { line.flags.contains($0.0) }.map(\.1)
        guard !held.isEmpty else { return Phrase("aucune", "none") }
        return Phrase(held.map(\.fr).joined(separator: ", "), held.map(\.en).joined(separator: ", "))
    }
}
