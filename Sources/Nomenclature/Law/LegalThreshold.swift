import Wording

/// An amount of the code during a period: one row of `Catalog/Law/thresholds.tsv`.
public struct LegalThreshold: Sendable, Hashable {
    /// What the amount decides.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case noPublicity, innovation, innovationSmallLot, innovationDefence, buyerProfile, publicity, advance
        /// Compared with the expenditure of a calendar year: obligation of a SPASER.
        case scheme
        case euProcedure, euConcession
    }

    /// What a value has to be for the rule to apply.
    public enum Comparison: String, Sendable, Hashable, Codable {
        case under, reaches, over
    }

    public let kind: Kind
    public let name: Phrase
    /// Empty: whatever is bought.
    public let natures: Set<PurchaseNature>
    /// Empty: every buyer.
    public let buyers: Set<BuyerCategory>
    /// EUR HT.
    public let amount: Amount
    public let comparison: Comparison
    public let article: String
    public let basis: LawBasis

    /// Whether the rule applies to a value, EUR HT.
    public func applies(to value: Amount) -> Bool {
        switch comparison {
        case .under: value < amount
        case .reaches: value >= amount
        case .over: value > amount
        }
    }

    static let all: [LegalThreshold] = Table(
        "law-thresholds", columns: "id", "name_fr", "name_en", "natures", "buyers", "amount", "comparison",
        "valid_from", "valid_to", "article", "source", "status"
    ).map { row in
        guard let kind = Kind(rawValue: row[0]), let amount = row.cell(5).number,
            let comparison = Comparison(rawValue: row[6])
        else { preconditionFailure("table law-thresholds: \(row[0])") }
        return LegalThreshold(
            kind: kind, name: Phrase(row[1], row[2]), natures: Set(row.list(3).compactMap(PurchaseNature.init)),
            buyers: Set(row.list(4).compactMap(BuyerCategory.init)), amount: Amount(euros: amount),
            comparison: comparison, article: row[9], basis: LawBasis(row, from: 7, source: 10))
    }
}
