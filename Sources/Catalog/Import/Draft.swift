import Nomenclature
import Wording

/// A supplier record being read: what is known so far, and the remarks on it.
struct Draft {
    var record: SupplierRecord
    /// Doubtful values that were left out of a record that goes in all the same.
    private(set) var remarks: [Problem] = []
    private(set) var fate = Fate.kept
    /// The column or key under reading.
    var column = Column.none
    private let header: [String]

    // What one cell says that another is to be read by.

    /// Set when the row says that its activity code is of a nomenclature before the NAF rév. 2.
    var hasOldActivityCode = false
    /// Degrees, until the longitude is read.
    var latitude: Double?
    /// Metres, until the other coordinate is read.
    var lambertX: Double?
    /// The département that the commune's last digits belong to, in files that split the INSEE code.
    var departement = ""

    /// What becomes of the record, its faults apart.
    enum Fate {
        case kept
        /// Rightly in the file, and not for the catalogue; counted.
        case leftAside
        /// Not a record of the list at all, such as a line of another type; not counted.
        case passedOver
    }

    enum Column {
        case none
        case numbered(Int)
        case named(String)
    }

    /// - Parameter header: the names of the columns, which ``Column/numbered(_:)`` points into.
    init(_ record: SupplierRecord, header: [String] = []) {
        self.record = record
        self.header = header
    }

    /// The column or key under reading, as the file writes it; `nil` outside of one.
    var columnName: String? {
        switch column {
        case .none: nil
        case .numbered(let number): number < header.count ? header[number] : nil
        case .named(let name): name
        }
    }

    /// A problem at the column under reading. Thrown, it rejects the record.
    func fault(_ rule: String, _ message: Phrase) -> Problem {
        var place = record.place
        place.path = columnName
        // Cells that slipped a column to the side stand in the message.
        return Problem(
            rule, at: place, Phrase(ContactDetails.removed(from: message.fr), ContactDetails.removed(from: message.en)))
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

    /// Leaves the record out of the catalogue without a word: it is where it belongs, and none of the catalogue's.
    /// The rules that follow are not applied.
    mutating func leaveAside() { fate = .leftAside }

    /// Passes over what is no record of the list.
    mutating func passOver() { fate = .passedOver }
}
