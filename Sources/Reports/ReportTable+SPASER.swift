import Indicators
import Nomenclature
import Tenders
import Wording

extension ReportTable {
    /// All indicators with their terms, one row an indicator.
    public static func indicators(_ report: SPASERReport, _ language: Language) -> ReportTable {
        ReportTable(
            title: Phrase("Indicateurs", "Indicators"),
            columns: [
                Column("code", Phrase("Code", "Code")), Column("name", Phrase("Indicateur", "Indicator"), .longText),
                Column("count", Phrase("Marchés", "Contracts"), .number),
                Column("total", Phrase("Sur", "Of"), .number),
                Column("share", Phrase("Part de tous", "Share of all"), .percent),
                Column("informed", Phrase("Renseignés", "Informed"), .number),
                Column("shareOfInformed", Phrase("Part des renseignés", "Share of informed"), .percent),
                Column("amount", Phrase("Montant HT", "Amount"), .amount),
                Column("shareOfAmount", Phrase("Part du montant", "Share of amount"), .percent),
                Column("amountShared", Phrase("Montant partagé HT", "Shared amount"), .amount),
                Column("value", Phrase("Valeur", "Value")),
                Column("notInformed", Phrase("Non renseignés", "Not informed"), .number),
                Column("contradictory", Phrase("Contradictoires", "Contradictory"), .number),
                Column("excluded", Phrase("Montants exclus", "Amounts left out"), .number),
                Column("previous", Phrase("Année précédente", "Year before"), .percent),
                Column("warning", Phrase("Avertissement", "Warning"), .longText),
                Column("legalBasis", Phrase("Base légale", "Legal basis"), .longText),
            ],
            rows: report.indicators.map { result in
                let isValue = result.figure != nil
                let isAboutContracts = !isValue || result.count > 0
                let isShare = !isValue && !result.definition.denominator.fr.isEmpty
                return [
                    .text(result.code), .phrase(result.definition.name),
                    isAboutContracts ? .count(result.count) : .empty, isAboutContracts ? .count(result.total) : .empty,
                    isShare ? .percent(result.shareOfAll) : .empty, isShare ? .count(result.informed) : .empty,
                    isShare ? .percent(result.shareOfInformed) : .empty,
                    isValue ? figureAmount(result) : .amount(result.amount),
                    isShare ? .percent(result.shareOfAmount) : .empty, .amount(result.amountShared),
                    isValue && result.definition.unit != .euros
                        ? .text(IndicatorWords.value(result, language)) : .empty, .count(result.notInformed),
                    .count(result.contradictory), .count(result.excluded),
                    isShare ? .percent(result.comparison?.shareOfAll) : .empty,
                    result.smallSample
                        ? .phrase(SPASERWords.smallSample(report.rules)) : .empty,
                    .phrase(result.definition.legalBasis),
                ]
            })
    }

    /// The same for a terminal: what fits 80 columns.
    public static func indicatorsInShort(_ report: SPASERReport, _ language: Language) -> ReportTable {
        ReportTable(
            title: Phrase("Indicateurs", "Indicators"),
            columns: [
                Column("code", Phrase("Code", "Code")), Column("name", Phrase("Indicateur", "Indicator"), .longText),
                Column("value", Phrase("Valeur", "Value"), .number), Column("share", Phrase("Part", "Share"), .percent),
                Column("amount", Phrase("Montant", "Amount"), .amount),
                Column("shareOfAmount", Phrase("Part €", "Share €"), .percent),
            ],
            rows: report.indicators.map { result in
                let isValue = result.figure != nil
                let isMoney = result.definition.unit == .euros
                return [
                    .text(result.code), .phrase(result.definition.name),
                    isMoney ? .empty : .text(IndicatorWords.value(result, language)),
                    isValue ? .empty : .percent(result.shareOfAll),
                    isMoney
                        ? .text(figureAmount(result).shortText(language))
                        : isValue ? .empty : .text(ShortAmount.text(result.headlineAmount, language)),
                    isValue ? .empty : .percent(result.shareOfHeadlineAmount),
                ]
            })
    }

    /// The value of an indicator that is a sum of money.
    private static func figureAmount(_ result: IndicatorResult) -> Cell {
        guard result.definition.unit == .euros, result.figure?.value != nil,
            case .amount(let amount) = result.figure?.numerator
        else { return .empty }
        return .amount(amount)
    }

