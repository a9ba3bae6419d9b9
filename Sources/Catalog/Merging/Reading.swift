/// A record on its way through the merging. A record has forty fields, half of them counted references: handed on by
/// value a dozen times, it takes longer to copy than to compare.
final class Reading: Sendable {
    let record: SupplierRecord

    init(_ record: SupplierRecord) { self.record = record }

    /// Whether it speaks of the enterprise as a whole; one that only another identifier joins speaks of an establishment.
    var isOfEnterprise: Bool { record.siret == nil && record.siren != nil }
}
