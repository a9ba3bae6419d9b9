/// Reads many texts into numbered terms. Not to be shared between threads.
public final class TermReader {
    public struct Occurrence: Sendable {
        public var term: Int32
        public var strength: Float
        public var words: UInt8
        public var isConcept: Bool
        /// Where it stands in the text, in bytes; −1 where that is not known.
        public var start: Int32 = -1
        public var end: Int32 = -1
        public init(term: Int32, strength: Float = 1, words: UInt8 = 1, isConcept: Bool = false) {
            self.term = term
            self.strength = strength
            self.words = words
            self.isConcept = isConcept
        }
    }
    private let analyser: TextAnalyser
    private var numbers: [String: Int32] = [:]
    private var keys: [String] = []

    public init(_ analyser: TextAnalyser) { self.analyser = analyser }

    /// Appends the terms of `text`, the same and in the same order as `TextAnalyser.terms`.
    public func read(_ text: String, into occurrences: inout [Occurrence]) {
        for term in analyser.terms(text) {
            let number: Int32
            if let known = numbers[term.key] { number = known } else {
                number = Int32(keys.count)
                keys.append(term.key)
                numbers[term.key] = number
            }
            occurrences.append(.init(term: number, strength: Float(term.strength), words: UInt8(term.words), isConcept: term.isConcept))
        }
    }
    public func read(_ text: String, without other: String, into occurrences: inout [Occurrence]) {
        let town = Set(Self.words(of: other))
        let kept = text.split(separator: " ").filter { word in !Self.words(of: word).contains(where: town.contains) }
        read(kept.joined(separator: " "), into: &occurrences)
    }
    private static func words(of text: some StringProtocol) -> [String] {
        Folding.fold(text).split(whereSeparator: { !$0.isLetter }).filter { $0.count > 2 }.map(String.init)
    }
    public var count: Int { keys.count }
    public func key(of term: Int32) -> String { keys[Int(term)] }
    public func number(of key: String) -> Int32? { numbers[key] }
}
