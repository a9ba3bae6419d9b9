import Nomenclature

/// A contract that a supplier won, for the record criterion.
public struct Reference: Sendable, Hashable {
    /// Fourteen digits.
    public var siret: String
    /// What was bought, in the words of the buyer.
    public var object: String
    public var cpv: CPV?
    /// EUR HT.
    public var amount: Amount?
    /// Day of notification or publication.
    public var day: Day?

    public init(siret: String, object: String, cpv: CPV?, amount: Amount?, day: Day?) {
        self.siret = siret
        self.object = object
        self.cpv = cpv
        self.amount = amount
        self.day = day
    }
}
