import Nomenclature

/// A lot while it is read; also what a form of R2.0.7 or R2.0.8 says once for all its lots.
struct TEDLotDraft {
    var number = ""
    var title = TEDText()
    var description = TEDText()
    var note = TEDText()
    var renewal = TEDText()
    var options = TEDText()
    var mainCPV: String?
    var additionalCPV: [String] = []
    var placeCodes: [String] = []
    var site = TEDText()
    var value: Money?
    var term: ContractTerm?
    var variants: String?
    var criteria: [AwardCriterion] = []
    private var criterion = AwardCriterion()

    mutating func beginCriterion(type: String) {
        criterion = AwardCriterion()
        criterion.type = type
    }

    mutating func name(criterion name: String, language: String) {
        criterion.name = LocalizedText(name, language: language)
    }

    /// `50` and « 50 % »: only the second says what the number is.
    mutating func weigh(_ text: String) {
        guard text.hasSuffix("%") else {
            criterion.weight = text
            return
        }
        criterion.weight = TextRepair.trimmed(String(text.dropLast()))
        criterion.weightKind = "per-exa"
    }

    /// Some forms hold empty criteria.
    mutating func endCriterion() {
        if !criterion.type.isEmpty || criterion.name != nil { criteria.append(criterion) }
    }

    /// One place a NUTS code; the main site describes the first.
    var places: [PerformancePlace] {
        var places = placeCodes.map { code in
            PerformancePlace(country: TEDCodes.country(String(code.prefix(2))), nuts: code)
        }
        guard !site.text.isEmpty else { return places }
        if places.isEmpty { places.append(PerformancePlace()) }
        places[0].description = site.text
        return places
    }

    /// - Parameter common: what the form says once for all its lots.
    func lot(id: String, language: String, common: TEDLotDraft) -> Lot {
        var lot = Lot(id: id)
        lot.title = title.localized(language)
        lot.description = description.localized(language)
        lot.note = note.localized(language)
        lot.renewalDescription = renewal.localized(language)
        lot.options = options.localized(language) ?? common.options.localized(language)
        lot.mainCPV = mainCPV
        lot.additionalCPV = additionalCPV
        lot.places = places
        lot.value = value
        lot.term = term ?? common.term
        lot.variants = variants ?? common.variants
        lot.criteria = criteria.isEmpty ? common.criteria : criteria
        return lot
    }
}
