import Bytes

extension TEDAssembly {
    /// The open organisation, and what kind of authority the buyer is.
    mutating func organisation(_ event: XMLEvent<TEDField>) {
        switch event.field {
        case .name: if organisation.name.isEmpty { organisation.name = TEDText.line(event.text) }
        case .nationalID:
            if organisation.identifier.isEmpty { organisation.identifier = TextRepair.identifier(event.text) }
        case .town: organisation.city = TEDText.line(event.text)
        case .postcode: organisation.postcode = TEDText.line(event.text)
        case .country: organisation.country = event.attribute(.value).map(TEDCodes.country) ?? ""
        case .organisationPlace: organisation.nuts = event.attribute(.code) ?? ""
        case .small: organisation.size = "sme"
        case .notSmall: organisation.size = "large"
        case .buyerType:
            notice.buyerLegalType =
                notice.buyerLegalType ?? event.attribute(.value).map { TEDCodes.buyerTypes[$0] ?? $0 }
        default:
            notice.buyerActivity = notice.buyerActivity ?? event.attribute(.value).map { TEDCodes.activities[$0] ?? $0 }
        }
    }
}
