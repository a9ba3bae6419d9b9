/// Knows the words of a field, and which of them a word that is not among them was probably meant to be.
///
/// A wrong correction costs more than a missed one. What hands get wrong in long words is taken for a mistake: double
/// letters (« blanchiserie »), a letter left out (« nettoyge ») and two letters swapped (« adminsitratif »). Another
/// letter in the place of one, or one more, makes another word as often as not: « récente » and « recette », « statutaire »
/// and « statuaire ».
struct Spelling: Sendable {
    /// Shortest word corrected, in letters.
    private static let shortest = 7
    /// Shortest word to which a letter is given back: short words are too like each other.
    private static let shortestIncomplete = 8
    /// The same in texts in capitals, where words may be names.
    private static let shortestIncompleteInCapitals = 9
    /// How often a word must stand in the known texts to be what was meant.
    private static let commonness = 2
    /// The letters of French with accents; others are of other languages.
    private static let accented = Set("àâäçéèêëîïôöùûüœæÿ".unicodeScalars)
    /// Letters at the end that must be right: what differs there is another form of the word, or of another one.
    private static let ending = 2

    /// How sure a reading is, 0–1.
    static func strength(isCorrected: Bool) -> Double { isCorrected ? 0.8 : 1 }

    private let stems: [String]
    private let known: Set<String>
    /// Without the endings of the plural and of the feminine: « Charentes » is of « Tonnay-Charente ».
    private let named: Set<String>
    private let neighbours: DeletionNeighbourhood
    /// Word of ``neighbours`` → place in ``stems``.
    private let stemOf: [Int32]

    /// - Parameters:
    ///   - known: words of texts without misspellings.
    ///   - named: words that are names or of other fields, and never corrected.
    init(known words: WordCounts, named: WordCounts, _ accents: AccentRestorer) {
        var entries: [[UInt8]] = []
        var stems: [String] = []
        var numbers: [String: Int32] = [:]
        var stemOf: [Int32] = []
        let counts = Dictionary(words.words.map { ($0.form.folded, $0.count) }, uniquingKeysWith: +)
        var seen: Set<String> = []
        for (form, _) in words.words {
            let stem = accents.stem(form.word, folded: form.folded)
            let number = numbers[stem] ?? Int32(stems.count)
            if number == stems.count {
                numbers[stem] = number
                stems.append(stem)
            }
            guard form.folded.utf8.count >= Self.shortest, counts[form.folded, default: 0] >= Self.commonness,
                seen.insert(form.folded).inserted
            else { continue }
            entries.append(Self.withoutDoubles(form.folded))
            stemOf.append(number)
        }
        self.stems = stems
        self.stemOf = stemOf
        self.known = Set(stems)
        self.named = Set(named.words.map { Lexicon.form($0.form.folded) })
        neighbours = DeletionNeighbourhood(entries)
    }

    /// The stem of the word that was meant, `nil` when the word is known, or nothing is near enough.
    ///
    /// - Parameters:
    ///   - word: in lowercase, with its accents.
    ///   - folded: without.
    ///   - stem: its stem.
    func correction(of word: String, folded: String, stem: String, isCapital: Bool) -> String? {
        let length = folded.utf8.count
        guard length >= Self.shortest,
            folded.utf8.allSatisfy({ $0 &- 0x61 < 26 }),
            word.unicodeScalars.allSatisfy({ $0.value < 0x80 || Self.accented.contains($0) })
        else { return nil }
        let letters = Self.withoutDoubles(folded)
        let mayBeIncomplete =
            length >= (isCapital ? Self.shortestIncompleteInCapitals : Self.shortestIncomplete)
        var meant: (distance: Int, stem: Int32)?
        var isUnique = true
        neighbours.forEach(near: letters) { entry in
            let other = neighbours[entry]
            guard other.suffix(Self.ending).elementsEqual(letters.suffix(Self.ending)),
                mayBeIncomplete || other.count == letters.count,
                let distance = Self.mistakes(in: letters, meaning: other)
            else { return }
            let candidate = stemOf[entry]
            if let best = meant, best.distance <= distance {
                if best.distance == distance, best.stem != candidate { isUnique = false }
            } else {
                meant = (distance, candidate)
                isUnique = true
            }
        }
        // Few words are near another one: only those are looked for among the known.
        guard let meant, isUnique, !known.contains(stem), !named.contains(Lexicon.form(folded)) else { return nil }
        return stems[Int(meant.stem)]
    }

    /// `word` with each double letter written once.
    private static func withoutDoubles(_ word: String) -> [UInt8] {
        var letters: [UInt8] = []
        letters.reserveCapacity(word.utf8.count)
        for letter in word.utf8 where letter != letters.last { letters.append(letter) }
        return letters
    }

    /// 0 when the words are equal, 1 when `written` has lost a letter or swapped two, `nil` otherwise.
    private static func mistakes(in written: [UInt8], meaning meant: ArraySlice<UInt8>) -> Int? {
        let start = meant.startIndex
        var place = 0
        while place < written.count, place < meant.count, written[place] == meant[start + place] { place += 1 }
        switch meant.count - written.count {
        case 0:
            if place == written.count { return 0 }
            guard place + 1 < written.count, written[place] == meant[start + place + 1],
                written[place + 1] == meant[start + place]
            else { return nil }
            return written[(place + 2)...].elementsEqual(meant[(start + place + 2)...]) ? 1 : nil
        case 1: return written[place...].elementsEqual(meant[(start + place + 1)...]) ? 1 : nil
        default: return nil
        }
    }
}
