import Nomenclature

/// The rules by which award data is read, beyond its syntax, each with its parameters and the number it has among the
/// reading rules of `docs/indicators.md`. A report that names them can be made again.
public struct ReadingRules: Sendable, Hashable, Codable {
    /// What makes two records the same contract (rule 8).
    public enum Key: String, Sendable, Codable, CaseIterable {
        /// Buyer's identifier and contract number: ``Contract/uid``.
        case uid
        /// The same and the CPV code, as the national file does since August 2026: buyers use numbers again for other
        /// contracts.
        case uidAndCPV = "uid-cpv"
    }

    /// Rule 8.
    public var key: Key
    /// Rule 24: years in which a notification may lie. The files have 0001, 0222 and 5021.
    public var years: ClosedRange<Int> = 2000...2049
    /// Rule 24: whether a notification may lie behind the day of reading.
    public var allowsFuture = true
    /// Rule 25: durations beyond are typing errors, months.
    public var months: ClosedRange<Int> = 1...180
    /// Rule 17: from this amount on, EUR HT, the shape of the digits is looked at.
    public var suspectAmount = Amount(euros: 100_000_000)
    /// Rule 17: one digit other than 0 more often than this makes a placeholder (`999999999`).
    public var repeatedDigits = 6
    /// Rule 17: digits in the order of the keyboard make a placeholder.
    public var placeholderStart = "123456789"
    /// Rule 13: objects that are nothing but one of these are tests, compared without case and accents.
    public var testObjects = ["test", "tests", "essai", "test test", "ne pas toucher"] {
        didSet { testWords = Self.words(testObjects + testMarks) }
    }
    /// Rule 13: what makes an object a test wherever it stands in it.
    public var testMarks: [String] = ["ne pas toucher", "testville"] {
        didSet { testWords = Self.words(testObjects + testMarks) }
    }
    /// A word of each of them: an object without any of these is no test, which one look at its bytes tells.
    private(set) var testWords: [String]

    public init(key: Key = .uid) {
        self.key = key
        testWords = Self.words(testObjects + testMarks)
    }

    /// The longest word of each text, but for those that hold a shorter one of the list.
    private static func words(_ texts: [String]) -> [String] {
        let longest = Set(texts.compactMap { $0.split(separator: " ").max { $0.utf8.count < $1.utf8.count } })
        return longest.filter { word in !longest.contains { $0 != word && word.contains($0) } }.map(String.init)
            .sorted()
    }

    public static let standard = ReadingRules()
}
