import Catalog
import Nomenclature

/// Places suppliers on the map, once, when an index is built.
struct SeatMaker {
    /// Sets of départements met, each once.
    private(set) var zones: [CatalogueIndex.Zones] = []
    private var zoneNumbers: [CatalogueIndex.Zones: UInt16] = [:]
    private let map = DepartementDistances.shared
    private let departements: [UInt8]

    init() {
        let geography = Geography.shared
        departements = geography.communes.map { commune in
            geography.departementPlace(of: commune).map { UInt8($0) } ?? Seat.noDepartement
        }
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
        departementNumber(
            supplier.departement ?? Geography.departement(ofPostcode: Geography.postcode(supplier.postcode)))
    }

    private mutating func departementNumber(_ code: String) -> Int? {
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
            var mask = CatalogueIndex.Zones()
            for code in departements + regions.flatMap({ Geography.shared.departements(inRegion: $0) }) {
                if let number = departementNumber(code) { mask.insert(number) }
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
}
