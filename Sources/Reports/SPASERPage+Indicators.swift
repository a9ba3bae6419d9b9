import Indicators
import Nomenclature
import Wording

extension SPASERPage {
    /// Every indicator, by theme: a table, then what each counts.
    var indicators: String {
        let themes = IndicatorTheme.allCases.map { theme in
            let results = report.indicators.filter { $0.definition.theme == theme }
            let audits = results.map { audit($0) }.joined(separator: "\n")
            return """
                <section><h3>\(HTML.escape(theme.name[language]))</h3>
                \(table(results, theme))
                <div class="audit">\(audits)</div></section>
                """
        }
        let lead = safe(
            "La part de tous les marchés compte comme un « non » le silence de l’acheteur ; la part des marchés renseignés l’écarte. Le nombre et le montant disent souvent des choses différentes : la loi admet l’un et l’autre.",
            "The share of all contracts takes the buyer’s silence for a no; the share of informed contracts leaves it out. Number and amount often tell different stories: the law accepts both."
        )
        let printed = safe(
            "Les définitions et les listes de marchés se déplient à l’écran.",
            "Definitions and lists of contracts unfold on screen.")
        return """
            <section class="break"><h2>\(safe("Les indicateurs", "The indicators"))</h2>
            <p>\(lead)</p><p>\(printed)</p>
            \(themes.joined(separator: "\n"))
            </section>
            """
    }

