import Catalog
import Nomenclature

/// How many people work in a number of establishments, as far as the sources tell.
///
/// A headcount is added as it is. Where only the band of SIRENE is known, its lower and upper ends are added apart, so
/// that the truth lies between ``minimum`` and ``maximum``; where nothing is known, the establishment is only counted.
public struct PanoramaWorkforce: Sendable, Hashable {
    /// Establishments with a headcount, and the sum of these.
    public internal(set) var counted = 0
    public internal(set) var headcount = 0
    /// Establishments of which only a band is known, and the sums of the two ends.
    public internal(set) var banded = 0
    public internal(set) var bandMinimum = 0
    public internal(set) var bandMaximum = 0
    /// Of these, those whose band has no upper end (« 10 000 salariés et plus »).
    public internal(set) var openBands = 0
    /// Establishments of which neither is known.
    public internal(set) var unknown = 0

    public init() {}

    public var known: Int { counted + banded }
    /// At least so many; establishments without any information are not in it.
    public var minimum: Int { Self.sum(headcount, bandMinimum) }
    /// At most so many in the establishments of which something is known; `nil` when a band has no upper end.
    public var maximum: Int? { openBands == 0 ? Self.sum(headcount, bandMaximum) : nil }

    mutating func add(_ size: StructureSize) {
        switch size {
        case .headcount(let employees):
            counted += 1
            headcount = Self.sum(headcount, employees)
        case .band(let low, let high):
            banded += 1
            bandMinimum = Self.sum(bandMinimum, low)
            bandMaximum = Self.sum(bandMaximum, high ?? low)
            if high == nil { openBands += 1 }
        case .unknown: unknown += 1
        }
    }

    mutating func add(_ other: PanoramaWorkforce) {
        counted += other.counted
        headcount = Self.sum(headcount, other.headcount)
        banded += other.banded
        bandMinimum = Self.sum(bandMinimum, other.bandMinimum)
        bandMaximum = Self.sum(bandMaximum, other.bandMaximum)
        openBands += other.openBands
        unknown += other.unknown
    }

    /// A source may hold any number: an absurd one must not stop the report.
    private static func sum(_ left: Int, _ right: Int) -> Int {
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? .max : sum
    }
}

/// What is known of the workforce of one structure.
public enum StructureSize: Sendable, Hashable {
    case headcount(Int)
    /// The ends of a band of SIRENE; without an upper end for the highest one.
    case band(Int, Int?)
    case unknown

    init(_ supplier: Supplier) {
        let band = supplier.workforceBand.flatMap(Self.band(code:))
        if let employees = supplier.employees, employees >= 0 {
            self = supplier.isHeadcountOfBand ? .band(employees, band?.high) : .headcount(employees)
        } else {
            self = band ?? .unknown
        }
    }

    private static func band(code: String) -> StructureSize? {
        // « Non employeuse ou présumée telle »: no ends in the list of INSEE.
        if code == "NN" { return .band(0, 0) }
        return WorkforceBand.of(code).flatMap { band in band.minimum.map { .band($0, band.maximum) } }
    }

    private var high: Int? {
        if case .band(_, let high) = self { high } else { nil }
    }
}
