import Catalog
import Nomenclature
import Wording

/// Says whether a supplier may answer a lot: eligible, not eligible, or to be confirmed, with the article, the
/// evidence at the day of the notice, and what is missing. The rules are rows of `Catalog/Law`.
public struct EligibilityJudge: Sendable {
    public init() {}

    /// The answer for one supplier, at the day of the need (``Need/day``). A lot that is not reserved is open to all.
    ///
    /// - Parameter facts: what is known of the supplier beside the catalogue.
    public func judge(
        _ supplier: Supplier, for need: Need, reservation: Reservation?, facts: EligibilityFacts = EligibilityFacts()
    ) -> Eligibility {
        guard let reservation, !reservation.articles.isEmpty else { return Self.open }
        let standing = SupplierStanding(supplier, on: need.day)
        let grounds = reservation.articles.map { ArticleGround($0, standing: standing, need: need, facts: facts) }
        // A lot may cite several articles: one is enough.
        let verdict = grounds.map(\.verdict).max { $0.rank < $1.rank } ?? .toConfirm
        let deciding = grounds.filter { $0.verdict == verdict }
        var answer = Eligibility(
            verdict: verdict, articles: (reservation.isCertain ? deciding.map(\.article) : reservation.articles),
            reasons: Self.unique(deciding.map(\.cause.phrase)), evidence: standing.evidence + Self.evidence(facts),
            missing: Self.unique(deciding.flatMap(\.missing).map(\.phrase)))
        if !reservation.isCertain { doubt(reservation, &answer) }
        return answer
    }

    /// Whether a supplier may answer at all, without the reasons.
    func mayAnswer(_ supplier: Supplier, _ need: Need, _ reservation: Reservation?) -> Bool {
        guard let reservation, !reservation.articles.isEmpty else { return true }
        let standing = SupplierStanding(supplier, on: need.day)
        return reservation.articles.contains {
            ArticleGround($0, standing: standing, need: need).verdict != .notEligible
        }
    }

    static let open = Eligibility(verdict: .eligible, reasons: [Phrase("lot non réservé", "lot not reserved")])

    /// When the notice does not tell the article, nothing is more than to be confirmed.
    func doubt(_ reservation: Reservation, _ answer: inout Eligibility) {
        if answer.verdict == .eligible { answer.verdict = .toConfirm }
        let articles = reservation.articles.joined(separator: ", ")
        answer.missing.append(
            Phrase(
                "article exact de la réservation, que l’avis ne dit pas (\(articles) possibles)",
                "exact article of the reservation, which the notice does not tell (\(articles) possible)"))
    }

    /// What was told beside the catalogue, as evidence.
    private static func evidence(_ facts: EligibilityFacts) -> [Phrase] {
        var phrases: [Phrase] = []
        if let share = facts.share {
            phrases.append(
                Phrase(
                    "part de travailleurs concernés déclarée\u{A0}: \(NumberFormat.percent(share, decimals: 0, .french))",
                    "share of workers concerned as declared: \(NumberFormat.percent(share, decimals: 0, .english))"))
        }
        if facts.hasMission == true {
            phrases.append(
                Phrase("mission liée aux services du lot\u{A0}: déclarée", "mission linked to the services: declared"))
        }
        if let awards = facts.awards, !awards.contracts.isEmpty {
            let count = awards.contracts.count
            phrases.append(
                Phrase(
                    "contrats connus de l’entreprise (DECP)\u{A0}: \(count), dont réservés\u{A0}: \(awards.contracts.count(where: \.isReserved))",
                    "contracts known of the enterprise (DECP): \(count), of which reserved: \(awards.contracts.count(where: \.isReserved))"
                ))
        }
        return phrases
    }

    static func unique(_ phrases: [Phrase]) -> [Phrase] {
        var seen: Set<Phrase> = []
        return phrases.filter { seen.insert($0).inserted }
    }
}

extension Eligibility.Verdict {
    /// From the worst to the best.
    public var rank: Int {
        switch self {
        case .notEligible: 0
        case .toConfirm: 1
        case .eligible: 2
        }
    }
}
