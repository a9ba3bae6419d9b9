import Nomenclature
import Wording

/// The spots of a panorama rolled up by intercommunality, département and région.
struct PanoramaPlaces {
    private let count: PanoramaCount
    private let totals: PanoramaTotals?
    /// Communes of the territory, the arrondissements of the three largest cities left to their city.
    private let communes: [Commune]

    init(_ count: PanoramaCount, _ totals: PanoramaTotals?) {
        self.count = count
        self.totals = totals
        communes = Geography.shared.communes.filter { commune in
            Arrondissements.city(of: commune.code) == nil && count.territory?.contains(commune) ?? true
        }
    }

    // MARK: Rows

    /// A place that rows are about, with what it is counted from.
    private struct Area {
        var key: String
        var label: String
        var all = TallyCount()
        var ess = TallyCount()

        mutating func add(_ spot: SpotCount) {
            all.add(spot.all)
            ess.add(spot.ess)
        }
    }

    private static let noEPCI = "none"

    func rows(_ dimension: PanoramaBreakdown.Dimension) -> [PanoramaRow] {
        var areas: [String: Area] = [:]
        // Every place of the territory has its row: one without any structure is what a reader looks for.
        for commune in communes where Self.isAlwaysListed(commune, dimension) {
            let key = Self.key(dimension, commune)
            if areas[key] == nil { areas[key] = Area(key: key, label: Self.label(dimension, key)) }
        }
        for spot in count.spots.values {
            let key = key(dimension, spot)
            // In place: a copy of the enterprises met, spot by spot, would take longer than all the counting.
            areas[key, default: Area(key: key, label: Self.label(dimension, key))].add(spot)
        }
        let partial = partialAreas(dimension)
        return areas.values.map { row(dimension, $0, isPartial: partial.contains($0.key)) }.sorted(by: order(dimension))
    }

    private func row(_ dimension: PanoramaBreakdown.Dimension, _ area: Area, isPartial: Bool) -> PanoramaRow {
        let label: Phrase
        switch area.key {
        case PanoramaBreakdown.unknown: label = Phrase("Non localisées", "Not placed")
        case Self.noEPCI: label = Phrase("Hors intercommunalité", "Outside any EPCI")
        default: label = Phrase(verbatim: area.label)
        }
        var row = PanoramaRow(
            key: area.key, label: label, all: area.all.result, hasEnterprises: true, ess: area.ess.result)
        row.isPartial = isPartial
        if !isPartial, let level = PanoramaTotals.Level(rawValue: dimension.rawValue),
            let total = totals?[level, area.key], let ess = row.ess
        {
            row.share = PanoramaShare(of: ess, in: total)
        }
        return row
    }

    private func order(_ dimension: PanoramaBreakdown.Dimension) -> (PanoramaRow, PanoramaRow) -> Bool {
        { left, right in
            let isLast = (left.key == PanoramaBreakdown.unknown, right.key == PanoramaBreakdown.unknown)
            if isLast.0 != isLast.1 { return isLast.1 }
            if dimension != .departement, left.all.structures != right.all.structures {
                return left.all.structures > right.all.structures
            }
            return left.key < right.key
        }
    }

    private static func key(_ dimension: PanoramaBreakdown.Dimension, _ commune: Commune) -> String {
        switch dimension {
        case .epci: commune.epci.isEmpty ? noEPCI : commune.epci
        case .departement: commune.departement
        default: commune.region
        }
    }

    private func key(_ dimension: PanoramaBreakdown.Dimension, _ spot: SpotCount) -> String {
        if let commune = spot.commune { return Self.key(dimension, commune) }
        guard let departement = spot.departement, dimension != .epci else { return PanoramaBreakdown.unknown }
        if dimension == .departement { return departement }
        return Geography.shared.departement(departement)?.region ?? PanoramaBreakdown.unknown
    }

    private static func label(_ dimension: PanoramaBreakdown.Dimension, _ key: String) -> String {
        let map = Geography.shared
        switch dimension {
        case .epci: return map.epci(key)?.name ?? key
        case .departement: return map.departement(key)?.name ?? key
        default: return map.departements.first { $0.region == key }?.regionName ?? key
        }
    }

    /// The overseas collectivities, and communes without an intercommunality, are listed only where there is a structure.
    private static func isAlwaysListed(_ commune: Commune, _ dimension: PanoramaBreakdown.Dimension) -> Bool {
        !Overseas.isCollectivity(commune.departement) && (dimension != .epci || !commune.epci.isEmpty)
    }

