import Wording

/// Whether a buyer may reserve a lot on a ground.
public struct GroundFinding: Sendable, Hashable {
    public let article: String
    public let verdict: LawVerdict
    public let reasons: [Phrase]
    /// What is to be verified before.
    public let missing: [Phrase]
    /// What the buyer has to see to when it uses the ground.
    public let conditions: [Phrase]
    public let basis: LawBasis?
}

extension Law {
    /// For each article that reserves markets, whether the buyer of a lot may use it at its date.
    public static func grounds(for lot: LotFacts) -> [GroundFinding] {
        ReservationRules.articles.map { ground($0, for: lot) }
    }

    /// Whether the buyer of a lot may reserve it under an article at its date.
    public static func ground(_ article: String, for lot: LotFacts) -> GroundFinding {
        guard let ground = ReservationGround.of(article, on: lot.day) else { return notInForce(article, lot.day) }
        var no: [Phrase] = []
        var missing: [Phrase] = []
        switch ground.use {
        case .allowed: break
        case .toVerify: missing.append(ground.useReason)
        case .forbidden: no.append(ground.useReason)
        }
        if ground.basis.status == .toVerify { missing.append(toVerify(article, ground.basis)) }
        if lot.isConcession {
            missing.append(
                Phrase(
                    "concession\u{A0}: articles L3113-1 et suivants, non ceux des marchés",
                    "concession: articles L3113-1 and following, not those of contracts"))
        }
        if lot.isDefence {
            missing.append(
                Phrase(
                    "règles propres aux marchés de défense ou de sécurité",
                    "rules of their own for defence and security contracts"))
        }
        if ground.isForAuthoritiesOnly {
            if lot.buyer == nil {
                missing.append(buyerMissing)
            } else if lot.buyer == .entity {
                no.append(
                    Phrase(
                        "seul un pouvoir adjudicateur peut réserver à ce titre, non une entité adjudicatrice",
                        "only a contracting authority may reserve on this ground, no contracting entity"))
            }
        }
        if ground.isForSocialServices { services(lot, &no, &missing) }
        if let longest = ground.longestMonths { duration(lot, longest, &no, &missing) }
        let verdict: LawVerdict = !no.isEmpty ? .no : missing.isEmpty ? .yes : .toVerify
        let allowed = Phrase("permis à cette date", "allowed at that date")
        return GroundFinding(
            article: article, verdict: verdict, reasons: verdict == .yes ? [allowed] : no,
            missing: verdict == .no ? [] : missing.uniqued,
            conditions: verdict == .no ? [] : [ground.notice] + (ground.condition.map { [$0] } ?? []) + shares(ground),
            basis: ground.basis)
    }

    private static func shares(_ ground: ReservationGround) -> [Phrase] {
        guard let share = ground.leastShare else { return [] }
        let fr = NumberFormat.percent(share, decimals: 0, .french)
        let en = NumberFormat.percent(share, decimals: 0, .english)
        return [
            Phrase(
                "candidats qui comptent au moins \(fr) de \(ground.workers.fr)",
                "candidates at least \(en) of whose workers are \(ground.workers.en)")
        ]
    }

    private static func notInForce(_ article: String, _ day: Day) -> GroundFinding {
        guard let first = ReservationGround.nearest(article, on: day)?.basis.validFrom else {
            return GroundFinding(
                article: article, verdict: .toVerify, reasons: [],
                missing: [Phrase("article inconnu des tables", "article that the tables do not know")], conditions: [],
                basis: nil)
        }
        return GroundFinding(
            article: article, verdict: .no,
            reasons: [
                Phrase(
                    "\(article) n’est pas en vigueur le \(day.text(.french)) (depuis le \(first.text(.french)))",
                    "\(article) is not in force on \(day.iso) (since \(first.iso))")
            ], missing: [], conditions: [], basis: nil)
    }

    /// L2113-15: every code of the lot on the list. One code off it among others may be a slip of the notice.
    private static func services(_ lot: LotFacts, _ no: inout [Phrase], _ missing: inout [Phrase]) {
        if let nature = lot.nature, nature != .services {
            no.append(
                Phrase(
                    "réservé à des services, non à des \(nature.name.fr)",
                    "for services only, not for \(nature.name.en)")
            )
            return
        }
        guard !lot.cpv.isEmpty else {
            missing.append(Phrase("codes CPV du lot", "CPV codes of the lot"))
            return
        }
        let off = lot.cpv.filter { !SocialServices.contains($0) }
        let outside = off.filter { !SocialServices.isSpecific($0) }
        if outside.count == lot.cpv.count {
            no.append(
                Phrase(
                    "aucun code CPV du lot n’est un service social ou spécifique réservable\u{A0}: \(list(outside))",
                    "no CPV code of the lot is a social or specific service that may be reserved: \(list(outside))"))
        } else if !off.isEmpty {
            missing.append(SocialServices.offList(off))
        }
    }

    private static func duration(
        _ lot: LotFacts, _ longest: Double, _ no: inout [Phrase], _ missing: inout [Phrase]
    ) {
        let fr = NumberFormat.decimal(longest, decimals: 0, .french)
        guard let months = lot.months else {
            missing.append(
                Phrase("durée du marché (\(fr)\u{A0}mois au plus)", "duration of the contract (\(fr) months at most)"))
            return
        }
        if months > longest {
            no.append(
                Phrase(
                    "durée de plus de \(fr)\u{A0}mois (L2113-16)\u{A0}: à ramener à trois ans au plus",
                    "duration of more than \(fr) months (L2113-16): to be brought down to three years at most"))
        } else if let renewals = lot.renewals, renewals > 0, months * Double(renewals + 1) > longest {
            let total = months * Double(renewals + 1)
            missing.append(
                Phrase(
                    "durée avec les reconductions\u{A0}: jusqu’à \(NumberFormat.decimal(total, decimals: 0, .french))\u{A0}mois, pour \(fr)\u{A0}mois au plus",
                    "duration with renewals: up to \(NumberFormat.decimal(total, decimals: 0, .english)) months, for \(fr) months at most"
                ))
        }
    }

    private static func list(_ codes: [CPV]) -> String { codes.map(\.code).joined(separator: ", ") }
}
