import Indicators
import Nomenclature
import Wording

extension SPASERPage {
    /// Columns of a time series beyond which months are too narrow and years are drawn instead.
    private static let mostColumns = 13
    private static let mostDivisions = 8

    var charts: String {
        guard !report.contracts.isEmpty else { return "" }
        return """
            <section><h2>\(safe("En images", "At a glance"))</h2><div class="charts">
            \([considerations, purchases, time, divisions].joined(separator: "\n"))
            </div></section>
            """
    }

    /// A figure with its legend and the numbers that it draws.
    private func figure(
        _ title: String, _ chart: String, legend: [(SVGChart.Tone, String)] = [], table: ReportTable? = nil
    ) -> String {
        let keys = legend.map { "<li>\(SVGChart.swatch($0))\(HTML.escape($1))</li>" }.joined()
        let numbers =
            table.map {
                "<details><summary>\(safe("Voir les chiffres", "See the figures"))</summary>\($0.html(language))</details>"
            } ?? ""
        return """
            <figure><figcaption>\(HTML.escape(title))</figcaption>
            \(chart)
            \(keys.isEmpty ? "" : "<ul class=\"legend\">\(keys)</ul>")\(numbers)</figure>
            """
    }

    private var considerations: String {
        var bars: [SVGChart.Bar] = []
        var sentences: [String] = []
        for (code, tone, name, target) in [
            ("S1", SVGChart.Tone.social, Phrase("Social", "Social"), report.rules.targetSocial),
            ("E1", .environmental, Phrase("Environnement", "Environment"), report.rules.targetEnvironmental),
        ] {
            guard let result = report[code] else { continue }
            let number = percent(result.shareOfAll)
            let amount = percent(result.shareOfAmount)
            bars.append(
                SVGChart.Bar(
                    label: name[language] + say(", en nombre", ", in number"), value: result.shareOfAll ?? 0,
                    text: number,
                    tone: tone, mark: target,
                    markText: say("objectif ", "target ") + NumberFormat.percent(target, decimals: 0, language)))
            bars.append(
                SVGChart.Bar(
                    label: name[language] + say(", en montant", ", in amount"), value: result.shareOfAmount ?? 0,
                    text: amount, tone: tone))
            sentences.append(
                "\(name[language])"
                    + say(
                        " : \(number) des marchés, \(amount) du montant",
                        ": \(number) of contracts, \(amount) of the amount"))
        }
        let title = say("Considérations et objectifs", "Considerations and targets")
        return figure(
            title, SVGChart.bars(title: title, description: sentences.joined(separator: ". "), bars: bars, maximum: 1),
            table: indicatorTable(["S1", "S2", "S3", "S4", "E1", "E2", "E3"]))
    }

    private var purchases: String {
        let bars: [SVGChart.Bar] = [
            ("P1", Phrase("ESS", "ESS")), ("P2", Phrase("ESUS", "ESUS")),
            ("P3", Phrase("Structures inclusives", "Inclusive suppliers")), ("P4", Phrase("SIAE", "SIAE")),
            ("P5", Phrase("Entreprises adaptées", "Adapted enterprises")), ("P6", Phrase("ESAT", "ESAT")),
        ].compactMap { code, name in
            guard let result = report[code] else { return nil }
            let text = ShortAmount.text(result.headlineAmount, language) + " · " + percent(result.shareOfHeadlineAmount)
            return SVGChart.Bar(label: name[language], value: result.headlineAmount.euros, text: text, tone: .ess)
        }
        let title = say(
            "Achats à l’ESS et aux structures inclusives, en montant",
            "Purchases from the ESS and inclusive suppliers, in amount")
        let description = bars.map { $0.label + " " + $0.text }.joined(separator: ". ")
        return figure(
            title, SVGChart.bars(title: title, description: description, bars: bars),
            table: indicatorTable(["P1", "P2", "P3", "P4", "P5", "P6"]))
    }

    private var time: String {
        let months = report.breakdown(.month)
        let isByMonth = (months?.rows.count ?? 0) <= Self.mostColumns
        guard let breakdown = isByMonth ? months : report.breakdown(.year) else { return "" }
        let rows = breakdown.rows.filter { $0.key != Breakdown.unknown }.suffix(Self.mostColumns)
        let columns = rows.map { row in
            SVGChart.Column(
                label: isByMonth ? month(row, among: rows.count) : row.key,
                values: [Double(row.social.count), Double(row.environmental.count), Double(row.ess.count)])
        }
        let title =
            isByMonth ? say("Marchés par mois", "Contracts by month") : say("Marchés par année", "Contracts by year")
        let legend: [(SVGChart.Tone, String)] = [
            (.social, say("considération sociale", "social consideration")),
            (.environmental, say("considération environnementale", "environmental consideration")),
            (.ess, say("titulaire de l’ESS", "ESS holder")),
        ]
        let description = rows.map { row in
            say(
                "\(row.label.fr) : \(row.social.count) sociaux, \(row.environmental.count) environnementaux, \(row.ess.count) ESS",
                "\(row.label.en): \(row.social.count) social, \(row.environmental.count) environmental, \(row.ess.count) ESS"
            )
        }.joined(separator: ". ")
        return figure(
            title,
            SVGChart.columns(
                title: title, description: description, columns: columns, tones: legend.map(\.0),
                axis: { NumberFormat.decimal($0, decimals: $0 == $0.rounded() ? 0 : 1, language) }),
            legend: legend, table: .breakdown(breakdown))
    }

    /// Names of months where there is room for them, else their numbers.
    private func month(_ row: Breakdown.Row, among count: Int) -> String {
        count > 8 ? String(row.key.suffix(2)) : String(row.label[language].prefix { $0 != " " })
    }

    private var divisions: String {
        guard let breakdown = report.breakdown(.division) else { return "" }
        let greatest = breakdown.rows.sorted { ($1.all.amount, $0.key) < ($0.all.amount, $1.key) }.prefix(
            Self.mostDivisions)
        let bars = greatest.map { row in
            SVGChart.Bar(
                label: row.label[language], value: row.all.amount.euros,
                text: ShortAmount.text(row.all.amount, language),
                tone: .other)
        }
        let title = say("Premières familles d’achat (divisions CPV)", "First families of purchases (CPV divisions)")
        let description = bars.map { $0.label + " " + $0.text }.joined(separator: ". ")
        return figure(
            title, SVGChart.bars(title: title, description: description, bars: bars), table: .breakdown(breakdown))
    }

    /// Some indicators in short, beside the chart that draws them.
    private func indicatorTable(_ codes: [String]) -> ReportTable {
        var part = report
        part.indicators = report.indicators.filter { codes.contains($0.code) }
        return .indicatorsInShort(part, language)
    }
}
