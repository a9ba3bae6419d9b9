import Wording

/// A supplier record being read: what is known so far, and the remarks on it.
struct Draft {
    var record: SupplierRecord
    /// Doubtful values that were left out of a record that goes in all the same.
    private(set) var remarks: [Problem] = []
    /// The column or key under reading, as the file writes it.
    var column = ""

    init(_ record: SupplierRecord) { self.record = record }

    /// A problem at the column under reading. Thrown, it rejects the record.
    func fault(_ rule: String, _ message: Phrase) -> Problem {
        var place = record.place
        place.path = column.isEmpty ? nil : column
        return Problem(rule, at: place, message)
    }

    /// Notes a problem that costs the record one value and not its place in the catalogue.
    mutating func remark(_ rule: String, _ message: Phrase) {
        remarks.append(fault(rule, message))
    }

    /// Leaves the trace of a repair: « code postal « 2390 » complété en « 02390 » ».
    mutating func trace(_ what: Phrase, from raw: String, to repaired: String) {
        record.repairs.append(
            Phrase(
                "\(what.fr) « \(raw) » rétabli en « \(repaired) »", "\(what.en) “\(raw)” restored to “\(repaired)”"))
    }
}
