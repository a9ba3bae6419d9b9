/// What a notice says, in one place, of a reservation or of something social or environmental.
public struct Consideration: Sendable, Hashable {
    public enum Category: String, Sendable, CaseIterable {
        case reservation, social, environmental
        /// A label or certificate that is asked for or accepted.
        case label
        /// What makes room for small structures: lots, joint tenders, variants, innovation.
        case opening
    }

    public enum Kind: String, Sendable, CaseIterable {
        case reservation
        /// Condition of performance (L2112-2).
        case clause
        /// Award criterion (L2152-7).
        case criterion
        /// What is bought is itself social or green.
        case object
        /// A term of the procedure, see ``Category/opening``.
        case opening
    }

    /// Whether the notice says so, or says that it is not so.
    public enum Polarity: String, Sendable {
        case yes, no
    }

    public enum Origin: String, Sendable {
        /// A code or a number of the notice.
        case field
        /// Its words.
        case text
    }

    public var category: Category
    public var kind: Kind
    public var polarity: Polarity
    /// Articles of the code de la commande publique; several where the words or the flag leave several open.
    public var articles: [String]
    /// What it is about: `insertion`, `organic`, `variants` …; empty where the rule does not tell.
    public var topic: String
    public var origin: Origin
    /// The words of the notice, or the code of the field.
    public var quote: String
    public var place: ConsiderationPlace
    /// Identifier of the rule that found it (`Catalog/Law/considerations.tsv`).
    public var rule: String
    /// How sure the rule is, 0–1.
    public var confidence: Double
    public var measures = ConsiderationMeasures()
    /// Flag and text of the notice say opposite things of this.
    public var isContradicted = false
}

/// Where in a notice something was found.
public struct ConsiderationPlace: Sendable, Hashable {
    public var field: NoticeField
    /// Which of several conditions or criteria, from 1; 0 where the field is there once.
    public var number = 0
    /// Whether the words stand in the lot itself or in the purchase as a whole.
    public var isOfLot: Bool
    /// First byte (UTF-8) in the text of the field and number of bytes; 0 for codes.
    public var offset = 0
    public var length = 0

    /// `lot.description@120+34`, `notice.title@0+12`, `lot.criterion[2]@0+9`.
    public var text: String {
        let base = (isOfLot ? "lot." : "notice.") + field.rawValue + (number > 0 ? "[\(number)]" : "")
        return length > 0 ? "\(base)@\(offset)+\(length)" : base
    }
}

/// The parts of a notice that are read.
public enum NoticeField: String, Sendable, CaseIterable {
    case title, description, conditions, criterion
    /// Additional information.
    case additional
    /// What candidates must show of themselves.
    case selection
    /// Legal form of a group.
    case group
    /// A code, a number or a tick.
    case code

    /// How the rules name the field.
    var letter: Character {
        switch self {
        case .title: "t"
        case .description: "d"
        case .conditions: "c"
        case .criterion: "k"
        case .additional: "a"
        case .selection: "s"
        case .group: "g"
        case .code: "x"
        }
    }
}

/// Numbers and people that stand beside a consideration.
public struct ConsiderationMeasures: Sendable, Hashable {
    /// Weight of a criterion as written, with its unit: `10 %`, `15 points`.
    public var weight: String?
    /// Hours of work to be done by the people concerned.
    public var hours: Int?
    /// Share of the hours or of the workforce, 0–100.
    public var percent: Double?
    /// Whom it is for: `disabled`, `jobseekers`, `youth` … (rules of category `public`).
    public var publics: [String] = []
}
