import Catalog
import Nomenclature

/// Places suppliers on the map, once, when an index is built.
struct SeatMaker {
    /// Sets of départements met, each once.
    private(set) var zones: [CatalogueIndex.Zones] = []
    private var zoneNumbers: [CatalogueIndex.Zones: UInt16] = [:]
    private let map = DepartementDistances.shared
    private let departements: [UInt8]
    /// Départements in the order of their régions.
    private let departementOrder: [Int]

    init() {
        let geography = Geography.shared
        departements = geography.communes.map { commune in
            geography.departementNumber(commune.departement).map { UInt8($0) } ?? Seat.noDepartement
        }
        let byRegion = geography.departements.indices.sorted {
            (geography.departements[$0].region, $0) < (geography.departements[$1].region, $1)
        }
        var order = [Int](repeating: 0, count: byRegion.count)
        for (place, departement) in byRegion.enumerated() { order[departement] = place }
        departementOrder = order
    }

    /// Communes by their codes, and départements by theirs: looked up once each.
    private var communeNumbers: [String: Int?] = [:]
    private var departementNumbers: [String: Int?] = [:]

    private mutating func communeNumber(of supplier: Supplier) -> Int? {
        if let code = supplier.communeCode {
            if let known = communeNumbers[code] { return known }
            let number = Geography.shared.commune(code: code)?.number
            communeNumbers[code] = .some(number)
            return number
        }
        guard supplier.coordinates == nil else { return nil }
        return Geography.shared.commune(postcode: supplier.postcode, city: supplier.city)?.number
    }

    private mutating func departementNumber(of supplier: Supplier) -> Int? {
        let code = supplier.departement ?? Geography.departement(ofPostcode: Geography.postcode(supplier.postcode))
        guard !code.isEmpty else { return nil }
        if let known = departementNumbers[code] { return known }
        let number = Geography.shared.departementNumber(code)
        departementNumbers[code] = .some(number)
        return number
    }

    mutating func seat(of supplier: Supplier) -> Seat {
        var seat = Seat()
        let commune = communeNumber(of: supplier)
        if let coordinates = supplier.coordinates {
            seat.position = SpherePoint.of(coordinates)
        } else if let commune {
            seat.position = map.communes[commune]
        }
        if let commune = commune ?? (seat.isPlaced ? map.nearestCommune(to: seat.position) : nil) {
            seat.commune = UInt16(commune)
        }
        if let departement = departementNumber(of: supplier) {
            seat.departement = UInt8(departement)
        } else if seat.commune != Seat.none {
            seat.departement = departements[Int(seat.commune)]
        }
        setPerimeter(supplier.perimeter, &seat)
        return seat
    }

    private mutating func setPerimeter(_ perimeter: Perimeter?, _ seat: inout Seat) {
        switch perimeter {
        case nil: seat.perimeter = .undeclared
        case .france: seat.perimeter = .france
        case .radius(let radius):
            seat.perimeter = .radius
            seat.radius = Float(radius)
        case .zones(let departements, let regions):
            let geography = Geography.shared
            var mask = CatalogueIndex.Zones()
            for code in departements + regions.flatMap({ geography.departements(inRegion: $0) }) {
                if let number = geography.departementNumber(code) { mask.insert(number) }
            }
            seat.perimeter = .zones
            if let known = zoneNumbers[mask] {
                seat.zones = known
            } else if zones.count < Int(Seat.none) {
                seat.zones = UInt16(zones.count)
                zoneNumbers[mask] = seat.zones
                zones.append(mask)
            }
        }
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
        let points = seats[range].lazy.filter(\.isPlaced).map(\.position)
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
