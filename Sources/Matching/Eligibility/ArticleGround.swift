import Catalog
import Nomenclature

/// The answer of one article for one supplier: the best that its kinds give, without a word of text.
struct ArticleGround {
    let article: String
    let verdict: Eligibility.Verdict
    let cause: EligibilityCause
    let missing: [EligibilityGap]

    private typealias Finding = (verdict: Eligibility.Verdict, cause: EligibilityCause, missing: [EligibilityGap])

    init(_ article: String, standing: SupplierStanding, need: Need, facts: EligibilityFacts = EligibilityFacts()) {
        self.article = article
        let ground = ReservationGround.nearest(article, on: need.day)
        let findings = Self.findings(article, ground, standing, need, facts)
        let best =
            findings.first { $0.verdict == .eligible } ?? findings.first { $0.verdict == .toConfirm } ?? findings.first
            ?? Self.withoutKind(standing)
        cause = best.cause
        guard best.verdict != .notEligible else {
            verdict = .notEligible
            missing = best.missing
            return
        }
        // Nobody is more than to be confirmed on a ground that does not hold.
        let unsettled = Self.unsettled(article, ground, need.day)
        verdict = unsettled == nil ? best.verdict : .toConfirm
        missing = best.missing + (unsettled.map { [$0] } ?? [])
    }

    private static func unsettled(_ article: String, _ ground: ReservationGround?, _ day: Day) -> EligibilityGap? {
        guard let ground, ground.basis.isValid(on: day) else {
            return .groundNotInForce(article, since: ground?.basis.validFrom)
        }
        return ground.use == .allowed ? nil : .groundUnsettled(article, ground.useReason)
    }

    private static func findings(
        _ article: String, _ ground: ReservationGround?, _ standing: SupplierStanding, _ need: Need,
        _ facts: EligibilityFacts
    ) -> [Finding] {
        let kinds: [StructureKind?] = standing.kinds.isEmpty ? (standing.isESS == true ? [nil] : []) : standing.kinds
        if kinds.isEmpty, let ground, ground.isForSocialServices {
            return [socialService(nil, ground, standing, need, facts)]
        }
        let share = facts.share ?? standing.share
        return kinds.compactMap { kind in
            guard let rule = ReservationRules.rule(article: article, kind: kind, on: need.day) else { return nil }
            return finding(rule, ground, share, standing, need, facts)
        }
    }

    private static func finding(
        _ rule: ReservationRule, _ ground: ReservationGround?, _ share: Double?, _ standing: SupplierStanding,
        _ need: Need, _ facts: EligibilityFacts
    ) -> Finding {
        let proof = ground?.leastShare.map { [EligibilityGap.share(least: $0)] } ?? []
        switch rule.verdict {
        case .eligible:
            // The law fixes the share; a lower figure in the data is a contradiction to be looked at.
            let isLow = share.map { share in ground?.leastShare.map { share < $0 } ?? false } ?? false
            let open = standing.undated(rule.kind) + (isLow ? proof : [])
            return (open.isEmpty ? .eligible : .toConfirm, .rule(rule), open)
        case .ifShare:
            let open = standing.undated(rule.kind)
            guard let share, let least = ground?.leastShare else { return (.toConfirm, .rule(rule), open + proof) }
            guard share >= least else { return (.notEligible, .shareTooLow(share, least: least), []) }
            return (open.isEmpty ? .eligible : .toConfirm, .shareReached(rule, share), open)
        case .ifSocialService: return socialService(rule, ground, standing, need, facts)
        case .toConfirm: return (.toConfirm, .rule(rule), proof)
        case .notEligible: return (.notEligible, .rule(rule), [])
        }
    }

    // MARK: L2113-15

    private static func socialService(
        _ rule: ReservationRule?, _ ground: ReservationGround?, _ standing: SupplierStanding, _ need: Need,
        _ facts: EligibilityFacts
    ) -> Finding {
        if standing.isPublicBody { return (.notEligible, .publicBody, []) }
        if standing.isESS == false { return (.notEligible, .notESS, []) }
        if facts.hasMission == false { return (.notEligible, .otherMission, []) }
        var open: [EligibilityGap] = []
        if standing.isESS == nil { open.append(.membership) }
        let foreign = need.cpv.filter { !SocialServices.contains($0) }
        if need.cpv.isEmpty {
            open.append(.lotCodes)
        } else if !foreign.isEmpty {
            open.append(.codesOffList(foreign))
        }
        if let longest = ground?.longestMonths {
            if let months = need.months {
                if months > longest { open.append(.tooLong(months: months, longest: longest)) }
            } else {
                open.append(.lotDuration)
            }
        }
        if facts.hasMission == nil { open.append(.mission) }
        if let bar = ground?.barMonths {
            if let award = facts.awards?.suspect(before: need.day, months: bar) {
                open.append(.recentAward(award))
            } else if facts.awards?.coversBuyer != true {
                open.append(.noRecentAward(months: bar))
            }
        }
        return (open.isEmpty ? .eligible : .toConfirm, rule.map { .rule($0) } ?? .unknownESS, open)
    }

    // MARK: Nothing held

    private static func withoutKind(_ standing: SupplierStanding) -> Finding {
        (.notEligible, standing.lapsedKinds.first.map { .lapsed($0) } ?? .noStatus, [.currentApproval])
    }
}
