import Nomenclature

/// Which of several records of one contract counts (rule 9 of the reading rules): the latest publication, then the most
/// complete one.
public struct ContractPrecedence: Sendable, Comparable {
    /// Day of publication; an unreadable one is before any other.
    private let published: Day?
    private let publicationText: String
    private let modifications: Int
    private let lastModification: String
    private let informed: Int

    public init(_ contract: Contract) {
        published = contract.publicationDay
        publicationText = contract.publicationText
        modifications = contract.modifications.count
        lastModification = contract.modifications.map(\.notificationText).max() ?? ""
        let texts = [
            contract.nature, contract.object, contract.cpvText, contract.procedure, contract.placeCode,
            contract.notificationText, contract.groupType, contract.priceForm, contract.ccag,
        ]
        let flags = [
            contract.initialAmount != nil, contract.durationMonths != nil, contract.offers != nil,
            contract.innovative != nil, contract.subcontractingDeclared != nil, contract.advanceGranted != nil,
            contract.social.isInformed, contract.environmental.isInformed, !contract.techniques.isEmpty,
            !contract.modalities.isEmpty, !contract.subcontracts.isEmpty,
        ]
        informed =
            texts.count { !$0.isEmpty } + flags.count { $0 } + contract.holders.count + contract.priceTypes.count
    }

    public static func < (left: ContractPrecedence, right: ContractPrecedence) -> Bool {
        switch (left.published, right.published) {
        case (let one?, let other?) where one != other: return one < other
        case (nil, .some): return true
        case (.some, nil): return false
        case (nil, nil) where left.publicationText != right.publicationText:
            return left.publicationText < right.publicationText
        default: break
        }
        return (left.modifications, left.lastModification, left.informed)
            < (right.modifications, right.lastModification, right.informed)
    }
}
