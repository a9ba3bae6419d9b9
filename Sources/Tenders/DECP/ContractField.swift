/// What a record of award data may say, whatever its syntax.
enum ContractField: UInt16, Sendable, CaseIterable {
    // Objects that hold other fields.
    case record, concession, holder, subcontract, subcontractChange, modification

    case id, type, buyer, buyerName, authority, nature, object, cpv, procedure
    case placeCode, placeType, duration, notification, publication, amount, priceForm

    // Holders, of the contract, of a modification, of a sub-contract.
    case holderID, holderType, holderName

    case modificationID, modificationDate, modificationPublication, modificationAmount, modificationDuration
    case modificationObject
    /// Amount after every modification, where a table gives that and not the modifications.
    case finalAmount

    // The 2022 format alone.
    case technique, modality, frameworkID, innovative, ccag, offers, advance, advanceRate, groupType
    case subcontracting, priceType, originEU, originFrance, social, environmental
    case subcontractID, subcontractDate, subcontractPublication, subcontractAmount, subcontractDuration
    case subcontractVariation
    case subcontractChangeID, subcontractChangeDate, subcontractChangeAmount, subcontractChangeDuration

    /// Whether the 2019 format has no such field: a record that has one is of 2022.
    var isOf2022: Bool { rawValue >= Self.technique.rawValue }
}