    /// Keys of the places of which some communes are in the territory and some are not.
    private func partialAreas(_ dimension: PanoramaBreakdown.Dimension) -> Set<String> {
        guard let territory = count.territory else { return [] }
        let inside = Set(communes.map { Self.key(dimension, $0) })
        return Set(
            Geography.shared.communes.lazy.filter { !territory.contains($0) }.map { Self.key(dimension, $0) }
                .filter { inside.contains($0) })
    }

    // MARK: Map

    func map() -> PanoramaMap {
        // A few overseas communes have no known centre: what is there cannot be drawn.
        let occupied = count.spots.values.filter { $0.commune?.centre != nil }
        let scale: PanoramaMap.Scale = occupied.count > PanoramaMap.mostCommunes ? .epci : .commune
        var frames: [String: PanoramaMap.Frame] = [:]
        func frame(_ key: String) -> PanoramaMap.Frame {
            let name = key.isEmpty ? "" : Geography.shared.departement(key)?.name ?? key
            return frames[key] ?? PanoramaMap.Frame(key: key, name: name, ground: [], places: [], towns: [])
        }
        let busy = Set(occupied.compactMap { $0.commune.map { Overseas.frame(of: $0.departement) } })
        for (key, members) in Dictionary(grouping: communes, by: { Overseas.frame(of: $0.departement) })
        where !Overseas.isCollectivity(key) || busy.contains(key) {
            var drawn = frame(key)
            drawn.ground = members.compactMap(\.centre)
            drawn.towns = members.filter { $0.population > 0 }
                .sorted { ($1.population, $0.code) < ($0.population, $1.code) }
                .prefix(PanoramaMap.mostTowns)
                .compactMap { town in
                    town.centre.map { .init(key: town.code, name: town.name, centre: $0, population: town.population) }
                }
            frames[key] = drawn
        }
        for place in places(occupied, scale) {
            var drawn = frame(place.frame)
            drawn.places.append(place.place)
            frames[place.frame] = drawn
        }
        for key in frames.keys { frames[key]?.places.sort { ($1.total, $0.key) < ($0.total, $1.key) } }
        return PanoramaMap(
            frames: frames.values.sorted { $0.key < $1.key }, scale: scale,
            unplaced: count.spots.values.filter { $0.commune?.centre == nil }.reduce(0) {
                $0 + $1.all.result.structures
            })
    }

    private func places(_ spots: [SpotCount], _ scale: PanoramaMap.Scale)
        -> [(frame: String, place: PanoramaMap.Place)]
    {
        let groups = Dictionary(grouping: spots) { spot -> String in
            let commune = spot.commune
            let epci = scale == .epci ? commune?.epci ?? "" : ""
            // An intercommunality never spans two frames.
            return epci.isEmpty ? commune?.code ?? "" : epci
        }
        return groups.compactMap { key, spots in
            guard let commune = spots.first?.commune else { return nil }
            var counts: [OfferFamily: Int] = [:]
            var sum = (latitude: 0.0, longitude: 0.0, weight: 0.0)
            for spot in spots.sorted(by: { ($0.commune?.code ?? "") < ($1.commune?.code ?? "") }) {
                counts.merge(spot.families, uniquingKeysWith: +)
                guard let centre = spot.commune?.centre else { continue }
                let weight = Double(spot.families.values.reduce(0, +))
                sum.latitude += centre.latitude * weight
                sum.longitude += centre.longitude * weight
                sum.weight += weight
            }
            guard sum.weight > 0 else { return nil }
            let name = key == commune.epci ? Geography.shared.epci(key)?.name ?? key : commune.name
            return (
                Overseas.frame(of: commune.departement),
                PanoramaMap.Place(
                    key: key, name: name,
                    centre: Coordinates(latitude: sum.latitude / sum.weight, longitude: sum.longitude / sum.weight),
                    counts: counts)
            )
        }
    }
}

/// The parts of the country that a map draws apart.
enum Overseas {
    /// Empty for the mainland and Corsica.
    static func frame(of departement: String) -> String {
        departement.hasPrefix("97") || departement.hasPrefix("98") ? departement : ""
    }

    /// Whether the code is that of an overseas collectivity, and not of one of the five départements.
    static func isCollectivity(_ departement: String) -> Bool {
        !frame(of: departement).isEmpty && !["971", "972", "973", "974", "976"].contains(departement)
    }
}
