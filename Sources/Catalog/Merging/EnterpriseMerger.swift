import FrenchText
import Nomenclature
import Wording

/// What the records of one SIREN say of the enterprise as a whole.
enum EnterpriseMerger {
    /// - Parameter records: all of the enterprise, most believed first; those of its establishments too, for a legal form
    ///   or an approval read on a list of establishments is the enterprise's.
    static func enterprise(_ records: [Reading]) -> Enterprise {
        let own = records.contains { $0.record.siren != nil } ? records.filter(\.isOfEnterprise) : records
        let legal = records.first { $0.record.legalCategory != nil } ?? records.first { !$0.record.legalForm.isEmpty }
        let state = own.first { $0.record.isClosed != nil }
        var enterprise = Enterprise(
            siren: records.lazy.compactMap { $0.record.siren }.first,
            name: own.lazy.map { $0.record.name }.first { !$0.isEmpty } ?? "",
            acronym: own.lazy.map { $0.record.acronym }.first { !$0.isEmpty } ?? "",
            legalCategory: legal?.record.legalCategory, legalForm: legal?.record.legalForm ?? "",
            ess: ESSDecision.unknown,
            esus: Claims.esus(records), kinds: [], unplacedKinds: [],
            isMissionCompany: records.lazy.compactMap { $0.record.isMissionCompany }.first,
            createdOn: own.lazy.compactMap { $0.record.createdOn }.first, isClosed: state?.record.isClosed ?? false,
            closedOn: state?.record.isClosed == true ? state?.record.closedOn : nil,
            workforceBand: own.lazy.compactMap { $0.record.workforceBand }.first,
            headOffice: records.lazy.compactMap {
                $0.record.headOffice ?? ($0.record.isHeadOffice == true ? $0.record.siret : nil)
            }.first)
        // A convention is an establishment's: claimed of a SIREN alone, nobody knows of which.
        enterprise.unplacedKinds = Claims.kinds(own.filter(\.isOfEnterprise), level: .establishment)
        enterprise.kinds = Claims.enterpriseKinds(records, legalCategory: enterprise.legalCategory)
        enterprise.ess = ESSDecision.status(of: enterprise, records)
        return enterprise
    }
}
