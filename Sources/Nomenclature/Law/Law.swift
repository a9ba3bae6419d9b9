import Wording

/// The law of reserved markets and of social and environmental clauses, at a date. Rows of `Catalog/Law`, read by one
/// engine: the same lot judged at its own date gets the same answer next year.
public enum Law {
    /// Articles in force on a day.
    public static func articles(on day: Day) -> [LegalArticle] { LegalArticle.all.filter { $0.basis.isValid(on: day) } }

    /// An article as it reads on a day; `nil` when it is not in force.
    public static func article(_ id: String, on day: Day) -> LegalArticle? {
        LegalArticle.all.first { $0.id == id && $0.basis.isValid(on: day) }
    }

    /// Amounts in force on a day for a buyer and a kind of purchase; all of them where these are `nil`.
    public static func thresholds(
        on day: Day, buyer: BuyerCategory? = nil, nature: PurchaseNature? = nil
    ) -> [LegalThreshold] {
        LegalThreshold.all.filter { row in
            row.basis.isValid(on: day) && (nature.map { row.natures.isEmpty || row.natures.contains($0) } ?? true)
                && (buyer.map { buyer in row.buyers.isEmpty || row.buyers.contains(where: buyer.mayBe) } ?? true)
        }
    }

    /// How the value of a lot stands to an amount: yes when the rule applies.
    public static func compare(_ kind: LegalThreshold.Kind, _ lot: LotFacts) -> ThresholdFinding {
        compare(kind, value: lot.value, on: lot.day, buyer: lot.buyer, nature: lot.nature)
    }

    /// Whether the expenditure of a buyer in a calendar year obliges it to a SPASER (L2111-3, D2111-3).
    ///
    /// - Parameter expenditure: EUR HT of a calendar year, from the accounts; amounts of published contracts do not tell.
    public static func scheme(on day: Day, buyer: BuyerCategory?, expenditure: Amount?) -> ThresholdFinding {
        compare(.scheme, value: expenditure, on: day, buyer: buyer, nature: nil)
    }

    private static func compare(
        _ kind: LegalThreshold.Kind, value: Amount?, on day: Day, buyer: BuyerCategory?, nature: PurchaseNature?
    ) -> ThresholdFinding {
        let inForce = thresholds(on: day).filter { $0.kind == kind }
        guard !inForce.isEmpty else {
            let unknown = Phrase(
                "montant en vigueur le \(day.text(.french)), que les tables ne donnent pas",
                "amount in force on \(day.iso), which the tables do not give")
            return ThresholdFinding(verdict: .toVerify, thresholds: [], missing: [unknown])
        }
        // Buyer or nature unknown: the answer holds when it is the same for all that they may be.
        let buyers = buyer?.possible ?? BuyerCategory.distinct
        let natures = nature.map { [$0] } ?? PurchaseNature.allCases
        let cases = buyers.flatMap { buyer in
            natures.map { nature in
                inForce.first {
                    ($0.buyers.isEmpty || $0.buyers.contains(buyer))
                        && ($0.natures.isEmpty || $0.natures.contains(nature))
                }
            }
        }
        var rows: [LegalThreshold] = []
        for row in cases.compactMap({ $0 }) where !rows.contains(row) { rows.append(row) }
        // No row for that buyer: the rule is not for it.
        guard !rows.isEmpty else { return ThresholdFinding(verdict: .no, thresholds: [], missing: []) }
        guard let value else {
            return ThresholdFinding(
                verdict: .toVerify, thresholds: rows, missing: [Phrase("valeur estimée", "estimated value")])
        }
        let outcomes = Set(cases.map { $0?.applies(to: value) ?? false })
        var missing: [Phrase] = []
        if outcomes.count > 1 {
            if buyers.count > 1 { missing.append(buyerMissing) }
            if natures.count > 1, Set(rows.map(\.natures)).count > 1 {
                missing.append(Phrase("nature de l’achat", "kind of purchase"))
            }
        }
        for row in rows where row.basis.status == .toVerify { missing.append(toVerify(row.article, row.basis)) }
        return ThresholdFinding(
            verdict: !missing.isEmpty ? .toVerify : outcomes.contains(true) ? .yes : .no, thresholds: rows,
            missing: missing.uniqued)
    }

    static let buyerMissing = Phrase("catégorie de l’acheteur", "category of the buyer")

    static func toVerify(_ article: String, _ basis: LawBasis) -> Phrase {
        Phrase(
            "règle à vérifier\u{A0}: \(article) (\(basis.source))", "rule to be verified: \(article) (\(basis.source))")
    }
}

extension [Phrase] {
    /// Without repetitions, in the same order.
    var uniqued: [Phrase] {
        var seen: Set<Phrase> = []
        return filter { seen.insert($0).inserted }
    }
}
