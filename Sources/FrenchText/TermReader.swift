/// Reads many texts into numbered terms: a word that was met before costs a look-up. Not to be shared between threads.
///
/// What is read once is kept, so that memory grows with the number of different words: some hundred bytes each.
public final class TermReader {
    /// A term of a text.
    public struct Occurrence: Sendable, Hashable, BitwiseCopyable {
        /// Its number, see ``TermReader/key(of:)``.
        public var term: Int32
        /// How sure the reading is, 0–1.
        public var strength: Float
        /// Number of words read.
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

        /// What the text says there, as it is written.
        ///
        /// - Parameters:
        ///   - text: that the occurrence was read from, by `reader`.
        ///   - analyser: that of the reader; asked where the place is not known.
        public func surface(in text: String, _ reader: TermReader, _ analyser: TextAnalyser) -> String {
            let utf8 = text.utf8
            guard start >= 0, start <= end, Int(end) <= utf8.count else {
                let key = reader.key(of: term)
                return analyser.terms(text).first { $0.key == key }?.surface ?? ""
            }
            let first = utf8.index(utf8.startIndex, offsetBy: Int(start))
            return String(text[first..<utf8.index(first, offsetBy: Int(end - start))])
        }
    }

    private var state: ReadingState
    /// Name → the words that tell it apart.
    private var tellingWords: [String: Set<UInt64>] = [:]

    public init(_ analyser: TextAnalyser) {
        state = ReadingState(analyser)
    }

    /// Number of terms met so far; numbers are given in order of first meeting.
    public var count: Int { state.termCount }

    /// A folded stem, or `#` and the identifier of a concept.
    public func key(of term: Int32) -> String { state.key(of: term) }

    /// The number of a term, `nil` when it has not been met.
    public func number(of key: String) -> Int32? { state.term(of: key) }

    /// Appends the terms of `text`, the same and in the same order as ``TextAnalyser/terms(_:)``.
    public func read(_ text: String, into occurrences: inout [Occurrence]) {
        state.scan(text)
        state.append(without: [], to: &occurrences)
    }

    /// The same, leaving out the words of `other`, see ``TextAnalyser/terms(_:without:)``.
    public func read(_ text: String, without other: String, into occurrences: inout [Occurrence]) {
        let leftOut = other.isEmpty ? [] : tellingWords(of: other)
        state.scan(text)
        state.append(without: leftOut, to: &occurrences)
    }

    /// The names whose words are left out are those of towns: few, and each comes often.
    private func tellingWords(of name: String) -> Set<UInt64> {
        if let known = tellingWords[name] { return known }
        let words = state.tellingWords(of: name)
        tellingWords[name] = words
        return words
    }
}
