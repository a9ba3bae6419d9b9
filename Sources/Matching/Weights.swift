import FrenchText

/// Every weight and constant of the score, in one readable place. Proposals of this project, checked on the labelled
/// sets of `data/evaluation`; none comes from the law.
public struct Weights: Sendable, Hashable, Codable {
    public static let standard = Weights()

    // MARK: Shares of the criteria

    /// Share of each criterion; only the proportions between those in use count.
    private var text = 0.40
    private var codes = 0.25
    private var place = 0.35
    private var capacity = 0.05
    private var record = 0.08

    public subscript(_ criterion: Criterion) -> Double {
        get {
            switch criterion {
            case .text: text
            case .codes: codes
            case .place: place
            case .capacity: capacity
            case .record: record
            }
        }
        set {
            switch criterion {
            case .text: text = newValue
            case .codes: codes = newValue
            case .place: place = newValue
            case .capacity: capacity = newValue
            case .record: record = newValue
            }
        }
    }

    // MARK: Trade

    /// Trade evidence (0–1) under which a supplier is absent from the answer: no answer is better than the least bad one.
    public var leastTrade = 0.28
    /// Score (0–1) under which a supplier is absent: the trade may fit and the place not.
    public var leastScore = 0.14
    /// Share of the score that is left when the sea lies between the supplier and the place.
    public var overseas = 0.35
    /// The same where it is far and does not say that it works there, for what is done on the spot.
    public var farAway = 0.6
    /// From how far, km.
    public var far = 150.0
    /// Trade of a supplier without description or offer, as a share of its codes: it says nothing that the codes could be
    /// weighed against.
    public var silentTrade = 0.6
    /// Structures that lend staff (AI, ETTI, EATT, GEIQ) on a need that is not for staff: their trade counts for this
    /// share, because they do not perform the service themselves.
    public var staffLent = 0.6

    // MARK: Text

    /// Fields of the index: name and brand.
    public var nameField = FieldSettings(weight: 1.0, lengthNormalisation: 0.3)
    /// Sectors of the Marché de l'inclusion.
    public var sectorField = FieldSettings(weight: 1.6, lengthNormalisation: 0.5)
    /// Description and offers.
    public var offerField = FieldSettings(weight: 1.6, lengthNormalisation: 0.5)
    /// Label of the NAF activity, where it names a trade.
    public var activityField = FieldSettings(weight: 0.4, lengthNormalisation: 0.3)
    /// BM25 `k1`: how soon repeating a word stops counting.
    public var saturation = 1.2

    /// Weight in the query of a word of the title.
    public var titleWord = 1.0
    /// Weight of a word of the description, when the description has at most ``descriptionMass`` words; more words
    /// share the same mass.
    public var descriptionWord = 0.35
    /// Number of words that share the full weight of a description.
    public var descriptionMass = 15.0
    /// Share kept by a word of the description that neither the CPV nor the lexicon knows: mostly boilerplate.
    public var unknownDescriptionWord = 0.3
    /// Share of the words of the whole purchase, for a lot that names no trade itself.
    public var contextWord = 0.8
    /// Weight of a word of the label of the main CPV code, and of an additional one.
    public var mainLabelWord = 0.4
    /// The same for an additional code.
    public var otherLabelWord = 0.15
    /// Weight of a concept of the lexicon named by a phrase, and by a single word.
    public var phraseConcept = 2.2
    /// The same for a single word.
    public var wordConcept = 1.5
    /// Share of a concept that only the description names.
    public var describedConcept = 0.35
    /// Share kept by the words of insertion (« insertion », « qualification professionnelle ») when the text names a
    /// trade: they say why the buyer buys, not what.
    public var purposeShare = 0.08
    /// Share kept by a word read through a correction of its spelling.
    public var correctedWord = 0.5
    /// Number of terms that an ideal supplier says.
    public var idealTerms = 6
    /// Strength with which it says them.
    public var idealStrength = 0.5
    /// How fast the text value climbs to 1.
    public var textSlope = 1.6

    // MARK: Codes

    /// Trust in a code of a supplier by where it comes from.
    /// (0–1): a CPV code that it declares.
    public var declaredCode = 1.0
    /// First code of a declared sector.
    public var mainSectorCode = 1.0
    /// Its other codes.
    public var otherSectorCode = 0.6
    /// First code of a trade that the supplier's texts name.
    public var mainConceptCode = 0.85
    /// Its other codes.
    public var otherConceptCode = 0.5
    /// Its activity (NAF), where it names a trade.
    public var activityCode = 0.85
    /// Trust in the codes that a need's words suggest, beside those that the notice declares.
    public var needConceptCode = 0.75
    /// Trust in a code proposed from the whole text, as a share of its probability.
    public var proposedCode = 1.0
    /// Probability under which a proposed code is none.
    public var leastProposal = 0.15
    /// Trust in an additional code of the notice.
    public var additionalNeedCode = 0.7
    /// Trust in a declared code that says the purpose (insertion, staff) when the text names the trade.
    public var purposeCode = 0.3

    // MARK: Place

    /// Kilometres over which nearness falls to a third (1/e).
    public var nearness = 100.0

    // MARK: Neutral values, for what is not known

    /// Place of performance or perimeter not known.
    public var unknownPlace = 0.5
    /// Value of the need or size of the supplier not known.
    public var unknownCapacity = 0.7
    /// No comparable contract known.
    public var noRecord = 0.3
    /// Duration, in months, taken when the notice gives none.
    public var assumedMonths = 24.0
    /// Yearly turnover of one employee, EUR HT, where only the workforce is known.
    public var turnoverPerEmployee = 45_000.0

    public init() {}
}
extension Weights {
    public static func of(workspace: String) throws -> Weights { .standard }
    var summary: String { String(describing: self) }
}
