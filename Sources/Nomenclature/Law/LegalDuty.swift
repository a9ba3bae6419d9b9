import Wording

/// Something a lot has to have: a duty of the code, or of a buyer’s own policy in the same form.
public struct LegalDuty: Sendable, Hashable {
    /// What is asked for.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case specification, environmentalClause, socialClause, criterion, allotment, publicity, payment
        /// Of a policy: a label to be asked for, a figure to be reached, a reservation to be considered.
        case label, target, reservation
    }

    public let id: String
    public let kind: Kind
    /// Article of the code; empty for a policy.
    public let article: String
    public let title: Phrase
    public let isForConcessions: Bool
    /// Empty: whatever is bought, every buyer.
    public let natures: Set<PurchaseNature>
    public let buyers: Set<BuyerCategory>
    /// The amount of the code that the value is compared with.
    public let threshold: LegalThreshold.Kind?
    /// From this value on, EUR HT.
    public let fromValue: Amount?
    /// Beginnings of CPV codes; empty for all.
    public let cpv: [String]
    public let overMonths: Double?
    /// What is to be reached, 0–1.
    public let target: Double?
    /// Which amount counts for social and specific services alone is not settled.
    public let isUnsettledForSpecificServices: Bool
    public let basis: LawBasis

    public init(
        id: String, kind: Kind, article: String = "", title: Phrase, isForConcessions: Bool = false,
        natures: Set<PurchaseNature> = [], buyers: Set<BuyerCategory> = [], threshold: LegalThreshold.Kind? = nil,
        fromValue: Amount? = nil, cpv: [String] = [], overMonths: Double? = nil, target: Double? = nil,
        isUnsettledForSpecificServices: Bool = false, basis: LawBasis
    ) {
        self.id = id
        self.kind = kind
        self.article = article
        self.title = title
        self.isForConcessions = isForConcessions
        self.natures = natures
        self.buyers = buyers
        self.threshold = threshold
        self.fromValue = fromValue
        self.cpv = cpv
        self.overMonths = overMonths
        self.target = target
        self.isUnsettledForSpecificServices = isUnsettledForSpecificServices
        self.basis = basis
    }

    static let all: [LegalDuty] = Table(
        "law-duties", columns: "id", "kind", "article", "title_fr", "title_en", "contract", "natures", "buyers",
        "threshold", "from_value", "cpv", "over_months", "target", "unsettled_for", "valid_from", "valid_to", "source",
        "status"
    ).map { row in
        guard let kind = Kind(rawValue: row[1]) else { preconditionFailure("table law-duties: kind \(row[1])") }
        let threshold = LegalThreshold.Kind(rawValue: row[8])
        precondition(threshold != nil || row[8].isEmpty, "table law-duties: threshold \(row[8])")
        return LegalDuty(
            id: row[0], kind: kind, article: row[2], title: Phrase(row[3], row[4]),
            isForConcessions: row[5] == "concession", natures: Set(row.list(6).compactMap(PurchaseNature.init)),
            buyers: Set(row.list(7).compactMap(BuyerCategory.init)), threshold: threshold,
            fromValue: row.cell(9).number.map { Amount(euros: $0) }, cpv: row.list(10),
            overMonths: row.cell(11).decimal, target: row.cell(12).decimal,
            isUnsettledForSpecificServices: row[13] == "specificServices",
            basis: LawBasis(row, from: 14, source: 16))
    }
}

/// A case in which a duty may be left out, with reasons kept in the documents.
public struct DutyException: Sendable, Hashable {
    /// The duty’s ``LegalDuty/id``.
    public let duty: String
    public let number: Int
    public let text: Phrase
    /// Empty: whatever is bought.
    let natures: Set<PurchaseNature>
    let underMonths: Double?
    public let article: String

    static let all: [DutyException] = Table(
        "law-duty-exceptions", columns: "duty", "number", "text_fr", "text_en", "natures", "under_months", "article",
        "status"
    ).map { row in
        DutyException(
            duty: row[0], number: row.cell(1).number ?? 0, text: Phrase(row[2], row[3]),
            natures: Set(row.list(4).compactMap(PurchaseNature.init)), underMonths: row.cell(5).decimal,
            article: row[6])
    }

    /// Whether a lot may be such a case, as far as nature and duration tell.
    func mayConcern(_ lot: LotFacts) -> Bool {
        (natures.isEmpty || lot.natures.contains(where: natures.contains))
            && underMonths.map { bound in lot.months.map { $0 < bound } ?? true } ?? true
    }
}
