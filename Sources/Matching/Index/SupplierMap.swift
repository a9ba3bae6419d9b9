import Nomenclature

/// The order in which the suppliers of an index stand, and the blocks of country that they are cut into.
struct SupplierMap {
    /// Sets of départements, by the numbers that seats have of them.
    private let zones: [CatalogueIndex.Zones]
    /// Départements in the order of their régions.
    private let departementOrder: [Int]

    init(zones: [CatalogueIndex.Zones]) {
        self.zones = zones
        let departements = Geography.shared.departements
        let byRegion = departements.indices.sorted { (departements[$0].region, $0) < (departements[$1].region, $1) }
        var order = [Int](repeating: 0, count: byRegion.count)
        for (place, departement) in byRegion.enumerated() { order[departement] = place }
        departementOrder = order
    }

    /// Where a supplier comes in the order of the map, those of each kind by themselves.
    func order(of seat: Seat) -> UInt64 {
        let departement = seat.departement == Seat.noDepartement ? 255 : UInt64(departementOrder[Int(seat.departement)])
        return kind(of: seat).rawValue << 24 | departement << 16 | UInt64(seat.commune)
    }

    /// How much it says where a supplier is: the blocks of those who stay near can be passed over as soon as they are far.
    private enum Kind: UInt64 {
        case local, wide, national, unknown
    }

    /// From which radius a supplier is a wide one, km.
    private static let wideRadius: Float = 60

    private func kind(of seat: Seat) -> Kind {
        guard seat.isPlaced, seat.departement != Seat.noDepartement,
            seat.perimeter != .zones || seat.zones != Seat.none
        else { return .unknown }
        return seat.perimeter == .france ? .national : seat.radius > Self.wideRadius ? .wide : .local
    }

    /// Cuts seats in the order of the map into blocks: départements, several together where they are small.
    func blocks(of seats: [Seat], smallest: Int, largest: Int) -> [CatalogueIndex.Block] {
        var blocks: [CatalogueIndex.Block] = []
        var start = 0
        for number in seats.indices {
            let isLast = number + 1 == seats.count
            let count = number + 1 - start
            let changes = isLast || seats[number + 1].departement != seats[number].departement
            let isLastOfKind = isLast || kind(of: seats[number + 1]) != kind(of: seats[number])
            let isLocated = kind(of: seats[number]).rawValue <= Kind.wide.rawValue
            guard isLastOfKind || count == largest || isLocated && changes && count >= smallest else { continue }
            blocks.append(block(seats, start..<number + 1))
            start = number + 1
        }
        return blocks
    }

    private func block(_ seats: [Seat], _ range: Range<Int>) -> CatalogueIndex.Block {
        let points = seats[range].filter(\.isPlaced).map(\.position)
        var centre = SIMD4<Float>(1, 0, 0, 0)
        var radius: Float = 2
        if !points.isEmpty {
            let mean = points.reduce(SIMD4(repeating: 0), +) / Float(points.count)
            let length = (mean * mean).sum().squareRoot()
            if length > 0.1 {
                centre = mean / length
                radius = (points.map { SpherePoint.square($0, centre) }.max() ?? 0).squareRoot()
            }
        }
        var block = CatalogueIndex.Block(
            start: UInt32(range.lowerBound), end: UInt32(range.upperBound), centre: centre, radius: radius, widest: 0,
            own: .init(), declared: .init(), hasNational: false, hasUnplaced: points.count < range.count,
            hasUnknown: false)
        for seat in seats[range] {
            if seat.departement == Seat.noDepartement {
                block.hasUnknown = true
            } else {
                block.own.insert(Int(seat.departement))
            }
            block.widest = max(block.widest, seat.radius)
            if seat.perimeter == .france { block.hasNational = true }
            guard seat.perimeter == .zones else { continue }
            if seat.zones == Seat.none {
                block.hasUnknown = true
            } else {
                block.declared.formUnion(zones[Int(seat.zones)])
            }
        }
        return block
    }
}
