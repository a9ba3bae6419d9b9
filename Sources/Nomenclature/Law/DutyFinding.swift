import Wording

/// Whether a duty holds for a lot, why, and how it may be left out.
public struct DutyFinding: Sendable, Hashable {
    public let duty: LegalDuty
    public let verdict: LawVerdict
    public let reasons: [Phrase]
    /// What is not known, or not settled.
    public let missing: [Phrase]
    /// Only those that the lot may be a case of.
    public let exceptions: [DutyException]
}

extension Law {
    /// Every duty of the code for a lot: those that hold at its date, and those that do not, with the reason.
    public static func duties(_ lot: LotFacts) -> [DutyFinding] { judge(LegalDuty.all, for: lot) }

    /// Judges rows of duties, the code’s or a buyer’s own, for a lot. Of the rows of one duty the one in force is judged,
    /// else the next to come, else the last that was.
    public static func judge(_ duties: [LegalDuty], for lot: LotFacts) -> [DutyFinding] {
        var order: [String] = []
        let rows = Dictionary(grouping: duties, by: \.id)
        for duty in duties where !order.contains(duty.id) { order.append(duty.id) }
        return order.compactMap { id in
            guard let rows = rows[id], let last = rows.last else { return nil }
            let row =
                rows.first { $0.basis.isValid(on: lot.day) }
                ?? rows.first { $0.basis.validFrom.map { lot.day < $0 } ?? false } ?? last
            return finding(row, lot)
        }
    }

    private static func finding(_ duty: LegalDuty, _ lot: LotFacts) -> DutyFinding {
        var reasons: [Phrase] = []
        var missing: [Phrase] = []
        func no(_ reason: Phrase) -> DutyFinding {
            DutyFinding(duty: duty, verdict: .no, reasons: [reason], missing: [], exceptions: [])
        }
        if let reason = outOfScope(duty, lot) { return no(reason) }
        if !duty.cpv.isEmpty {
            if lot.cpv.isEmpty {
                missing.append(Phrase("codes CPV du lot", "CPV codes of the lot"))
            } else if !lot.cpv.contains(where: { code in duty.cpv.contains { code.code.hasPrefix($0) } }) {
                return no(Phrase("autre métier que celui de la règle", "other trade than that of the rule"))
            }
        }
        if !duty.natures.isEmpty, lot.nature == nil {
            missing.append(Phrase("nature de l’achat", "kind of purchase"))
        }
        if !duty.buyers.isEmpty, lot.buyer == nil { missing.append(buyerMissing) }
        if let least = duty.fromValue {
            guard let value = lot.value else {
                missing.append(Phrase("valeur estimée", "estimated value"))
                return answer(duty, lot, reasons, missing)
            }
            guard value >= least else {
                return no(
                    Phrase(
                        "valeur sous \(least.text(.french, cents: false)) HT",
                        "value under \(least.text(.english, cents: false)) before tax"))
            }
            reasons.append(
                Phrase(
                    "valeur d’au moins \(least.text(.french, cents: false)) HT",
                    "value of at least \(least.text(.english, cents: false)) before tax"))
        }
        if let kind = duty.threshold {
            let found = compare(kind, lot)
            if found.verdict == .no { return no(thresholdReason(found, reached: false)) }
            if found.verdict == .yes { reasons.append(thresholdReason(found, reached: true)) }
            missing += found.missing
            if duty.isUnsettledForSpecificServices, SocialServices.areSpecific(lot.cpv) {
                missing.append(
                    Phrase(
                        "seuil à retenir pour les services sociaux et autres services spécifiques",
                        "which threshold counts for social and other specific services"))
            }
        }
        if let bound = duty.overMonths {
            if let months = lot.months {
                guard months > bound else {
                    let text = (NumberFormat.decimal(bound, decimals: 0, .french))
                    return no(Phrase("durée de \(text)\u{A0}mois au plus", "duration of \(text) months at most"))
                }
            } else {
                missing.append(Phrase("durée du marché", "duration of the contract"))
            }
        }
        return answer(duty, lot, reasons, missing)
    }

    private static func answer(
        _ duty: LegalDuty, _ lot: LotFacts, _ reasons: [Phrase], _ missing: [Phrase]
    ) -> DutyFinding {
        var missing = missing
        if duty.basis.status == .toVerify { missing.append(toVerify(duty.article, duty.basis)) }
        let since = duty.basis.validFrom.map {
            [Phrase("en vigueur depuis le \($0.text(.french))", "in force since \($0.iso)")]
        }
        return DutyFinding(
            duty: duty, verdict: missing.isEmpty ? .yes : .toVerify, reasons: (since ?? []) + reasons,
            missing: missing.uniqued,
            exceptions: DutyException.all.filter { $0.duty == duty.id && $0.mayConcern(lot) })
    }

    /// Why a duty is none of this lot’s, whatever its value.
    private static func outOfScope(_ duty: LegalDuty, _ lot: LotFacts) -> Phrase? {
        if let from = duty.basis.validFrom, lot.day < from {
            return Phrase("en vigueur à partir du \(from.text(.french)) seulement", "in force from \(from.iso) on only")
        }
        if let to = duty.basis.validTo, lot.day > to {
            return Phrase("n’est plus en vigueur depuis le \(to.text(.french))", "no longer in force since \(to.iso)")
        }
        if duty.isForConcessions != lot.isConcession {
            return duty.isForConcessions
                ? Phrase("pour les concessions seulement", "for concessions only")
                : Phrase("pour les marchés, non pour les concessions", "for contracts, not for concessions")
        }
        if lot.isDefence, !duty.article.isEmpty {
            return Phrase("marché de défense ou de sécurité", "contract for defence or security")
        }
        if let nature = lot.nature, !duty.natures.isEmpty, !duty.natures.contains(nature) {
            return Phrase("non pour des \(nature.name.fr)", "not for \(nature.name.en)")
        }
        if let buyer = lot.buyer, !duty.buyers.isEmpty, !duty.buyers.contains(where: buyer.mayBe) {
            return Phrase("non pour cette catégorie d’acheteur", "not for that category of buyer")
        }
        return nil
    }

    private static func thresholdReason(_ found: ThresholdFinding, reached: Bool) -> Phrase {
        guard let row = found.thresholds.first else {
            return Phrase("sans seuil pour cet acheteur", "no threshold for that buyer")
        }
        let amounts = Set(found.thresholds.map(\.amount)).sorted()
        let fr = amounts.map { $0.text(.french, cents: false) }.joined(separator: " ou ")
        let en = amounts.map { $0.text(.english, cents: false) }.joined(separator: " or ")
        return reached
            ? Phrase(
                "seuil atteint\u{A0}: \(fr) HT (\(row.name.fr))", "threshold reached: \(en) before tax (\(row.name.en))"
            )
            : Phrase(
                "seuil non atteint\u{A0}: \(fr) HT (\(row.name.fr))",
                "threshold not reached: \(en) before tax (\(row.name.en))")
    }
}
