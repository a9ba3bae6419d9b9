import Indicators
import Wording

extension CataloguePage {
    /// Rows of a chart beyond which bars become too many to read.
    private static let mostBars = 10

    var charts: String {
        guard !isEmpty else { return "" }
        return """
            <section><h2>\(safe("En images", "At a glance"))</h2><div class="charts">
            \([
                figure(.kind) { CatalogueWords.tone(ofKind: $0.key) },
                figure(.legalFamily) { _ in .ess },
                figure(.sectorGroup) { $0.key.hasPrefix("group:") ? .ess : .none },
                figure(occupied.count > 1 ? .departement : .epci) { _ in .ess },
            ].joined(separator: "\n"))
            </div></section>
            """
    }

    private var occupied: [PanoramaRow] {
        (panorama.breakdown(.departement)?.rows ?? []).filter { $0.all.structures > 0 }
    }

    private func figure(_ dimension: PanoramaBreakdown.Dimension, tone: (PanoramaRow) -> SVGChart.Tone) -> String {
        let rows = (panorama.breakdown(dimension)?.rows ?? []).filter {
            $0.all.structures > 0 && $0.key != PanoramaBreakdown.unknown
        }
        guard !rows.isEmpty else { return "" }
        let shown = rows.sorted { $0.all.structures > $1.all.structures }.prefix(Self.mostBars)
        let bars = shown.map { row in
            SVGChart.Bar(
                label: CatalogueWords.shortEPCI(row.label[language]), value: Double(row.all.structures),
                text: count(row.all.structures),
                tone: tone(row))
        }
        let rest = rows.count - shown.count
        let more =
            rest > 0
            ? "<p class=\"meta\">\(safe("\(rest) de plus dans le tableau.", "\(rest) more in the table."))</p>" : ""
        let title = dimension.name[language]
        let words = shown.map { $0.label[language] + say(" : ", ": ") + count($0.all.structures) }
        var legend = ""
        if dimension == .sectorGroup, rows.contains(where: { $0.note != rows[0].note }) {
            let keys = [
                (SVGChart.Tone.ess, say("secteur déclaré", "declared sector")),
                (.none, say("activité NAF", "NAF activity")),
            ]
            legend =
                "<ul class=\"legend\">"
                + keys.map { "<li>\(SVGChart.swatch($0))\(HTML.escape($1))</li>" }.joined() + "</ul>"
        }
        return """
            <figure><figcaption>\(HTML.escape(title))</figcaption>
            \(SVGChart.bars(title: title, description: words.joined(separator: ", "), bars: bars))
            \(legend)\(more)</figure>
            """
    }
}
