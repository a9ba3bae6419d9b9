import Catalog
import Nomenclature
import Wording

/// What a structure is to a buyer, one family each: the colour of the map.
///
/// A structure that is of insertion and of disability at once counts under insertion, so that the families add up to the
/// total; ``CataloguePanorama/inBothFamilies`` says how many do.
public enum OfferFamily: String, Sendable, Hashable, Codable, CaseIterable {
    /// Holds a kind of insertion par l'activité économique (L5132-4 code du travail) on the day.
    case insertion
    /// Holds the kind EA, EATT (L5213-13 code du travail) or ESAT (L344-2 CASF) on the day.
    case disability
    /// Neither, and belongs to the ESS (law 2014-856, art. 1).
    case otherESS
    /// Neither, and its belonging to the ESS is denied or not established.
    case other

    init(_ supplier: Supplier, on day: Day) {
        if supplier.holds(.siae, on: day) {
            self = .insertion
        } else if supplier.holds(.disability, on: day) {
            self = .disability
        } else {
            self = supplier.ess.belongs == true ? .otherESS : .other
        }
    }

    public var name: Phrase {
        switch self {
        case .insertion: Phrase("Insertion (SIAE)", "Work integration (SIAE)")
        case .disability: Phrase("Handicap (EA, EATT, ESAT)", "Disability (EA, EATT, ESAT)")
        case .otherESS: Phrase("Autres structures de l’ESS", "Other ESS structures")
        case .other: Phrase("Autres, ESS non établie", "Others, ESS not established")
        }
    }
}
