import FrenchText
import Nomenclature

/// Every weight and constant of the score. Their values stand in `Catalog/Nomenclatures/weights.tsv`, with what they mean
/// and the bounds within which a workspace may change them; ``named`` says which row is which property.
public struct Weights: Sendable, Hashable {
    // MARK: Shares of the criteria

    /// Share of each criterion; only the proportions between those in use count.
    private var text = 0.0
    private var codes = 0.0
    private var place = 0.0
    private var capacity = 0.0
    private var record = 0.0

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
    public var leastTrade = 0.0
    /// Score (0–1) under which a supplier is absent: the trade may fit and the place not.
    public var leastScore = 0.0
    /// Share of the score that is left when the sea lies between the supplier and the place.
    public var overseas = 0.0
    /// The same where it is far and does not say that it works there, for what is done on the spot.
    public var farAway = 0.0
    /// From how far, km.
    public var far = 0.0
    /// Trade of a supplier without description or offer, as a share of its codes: it says nothing that the codes could be
    /// weighed against.
    public var silentTrade = 0.0
    /// Trade of a supplier that has won contracts like the need, as a share of the likeness of the most alike.
    public var wonTrade = 0.0
    /// Structures that lend staff (AI, ETTI, EATT, GEIQ) on a need that is not for staff: their trade counts for this
    /// share, because they do not perform the service themselves.
    public var staffLent = 0.0
    /// The same on a need that buys insertion: to put people to work is part of what is bought.
    public var staffLentForInsertion = 0.0

    // MARK: Text

    /// Fields of the index: name and brand.
    public var nameField = FieldSettings(weight: 0, lengthNormalisation: 0)
    /// Sectors of the Marché de l'inclusion.
    public var sectorField = FieldSettings(weight: 0, lengthNormalisation: 0)
    /// Description and offers.
    public var offerField = FieldSettings(weight: 0, lengthNormalisation: 0)
    /// Label of the NAF activity, where it names a trade.
    public var activityField = FieldSettings(weight: 0, lengthNormalisation: 0)
    /// BM25 `k1`: how soon repeating a word stops counting.
    public var saturation = 0.0

    /// Weight in the query of a word of the title.
    public var titleWord = 0.0
    /// Weight of a word of the description, when the description has at most ``descriptionMass`` words; more words
    /// share the same mass.
    public var descriptionWord = 0.0
    /// Number of words that share the full weight of a description.
    public var descriptionMass = 0.0
    /// Share kept by a word of the description that neither the CPV nor the lexicon knows: mostly boilerplate.
    public var unknownDescriptionWord = 0.0
    /// Share of the words of the whole purchase, for a lot that names no trade itself.
    public var contextWord = 0.0
    /// Weight of a word of the label of the main CPV code, and of an additional one.
    public var mainLabelWord = 0.0
    /// The same for an additional code.
    public var otherLabelWord = 0.0
    /// Weight of a concept of the lexicon named by a phrase, and by a single word.
    public var phraseConcept = 0.0
    /// The same for a single word.
    public var wordConcept = 0.0
    /// Share of a concept that only the description names.
    public var describedConcept = 0.0
    /// Share kept by the words of insertion (« insertion », « qualification professionnelle ») when the text names a
    /// trade: they say why the buyer buys, not what.
    public var purposeShare = 0.0
    /// Share kept by a word read through a correction of its spelling.
    public var correctedWord = 0.0
    /// Number of terms that an ideal supplier says.
    public var idealTerms = 0
    /// Strength with which it says them.
    public var idealStrength = 0.0
    /// Share of the ideal that one word reaches at most which names no trade and is not the most telling of the need.
    public var loneWord = 0.0
    /// How fast the text value climbs to 1.
    public var textSlope = 0.0

    // MARK: Codes

    /// Trust in a code of a supplier by where it comes from.
    /// (0–1): a CPV code that it declares.
    public var declaredCode = 0.0
    /// First code of a declared sector.
    public var mainSectorCode = 0.0
    /// Its other codes.
    public var otherSectorCode = 0.0
    /// First code of a trade that the supplier's texts name.
    public var mainConceptCode = 0.0
    /// Its other codes.
    public var otherConceptCode = 0.0
    /// Share of the trust in a trade that only its name speaks of.
    public var nameConcept = 0.0
    /// Its activity (NAF), where it names a trade.
    public var activityCode = 0.0
    /// Trust in the codes that a need's words suggest, beside those that the notice declares.
    public var needConceptCode = 0.0
    /// Trust in a code proposed from the whole text, as a share of its probability.
    public var proposedCode = 0.0
    /// Probability under which a proposed code is none.
    public var leastProposal = 0.0
    /// Trust in an additional code of the notice.
    public var additionalNeedCode = 0.0
    /// Trust in a declared code that says the purpose (insertion, staff) when the text names the trade.
    public var purposeCode = 0.0
    /// Share of the codes of a supplier that only names other specialities of the family, see ``SiblingTrades``.
    public var otherSpeciality = 0.0

    // MARK: Place

    /// Kilometres over which nearness falls to a third (1/e).
    public var nearness = 0.0
    /// From how far a supplier of unknown trade is still to be contacted, km, where it declares no perimeter.
    public var contactDistance = 0.0

    // MARK: Neutral values, for what is not known

    /// Place of performance or perimeter not known.
    public var unknownPlace = 0.0
    /// Value of the need or size of the supplier not known.
    public var unknownCapacity = 0.0
    /// No comparable contract known.
    public var noRecord = 0.0
    /// Duration, in months, taken when the notice gives none.
    public var assumedMonths = 0.0
    /// Yearly turnover of one employee, EUR HT, where only the workforce is known.
    public var turnoverPerEmployee = 0.0
    /// Yearly value of the need over the turnover of a supplier beyond which partners are looked for.
    public var groupLoad = 0.0

    /// The values of the table.
    init() {
        for weight in Self.named { weight.write(weight.row.value, &self) }
    }
}
