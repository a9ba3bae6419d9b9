import Indicators
import Nomenclature

extension SVGMap {
    private static let mostLabels = 16
    /// The largest towns are named even on a circle; fewer of them on a small screen.
    private static let mainTowns = 10
    private static let townsOnSmallScreen = 5

    /// Names of the most populous communes, each beside the circle that lies on it; a town without room is not named.
    func labels(_ frame: PanoramaMap.Frame, _ projection: MapProjection, _ radius: Double) -> String {
        let discs = frame.places.map { place in
            let centre = projection.point(place.centre)
            return (
                key: place.key, box: MapBox(x: centre.x, y: centre.y, reach: radius * Double(place.total).squareRoot())
            )
        }
        var taken: [MapBox] = []
        var labels = ""
        for (rank, town) in frame.towns.enumerated() where taken.count < Self.mostLabels {
            let centre = projection.point(town.centre)
            let around = discs.filter { $0.box.covers(x: centre.x, y: centre.y) }
            // Beside the circle of another commune, the name would be read as that one's.
            if map.scale == .commune, around.contains(where: { $0.key != town.key }) { continue }
            let right = max(around.map(\.box.right).max() ?? 0, centre.x) + 6
            let left = min(around.map(\.box.left).min() ?? .infinity, centre.x) - 6
            let above = min(around.map(\.box.top).min() ?? .infinity, centre.y) - 6
            let below = max(around.map(\.box.bottom).max() ?? 0, centre.y) + 22
            let boxes = [
                MapBox(text: town.name, anchor: "start", x: right, y: centre.y + 7),
                MapBox(text: town.name, anchor: "end", x: left, y: centre.y + 7),
                MapBox(text: town.name, anchor: "middle", x: centre.x, y: above),
                MapBox(text: town.name, anchor: "middle", x: centre.x, y: below),
            ].filter { box in
                box.isInside(width: Self.width, height: projection.height) && !taken.contains(where: box.meets)
            }
            guard
                let box = boxes.first(where: { box in !discs.contains { $0.box.isLarge && box.meets($0.box) } })
                    ?? (rank < Self.mainTowns ? boxes.first : nil)
            else { continue }
            taken.append(box)
            labels += """
                <text class="\(taken.count <= Self.townsOnSmallScreen ? "town" : "town minor")" x="\(SVGChart.number(box.x))" \
                y="\(SVGChart.number(box.y))" text-anchor="\(box.anchor)">\(HTML.escape(town.name))</text>
                """
        }
        return labels
    }
}

/// The room that a label or a circle takes, so that two do not lie on each other.
struct MapBox {
    let left, right, top, bottom: Double
    /// Where the label is written; the centre of a circle.
    let x, y: Double
    let anchor: String

    /// - Parameters:
    ///   - anchor: `start`, `middle` or `end`, as SVG has it.
    ///   - y: the line that the letters stand on.
    init(text: String, anchor: String, x: Double, y: Double) {
        // A wide typeface at the size of the page's map labels.
        let width = Double(text.count) * 11.5
        left = x - (anchor == "start" ? 0 : anchor == "end" ? width : width / 2)
        right = left + width
        top = y - 19
        bottom = y + 6
        (self.x, self.y, self.anchor) = (x, y, anchor)
    }

    init(x: Double, y: Double, reach: Double) {
        (left, right, top, bottom) = (x - reach, x + reach, y - reach, y + reach)
        (self.x, self.y, anchor) = (x, y, "middle")
    }

    /// A circle that a label would be hard to read on.
    var isLarge: Bool { right - left > 20 }

    func meets(_ other: MapBox) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    /// Whether the circle lies on the point.
    func covers(x: Double, y: Double) -> Bool {
        let (across, down, reach) = (x - self.x, y - self.y, (right - left) / 2)
        return across * across + down * down <= reach * reach
    }

    func isInside(width: Double, height: Double) -> Bool { left >= 0 && right <= width && top >= 0 && bottom <= height }
}
