import Catalog
import Wording

/// One of the things that make a score.
public enum Criterion: String, Sendable, Codable, CaseIterable {
    case text, codes, place, capacity, record

    public var name: Phrase {
        switch self {
        case .text: Phrase("texte", "text")
        case .codes: Phrase("codes CPV", "CPV codes")
        case .place: Phrase("lieu", "place")
        case .capacity: Phrase("capacité", "capacity")
        case .record: Phrase("références", "record")
        }
    }
}

/// A supplier that may answer a need, with why.
public struct Match: Sendable, Hashable {
    /// Position in the list, from 1.
    public var rank: Int
    public var supplier: Supplier
    /// 0–100; means the same on every need.
    public var score: Double
    /// One for each criterion used, in the order of ``Criterion/allCases``.
    public var criteria: [CriterionScore]
    public var eligibility: Eligibility
    /// Distance to the nearest place of performance, km, when both are known.
    public var distance: Double?
    /// The trades that the title of a lot of several names, in its order; empty for a lot of one or none.
    public var trades: [TradePart]

    public init(
        rank: Int, supplier: Supplier, score: Double, criteria: [CriterionScore], eligibility: Eligibility,
        distance: Double?, trades: [TradePart] = []
    ) {
        self.rank = rank
        self.supplier = supplier
        self.score = score
        self.criteria = criteria
        self.eligibility = eligibility
        self.distance = distance
        self.trades = trades
    }

    /// The value of a criterion, `nil` when it was not used.
    public func value(_ criterion: Criterion) -> Double? { criteria.first { $0.criterion == criterion }?.value }
}

/// A trade that a lot of several asks for.
public struct TradePart: Sendable, Hashable {
    /// As the title of the lot names it.
    public var name: String
    /// Whether the supplier says that it does it.
    public var isCovered: Bool

    public init(name: String, isCovered: Bool) {
        self.name = name
        self.isCovered = isCovered
    }
}

/// What one criterion found.
public struct CriterionScore: Sendable, Hashable {
    public var criterion: Criterion
    /// 0–1.
    public var value: Double
    /// Share in the score, 0–1.
    public var weight: Double
    /// A sentence that a buyer understands; empty when there is nothing to say.
    public var sentence: Phrase

    public init(criterion: Criterion, value: Double, weight: Double, sentence: Phrase) {
        self.criterion = criterion
        self.value = value
        self.weight = weight
        self.sentence = sentence
    }
}

/// Whether a supplier may answer: no score, a label.
public struct Eligibility: Sendable, Hashable {
    public enum Verdict: String, Sendable, Codable, CaseIterable {
        case eligible, toConfirm, notEligible
    }
    public var verdict: Verdict
    /// Articles of the code de la commande publique that decide, e.g. `["L2113-12"]`; empty when nothing is reserved.
    public var articles: [String]
    public var reasons: [Phrase]
    /// The evidence used, as sentences with source and date.
    public var evidence: [Phrase]
    /// What is not known and would settle the question.
    public var missing: [Phrase]

    public init(
        verdict: Verdict, articles: [String] = [], reasons: [Phrase] = [], evidence: [Phrase] = [],
        missing: [Phrase] = []
    ) {
        self.verdict = verdict
        self.articles = articles
        self.reasons = reasons
        self.evidence = evidence
        self.missing = missing
    }
}
