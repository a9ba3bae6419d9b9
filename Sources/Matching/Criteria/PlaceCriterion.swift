import Catalog
import Nomenclature
import Wording

/// Distance to the nearest place of performance, and whether the supplier's perimeter covers it
/// (domain model, section 5).
struct PlaceCriterion {
    /// How a perimeter meets a place.
    enum Coverage: Int, Comparable {
        /// Place or perimeter unknown.
        case unknown
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
    }

    private let places: [NeedPlace]
    private let weights: Weights
    private let wholeCountry: Bool

    init(_ need: Need, weights: Weights) {
        places = need.places
        wholeCountry = need.places.contains { $0.departements.isEmpty && $0.coordinates == nil }
        self.weights = weights
    }

    func fit(of supplier: SupplierPlace) -> Fit {
        guard !places.isEmpty else { return unknown }
        if wholeCountry { return fitForWholeCountry(supplier) }
        let seats: [(coverage: Coverage, distance: Double?)] = places.map {
            (self.coverage(of: $0, by: supplier), self.distance(to: $0, from: supplier))
        }
        guard let best = seats.map(\.coverage).max(), best != .unknown else {
            return Fit(value: weights.unknownPlace, distance: nil, coverage: .unknown, placesCovered: 0)
        }
        let distance = seats.compactMap(\.distance).min()
        let covered = seats.count { $0.coverage > .assumedOutside }
        return Fit(
            value: value(best, distance: distance), distance: distance, coverage: best, placesCovered: covered)
    }

    private var unknown: Fit { Fit(value: weights.unknownPlace, distance: nil, coverage: .unknown, placesCovered: 0) }

    /// A need for the whole country suits those who work everywhere; for others only the caller can tell.
    private func fitForWholeCountry(_ supplier: SupplierPlace) -> Fit {
        guard supplier.perimeter == .france else { return unknown }
        return Fit(value: 1, distance: nil, coverage: .covered, placesCovered: places.count)
    }

    /// Base of each coverage, and what nearness may add to it: a structure next door comes before the same one far
    /// away, and a national one after the local ones, never hidden.
    private func value(_ coverage: Coverage, distance: Double?) -> Double {
        let near = distance.map { Arithmetic.exp(-$0 / weights.nearness) } ?? 0.5
        return switch coverage {
        case .covered: 0.5 + 0.5 * near
        case .partly: 0.45 + 0.5 * near
        case .assumed: 0.4 + 0.5 * near
        case .national: 0.25 + 0.5 * near
        case .assumedOutside: 0.6 * near
        case .outside: 0.3 * near
        case .unknown: weights.unknownPlace
        }
    }

    // MARK: One place

    private func coverage(of place: NeedPlace, by supplier: SupplierPlace) -> Coverage {
        switch supplier.perimeter {
        case .france:
            // Who works everywhere works next door too, and is no less local there than a neighbour.
            return supplier.departement.map(place.departements.contains) == true ? .covered : .national
        case .radius(let radius):
            guard let distance = distance(to: place, from: supplier) else { return .unknown }
            guard distance <= radius else { return .outside }
            // A département is reached as soon as one of its communes is.
            return place.coordinates == nil && supplier.departement != place.departements.first ? .partly : .covered
        case .zones:
            let inside = place.departements.count { supplier.zones.contains($0) }
            return inside == 0 ? .outside : inside == place.departements.count ? .covered : .partly
        case nil:
            guard let own = supplier.departement else { return .unknown }
            return place.departements.contains(own) ? .assumed : .assumedOutside
        }
    }

    private func distance(to place: NeedPlace, from supplier: SupplierPlace) -> Double? {
        guard let seat = supplier.coordinates else { return nil }
        if let coordinates = place.coordinates { return seat.distance(to: coordinates) }
        if let own = supplier.departement, place.departements.contains(own) { return 0 }
        return place.departements.compactMap { DepartementShape.distance(from: seat, to: $0) }.min()
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
        case .outside: Phrase("hors du périmètre déclaré", "outside the declared perimeter")
        case .unknown: Phrase("", "")
        }
    }
}
