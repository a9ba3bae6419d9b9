import Indicators
import Nomenclature

extension SVGMap {
    /// Broad strokes over the centres of communes run together into the shape of the territory; on them, a dot a commune.
    /// Where communes are far from each other (the forest of the Landes), the strokes are broader.
    func ground(
        _ frame: PanoramaMap.Frame, _ projection: MapProjection, id: String, most: Int, margin: Double
    ) -> String {
        let (points, cell) = Self.thinned(frame.ground.map { projection.point($0) }, most: most)
        guard !points.isEmpty else { return "" }
        // The mean distance of neighbours, if they filled half of the rectangle evenly.
        let spacing = (projection.used * projection.height * 0.5 / Double(points.count)).squareRoot()
        let strokes = [1.6, 2.6, 4].map { min(max(spacing * $0, Double(cell) * 2, 8), 2 * margin) }
        let reaches = Self.distances(points, step: max(Int(spacing), 1), farthest: strokes[2])
        var definitions = ""
        var land = ""
        var dots = ""
        for (level, stroke) in strokes.enumerated() {
            let path = Self.path(
                zip(points, reaches).filter { Self.level(of: $0.1, in: strokes) == level }.map(\.0))
            if path.isEmpty { continue }
            definitions += "<path id=\"\(id)-\(level)\" d=\"\(path)\"/>"
            land += "<use href=\"#\(id)-\(level)\" class=\"land\" stroke-width=\"\(SVGChart.number(stroke))\"/>"
            let dot = SVGChart.number(min(max(spacing * 0.3, 1.2), 5))
            dots += "<use href=\"#\(id)-\(level)\" class=\"dots\" stroke-width=\"\(dot)\"/>"
        }
        return "<defs>\(definitions)</defs>" + land + dots
    }

    typealias GridPoint = (x: Int, y: Int)

    /// One move and one line of no length a point; a round end makes it a disc.
    private static func path(_ points: [GridPoint]) -> String {
        guard let first = points.first else { return "" }
        var path = "M\(first.x) \(first.y)h0"
        var last = first
        for point in points.dropFirst() {
            path += "m\(point.x - last.x) \(point.y - last.y)h0"
            last = point
        }
        return path
    }

    /// The narrowest stroke that meets those of the neighbours.
    private static func level(of reach: Double, in strokes: [Double]) -> Int {
        strokes.firstIndex { $0 >= 1.4 * reach } ?? strokes.count - 1
    }

    /// How far the fourth nearest neighbour of each point is, `farthest` at most.
    private static func distances(_ points: [GridPoint], step: Int, farthest: Double) -> [Double] {
        var cells: [Int: [GridPoint]] = [:]
        func key(_ x: Int, _ y: Int) -> Int { (y + 1_000) << 20 | (x + 1_000) }
        for point in points { cells[key(point.x / step, point.y / step), default: []].append(point) }
        let rings = max(Int(farthest) / step, 1)
        return points.map { point in
            var found: [Double] = []
            for ring in 1...rings {
                found.removeAll(keepingCapacity: true)
                for y in (point.y / step - ring)...(point.y / step + ring) {
                    for x in (point.x / step - ring)...(point.x / step + ring) {
                        for other in cells[key(x, y)] ?? [] {
                            let (across, down) = (Double(other.x - point.x), Double(other.y - point.y))
                            found.append((across * across + down * down).squareRoot())
                        }
                    }
                }
                // The point itself is among them.
                if found.count > 4 { break }
            }
            found.sort()
            return found.count > 4 ? min(found[4], farthest) : farthest
        }
    }

    /// Whole units, one point a cell of a grid that is as fine as `most` allows; in the order of the lines of a page, so
    /// that the way from one to the next is short to write.
    static func thinned(_ points: [(x: Double, y: Double)], most: Int) -> (points: [GridPoint], cell: Int) {
        var cell = 1
        while true {
            var cells: Set<Int> = []
            var kept: [GridPoint] = []
            for point in points {
                let (x, y) = (Int(point.x.rounded()), Int(point.y.rounded()))
                if cells.insert((y / cell) << 20 | (x / cell)).inserted { kept.append((x, y)) }
            }
            if kept.count <= max(most, 1) { return (kept.sorted { ($0.y, $0.x) < ($1.y, $1.x) }, cell) }
            cell += 1
        }
    }
}
