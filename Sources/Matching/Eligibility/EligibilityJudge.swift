import Catalog
import Nomenclature
import Wording

/// Says whether a supplier may answer a lot: eligible, not eligible, or to be confirmed, with the article, the
/// evidence at the day of the notice, and what is missing. The rules are rows of `Catalog/Law/reservations.tsv`.
public struct EligibilityJudge: Sendable {
    public init() {}

    /// The answer for one supplier, at the day of the need (``Need/day``). A lot that is not reserved is open to all.
    public func judge(_ supplier: Supplier, for need: Need, reservation: Reservation?) -> Eligibility {
        guard let reservation, !reservation.articles.isEmpty else {
            return Eligibility(verdict: .eligible, reasons: [Phrase("lot non réservé", "lot not reserved")])
        }
        let standing = SupplierStanding(supplier, on: need.day)
        let grounds = reservation.articles.map { ArticleGround($0, standing: standing, need: need) }
        // A lot may cite several articles: one is enough.
        let verdict = grounds.map(\.verdict).max { Self.order($0) < Self.order($1) } ?? .toConfirm
        let deciding = grounds.filter { $0.verdict == verdict }
        var answer = Eligibility(
            verdict: verdict, articles: (reservation.isCertain ? deciding.map(\.article) : reservation.articles),
            reasons: Self.unique(deciding.map(\.reason)), evidence: standing.evidence,
            missing: Self.unique(deciding.flatMap(\.missing)))
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

    /// When the notice does not tell the article, nothing is more than to be confirmed.
    private func doubt(_ reservation: Reservation, _ answer: inout Eligibility) {
        if answer.verdict == .eligible { answer.verdict = .toConfirm }
        let articles = reservation.articles.joined(separator: ", ")
        answer.missing.append(
            Phrase(
                "article exact de la réservation, que l’avis ne dit pas (\(articles) possibles)",
                "exact article of the reservation, which the notice does not tell (\(articles) possible)"))
    }

    private static func order(_ verdict: Eligibility.Verdict) -> Int {
        switch verdict {
        case .notEligible: 0
        case .toConfirm: 1
        case .eligible: 2
        }
    }

    private static func unique(_ phrases: [Phrase]) -> [Phrase] {
        var seen: Set<Phrase> = []
        return phrases.filter { seen.insert($0).inserted }
    }
}
