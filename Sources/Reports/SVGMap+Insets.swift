import Indicators
import Nomenclature

extension SVGMap {
    private static let insetMargin = 22.0
    private static let insetPoints = 600

    /// The overseas parts of the territory, each in a box with a scale of its own; circles keep the size of the map.
    func insets(_ frames: [PanoramaMap.Frame], perRow: Int, top: Double, _ radius: Double) -> (
        svg: String, height: Double
    ) {
        guard !frames.isEmpty else { return ("", 0) }
        let room = Self.width / Double(perRow)
        let side = room - 16
        let step = side + 62
        var content = ""
        for (index, frame) in frames.enumerated() {
            let left = Double(index % perRow) * room + 8
            let above = top + Double(index / perRow) * step
            let projection = MapProjection(
                fitting: frame.ground + frame.places.map(\.centre), left: left, top: above, width: side, height: side,
                margin: Self.insetMargin, keepsHeight: true)
            content += """
                <rect class="box" x="\(SVGChart.number(left))" y="\(SVGChart.number(above))" \
                width="\(SVGChart.number(side))" height="\(SVGChart.number(side))" rx="4"/>
                """
            content += ground(
                frame, projection, id: "ground-\(frame.key)", most: Self.insetPoints, margin: Self.insetMargin)
            content += circles(frame, projection, radius)
            for (line, words) in DisplayWidth.wrap(frame.name, to: 14).enumerated() {
                content += """
                    <text class="soft" x="\(SVGChart.number(left + side / 2))" \
                    y="\(SVGChart.number(above + side + 20 + Double(line) * 20))" text-anchor="middle">\
                    \(HTML.escape(words))</text>
                    """
            }
        }
        let lines = (frames.count + perRow - 1) / perRow
        return (content, Double(lines) * step)
    }
}
