import Catalog
import Nomenclature
import Wording

@testable import Indicators

/// A catalogue of ten structures whose figures can be counted by hand. All identifiers are fictitious (SIREN 000…).
enum PanoramaSamples {
    static let montDeMarsan = "40192"
    static let dax = "40088"
    static let pau = "64445"
    static let epciOfPau = "200067254"

    static func day(_ text: String) throws -> Day {
        struct NoDay: Error {}
        guard let day = Day(iso: text) else { throw NoDay() }
        return day
    }

    /// A valid SIRET of the fictitious range: the enterprise and its establishment by their numbers.
    static func siret(_ enterprise: Int, _ establishment: Int = 1) throws -> Siret {
        struct NoSiret: Error {}
        func padded(_ value: Int, _ count: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: count - digits.count) + digits
        }
        for key in 0...9 {
            guard let siren = try? Siren("000" + padded(enterprise + 1, 5) + String(key)) else { continue }
            for last in 0...9 {
                if let siret = try? Siret(siren.text + padded(establishment, 4) + String(last)) { return siret }
            }
        }
        throw NoSiret()
    }

    static func supplier(
        _ siret: Siret, _ kinds: [StructureKind] = [], commune: String? = nil, ess: Bool? = nil,
        change: (inout Supplier) -> Void = { _ in }
    ) -> Supplier {
        var supplier = Supplier(key: siret.text)
        supplier.siret = siret
        supplier.siren = siret.siren
        supplier.name = "Structure \(siret.text)"
        supplier.kinds = kinds.map { HeldKind($0, evidence: [evidence(seen: "2026-01-01")]) }
        supplier.communeCode = commune
        if commune != nil { supplier.placing = .code }
        supplier.ess = ESSStatus(belongs: ess, title: Phrase("titre", "title"), source: "csv")
        supplier.sources = ["csv"]
        change(&supplier)
        return supplier
    }

    static func evidence(seen: String? = nil, from: String? = nil, to: String? = nil) -> Evidence {
        Evidence(
            source: "csv", place: Place(file: "f.csv"), seen: seen.flatMap { Day(iso: $0) },
            validFrom: from.flatMap { Day(iso: $0) }, validTo: to.flatMap { Day(iso: $0) })
    }

    static func catalogue() throws -> [Supplier] {
        let gardens = supplier(try siret(1), [.aci, .association], commune: montDeMarsan, ess: true) {
            $0.legalCategory = "9220"
            $0.employees = 34
            $0.esus = [evidence(seen: "2026-01-01", to: "2027-03-31")]
            $0.sectors = ["Travaux forestiers, Bûcheronnage"]
            $0.perimeter = .france
            $0.sources = ["asp-siae", "csv"]
        }
        let expired = supplier(try siret(2), [], commune: dax) {
            $0.kinds = [HeldKind(.ei, evidence: [evidence(seen: "2023-01-01", to: "2025-12-31")])]
            $0.legalCategory = "5710"
            // As merging leaves it: the low end of the band stands in for the headcount.
            $0.workforceBand = "11"
            $0.employees = 10
            $0.isHeadcountOfBand = true
            $0.naf = NAF("78.20Z")
        }
        let esat = supplier(try siret(1, 2), [.esat], commune: dax, ess: true) { $0.legalCategory = "9220" }
        let cooperative = supplier(try siret(3), [], commune: pau, ess: true) {
            $0.kinds = [HeldKind(.scic, evidence: [evidence()])]
            $0.legalCategory = "5710"
            $0.workforceBand = "53"
            $0.employees = 10_000
            $0.isHeadcountOfBand = true
            $0.naf = NAF("81.30Z")
            $0.esus = [evidence(to: "2024-12-31")]
        }
        var enterprise = supplier(try siret(4), [.association], ess: true) {
            $0.departement = "64"
            $0.employees = 5
        }
        enterprise.key = "siren:" + (enterprise.siren?.text ?? "")
        enterprise.siret = nil
        let closed = supplier(try siret(5), [.ea], commune: dax, ess: true) { $0.isClosed = true }
        let shared = try siret(6)
        var twins: [Supplier] = []
        for kind in [StructureKind.aci, .ei] {
            twins.append(
                supplier(shared, [kind], commune: pau, ess: true) {
                    $0.key = shared.text + "/" + kind.rawValue
                    $0.employees = 12
                    $0.legalCategory = "9220"
                    $0.sectors = ["Travaux forestiers, Bûcheronnage", "Entretien des parkings"]
                })
        }
        let publicBody = supplier(try siret(7), [.aci], commune: pau, ess: false) {
            $0.legalCategory = "7361"
            $0.workforceBand = "NN"
        }
        var bare = Supplier(key: try siret(8).text)
        bare.siret = try siret(8)
        return [gardens, expired, esat, cooperative, enterprise, closed] + twins + [publicBody, bare]
    }

    static func panorama(
        territory: Territory? = nil, totals: PanoramaTotals? = nil, listLimit: Int = 10
    ) throws -> CataloguePanorama {
        CataloguePanorama(
            suppliers: try catalogue(), day: try day("2026-06-01"), territory: territory, totals: totals,
            listLimit: listLimit)
    }
}
