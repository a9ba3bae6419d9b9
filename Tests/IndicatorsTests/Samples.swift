import Catalog
import Indicators
import Nomenclature
import Tenders
import Wording

/// Small hand-made contracts and suppliers. All identifiers are fictitious (SIREN 000…).
enum Samples {
    static let buyer = "00001000900017"
    static let workshop = "00010000800010"
    static let sisterOfWorkshop = "00010000800028"
    static let association = "00010001600021"
    static let company = "00004000600017"

    static func contract(
        _ id: String, _ amount: Int? = 50_000, notified: String = "2024-03-04", published: String = "2024-04-01",
        holders: [String] = [company], buyer: String = buyer, object: String? = nil,
        change: (inout Contract) -> Void = { _ in }
    ) -> CountedContract {
        var contract = Contract(id: id, buyer: buyer, format: .decp2022)
        contract.object = object ?? "Objet \(id)"
        contract.cpvText = "77310000"
        contract.procedure = "Procédure adaptée"
        contract.notificationText = notified
        contract.publicationText = published
        contract.initialAmount = amount.map { Amount(euros: $0) }
        contract.holders = holders.map { Holder(id: $0, idType: "SIRET") }
        change(&contract)
        return CountedContract(contract: contract, source: Place(file: "decp.json", record: 1))
    }

    static func evidence(from: Day? = nil, to: Day? = nil) -> Evidence {
        Evidence(source: "csv", place: Place(file: "suppliers.csv"), seen: nil, validFrom: from, validTo: to)
    }

    static func supplier(
        _ siret: String, _ kinds: [StructureKind], ess: Bool? = nil, esusUntil: String? = nil
    ) throws -> Supplier {
        var supplier = Supplier(key: siret)
        supplier.siret = try Siret(siret)
        supplier.name = "Structure \(siret)"
        supplier.kinds = kinds.map { HeldKind($0, evidence: [evidence()]) }
        if let ess { supplier.ess = ESSStatus(belongs: ess, title: Phrase(verbatim: "test"), source: "test") }
        if let esusUntil { supplier.esus = [evidence(to: Day(iso: esusUntil))] }
        return supplier
    }

    /// An ACI that is an association with an ESUS approval until the end of March 2024, and an association.
    static func classifier() throws -> CatalogueClassifier {
        CatalogueClassifier(suppliers: [
            try supplier(workshop, [.aci, .association], esusUntil: "2024-03-31"),
            try supplier(association, [.association]),
        ])
    }

    static func report(
        _ contracts: [CountedContract], buyer: String? = nil, year: Int? = nil, rules: CountingRules = .standard
    ) throws -> SPASERReport {
        SPASERReport.compute(
            contracts: contracts, notUsable: QualityCounts(), classifier: try classifier(), buyer: buyer, year: year,
            rules: rules)
    }
}