    private func table(_ results: [IndicatorResult], _ theme: IndicatorTheme) -> String {
        let isShared = results.contains { $0.amountShared != nil }
        let isCompared = results.contains { $0.comparison != nil }
        var heads = [
            ("", say("Indicateur", "Indicator")), ("num", say("Marchés", "Contracts")), ("num", say("Sur", "Of")),
            ("num", say("Part de tous", "Share of all")), ("num", say("Part des renseignés", "Share of informed")),
            ("num", say("Montant HT", "Amount")), ("num", say("Part du montant", "Share of amount")),
        ]
        if isShared { heads.append(("num", say("Montant partagé", "Shared amount"))) }
        if isCompared { heads.append(("num", say("Année précédente", "Year before"))) }
        let head = heads.map {
            "<th scope=\"col\"\($0.0.isEmpty ? "" : " class=\"\($0.0)\"")>\(HTML.escape($0.1))</th>"
        }
        let caption = HTML.escape(
            theme.name[language] + " – " + IndicatorWords.buyer(report, language) + ", "
                + IndicatorWords.period(report, language))
        let rows = results.map { row($0, isShared: isShared, isCompared: isCompared) }
        return """
            <div class="scroll" role="region" tabindex="0" aria-label="\(caption)"><table>
            <caption>\(caption)</caption><thead><tr>\(head.joined())</tr></thead>
            <tbody>
            \(rows.joined(separator: "\n"))
            </tbody></table></div>
            """
    }

    private func row(_ result: IndicatorResult, isShared: Bool, isCompared: Bool) -> String {
        let name = HTML.escape(result.definition.name[language])
        let isShare = result.figure == nil && !result.definition.denominator.fr.isEmpty
        let heading = "<th scope=\"row\"><span class=\"code\">\(HTML.escape(result.code))</span>\(name)</th>"
        var cells: [String]
        if let figure = result.figure {
            let value = HTML.escape(IndicatorWords.value(result, language))
            if result.definition.unit == .euros {
                cells = ["<td colspan=\"4\"></td><td class=\"num\">\(value)</td><td></td>"]
            } else {
                let terms = figure.denominator.map {
                    IndicatorWords.quantity(figure.numerator, language) + " / " + IndicatorWords.quantity($0, language)
                }
                cells = [
                    "<td></td><td></td><td class=\"num\">\(value)</td><td></td>",
                    "<td class=\"num code\" colspan=\"2\">\(HTML.escape(terms ?? ""))</td>",
                ]
            }
        } else {
            cells = [
                count(result.count), isShare ? count(result.total) : "", isShare ? percent(result.shareOfAll) : "",
                isShare && result.informed != result.total ? percent(result.shareOfInformed) : "",
                result.amount.text(language), isShare ? percent(result.shareOfAmount) : "",
            ].map { "<td class=\"num\">\(HTML.escape($0))</td>" }
        }
        if isShared { cells.append("<td class=\"num\">\(HTML.escape(result.amountShared?.text(language) ?? ""))</td>") }
        if isCompared { cells.append("<td class=\"num\">\(HTML.escape(before(result, isShare: isShare)))</td>") }
        return "<tr>" + heading + cells.joined() + "</tr>"
    }

    private func before(_ result: IndicatorResult, isShare: Bool) -> String {
        guard let comparison = result.comparison else { return "" }
        if result.figure != nil {
            return IndicatorWords.value(comparison.value, unit: result.definition.unit, language)
        }
        return isShare ? percent(comparison.shareOfAll) : count(comparison.count)
    }

    /// What an indicator means and which contracts it counts.
    private func audit(_ result: IndicatorResult) -> String {
        let definition = result.definition
        var terms: [(String, String)] = [
            (say("Définition", "Definition"), definition.definition[language]),
            (say("Numérateur", "Numerator"), definition.numerator[language]),
            (say("Dénominateur", "Denominator"), definition.denominator[language]),
            (say("Base légale", "Legal basis"), definition.legalBasis[language]),
            (say("Données", "Data"), definition.inputs.map { $0.name[language] }.joined(separator: ", ")),
        ]
        if result.notInformed > 0 { terms.append((say("Non renseignés", "Not informed"), count(result.notInformed))) }
        if result.contradictory > 0 {
            terms.append((say("Contradictoires", "Contradictory"), count(result.contradictory)))
        }
        if result.excluded > 0 {
            terms.append((say("Montants écartés des sommes", "Amounts left out of sums"), count(result.excluded)))
        }
        if result.otherEstablishment > 0 {
            terms.append(
                (
                    say(
                        "Autre établissement d’une entreprise inclusive, non compté",
                        "Other establishment of an inclusive enterprise, not counted"),
                    count(result.otherEstablishment)
                ))
        }
        terms += definition.caveats.map { (say("À savoir", "Note"), $0[language]) }
        if result.smallSample && !definition.denominator.fr.isEmpty {
            terms.append((say("Avertissement", "Warning"), SPASERWords.smallSample(report.rules)[language]))
        }
        let list = terms.filter { !$0.1.isEmpty }.map { "<dt>\(HTML.escape($0.0))</dt><dd>\(HTML.escape($0.1))</dd>" }
        return """
            <details><summary><span class="code">\(HTML.escape(result.code))</span>\(HTML.escape(definition.name[language])) \
            <span class="count">– \(HTML.escape(contractCount(result.count)))</span></summary>
            <dl>\(list.joined())</dl>
            \(contracts(of: result))
            </details>
            """
    }

    private func contracts(of result: IndicatorResult) -> String {
        guard result.count > 0 else { return "" }
        if result.count == report.contracts.count, result.code != "V1" {
            return
                "<p>\(safe("Tous les marchés sont concernés : voir la liste de V1.", "All contracts are concerned: see the list of V1."))</p>"
        }
        let table = ReportTable.contracts(report, counting: result.code, limit: listLimit)
        let rest = result.count - table.rows.count
        let more =
            rest > 0
            ? "<p>\(safe("Liste coupée : \(contractCount(rest)) de plus dans les exports CSV et XLSX.", "List cut: \(contractCount(rest)) more in the CSV and XLSX exports."))</p>"
            : ""
        return table.html(
            language, caption: Phrase("Marchés comptés dans \(result.code)", "Contracts counted in \(result.code)"))
            + more
    }
}
