import Wording

/// The strip under a map: what a circle's size means, and how long a kilometre is.
struct MapLegend {
    /// Radius of a circle of one structure.
    var radius: Double
    /// Structures of the greatest circle.
    var largest: Int
    /// Units of the drawing in a kilometre.
    var kilometre: Double
    var language: Language

    /// Up to three sizes, round numbers, the greatest within what is drawn.
    var sizes: [Int] {
        guard largest > 0 else { return [] }
        let top = [1, 2, 5].flatMap { factor in Self.powers.map { $0 * factor } }.filter { $0 <= largest }.max() ?? 1
        return [top, top / 4, 1].reduce(into: []) { sizes, size in
            if size > 0, !sizes.contains(size) { sizes.append(size) }
        }.filter { radius * Double($0).squareRoot() >= 1.5 }
    }

    /// A length between a tenth and a third of the map.
    var kilometres: Int {
        let most = SVGMap.width / 3 / max(kilometre, .leastNormalMagnitude)
        return [1, 2, 5].flatMap { factor in Self.powers.map { $0 * factor } }.filter { Double($0) <= most }.max() ?? 1
    }

    private static let powers = [1, 10, 100, 1_000, 10_000, 100_000]

    var height: Double { max((sizes.first.map { 2 * radius * Double($0).squareRoot() } ?? 0) + 30, 60) }

    func svg(top: Double) -> String {
        let middle = top + height / 2
        var left = 30.0
        var content = ""
        for size in sizes {
            let reach = radius * Double(size).squareRoot()
            let words =
                NumberFormat.integer(size, language)
                + (size == sizes.first
                    ? " " + Phrase(size < 2 ? "structure" : "structures", "structures")[language] : "")
            content += """
                <circle class="size" cx="\(SVGChart.number(left + reach))" cy="\(SVGChart.number(middle))" \
                r="\(SVGChart.number(reach))"/>\
                <text class="soft" x="\(SVGChart.number(left + 2 * reach + 8))" y="\(SVGChart.number(middle + 6))">\
                \(HTML.escape(words))</text>
                """
            // Room for the larger letters of a telephone.
            left += 2 * reach + 30 + Double(words.count) * 16
        }
        let length = Double(kilometres) * kilometre
        let right = SVGMap.width - 30
        content += """
            <line class="rule" x1="\(SVGChart.number(right - length))" y1="\(SVGChart.number(middle + 8))" \
            x2="\(SVGChart.number(right))" y2="\(SVGChart.number(middle + 8))"/>\
            <text class="soft" x="\(SVGChart.number(right))" y="\(SVGChart.number(middle - 4))" text-anchor="end">\
            \(NumberFormat.integer(kilometres, language)) km</text>
            """
        return content
    }
}
