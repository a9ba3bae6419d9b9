import Bytes
import Nomenclature

/// Amounts with their currency. Ranges and the amounts of R2.0.8 have the currency on their container, and those of
/// R2.0.8 may include tax: that is said after the amount, which is then not kept, amounts being before tax.
struct TEDAmounts {
    private var currency: String?
    private var pending: [(TEDField, Money)] = []
    private var includesTax = false

    mutating func begin(currency: String) {
        self.currency = currency
        pending = []
        includesTax = false
    }

    mutating func includeTax() { includesTax = true }

    /// The amounts of the container that ends.
    mutating func end() -> [(TEDField, Money)] {
        defer { currency = nil }
        return includesTax ? [] : pending
    }

    /// The amount, unless its container decides of it at its end.
    mutating func money(_ event: XMLEvent<TEDField>) -> Money? {
        guard let amount = Amount(event.attribute(.formattedValue) ?? event.text) else { return nil }
        guard let currency else { return Money(amount, currency: event.attribute(.currency) ?? "") }
        pending.append((event.field, Money(amount, currency: currency)))
        return nil
    }
}
