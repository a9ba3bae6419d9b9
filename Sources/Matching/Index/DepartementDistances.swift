import Nomenclature
import Synchronization

/// Distance from each commune to the nearest commune of a département: worked out when it is first asked for, then kept.
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

        /// Straight line from a point to the centre.
        func line(from point: SIMD4<Float>) -> Float { SpherePoint.square(point, centre).squareRoot() }
    }

    /// Every commune of the map by its number; NaN for those without a centre.
    let communes: [SIMD4<Float>]
    /// The communes of the clusters, cluster by cluster, and their numbers.
    private let points: [SIMD4<Float>]
    private let numbers: [UInt16]
    /// By départements; the last are of the communes that are in none.
    private let clusters: [[Cluster]]
    private let outlines: [Cluster?]
    /// Made once and never taken back, so that a table may be pointed to.
    private let tables = Mutex<[Int: Table]>([:])

    /// Groups that a département is cut into, along the latitude and along the longitude.
    private static let cuts = 4
    /// What rounding may take from a bound that is the sum of straight lines of at most 2.
    private static let rounding: Float = 1e-5

    private init() {
        let geography = Geography.shared
        let none = geography.departements.count
        var communes = [SIMD4<Float>](repeating: SIMD4(repeating: .nan), count: geography.communeCount)
        var members = [[(centre: Coordinates, number: UInt16)]](repeating: [], count: none + 1)
        for commune in geography.communes {
            guard let centre = commune.centre else { continue }
            communes[commune.number] = SpherePoint.of(centre)
            members[geography.departementPlace(of: commune) ?? none].append((centre, UInt16(commune.number)))
        }
        var points: [SIMD4<Float>] = []
        var numbers: [UInt16] = []
        clusters = members.map { members in
            let strips = Self.cut(members.sorted { $0.centre.latitude < $1.centre.latitude })
            return strips.flatMap { strip in
                Self.cut(strip.sorted { $0.centre.longitude < $1.centre.longitude })
            }.map { group in
                let start = points.count
                points += group.map { communes[Int($0.number)] }
                numbers += group.map(\.number)
                return Cluster(points[start...], at: start..<points.count)
            }
        }
        self.communes = communes
        self.points = points
        self.numbers = numbers
        let all = points
        outlines = clusters.map { clusters in
            guard let first = clusters.first, let last = clusters.last else { return nil }
            let range = first.range.lowerBound..<last.range.upperBound
            return Cluster(all[range], at: range)
        }
    }

    private static func cut<Element>(_ list: [Element]) -> [[Element]] {
        let length = max(1, (list.count + cuts - 1) / cuts)
        return stride(from: 0, to: list.count, by: length).map { Array(list[$0..<min($0 + length, list.count)]) }
    }

    /// The centre of a département and the straight line to its farthest commune; `nil` where the map has no centres.
    func bounds(_ departement: Int) -> (centre: SIMD4<Float>, radius: Float)? {
        outlines[departement].map { ($0.centre, $0.radius) }
    }

    // MARK: To a département

    /// The distances to a département, km: each is worked out when it is first asked for, then kept. NaN from a commune
    /// without a centre, and to a département that the map has no centres of.
    struct Table: @unchecked Sendable {
        fileprivate let departement: Int
        fileprivate let cells: UnsafeMutablePointer<Atomic<UInt32>>

        /// What is not a distance, nor the unknown distance.
        fileprivate static let notAsked = UInt32.max
    }

    /// The table of a département by its number.
    func table(_ departement: Int) -> Table {
        tables.withLock { tables in
            if let known = tables[departement] { return known }
            let cells = UnsafeMutablePointer<Atomic<UInt32>>.allocate(capacity: communes.count)
            for number in communes.indices { (cells + number).initialize(to: Atomic(Table.notAsked)) }
            let table = Table(departement: departement, cells: cells)
            tables[departement] = table
            return table
        }
    }

    @inline(__always) func distance(fromCommune number: Int, in table: Table) -> Float {
        let known = table.cells[number].load(ordering: .relaxed)
        return known == Table.notAsked ? measure(number, table) : Float(bitPattern: known)
    }

    /// Two threads that ask at once find the same.
    private func measure(_ number: Int, _ table: Table) -> Float {
        let point = communes[number]
        let distance =
            point.x.isNaN || clusters[table.departement].isEmpty
            ? .nan : SpherePoint.kilometres(square: nearest(point, table.departement))
        table.cells[number].store(distance.bitPattern, ordering: .relaxed)
        return distance
    }

    /// The square of the straight line to the nearest commune of a département.
    private func nearest(_ point: SIMD4<Float>, _ departement: Int) -> Float {
        points.withUnsafeBufferPointer { points in
            clusters[departement].withUnsafeBufferPointer { clusters in
                // Whole clusters are passed over that lie farther than the farthest commune of another, or than what was
                // found.
                var bound = Float.infinity
                for cluster in clusters { bound = min(bound, cluster.line(from: point) + cluster.radius) }
                var best = Float.infinity
                for cluster in clusters {
                    let gap = cluster.line(from: point) - cluster.radius - Self.rounding
                    guard gap <= bound, gap <= 0 || gap * gap <= best else { continue }
                    for number in cluster.range { best = min(best, SpherePoint.square(point, points[number])) }
                }
                return best
            }
        }
    }

    // MARK: To a commune

    /// The number of the commune nearest to a point; of equally near ones the first.
    func nearestCommune(to point: SIMD4<Float>) -> Int? {
        // Départements, then groups of communes, are passed over that begin farther than another one ends.
        let departements = outlines.indices.compactMap { number in
            outlines[number].map { (number: number, line: $0.line(from: point), radius: $0.radius) }
        }
        let most = Self.rounding + (departements.map { $0.line + $0.radius }.min() ?? 0)
        let near = departements.filter { $0.line - $0.radius <= most }.flatMap { clusters[$0.number] }
            .map { (range: $0.range, line: $0.line(from: point), radius: $0.radius) }
        let bound = Self.rounding + (near.map { $0.line + $0.radius }.min() ?? 0)
        var best: (square: Float, number: UInt16)?
        for cluster in near where cluster.line - cluster.radius <= bound {
            for place in cluster.range {
                let found = (square: SpherePoint.square(point, points[place]), number: numbers[place])
                if let known = best, known <= found { continue }
                best = found
            }
        }
        return best.map { Int($0.number) }
    }
}
