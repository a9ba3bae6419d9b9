import Catalog
import Indicators
import Matching
import Nomenclature
import Reports
import Tenders
import Wording

/// A small report and a small sheet. All identifiers are fictitious (SIREN 000…).
enum Samples {
    static let buyer = "00001000900017"
    static let workshop = "00010000800010"

    static func day(_ text: String) throws -> Day {
        struct NoDay: Error {}
        guard let day = Day(iso: text) else { throw NoDay() }
        return day
    }

    static func contract(
        _ id: String, _ amount: Int, object: String = "Entretien", notified: String = "2024-03-04",
        holder: String = "00004000600017", change: (inout Contract) -> Void = { _ in }
    ) -> CountedContract {
        var contract = Contract(id: id, buyer: buyer, format: .decp2022)
        contract.object = object
        contract.buyerName = "Ville d’Essai"
        contract.cpvText = "77310000"
        contract.procedure = "Procédure adaptée"
        contract.notificationText = notified
        contract.publicationText = notified
        contract.initialAmount = Amount(euros: amount)
        contract.holders = [Holder(id: holder, idType: "SIRET", name: "Titulaire & Cie")]
        change(&contract)
        return CountedContract(contract: contract, source: Place(file: "decp.json", record: 7))
    }

    static func supplier(name: String = "Les Jardins <du> Marsan") throws -> Supplier {
        var supplier = Supplier(key: workshop)
        supplier.siret = try Siret(workshop)
        supplier.name = name
        supplier.city = "Mont-de-Marsan"
        supplier.kinds = [
            HeldKind(
                .aci,
                evidence: [
                    Evidence(
                        source: "asp-siae", place: Place(file: "asp.csv", line: 12), seen: Day(iso: "2024-02-01"),
                        validTo: Day(iso: "2025-12-31"))
                ])
        ]
        return supplier
    }

    static func report(year: Int? = 2024) throws -> SPASERReport {
        SPASERReport.compute(
            contracts: [
                contract("2024-1", 10_000) { $0.social.clause = true },
                contract("2024-2", 30_000, object: "<script>alert(\"x\")</script>", holder: workshop) {
                    $0.social.none = true
                },
                contract("2024-3", 60_000) { $0.environmental.criterion = true },
                contract("2023-1", 5_000, notified: "2023-05-05"),
            ],
            notUsable: QualityCounts(records: 5, rejected: 1),
            classifier: CatalogueClassifier(suppliers: [try supplier()]), buyer: buyer, year: year)
    }

    static func sheet() throws -> MatchSheet {
        let match = Match(
            rank: 1, supplier: try supplier(), score: 87.25,
            criteria: [
                CriterionScore(
                    criterion: .text, value: 0.8, weight: 0.5,
                    sentence: Phrase("2 mots du lot : « espaces verts »", "2 words of the lot: “espaces verts”")),
                CriterionScore(
                    criterion: .place, value: 0.9, weight: 0.2, sentence: Phrase("à 12 km", "12 km away")),
            ],
            eligibility: Eligibility(
                verdict: .toConfirm, articles: ["L2113-13"],
                reasons: [Phrase("Lot réservé aux SIAE.", "Lot reserved to SIAE.")],
                evidence: [Phrase("liste de l’ASP, 01/02/2024", "ASP list, 2024-02-01")],
                missing: [Phrase("la part de travailleurs", "the share of workers")]),
            distance: 12.4)
        return MatchSheet(
            need: Need(
                id: "24-1/LOT-0002", title: "Entretien des espaces verts", cpv: [CPV(number: 77_310_000)],
                value: Amount(euros: 120_000), months: 36, day: try day("2024-03-04")),
            noticeTitle: "Entretien du patrimoine", buyer: "Ville d’Essai", lotLabel: "Lot 2",
            deadline: try day("2024-04-15"), reservation: "Réservé aux SIAE", matches: [match])
    }
}
