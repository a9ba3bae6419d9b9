import Nomenclature
import Wording

/// Makes the structures of an enterprise of what several sources, or several rows of one, say of it.
///
/// The result does not depend on the order of the records. Identity is the establishment (SIRET) with its enterprise
/// (SIREN), and every claim stays on the level that it belongs to: a convention (ACI, EA …) on the establishment, a legal
/// form, the ESS and an ESUS approval on the enterprise. Where records differ:
/// - **order of preference**: the newest ``SupplierRecord/seen`` (none is the oldest), then the most official source,
///   then a comparison of their contents, so that ties fall the same way everywhere;
/// - **single values**: the first in that order that is not empty, what is said of the establishment before what is said
///   of its enterprise. Values that only make sense together come from one record: the address, the legal category and
///   its wording, the headcount and the share of integration;
/// - **description**: the longest, because search lives on words; of equals, the first in the order;
/// - **lists**: united, without accents and case making a difference, in the order of preference;
/// - **kinds** and ESUS approvals: united, each with the newest evidence of every source.
///
/// What was not retained is not lost: ``Dossier`` shows it.
public enum Merger {
    /// The structures of one enterprise that are in the catalogue, by key.
    ///
    /// - Parameter records: all that is known of one SIREN, records that join it by another identifier included; or
    ///   records without SIREN that share an identifier.
    public static func suppliers(of records: [SupplierRecord]) -> [Supplier] {
        let records = Preference.sorted(records)
        let enterprise = EnterpriseMerger.enterprise(records)
        return Establishments(records, enterprise).structures.map {
            StructureMerger.supplier($0, of: enterprise, records)
        }
    }

    /// The enterprise that `records`, all of one SIREN, speak of: in the catalogue or not.
    public static func enterprise(of records: [SupplierRecord]) -> Enterprise {
        EnterpriseMerger.enterprise(Preference.sorted(records))
    }
}
