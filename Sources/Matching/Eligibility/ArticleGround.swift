import Catalog
import Nomenclature
import Wording

/// The answer of one article for one supplier: the best that its kinds give.
struct ArticleGround {
    let article: String
    let verdict: Eligibility.Verdict
    let reason: Phrase
    let missing: [Phrase]

    /// R2113-7 CCP: at least half of the workers.
    static let leastShare = 0.5
    /// L2113-16 CCP: three years at most.
    static let longestMonths = 36.0

    private typealias Finding = (verdict: Eligibility.Verdict, reason: Phrase, missing: [Phrase])

    init(_ article: String, standing: SupplierStanding, need: Need) {
        self.article = article
        let findings = Self.findings(article, standing, need)
        let best =
            findings.first { $0.verdict == .eligible } ?? findings.first { $0.verdict == .toConfirm } ?? findings.first
            ?? Self.withoutKind(standing)
        verdict = best.verdict
        reason = best.reason
        missing = best.missing
    }

    private static func findings(_ article: String, _ standing: SupplierStanding, _ need: Need) -> [Finding] {
        let kinds: [StructureKind?] = standing.kinds.isEmpty ? (standing.isESS == true ? [nil] : []) : standing.kinds
        if kinds.isEmpty, article == ReservationReader.servicesArticle { return [socialService(nil, standing, need)] }
        return kinds.compactMap { kind in
            guard let rule = ReservationRules.rule(article: article, kind: kind, on: need.day) else { return nil }
            return finding(rule, standing, need)
        }
    }

    private static func finding(_ rule: ReservationRule, _ standing: SupplierStanding, _ need: Need) -> Finding {
        let name = rule.kind.map { Phrase("\($0.rawValue)\u{A0}: ", "\($0.rawValue): ") } ?? Phrase("", "")
        let reason = Phrase(name.fr + rule.reason.fr, name.en + rule.reason.en)
        switch rule.verdict {
        case .eligible: return eligible(reason, standing)
        case .ifShare: return byShare(reason, standing)
        case .ifSocialService: return socialService(rule, standing, need)
        case .toConfirm: return (.toConfirm, reason, [proofOfShare])
        case .notEligible: return (.notEligible, reason, [])
        }
    }

    private static let proofOfShare = Phrase(
        "preuve d’une part d’au moins 50\u{202F}% de travailleurs concernés (R2113-7)",
        "proof of a share of at least 50% of workers concerned (R2113-7)")

    /// The law fixes the share; a lower figure in the data is a contradiction to be looked at.
    private static func eligible(_ reason: Phrase, _ standing: SupplierStanding) -> Finding {
        guard let share = standing.share, share < leastShare else { return (.eligible, reason, []) }
        return (.toConfirm, reason, [proofOfShare])
    }

    private static func byShare(_ reason: Phrase, _ standing: SupplierStanding) -> Finding {
        guard let share = standing.share else { return (.toConfirm, reason, [proofOfShare]) }
        let fr = NumberFormat.percent(share, decimals: 0, .french)
        let en = NumberFormat.percent(share, decimals: 0, .english)
        guard share >= leastShare else {
            return (
                .notEligible,
                Phrase(
                    "part connue de \(fr), sous les 50\u{202F}% exigés (R2113-7)",
                    "known share of \(en), under the 50% required (R2113-7)"), []
            )
        }
        return (.eligible, Phrase("\(reason.fr), part connue\u{A0}: \(fr)", "\(reason.en), known share: \(en)"), [])
    }

    // MARK: L2113-15

    private static func socialService(_ rule: ReservationRule?, _ standing: SupplierStanding, _ need: Need) -> Finding {
        if standing.isPublicBody {
            return (
                .notEligible,
                Phrase("organisme public, donc pas une entreprise de l’ESS", "public body, hence no ESS enterprise"), []
            )
        }
        if standing.isESS == false {
            return (.notEligible, Phrase("n’est pas une entreprise de l’ESS", "is no ESS enterprise"), [])
        }
        let reason = rule?.reason ?? Phrase("appartenance à l’ESS non établie", "ESS membership not established")
        var open: [Phrase] = []
        if standing.isESS == nil {
            open.append(
                Phrase(
                    "preuve de l’appartenance à l’ESS (loi 2014-856, art. 1)",
                    "proof of ESS membership (law 2014-856, art. 1)"))
        }
        let foreign = need.cpv.filter { !SocialServices.contains($0) }.map(\.code)
        if need.cpv.isEmpty {
            open.append(Phrase("codes CPV du lot", "CPV codes of the lot"))
        } else if !foreign.isEmpty {
            let codes = foreign.joined(separator: ", ")
            open.append(
                Phrase(
                    "hors de la liste stricte des services réservables\u{A0}: CPV \(codes)",
                    "outside the strict list of services that may be reserved: CPV \(codes)"))
        }
        if let months = need.months, months > longestMonths {
            open.append(
                Phrase(
                    "durée de \(NumberFormat.decimal(months, decimals: 0, .french))\u{A0}mois, au-delà des trois ans de L2113-16",
                    "duration of \(NumberFormat.decimal(months, decimals: 0, .english)) months, beyond the three years of L2113-16"
                ))
        }
        let verdict: Eligibility.Verdict = open.isEmpty ? .eligible : .toConfirm
        let proofs = [
            Phrase(
                "mission de service public liée aux services du lot",
                "public-service mission linked to the services of the lot"),
            Phrase(
                "absence d’attribution au même titre dans les trois ans (L2113-16)",
                "no award on the same ground within three years (L2113-16)"),
        ]
        return (verdict, reason, open + proofs)
    }

    // MARK: Nothing held

    private static func withoutKind(_ standing: SupplierStanding) -> Finding {
        if let lapsed = standing.lapsedKinds.first {
            let end = lapsed.evidence.compactMap(\.validTo).max()
            let until = end.map { Phrase(" (fin le \($0.text(.french)))", " (ended on \($0.iso))") } ?? Phrase("", "")
            let kind = lapsed.kind.rawValue
            return (
                .notEligible,
                Phrase(
                    "qualité d’\(kind) non valable à la date de l’avis\(until.fr)",
                    "\(kind) status not valid on the day of the notice\(until.en)"),
                [Phrase("agrément ou convention en cours", "approval or agreement in force")]
            )
        }
        return (
            .notEligible,
            Phrase(
                "aucune qualité établie qui ouvre ce marché réservé",
                "no established status that opens this reserved market"),
            [Phrase("agrément ou convention en cours", "approval or agreement in force")]
        )
    }
}
