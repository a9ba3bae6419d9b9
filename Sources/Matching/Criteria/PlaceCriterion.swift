import FrenchText
import Nomenclature
import Wording

/// Distance to the nearest place of performance, and whether the supplier's perimeter covers it
/// (domain model, section 5).
final class PlaceCriterion {
    /// How a perimeter meets a place.
    enum Coverage: Int, Comparable {
        /// Place or perimeter unknown.
        case unknown
        /// The sea lies between the supplier and the place, and it does not say that it works there.
        case overseas
        case outside
        /// No perimeter declared, and the place is out of the supplier's own département.
        case assumedOutside
        case national
        /// No perimeter declared: its own département.
        case assumed
        /// Only part of the place is covered.
        case partly
        case covered

        static func < (left: Coverage, right: Coverage) -> Bool { left.rawValue < right.rawValue }
    }

    struct Fit {
        /// 0–1.
        let value: Double
        /// To the nearest place, km.
        let distance: Double?
        let coverage: Coverage
        /// How many of the places the supplier covers.
        let placesCovered: Int
        /// Too far for what is done on the spot, and it does not say that it works there.
        var isFar = false
    }

    /// A place of performance, ready to be measured from: nothing in it is counted when it is copied.
    private struct Target {
        /// Position of the commune; NaN where the place is départements.
        var point: SIMD4<Float>
        var departements: CatalogueIndex.Zones
        var departementCount: Int
        var first: Int
        /// Those of its départements among ``tables``; only where the place is no commune.
        var tables: Range<Int>
        /// Pieces of the earth's surface that hold the place, among ``bounds``.
        var bounds: Range<Int>

        var isPoint: Bool { !point.x.isNaN }
    }

    private let places: [NeedPlace]
    private let targets: [Target]
    private let map = DepartementDistances.shared
    /// The distances to each of the départements.
    private let tables: [DepartementDistances.Table]
    private let bounds: [(centre: SIMD4<Float>, radius: Float)]
    private let weights: Weights
    private let wholeCountry: Bool
    private let isOnTheSpot: Bool
    private let zones: UnsafeBufferPointer<CatalogueIndex.Zones>
    private let seats: UnsafeBufferPointer<Seat>
    /// Lands that hold a place: metropolitan France, or one overseas.
    private let lands: Set<UInt8>

    init(_ need: Need, index: CatalogueIndex, weights: Weights) {
        places = need.places
        isOnTheSpot = !Travels.does(need)
        wholeCountry = need.places.contains { $0.departements.isEmpty && $0.coordinates == nil }
        var targets: [Target] = []
        var tables: [DepartementDistances.Table] = []
        var bounds: [(centre: SIMD4<Float>, radius: Float)] = []
        if !wholeCountry {
            for place in need.places { targets.append(Self.target(place, &tables, &bounds)) }
        }
        self.targets = targets
        self.tables = tables
        self.bounds = bounds
        self.weights = weights
        zones = index.zones
        seats = index.seats
        let numbers = need.places.flatMap { $0.departements.compactMap { Geography.shared.departementNumber($0) } }
        lands = Set(numbers.map { Lands.of(departement: $0) })
    }

    private static func target(
        _ place: NeedPlace, _ tables: inout [DepartementDistances.Table],
        _ bounds: inout [(centre: SIMD4<Float>, radius: Float)]
    ) -> Target {
        let numbers = place.departements.compactMap { Geography.shared.departementNumber($0) }
        var mask = CatalogueIndex.Zones()
        for number in numbers { mask.insert(number) }
        let map = DepartementDistances.shared
        let point = place.coordinates.map { SpherePoint.of($0) }
        let firstTable = tables.count
        let firstBound = bounds.count
        if let point {
            bounds.append((centre: point, radius: 0))
        } else {
            tables += numbers.map { map.table($0) }
            bounds += numbers.compactMap { map.bounds($0) }
        }
        return Target(
            point: point ?? SIMD4(repeating: .nan), departements: mask, departementCount: numbers.count,
            first: numbers.first ?? -1, tables: firstTable..<tables.count, bounds: firstBound..<bounds.count)
    }

    func fit(of supplier: Int) -> Fit { fit(seats[supplier]) }

