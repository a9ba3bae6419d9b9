import Bytes

/// What the publisher drew from the form into `CODED_DATA_SECTION` and `TRANSLATION_SECTION`: it stands in where the
/// form, in one of its less usual shapes, gives nothing.
struct TEDCodedData {
    var country = ""
    var directive = ""
    var nature = ""
    var procedure = ""
    var cpv: [String] = []
    var places: [String] = []
    var deadline = ""
    var buyer = ""
    /// By two-letter language.
    private var titles: [String: String] = [:]

    mutating func read(_ event: XMLEvent<TEDField>) {
        let value = event.attribute(.value) ?? event.attribute(.code) ?? ""
        switch event.field {
        case .buyerCountry: country = value
        case .codedNature: nature = TEDCodes.codedNatures[value] ?? ""
        case .codedProcedure: procedure = TEDCodes.codedProcedures[value] ?? ""
        case .codedCPV: cpv.append(value)
        case .codedPlace: places.append(value)
        default: directive = TEDCodes.directives[value] ?? directive
        }
    }

    mutating func translate(_ event: XMLEvent<TEDField>, language: String) {
        // The title is there in 24 languages: those that someone may be shown.
        guard ["FR", "EN"].contains(language) else { return }
        titles[language] = TEDText.line(event.text)
    }

    /// The publisher's title, in French, else in English.
    var title: LocalizedText? {
        titles["FR"].map { LocalizedText($0, language: "FRA") }
            ?? titles["EN"].map { LocalizedText($0, language: "ENG") }
    }
}
