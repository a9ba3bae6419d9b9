import Nomenclature
import Tenders

/// Turns places of performance, published or in words, into places on the map.
public enum PlaceResolver {
    /// Words for the whole country.
    private static let wholeCountry: Set<String> = ["FR", "FRA", "FRANCE", "FRANCE ENTIERE", "FRANCE ENTIÈRE"]

    /// The commune, else the départements of the NUTS code, else the country; `nil` when the place says nothing that
    /// the map of France knows.
    public static func resolve(_ place: PerformancePlace) -> NeedPlace? {
        if let commune = commune(postcode: place.postcode, city: place.city, nuts: place.nuts) { return of(commune) }
        let departements = Geography.shared.departements(nuts: place.nuts)
        if !departements.isEmpty { return of(departements, label: place.nuts) }
        if let found = ofPostcode(place.postcode) { return found }
        if let city = place.city.isEmpty ? nil : resolve(words: place.city) { return city }
        let isFrench = ["FRA", "FR", ""].contains(place.country)
        let anywhere = ["anyw", "anyw-cou", "anyw-eea"].contains(place.restriction)
        guard place.nuts == "FR" || (isFrench && anywhere) || (place.country == "FRA" && place.city.isEmpty) else {
            return nil
        }
        return NeedPlace(label: "France", departements: [])
    }

    /// Reads a postcode, a city, a département by name or number, a région, a NUTS code, `France`.
    public static func resolve(words: String) -> NeedPlace? {
        let text = words.trimmingWhitespace
        guard !text.isEmpty else { return nil }
        if wholeCountry.contains(text.uppercased()) { return NeedPlace(label: "France", departements: []) }
        let geography = Geography.shared
        let departements = geography.departements(nuts: text.uppercased())
        if !departements.isEmpty { return of(departements, label: text.uppercased()) }
        if let departement = geography.departement(text) { return of([departement.code], label: departement.name) }
        if let named = Self.named[PlaceName.key(text)] { return of([named.code], label: named.name) }
        if let region = Self.regions[PlaceName.key(text)] {
            return of(geography.departements(inRegion: region.region), label: region.regionName)
        }
        let (postcode, city) = split(text)
        if let commune = geography.commune(postcode: postcode, city: city) { return of(commune) }
        if let found = ofPostcode(postcode) { return found }
        // Of several communes of that name, the most populous.
        return postcode.isEmpty ? geography.communes(named: city).first.map(of) : nil
    }

    // MARK: Parts

    private static func commune(postcode: String, city: String, nuts: String) -> Commune? {
        let geography = Geography.shared
        if let found = geography.commune(postcode: postcode, city: city) { return found }
        guard !city.isEmpty else { return nil }
        let inside = Set(geography.departements(nuts: nuts))
        let named = geography.communes(named: city).filter { inside.contains($0.departement) }
        return named.count == 1 ? named[0] : nil
    }

    private static func of(_ commune: Commune) -> NeedPlace {
        NeedPlace(
            label: ([commune.postcodes.first ?? "", commune.name]).filter { !$0.isEmpty }.joined(separator: " "),
            communeCode: commune.code, coordinates: commune.centre, departements: [commune.departement])
    }

    private static func of(_ departements: [String], label: String) -> NeedPlace {
        let name = departements.count == 1 ? Geography.shared.departement(departements[0])?.name : nil
        let regions = Set(departements.compactMap { Geography.shared.departement($0)?.regionName })
        let shown = name ?? (regions.count == 1 ? regions.first : nil)
        return NeedPlace(
            label: [label, shown == label ? nil : shown].compactMap { $0 }.joined(separator: " "),
            departements: departements)
    }

    /// Several communes share the postcode: the first stands for them, they are neighbours.
    private static func ofPostcode(_ raw: String) -> NeedPlace? {
        let communes = Geography.shared.communes(postcode: raw)
        guard let first = communes.max(by: { ($0.population, $1.code) < ($1.population, $0.code) }) else { return nil }
        return of(first)
    }

    /// Départements by the key of their name, and one of each région by the key of the région’s.
    private static let named = byKey(\.name)
    private static let regions = byKey(\.regionName)

    private static func byKey(_ name: (Departement) -> String) -> [String: Departement] {
        Dictionary(
            Geography.shared.departements.map { (PlaceName.key(name($0)), $0) }, uniquingKeysWith: { first, _ in first }
        )
    }

    /// « 40000 Mont-de-Marsan », « Mont-de-Marsan (40000) » → postcode and city.
    private static func split(_ text: String) -> (postcode: String, city: String) {
        var postcode = ""
        var city: [Substring] = []
        for part in text.split(whereSeparator: { $0 == " " || $0 == "(" || $0 == ")" || $0 == "," }) {
            if postcode.isEmpty, part.count == 5, part.allSatisfy(\.isNumber) {
                postcode = String(part)
            } else {
                city.append(part)
            }
        }
        return (postcode, city.joined(separator: " "))
    }
}