    func fit(_ seat: Seat) -> Fit {
        guard !places.isEmpty else { return unknown }
        if wholeCountry { return fitForWholeCountry(seat) }
        var best = Coverage.unknown
        var nearest = Float.nan
        var covered = 0
        for target in targets {
            let distance = distance(to: target, from: seat)
            let coverage = coverage(of: target, by: seat, distance)
            if coverage > best { best = coverage }
            if coverage > .assumedOutside { covered += 1 }
            if !(distance >= nearest) { nearest = distance.isNaN ? nearest : distance }
        }
        guard best != .unknown else { return unknown }
        let distance = nearest.isNaN ? nil : Double(nearest)
        if best <= .assumedOutside, isOverseas(seat) { best = .overseas }
        return Fit(
            value: value(best, distance: distance), distance: distance, coverage: best, placesCovered: covered,
            isFar: isOnTheSpot && best <= .assumedOutside && best != .overseas && distance ?? 0 > weights.far)
    }

    /// Whether the need says where: a whole country is no place that anybody is near to.
    var hasPlace: Bool { !targets.isEmpty }

    /// Whether a supplier works at one of the places: its perimeter covers it, or it declares none and is of the département
    /// or near.
    func isReached(by supplier: Int) -> Bool {
        let fit = fit(of: supplier)
        if fit.coverage == .assumedOutside { return fit.distance.map { $0 <= weights.contactDistance } ?? false }
        return fit.coverage > .assumedOutside
    }

    /// For each place of the need, whether a supplier works at the whole of it: its perimeter covers it, or it declares none
    /// and is of the département or near; `nil` where that cannot be told. Empty for a need without place, and for one for
    /// the whole country.
    func reaches(of supplier: Int) -> [Bool?] {
        let seat = seats[supplier]
        return targets.map { target in
            let distance = distance(to: target, from: seat)
            switch coverage(of: target, by: seat, distance) {
            case .unknown: return nil
            case .assumedOutside: return distance.isNaN ? nil : Double(distance) <= weights.contactDistance
            case .overseas, .outside, .partly: return false
            case .national, .assumed, .covered: return true
            }
        }
    }

    private var unknown: Fit { Fit(value: weights.unknownPlace, distance: nil, coverage: .unknown, placesCovered: 0) }

    /// A need for the whole country suits those who work everywhere; for others only the caller can tell.
    private func fitForWholeCountry(_ seat: Seat) -> Fit {
        guard seat.perimeter == .france else { return unknown }
        return Fit(value: 1, distance: nil, coverage: .covered, placesCovered: places.count)
    }

    private func isOverseas(_ seat: Seat) -> Bool {
        seat.departement != Seat.noDepartement && !lands.isEmpty
            && !lands.contains(Lands.of(departement: Int(seat.departement)))
    }

    /// Base of each coverage, and what nearness may add to it: a structure next door comes before the same one far
    /// away, and a national one after the local ones, never hidden.
    private func value(_ coverage: Coverage, distance: Double?) -> Double {
        let near = distance.map { Arithmetic.exp(-$0 / weights.nearness) } ?? Self.unknownNearness
        return switch coverage {
        case .covered: 0.5 + 0.5 * near
        case .partly: 0.45 + 0.5 * near
        case .assumed: 0.4 + 0.5 * near
        case .national: 0.25 + 0.5 * near
        case .assumedOutside: 0.6 * near
        case .outside: 0.3 * near
        case .overseas: 0
        case .unknown: weights.unknownPlace
        }
    }

    private static let unknownNearness = 0.5

    /// The greatest value that a supplier of a block can have, and the greatest share that being far leaves.
    func greatest(in block: CatalogueIndex.Block) -> (value: Double, share: Double) {
        guard !targets.isEmpty else { return (wholeCountry ? 1 : weights.unknownPlace, 1) }
        var greatest = block.hasUnknown || block.hasUnplaced ? weights.unknownPlace : 0
        var nearest = Double.infinity
        var best = Coverage.assumedOutside
        for target in targets {
            let distance = leastDistance(from: block, to: target)
            nearest = min(nearest, distance)
            let isOwn = block.own.shared(with: target.departements) > 0
            if isOwn || block.declared.shared(with: target.departements) > 0 || Double(block.widest) >= distance {
                best = .covered
            } else if block.hasNational {
                best = max(best, .national)
            }
        }
        // The distance counts to the nearest place, whichever is covered.
        greatest = max(greatest, value(best, distance: nearest))
        let isSure = !block.hasUnknown && !block.hasUnplaced
        let isFar = isSure && isOnTheSpot && best <= .assumedOutside && nearest > weights.far
        // Overseas takes the place of far.
        let share = isFar ? max(weights.farAway, weights.overseas) : max(1, weights.farAway, weights.overseas)
        return (block.hasUnplaced ? max(greatest, value(best, distance: nil)) : greatest, share)
    }

