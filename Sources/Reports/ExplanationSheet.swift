import Catalog
import Matching
import Nomenclature

/// How one supplier stands for one lot, and what the page says of both.
public struct ExplanationSheet: Sendable {
    /// Why the catalogue that was searched does not hold what was asked for.
    public enum Absence: Sendable, Hashable {
        /// Nothing is known under this number.
        case unknown
        /// It has closed; the day, where it is known.
        case closed(name: String, since: Day?)
        /// A registry knows it, and no source says that it belongs to the catalogue.
        case notListed(name: String)
    }

    public var lot: MatchSheet
    /// SIRET, SIREN or key as it was asked for.
    public var asked: String
    /// Suppliers of the list that is explained.
    public var top: Int
    /// One a supplier: several share a SIRET or a SIREN.
    public var explanations: [Explanation]
    public var absences: [Absence]
    /// Establishments of the same enterprise that the catalogue holds, where it does not hold the one asked for.
    public var others: [Supplier]

    public init(
        lot: MatchSheet, asked: String, top: Int, explanations: [Explanation], absences: [Absence], others: [Supplier]
    ) {
        self.lot = lot
        self.asked = asked
        self.top = top
        self.explanations = explanations
        self.absences = absences
        self.others = others
    }
}
