import Catalog
import Nomenclature
import Wording

extension EligibilityJudge {
    /// The answer for suppliers that tender together: each has to be eligible under one same article. Under L2113-14
    /// both families mix; production in prisons mixes with none, because that article knows no other kind.
    public func judge(
        group members: [Supplier], for need: Need, reservation: Reservation?,
        facts: EligibilityFacts = EligibilityFacts()
    ) -> Eligibility {
        guard let reservation, !reservation.articles.isEmpty else { return Self.open }
        guard members.count > 1 else {
            return members.first.map { judge($0, for: need, reservation: reservation, facts: facts) }
                ?? Eligibility(
                    verdict: .toConfirm, missing: [Phrase("membres du groupement", "members of the group")])
        }
        let answers = reservation.articles.map { answer(of: members, under: $0, need, facts) }
        guard var best = answers.max(by: { $0.verdict.rank < $1.verdict.rank }) else { return Self.open }
        if !reservation.isCertain {
            best.articles = reservation.articles
            doubt(reservation, &best)
        }
        return best
    }

    private func answer(
        of members: [Supplier], under article: String, _ need: Need, _ facts: EligibilityFacts
    ) -> Eligibility {
        let certain = Reservation(articles: [article], origin: .text, isCertain: true, quote: "")
        let answers = members.map { (name: $0.displayName, judge($0, for: need, reservation: certain, facts: facts)) }
        let verdict = answers.map(\.1.verdict).min { $0.rank < $1.rank } ?? .toConfirm
        func named(_ part: (Eligibility) -> [Phrase], _ isAsked: (Eligibility) -> Bool) -> [Phrase] {
            answers.filter { isAsked($0.1) }.flatMap { name, answer in
                part(answer).map { Phrase("\(name) – \($0.fr)", "\(name) – \($0.en)") }
            }
        }
        var group = Eligibility(
            verdict: verdict, articles: [article],
            reasons: named(\.reasons) { $0.verdict == verdict }, evidence: named(\.evidence) { _ in true },
            missing: named(\.missing) { $0.verdict == verdict })
        if verdict != .notEligible, ReservationGround.nearest(article, on: need.day)?.isOpenToGroups != true {
            group.verdict = .toConfirm
            group.missing.append(EligibilityGap.groups(article).phrase)
        }
        return group
    }
}
