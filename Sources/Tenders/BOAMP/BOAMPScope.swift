import Nomenclature

/// What the forms of the BOAMP say of the purchase and of a lot alike.
struct BOAMPScope {
    var number = ""
    var title = ""
    var description = ""
    /// Several texts, in the order of the notice.
    var notes: [String] = []
    /// As published: the first is the main one.
    var cpv: [String] = []
    var additionalCPV: [String] = []
    var places: [PerformancePlace] = []
    var value: Money?
    var term: ContractTerm?
    var criteria: [AwardCriterion] = []
    var variants: String?
    var framework: String?
    var dynamicPurchasing: String?
    var renewalDescription = ""
    var options = ""
    var reservation: [String] = []
    var reservedExecution: String?
    var conditions: [String] = []
    var result: LotResult?

    init() {}

    static let language = "FRA"

    static func text(_ text: String) -> LocalizedText? {
        text.isEmpty ? nil : LocalizedText(text, language: language)
    }

    var note: LocalizedText? { Self.text(notes.joined(separator: "\n")) }

    /// Main code and additional ones: forms repeat the main element for codes that are additional.
    var codes: (main: String?, additional: [String]) { (cpv.first, cpv.dropFirst() + additionalCPV) }

    /// A place by its NUTS code, one for each.
    mutating func addPlace(nuts: String) {
        places.append(PerformancePlace(country: "", nuts: nuts))
    }

    /// A place in words; they describe the place of the NUTS code before them, when there is one.
    mutating func addPlace(words: String) {
        let place = BOAMPPlace.read(words)
        if places.count == 1, let only = places.first, only.description.isEmpty, only.postcode.isEmpty,
            only.city.isEmpty
        {
            places[0].description = place.description
            places[0].postcode = place.postcode
            places[0].city = place.city
        } else {
            places.append(place)
        }
    }

    mutating func add(_ criterion: AwardCriterion) { criteria.append(criterion) }
}
