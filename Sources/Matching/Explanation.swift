import Catalog
import Nomenclature
import Wording

/// Everything that ranks one supplier for one need, whether it is in the answer or not.
public struct Explanation: Sendable, Hashable {
    /// Where the supplier stands.
    public enum Outcome: Sendable, Hashable {
        /// Its position among all who may answer, from 1.
        case ranked(Int)
        /// The reservation keeps it out; its position if it did not.
        case setAside(Int)
        /// Its evidence of the trade is under the bar.
        case tooLittleTrade
        /// Nothing says its trade, and it is near: its position among those to be contacted, from 1, and how many they are.
        case toContact(Int, of: Int)
        /// The trade fits and the whole does not: its score is under the bar.
        case tooLowScore
    }

    public let supplier: Supplier
    public let outcome: Outcome
    /// How many suppliers may answer in all.
    public let ranked: Int
    /// 0–100; also of those who are not in the answer.
    public let score: Double
    /// Evidence of the trade, 0–1, and the bar under which nobody is in the answer.
    public let trade: Double
    public let leastTrade: Double
    /// Score under which nobody is in the answer, 0–100.
    public let leastScore: Double
    /// The points of 100 that each part brings or takes; together they make the score.
    public let points: [Points]
    public let criteria: [CriterionScore]
    /// Words of the need that suppliers of the catalogue say, the weightiest first.
    public let words: [Word]
    /// Words of the need that nobody in the catalogue says.
    public let unheardWords: [String]
    /// How the codes of the need meet those of the supplier, the nearest first for each code of the need.
    public let codes: [CodePair]
    public let place: PlaceFinding
    public let size: Size?
    /// How many comparable contracts the supplier has won, as far as they are known.
    public let comparableContracts: Int
    public let eligibility: Eligibility
    public let reservation: Reservation?
    public let gaps: [Gap]

    /// A part of the score.
    public struct Points: Sendable, Hashable {
        public enum Part: Sendable, Hashable {
            case criterion(Criterion)
            /// The contracts that it has won show the trade better than its words and codes.
            case contractsWon
            /// It lends staff and the need is not for staff.
            case staffLent
            /// The sea lies between.
            case overseas
            /// Too far for what is done on the spot.
            case far
        }
        public let part: Part
        /// Of 100; negative where they are taken away.
        public let points: Double
    }

    /// A word of the need.
    public struct Word: Sendable, Hashable {
        /// As the need writes it, or as the label of its code does.
        public let text: String
        /// Whether it names a trade of the lexicon.
        public let isTrade: Bool
        /// Whether only the label of a CPV code says it.
        public let isFromLabel: Bool
        /// Share in the weight of all words that suppliers of the catalogue say, 0–1.
        public let weight: Double
        /// Where the supplier says it; empty when it does not.
        public let fields: [Field]
        /// What it brings to the score, of 100.
        public let points: Double
    }

    /// A field of a supplier in which words are looked for.
    public enum Field: String, Sendable, Hashable, CaseIterable {
        case name, sectors, offers, activity

        public var name: Phrase {
            switch self {
            case .name: Phrase("nom", "name")
            case .sectors: Phrase("secteurs", "sectors")
            case .offers: Phrase("description et offres", "description and offers")
            case .activity: Phrase("libellé de l’activité (NAF)", "label of the activity (NAF)")
            }
        }
    }

    /// A code of the need and one of the supplier.
    public struct CodePair: Sendable, Hashable {
        /// Place of the code among those of the need.
        public let needPlace: Int
        /// « CPV 77310000 », « métier lu dans le texte (« espaces verts ») ».
        public let need: Phrase
        /// Trust in the code of the need, 0–1.
        public let needTrust: Double
        /// First digits of the supplier’s code; `nil` for its activity.
        public let branch: String?
        public let origin: CodeOrigin
        /// Trust in the code of the supplier, 0–1.
        public let trust: Double
        /// How near the two are in the CPV tree, 0–1.
        public let closeness: Double

        /// What the pair is worth, 0–1; the best one is the value of the criterion.
        public var value: Double { closeness * trust * needTrust }
    }

    /// How far the supplier is.
    public struct PlaceFinding: Sendable, Hashable {
        /// To the nearest place of performance, km.
        public let distance: Double?
        public let perimeter: Perimeter?
        public let places: [NeedPlace]
    }

    /// How large the supplier is.
    public struct Size: Sendable, Hashable {
        /// Yearly, EUR HT.
        public let turnover: Double
        /// From the workforce.
        public let isEstimated: Bool
    }
}