    /// Kilometres that no supplier of a block is nearer than.
    private func leastDistance(from block: CatalogueIndex.Block, to target: Target) -> Double {
        // Where the map has no centres, nothing is known of the distance.
        guard !target.bounds.isEmpty else { return 0 }
        var gap = Float.infinity
        for bound in bounds[target.bounds] {
            let line = SpherePoint.square(bound.centre, block.centre).squareRoot() - bound.radius - block.radius
            gap = min(gap, max(0, line))
        }
        // A kilometre less, for what rounding may have added and for communes whose suppliers stand beside their centre.
        return max(0, Double(SpherePoint.kilometres(square: gap * gap)) - 1)
    }

    // MARK: One place

    private func coverage(of target: Target, by seat: Seat, _ distance: Float) -> Coverage {
        let own = seat.departement == Seat.noDepartement ? nil : Int(seat.departement)
        switch seat.perimeter {
        case .france:
            // Who works everywhere works next door too, and is no less local there than a neighbour.
            return own.map(target.departements.contains) == true ? .covered : .national
        case .radius:
            guard !distance.isNaN else { return .unknown }
            guard distance <= seat.radius else { return .outside }
            // A département is reached as soon as one of its communes is.
            return !target.isPoint && own != target.first ? .partly : .covered
        case .zones:
            guard seat.zones != Seat.none else { return .unknown }
            let inside = zones[Int(seat.zones)].shared(with: target.departements)
            return inside == 0 ? .outside : inside == target.departementCount ? .covered : .partly
        case .undeclared:
            guard let own else { return .unknown }
            return target.departements.contains(own) ? .assumed : .assumedOutside
        }
    }

    /// Kilometres, NaN when not known. To a commune from where the supplier is, to a département from its commune.
    private func distance(to target: Target, from seat: Seat) -> Float {
        guard seat.isPlaced else { return .nan }
        if target.isPoint {
            return SpherePoint.kilometres(square: SpherePoint.square(seat.position, target.point))
        }
        if seat.departement != Seat.noDepartement, target.departements.contains(Int(seat.departement)) { return 0 }
        guard seat.commune != Seat.none else { return .nan }
        var nearest = Float.nan
        for place in target.tables {
            let distance = map.distance(fromCommune: Int(seat.commune), in: tables[place])
            if !(distance >= nearest), !distance.isNaN { nearest = distance }
        }
        return nearest
    }

    // MARK: Words

    func sentence(_ fit: Fit) -> Phrase {
        guard fit.coverage != .unknown else {
            return places.isEmpty
                ? Phrase("lieu d’exécution inconnu", "place of performance unknown")
                : Phrase("périmètre inconnu", "perimeter unknown")
        }
        if wholeCountry { return Phrase("intervient dans toute la France", "works in the whole of France") }
        let several = places.count > 1 && fit.placesCovered > 0
        let label = places.count == 1 ? places[0].label : ""
        var french: [String] = []
        var english: [String] = []
        if let distance = fit.distance {
            if distance < 1 {
                french.append("sur place")
                english.append("on the spot")
            } else {
                french.append("à \(NumberFormat.decimal(distance, decimals: 0, .french))\u{A0}km")
                english.append("\(NumberFormat.decimal(distance, decimals: 0, .english)) km away")
            }
        }
        let coverage = words(fit.coverage, place: label)
        french.append(coverage.fr)
        english.append(coverage.en)
        if several {
            let covered = fit.placesCovered == 1 ? "lieu couvert" : "lieux couverts"
            french.append("\(fit.placesCovered)\u{A0}\(covered) sur \(places.count)")
            english.append("\(fit.placesCovered) of \(places.count) places covered")
        }
        let separator = "\u{A0}; "
        return Phrase(french.joined(separator: separator), english.joined(separator: "; "))
    }

    private func words(_ coverage: Coverage, place: String) -> Phrase {
        let there = place.isEmpty ? "" : "\u{A0}: \(place)"
        let thereEN = place.isEmpty ? "" : ": \(place)"
        return switch coverage {
        case .covered: Phrase("intervient sur ce lieu\(there)", "works there\(thereEN)")
        case .partly: Phrase("intervient sur une partie du lieu\(there)", "works in part of the place\(thereEN)")
        case .assumed:
            Phrase(
                "périmètre non déclaré, supposé dans son département",
                "no perimeter declared, assumed to be its département")
        case .assumedOutside:
            Phrase("périmètre non déclaré, hors de son département", "no perimeter declared, outside its département")
        case .national: Phrase("intervient dans toute la France", "works in the whole of France")
        case .overseas: Phrase("outre-mer, non déclaré dans son périmètre", "overseas, not in its declared perimeter")
        case .outside: Phrase("hors du périmètre déclaré", "outside the declared perimeter")
        case .unknown: Phrase("", "")
        }
    }
}
