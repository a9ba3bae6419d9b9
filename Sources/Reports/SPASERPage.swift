import Indicators
import Nomenclature
import Wording

/// The page of a SPASER report: key figures first, then charts, every indicator with its terms, the contracts behind
/// it, the rules and the quality of the data.
public struct SPASERPage: Sendable {
    public var report: SPASERReport
    public var language: Language
    /// Printed in the footer when given: pages are otherwise the same every day.
    public var generatedOn: Day?
    /// Contracts listed under each indicator; the others are in the CSV and XLSX exports.
    public var listLimit: Int

    public init(_ report: SPASERReport, language: Language, generatedOn: Day? = nil, listLimit: Int = 200) {
        self.report = report
        self.language = language
        self.generatedOn = generatedOn
        self.listLimit = listLimit
    }

    /// The whole document.
    public var html: String {
        HTMLReport(language: language, title: title, body: body, footer: footer).html
    }

    private var body: String {
        [head, cards, notices, charts, indicators, breakdowns, quality, rules, sources].joined(separator: "\n")
    }

    var title: String {
        let period = report.year.map { " " + String($0) } ?? ""
        return say("Achats responsables\(period)", "Responsible purchases\(period)") + " – "
            + IndicatorWords.buyer(report, language)
    }

    func say(_ french: String, _ english: String) -> String { Phrase(french, english)[language] }
    func safe(_ french: String, _ english: String) -> String { HTML.escape(say(french, english)) }
    func count(_ value: Int) -> String { NumberFormat.integer(value, language) }
    /// « 1 marché », « 2 marchés »; in French zero is singular.
    func contractCount(_ value: Int) -> String {
        count(value) + " " + say(value < 2 ? "marché" : "marchés", value == 1 ? "contract" : "contracts")
    }
    func percent(_ value: Double?) -> String { IndicatorWords.percent(value, language) }

    private var head: String {
        let eyebrow = safe(
            "Promotion des achats publics socialement et écologiquement responsables (SPASER)",
            "Socially and ecologically responsible public purchases (SPASER)")
        let period = report.year.map(String.init) ?? say("toutes années", "all years")
        let siret = report.buyerName.isEmpty ? "" : report.buyer.map { IndicatorWords.identifier($0) + " · " } ?? ""
        let many =
            report.buyer == nil ? count(report.buyers) + " " + say("acheteurs", "buyers") + " · " : ""
        return """
            <header><p class="eyebrow">\(eyebrow)</p>
            <h1>\(HTML.escape(IndicatorWords.buyer(report, language)))</h1>
            <p class="lead">\(HTML.escape(siret + many))\
            \(safe("Marchés notifiés, ", "Contracts notified, "))\(HTML.escape(period))</p></header>
            """
    }

    private var cards: String {
        let contracts = report["V1"]
        let usable = report["V2"]?.count ?? 0
        var items = [
            card(
                "", count(contracts?.count ?? 0), say("marchés notifiés", "contracts notified"),
                contracts?.comparison.map { previous(count($0.count), $0.year) } ?? ""),
            card(
                "", ShortAmount.text(contracts?.amount ?? .zero, language), say("hors taxes", "before tax"),
                say("sur \(count(usable)) montants utilisables", "over \(count(usable)) usable amounts")
                    + (contracts?.comparison.map { " · " + previous(ShortAmount.text($0.amount, language), $0.year) }
                        ?? "")),
        ]
        let shares: [(String, String, Phrase, Double?)] = [
            (
                "S1", "social", Phrase("avec considération sociale", "with a social consideration"),
                report.rules.targetSocial
            ),
            (
                "E1", "green", Phrase("avec considération environnementale", "with an environmental consideration"),
                report.rules.targetEnvironmental
            ),
            (
                "P1", "ess",
                Phrase("confiés à l’économie sociale et solidaire", "held by the social and solidarity economy"), nil
            ),
            ("P3", "inclusive", Phrase("confiés à des structures inclusives", "held by inclusive suppliers"), nil),
        ]
        for (code, style, label, target) in shares {
            guard let result = report[code] else { continue }
            var note = [
                contractCount(result.count) + say(" sur ", " of ") + count(result.total),
                say(
                    "\(percent(result.shareOfHeadlineAmount)) du montant",
                    "\(percent(result.shareOfHeadlineAmount)) of the amount"),
            ]
            if let target {
                note.append(
                    say("objectif ", "target ") + NumberFormat.percent(target, decimals: 0, language))
            }
            if let before = result.comparison { note.append(previous(percent(before.shareOfAll), before.year)) }
            items.append(card(style, percent(result.shareOfAll), label[language], note.joined(separator: "\u{A0}· ")))
        }
        return """
            <section aria-label="\(safe("Chiffres clés", "Key figures"))"><ul class="cards">
            \(items.joined(separator: "\n"))
            </ul></section>
            """
    }

