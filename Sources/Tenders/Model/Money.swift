import Nomenclature

/// An amount with its currency, before tax.
public struct Money: Sendable, Hashable, Codable {
    public var amount: Amount
    /// ISO 4217 code, e.g. `EUR`.
    public var currency: String

    public init(_ amount: Amount, currency: String) {
        self.amount = amount
        self.currency = currency
    }

    /// The amount in euros when it says something: 0 and 1 are placeholders in real notices, other currencies are
    /// not converted.
    public var usableEuros: Amount? {
        currency == "EUR" && amount > Amount(euros: 1) ? amount : nil
    }
}
