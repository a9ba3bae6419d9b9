import FrenchText

/// A text cut into words and sentences, each word with the symbols of the rules that it is.
struct ReadText {
    let text: String
    let tokens: [Token]
    /// Places of the words of each sentence.
    let sentences: [Range<Int>]
    private var flat: [Symbol] = []
    private var starts: [Int] = [0]
    private let smallWords: SymbolSet

    init(_ text: String, vocabulary: Vocabulary, smallWords: SymbolSet) {
        self.text = text
        self.smallWords = smallWords
        tokens = Tokeniser.tokens(text)
        sentences = Self.sentences(tokens, of: text)
        starts.reserveCapacity(tokens.count + 1)
        for token in tokens {
            vocabulary.forEachSymbol(of: token.folded) { flat.append($0) }
            starts.append(flat.count)
        }
    }

    func symbols(at place: Int) -> ArraySlice<Symbol> { flat[starts[place]..<starts[place + 1]] }

    /// Whether the rules know the word at all.
    func hasSymbols(_ place: Int) -> Bool { starts[place] < starts[place + 1] }

    func isOne(of symbols: SymbolSet, _ place: Int) -> Bool {
        var index = starts[place]
        while index < starts[place + 1] {
            if symbols.contains(flat[index]) { return true }
            index += 1
        }
        return false
    }

    func isSmall(_ place: Int) -> Bool { isOne(of: smallWords, place) }

    /// The folded word at a place; empty beyond the text.
    func word(_ place: Int) -> String { tokens.indices.contains(place) ? tokens[place].folded : "" }

    /// Shortened words whose point ends no sentence when a number follows: « L. 2113-12 », « art. 36 ».
    private static let abbreviations: Set<String> = ["l", "r", "d", "art", "arts", "n", "no", "cf", "al", "i", "ii"]

    private static func sentences(_ tokens: [Token], of text: String) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = 0
        for place in tokens.indices.dropFirst() where tokens[place].pause == .sentence {
            if isNumber(tokens[place].folded) {
                if abbreviations.contains(tokens[place - 1].folded) { continue }
                // « 10.4.2017 »
                let signs = text[tokens[place - 1].range.upperBound..<tokens[place].range.lowerBound]
                if signs == ".", isNumber(tokens[place - 1].folded) { continue }
            }
            sentences.append(start..<place)
            start = place
        }
        if start < tokens.count { sentences.append(start..<tokens.count) }
        return sentences
    }

    private static func isNumber(_ word: String) -> Bool {
        word.utf8.first.map { (0x30...0x39).contains($0) } ?? false
    }

    /// Whether a sentence goes on with an enumeration that the one before began: after a colon or a semicolon, or with
    /// a bullet.
    func continuesList(_ sentence: Range<Int>) -> Bool {
        guard sentence.lowerBound > 0 else { return false }
        return signs(after: sentence.lowerBound - 1).contains { ":;-–—•*".contains($0) }
    }

    // MARK: Quoting

    private static let quotedBefore = 12
    private static let quotedAfter = 24

    /// The words from `first` to `last` with those around them in their sentence.
    func quote(_ first: Int, _ last: Int, in sentence: Range<Int>) -> String {
        let from = max(sentence.lowerBound, first - Self.quotedBefore)
        let to = min(sentence.upperBound - 1, max(last, first + Self.quotedAfter))
        return String(text[tokens[from].range.lowerBound..<tokens[to].range.upperBound])
    }

    /// First byte of the words from `first` to `last`, and how many bytes they are.
    func bytes(_ first: Int, _ last: Int) -> (offset: Int, length: Int) {
        let from = tokens[first].range.lowerBound
        return (
            text.utf8.distance(from: text.startIndex, to: from),
            text.utf8.distance(from: from, to: tokens[last].range.upperBound)
        )
    }

    /// What stands between a word and the next one.
    func signs(after place: Int) -> Substring {
        let from = tokens[place].range.upperBound
        let to = place + 1 < tokens.count ? tokens[place + 1].range.lowerBound : text.endIndex
        return text[from..<to]
    }
}
