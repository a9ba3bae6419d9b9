import Nomenclature
import Synchronization

/// Distance in km from each commune to the nearest commune of a département: made when a lot first asks for the
/// département, then kept.
final class DepartementDistances: Sendable {
    static let shared = DepartementDistances()

    /// A group of communes of a département, with its bounds.
    private struct Cluster {
        /// Among ``points``.
        var range: Range<Int>
        var centre: SIMD4<Float>
        /// Straight line from the centre to its farthest point.
        var radius: Float

        init(_ points: some Collection<SIMD4<Float>>, at range: Range<Int>) {
            self.range = range
            let mean = points.reduce(SIMD4<Float>(repeating: 0), +) / Float(points.count)
            centre = mean / (mean * mean).sum().squareRoot()
            let centre = centre
            radius = (points.map { SpherePoint.square($0, centre) }.max() ?? 0).squareRoot()
        }
    }

    /// Every commune of the map by its number; NaN for those without a centre.
    let communes: [SIMD4<Float>]
    /// The communes of the clusters, cluster by cluster.
    private let points: [SIMD4<Float>]
    private let clusters: [[Cluster]]
    private let outlines: [(centre: SIMD4<Float>, radius: Float)?]
    /// Made once and never taken back, so that a table may be pointed to.
    private let tables = Mutex<[Int: Table]>([:])

    private struct Table: @unchecked Sendable {
        let distances: UnsafePointer<Float>
    }

    /// Groups that a département is cut into, along the latitude and along the longitude.
    private static let cuts = 4

    private init() {
        let geography = Geography.shared
        var communes = [SIMD4<Float>](repeating: SIMD4(repeating: .nan), count: geography.communeCount)
        var members = [[(latitude: Double, longitude: Double, point: SIMD4<Float>)]](
            repeating: [], count: geography.departements.count)
        for commune in geography.communes {
            guard let centre = commune.centre else { continue }
            let point = SpherePoint.of(centre)
            communes[commune.number] = point
            if let place = geography.departementNumber(commune.departement) {
                members[place].append((centre.latitude, centre.longitude, point))
            }
        }
        self.communes = communes
        var points: [SIMD4<Float>] = []
        clusters = members.map { members in
            let strips = Self.cut(members.sorted { $0.latitude < $1.latitude })
            return strips.flatMap { strip in Self.cut(strip.sorted { $0.longitude < $1.longitude }) }.map { group in
                let start = points.count
                points += group.map(\.point)
                return Cluster(points[start...], at: start..<points.count)
            }
        }
        self.points = points
        let all = points
        outlines = clusters.map { clusters in
            guard let first = clusters.first, let last = clusters.last else { return nil }
            let range = first.range.lowerBound..<last.range.upperBound
            let outline = Cluster(all[range], at: range)
            return (outline.centre, outline.radius)
        }
    }

    private static func cut<Element>(_ list: [Element]) -> [[Element]] {
        let length = max(1, (list.count + cuts - 1) / cuts)
        return stride(from: 0, to: list.count, by: length).map { Array(list[$0..<min($0 + length, list.count)]) }
    }

    /// For each commune of the map, the distance to département number `departement`; NaN for a commune without a centre.
    func table(_ departement: Int) -> UnsafePointer<Float> {
        if let known = tables.withLock({ $0[departement] }) { return known.distances }
        let made = UnsafeMutablePointer<Float>.allocate(capacity: communes.count)
        for (number, point) in communes.enumerated() {
            let square = point.x.isNaN || clusters[departement].isEmpty ? .nan : nearest(point, departement)
            made[number] = square.isNaN ? .nan : SpherePoint.kilometres(square: square)
        }
        let table = Table(distances: UnsafePointer(made))
        let kept = tables.withLock { tables in
            let kept = tables[departement] ?? table
            tables[departement] = kept
            return kept
        }
        if kept.distances != table.distances { made.deallocate() }
        return kept.distances
    }

    /// The centre of a département and the straight line to its farthest commune; `nil` where the map has no centres.
    func bounds(_ departement: Int) -> (centre: SIMD4<Float>, radius: Float)? { outlines[departement] }

    private func nearest(_ point: SIMD4<Float>, _ departement: Int) -> Float {
        points.withUnsafeBufferPointer { points in
            clusters[departement].withUnsafeBufferPointer { clusters in
                // Whole clusters are passed over that lie farther than the farthest commune of another.
                var bound = Float.infinity
                for cluster in clusters {
                    bound = min(bound, SpherePoint.square(point, cluster.centre).squareRoot() + cluster.radius)
                }
                var best = bound * bound
                for cluster in clusters {
                    let gap = SpherePoint.square(point, cluster.centre).squareRoot() - cluster.radius
                    guard gap <= 0 || gap * gap <= best else { continue }
                    for number in cluster.range { best = min(best, SpherePoint.square(point, points[number])) }
                }
                return best
            }
        }
    }

    /// The number of the commune nearest to a point.
    func nearestCommune(to point: SIMD4<Float>) -> Int? {
        var best: (square: Float, number: Int)?
        for (number, commune) in communes.enumerated() where !commune.x.isNaN {
            let square = SpherePoint.square(point, commune)
            if square < best?.square ?? .infinity { best = (square, number) }
        }
        return best?.number
    }
}
