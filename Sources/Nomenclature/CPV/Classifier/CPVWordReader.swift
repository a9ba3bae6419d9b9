import FrenchText

/// Cuts the object of a contract into words that are the same however the text was written: lowercase, without
/// accents, without grammatical words, numbers and references.
package struct CPVWordReader: Sendable {
    /// A word with what is learned from it.
    package struct Word: Sendable, Hashable {
        /// Lowercase ASCII letters and digits.
        package let folded: String
        /// The word without its ending.
        package let stem: String
        /// Said of any contract (« marché », « prestations »): counts only beside other words.
        package let isEmpty: Bool
        /// How much the word counts: less for what only says whom or what place the object is for.
        package let emphasis: Float
    }

    /// Words after which a text no longer names what is bought: « repas **pour** les écoles ».
    private static let turningWords: Set<String> = [
        "pour", "destine", "destines", "destinee", "destinees", "afin", "dans", "sur", "sein", "aupres", "situe",
        "situes", "situee", "situees",
    ]
    /// The ``Word/emphasis`` of the words after one of these.
    private static let circumstance: Float = 0.6

    /// Longest word with a digit that means something (`a4`, `2x1`); longer ones are references.
    private static let longestWithDigit = 4

    /// What is longer, in letters, is no word; bounds what a hostile text costs.
    private static let longestWord = 60

    private let damaged: DamagedWords

    package init(damaged: DamagedWords) {
        self.damaged = damaged
    }

    private static let stopWords = Set(WordLists.stopWords.map { Folding.fold($0) })
    private static let emptyWords = Set(WordLists.procurementWords.map { Folding.fold($0) })
    private static let emptyStems = Set(emptyWords.map { FrenchStemmer.stem($0) })

    /// The words of `text` in its order.
    package func words(_ text: String) -> [Word] {
        var words: [Word] = []
        var hasObject = false
        var emphasis: Float = 1
        for piece in Self.pieces(text) where piece.unicodeScalars.count <= Self.longestWord {
            let folded = piece.contains(DamagedWords.mark) ? damaged.repaired(piece) : piece
            if hasObject, Self.turningWords.contains(folded) { emphasis = Self.circumstance }
            guard folded.utf8.count > 1, !Self.stopWords.contains(folded), !Self.isReference(folded) else { continue }
            let stem = FrenchStemmer.stem(folded)
            let isEmpty = Self.emptyWords.contains(folded) || Self.emptyStems.contains(stem)
            words.append(Word(folded: folded, stem: stem, isEmpty: isEmpty, emphasis: emphasis))
            if !isEmpty { hasObject = true }
        }
        return words
    }

    private static func isReference(_ word: String) -> Bool {
        var digits = 0
        for byte in word.utf8 where byte < UInt8(ascii: "a") { digits += 1 }
        return digits == word.utf8.count || (digits > 0 && word.utf8.count > longestWithDigit)
    }

    /// Runs of letters, digits and marks of damage, folded.
    private static func pieces(_ text: String) -> [String] {
        var text = text
        if !text.utf8.allSatisfy({ $0 < 0x80 }) {
            text = Folding.repairingDoubleEncoding(Folding.repairingWindowsLeftovers(text))
        }
        text = Folding.fold(text)
        var pieces: [String] = []
        var piece = ""
        var previous: Unicode.Scalar = " "
        let scalars = text.unicodeScalars
        var position = scalars.startIndex
        while position < scalars.endIndex {
            let scalar = scalars[position]
            position = scalars.index(after: position)
            let next = position < scalars.endIndex ? scalars[position] : " "
            if isWord(scalar) {
                piece.unicodeScalars.append(scalar)
            } else if isLost(scalar, between: previous, and: next) {
                piece.append(DamagedWords.mark)
            } else if !piece.isEmpty {
                pieces.append(piece)
                piece = ""
            }
            previous = scalar
        }
        if !piece.isEmpty { pieces.append(piece) }
        return pieces
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        (0x61...0x7A).contains(scalar.value) || (0x30...0x39).contains(scalar.value)
    }

    /// U+FFFD, or a question mark inside of a word.
    private static func isLost(
        _ scalar: Unicode.Scalar, between previous: Unicode.Scalar, and next: Unicode.Scalar
    ) -> Bool {
        switch scalar {
        case "\u{FFFD}": true
        case "?": (0x61...0x7A).contains(previous.value) && (0x61...0x7A).contains(next.value)
        default: false
        }
    }

    /// Lowercase words of `text` that have accents, as ``DamagedWords`` wants them.
    package static func accentedWords(_ text: String) -> [String] {
        Tokeniser.tokens(text).lazy.filter { $0.word != $0.folded }.map(\.word)
    }
}
