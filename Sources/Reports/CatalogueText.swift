import Indicators
import Nomenclature
import Wording

extension CataloguePanorama {
    /// The panorama for a terminal of `width` columns: the key figures, then the tables that fit.
    public func text(_ language: Language, width: Int) -> String {
        let places: PanoramaBreakdown.Dimension = (breakdown(.departement)?.rows.count ?? 0) > 1 ? .departement : .epci
        let heading =
            CatalogueWords.territory(self)[language] + Phrase(" · au ", " · on ")[language] + day.text(language)
        var parts = [
            DisplayWidth.wrap(heading, to: width).joined(separator: "\n") + "\n",
            ReportTable.catalogueSummary(self).text(language, width: width, wraps: true),
        ]
        for dimension in [.family, .kind, .legalFamily, .esus, .sectorGroup, places] as [PanoramaBreakdown.Dimension] {
            guard let breakdown = breakdown(dimension), !ReportTable.rowsToShow(breakdown).isEmpty else { continue }
            let limit = dimension.isPlace || dimension == .sectorGroup ? Self.rowsInTerminal : nil
            parts.append(section(breakdown, language, width, limit))
        }
        let quality = ReportTable.catalogueQuality(self, onlyFound: true)
        let short = ReportTable(
            title: quality.title, columns: Array(quality.columns.prefix(3)),
            rows: quality.rows.map { Array($0.prefix(3)) })
        guard !quality.rows.isEmpty else { return parts.joined(separator: "\n") }
        parts.append(short.title[language] + "\n" + short.text(language, width: width, wraps: true))
        return parts.joined(separator: "\n")
    }

    private static let rowsInTerminal = 15

    private func section(_ breakdown: PanoramaBreakdown, _ language: Language, _ width: Int, _ limit: Int?) -> String {
        let table = ReportTable.catalogueInTerminal(breakdown, language, limit: limit)
        let rest = ReportTable.rowsToShow(breakdown).count - table.rows.count
        let more =
            rest > 0
            ? Phrase(
                "… \(rest) de plus : --format html, csv ou xlsx\n", "… \(rest) more: --format html, csv or xlsx\n")[
                    language]
            : ""
        return breakdown.dimension.name[language] + "\n" + table.text(language, width: width, wraps: true) + more
    }
}
