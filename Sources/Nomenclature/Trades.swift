/// A sector of the Marché de l'inclusion, with the codes it corresponds to.
public struct Sector: Sendable, Hashable {
    public let group: String
    public let name: String
    public let slug: String
    /// The first is the main one.
    public let cpvPrefixes: [String]
    public let nafPrefixes: [String]
    public let romeCodes: [String]

    /// All 154 sectors.
    public static let all: [Sector] = Table(
        "sectors", columns: "group", "sector", "slug", "cpv_prefixes", "naf_prefixes", "rome_codes"
    ).map { row in
        Sector(
            group: row[0], name: row[1], slug: row[2], cpvPrefixes: row.list(3), nafPrefixes: row.list(4),
            romeCodes: row.list(5))
    }

    private static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

    public static func named(_ name: String) -> Sector? { byName[name] }
}

/// A trade with the terms by which French buyers and suppliers call it.
public struct TradeConcept: Sendable, Hashable {
    public let id: String
    /// Words and phrases, as written.
    public let terms: [String]
    public let cpvPrefixes: [String]
    public let nafPrefixes: [String]
    public let romeCodes: [String]

    /// The whole lexicon of trades.
    public static let all: [TradeConcept] = Table(
        "trade-lexicon", columns: "concept", "terms", "cpv_prefixes", "naf_prefixes", "rome_codes"
    ).map { row in
        TradeConcept(
            id: row[0], terms: row.list(1, separator: ";"), cpvPrefixes: row.list(2), nafPrefixes: row.list(3),
            romeCodes: row.list(4))
    }
}

/// Word lists for the analysis of French texts.
public enum WordLists {
    /// French function words (Snowball list).
    public static let stopWords: [String] = Table("stopwords", columns: "word").map { $0[0] }
    /// Words of procurement that carry no trade meaning.
    public static let procurementWords: [String] = Table("stopwords-procurement", columns: "word").map { $0[0] }
    /// Words that say nothing of a trade in exactly this form.
    public static let fillerWords: [String] = Table("stopwords-filler", columns: "word").map { $0[0] }
    /// Words that say how a thing is supplied, not what it is.
    public static let supplyWords: [String] = Table("supply-words", columns: "word").map { $0[0] }
    /// Words that are near a word of trades and are no misspellings of it.
    public static let spellingExceptions: [String] = Table("spelling-exceptions", columns: "word").map { $0[0] }
    /// Abbreviations of supplier names and contract objects, upper case, with what they stand for.
    public static let abbreviations: [(abbreviation: String, expansion: String)] =
        Table("abbreviations", columns: "abbr", "expansion").map { ($0[0], $0[1]) }
}
