import Catalog
import Nomenclature
import Wording

/// A supplier record as the row that is stored of it: made where it was read, away from the thread that writes.
public struct PreparedSupplier: Sendable {
    let siren: Int64
    /// Packed ``SupplierRecord/seen``, `nil` where the record has none.
    let seen: Int64?
    let place: Place
    /// The columns of ``SupplierRow``, but for the file.
    let row: PackedRow
    let fingerprint: Int64
    /// Whether it comes from a registry, which says everything again every month.
    let isRegistry: Bool

    public init(_ record: SupplierRecord) {
        siren = record.siren?.number ?? 0
        seen = record.seen.map { Int64($0.packed) }
        place = record.place
        (row, fingerprint) = SupplierRow.packed(record)
        isRegistry = SupplierSource.named(record.source)?.isRegistry == true
    }
}