    /// The contracts counted in V1; with a code, those that this indicator counts.
    public static func contracts(_ report: SPASERReport, counting code: String? = nil, limit: Int? = nil) -> ReportTable
    {
        var table = ReportTable(
            title: Phrase("Marchés", "Contracts"),
            columns: [
                Column("id", Phrase("Numéro", "Number")), Column("object", Phrase("Objet", "Object"), .longText),
                Column("buyer", Phrase("Acheteur", "Buyer")),
                Column("holders", Phrase("Titulaires", "Holders"), .longText),
                Column("classes", Phrase("Qualités", "Classes")), Column("date", Phrase("Notifié", "Notified"), .date),
                Column("amount", Phrase("Montant HT", "Amount"), .amount),
                Column("social", Phrase("Social", "Social")),
                Column("environmental", Phrase("Environnement", "Environment")),
                Column("source", Phrase("Source", "Source"), .longText),
            ])
        if code == nil { table.columns.append(Column("indicators", Phrase("Compté dans", "Counted in"), .longText)) }
        // Under an indicator, what it is about is known and the list stays narrow enough for its source to be seen.
        let hidden: Set<String> =
            code == nil
            ? [] : report.buyer == nil ? ["social", "environmental"] : ["buyer", "social", "environmental"]
        let shown = table.columns.indices.filter { !hidden.contains(table.columns[$0].key) }
        let lines =
            code.map { report[$0].map { report.contracts(countedBy: $0) } ?? [] } ?? Array(report.contracts.indices)
        table.rows = lines.prefix(limit ?? lines.count).map { position in
            let line = report.contracts[position]
            var row: [Cell] = [
                .text(line.contract.id), .text(line.contract.object), .text(line.contract.buyer),
                .text(IndicatorWords.holders(line)), .text(IndicatorWords.classes(line)),
                .date(line.contract.notificationDay), .amount(line.amount), .phrase(IndicatorWords.social(line)),
                .phrase(IndicatorWords.environmental(line)),
                .phrase(SPASERWords.source(line.source)),
            ]
            if code == nil { row.append(.text(report.indicators(counting: line).joined(separator: " "))) }
            return shown.map { row[$0] }
        }
        table.columns = shown.map { table.columns[$0] }
        return table
    }

    /// One cut of the contracts.
    public static func breakdown(_ breakdown: Breakdown) -> ReportTable {
        ReportTable(
            title: Phrase("Par \(breakdown.dimension.name.fr)", "By \(breakdown.dimension.name.en)"),
            columns: [
                Column(
                    "label", Phrase(capitalised(breakdown.dimension.name.fr), capitalised(breakdown.dimension.name.en)),
                    .longText),
                Column("contracts", Phrase("Marchés", "Contracts"), .number),
                Column("amount", Phrase("Montant HT", "Amount"), .amount),
                Column("social", Phrase("Social", "Social"), .number),
                Column("environmental", Phrase("Environnement", "Environment"), .number),
                Column("ess", Phrase("ESS", "ESS"), .number),
                Column("essAmount", Phrase("Montant ESS", "ESS amount"), .amount),
                Column("inclusive", Phrase("Inclusifs", "Inclusive"), .number),
            ],
            rows: breakdown.rows.map { row in
                let prefix = breakdown.dimension == .division && row.key != Breakdown.unknown ? row.key + " " : ""
                return [
                    .phrase(Phrase(prefix + row.label.fr, prefix + row.label.en)), .count(row.all.count),
                    .amount(row.all.amount), .count(row.social.count), .count(row.environmental.count),
                    .count(row.ess.count), .amount(row.ess.amount), .count(row.inclusive.count),
                ]
            })
    }

    /// The counting rules, one a row.
    public static func rules(_ rules: CountingRules) -> ReportTable {
        ReportTable(
            title: Phrase("Règles de comptage", "Counting rules"),
            columns: [
                Column("rule", Phrase("Règle", "Rule")), Column("value", Phrase("Valeur", "Value"), .longText),
            ],
            rows: RuleWords.all(rules).map { [.phrase($0.name), .phrase($0.value)] })
    }

    private static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

extension Workbook {
    /// A SPASER report: indicators, contracts, cuts and rules.
    public init(_ report: SPASERReport, language: Language) {
        self.init(
            title: "SPASER " + IndicatorWords.buyer(report, language) + " " + IndicatorWords.period(report, language),
            sheets: [.indicators(report, language), .contracts(report)]
                + report.breakdowns.map { .breakdown($0) } + [.rules(report.rules)],
            language: language)
    }
}
