import Catalog
import Indicators
import Nomenclature
import Wording

/// Four fictitious structures of the Landes and one of La Réunion.
extension Samples {
    static func suppliers() throws -> [Supplier] {
        func structure(
            _ siret: String, _ kinds: [StructureKind], _ commune: String, ess: Bool? = true,
            change: (inout Supplier) -> Void = { _ in }
        ) throws -> Supplier {
            var supplier = try Samples.supplier(name: "Structure \(siret)")
            supplier.key = siret
            supplier.siret = try Siret(siret)
            supplier.siren = supplier.siret?.siren
            supplier.kinds = kinds.map { kind in
                HeldKind(
                    kind, evidence: [Evidence(source: "csv", place: Place(file: "f.csv"), seen: Day(iso: "2026-01-01"))]
                )
            }
            supplier.communeCode = commune
            supplier.ess = ESSStatus(belongs: ess, title: Phrase("association", "association"), source: "csv")
            supplier.sources = ["csv"]
            change(&supplier)
            return supplier
        }
        return [
            try structure(workshop, [.aci, .association], "40192") {
                $0.name = "Les Jardins <du> Marsan & Cie"
                $0.employees = 34
                $0.sectors = ["Travaux forestiers, Bûcheronnage"]
            },
            try structure("00010000800028", [.esat], "40192") { $0.workforceBand = "11" },
            try structure("00010001600021", [.scop], "40088") { $0.naf = NAF("81.30Z") },
            try structure("00004000600017", [], "40088", ess: nil),
            try structure("00003000700017", [.ei], "97411"),
        ]
    }

    static func panorama(_ departements: [String] = [], totals: PanoramaTotals? = nil) throws -> CataloguePanorama {
        CataloguePanorama(
            suppliers: try suppliers(), day: try day("2026-06-01"),
            territory: departements.isEmpty ? nil : try Territory(departements: departements), totals: totals,
            listLimit: 2)
    }

    static func structures() throws -> [PanoramaStructure] {
        var count = PanoramaCount(day: try day("2026-06-01"))
        return try suppliers().compactMap { count.add($0) }
    }
}
