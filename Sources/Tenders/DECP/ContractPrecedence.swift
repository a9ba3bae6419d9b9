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
        // One by one: there are a million contracts, and lists of what they say would be made for each.
        var informed = contract.holders.count + contract.priceTypes.count
        func count(_ isInformed: Bool) { if isInformed { informed += 1 } }
        count(!contract.nature.isEmpty)
        count(!contract.object.isEmpty)
        count(!contract.cpvText.isEmpty)
        count(!contract.procedure.isEmpty)
        count(!contract.placeCode.isEmpty)
        count(!contract.notificationText.isEmpty)
        count(!contract.groupType.isEmpty)
        count(!contract.priceForm.isEmpty)
        count(!contract.ccag.isEmpty)
        count(contract.initialAmount != nil)
        count(contract.durationMonths != nil)
        count(contract.offers != nil)
        count(contract.innovative != nil)
        count(contract.subcontractingDeclared != nil)
        count(contract.advanceGranted != nil)
        count(contract.social.isInformed)
        count(contract.environmental.isInformed)
        count(!contract.techniques.isEmpty)
        count(!contract.modalities.isEmpty)
        count(!contract.subcontracts.isEmpty)
        self.informed = informed
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