    private func card(_ style: String, _ value: String, _ label: String, _ note: String) -> String {
        """
        <li\(style.isEmpty ? "" : " class=\"\(style)\"")><b>\(HTML.escape(value))</b>\
        <span class="label">\(HTML.escape(label))</span><span class="note">\(HTML.escape(note))</span></li>
        """
    }

    private func previous(_ value: String, _ year: Int) -> String { say("\(value) en \(year)", "\(value) in \(year)") }

    /// What a reader must know before quoting a figure.
    private var notices: String {
        var lines: [String] = []
        if let all = report["V1"], all.total == 0 {
            lines.append(
                safe(
                    "Aucun marché ne répond à cette demande : vérifiez le SIRET de l’acheteur, l’année et les fichiers chargés.",
                    "No contract answers this request: check the buyer’s SIRET, the year and the files loaded."))
        } else if report["V1"]?.smallSample == true {
            lines.append(
                safe(
                    "Moins de \(report.rules.smallSampleWarning) marchés : un seul marché change beaucoup les taux. Citez les nombres plutôt que les pourcentages.",
                    "Fewer than \(report.rules.smallSampleWarning) contracts: a single contract changes the rates a lot. Quote numbers rather than percentages."
                ))
        }
        for code in ["S1", "E1"] {
            // Worth a warning only when silence could change the picture: one contract in ten.
            guard let result = report[code], result.notInformed * 10 > result.total else { continue }
            lines.append(
                safe(
                    "« \(result.definition.name.fr) » : le champ n’est pas renseigné pour \(contractCount(result.notInformed)) sur \(count(result.total)). Ils comptent dans la part de tous les marchés, pas dans celle des marchés renseignés (\(percent(result.shareOfInformed))).",
                    "“\(result.definition.name.en)”: the field is not informed for \(contractCount(result.notInformed)) of \(count(result.total)). They count in the share of all contracts, not in that of informed contracts (\(percent(result.shareOfInformed)))."
                ))
        }
        return lines.map { "<p class=\"notice\">\($0)</p>" }.joined(separator: "\n")
    }

    private var footer: String {
        let made = generatedOn.map { say("Établi le ", "Made on ") + $0.text(language) + ". " } ?? ""
        return "<p>"
            + HTML.escape(
                made
                    + say(
                        "Passerelle, d’après les données essentielles de la commande publique (Licence Ouverte 2.0) et le catalogue de structures. Montants hors taxes. Chaque chiffre se vérifie par la liste des marchés qu’il compte.",
                        "Passerelle, from the award data of public contracts (Licence Ouverte 2.0) and the catalogue of suppliers. Amounts before tax. Every figure can be checked against the list of the contracts that it counts."
                    )) + "</p>"
    }
}

extension ReportTable.Cell {
    /// An amount as headlines give it; « – » for anything else.
    func shortText(_ language: Language) -> String {
        if case .amount(let amount) = self { ShortAmount.text(amount, language) } else { "–" }
    }
}

/// Amounts for headlines: « 177,4 M€ ».
enum ShortAmount {
    static func text(_ amount: Amount, _ language: Language) -> String {
        let euros = amount.euros
        let (value, unit, decimals): (Double, String, Int) =
            switch euros.magnitude {
            case 1e9...: (euros / 1e9, language == .french ? "Md€" : "bn", 2)
            case 1e6...: (euros / 1e6, language == .french ? "M€" : "m", 1)
            case 1e4...: (euros / 1e3, language == .french ? "k€" : "k", 0)
            default: (euros, language == .french ? "€" : "", 0)
            }
        let number = NumberFormat.decimal(value, decimals: decimals, language)
        return language == .french ? number + "\u{202F}" + unit : "€" + number + unit
    }
}
