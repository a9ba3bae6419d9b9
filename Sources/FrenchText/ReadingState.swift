/// What a ``TermReader`` has met, and the text that it is reading.
struct ReadingState: ~Copyable {
    private let analyser: TextAnalyser
    private var words: ReadWords
    /// Terms of the concepts, −1 before they are met.
    private var conceptTerms: [Int32]

    private var scanned = GrowingBuffer<TextPlace>()
    /// Those that say something.
    private var places = GrowingBuffer<Place>()
    /// A word of the text.
    struct Place: BitwiseCopyable {
        /// Its place among the words met.
        let entry: Int32
        let pause: Token.Pause
        /// What it says.
        var items = ReadWords.Items()
        /// The first of them.
        var first = ReadWords.Item()
        /// Where it stands in the text, in bytes.
        let start: Int32
        let end: Int32
    }
    /// Whether the text was read after a repair: its places are not those of the text that was given.
    private var isRepaired = false
    /// Number of words in capitals.
    private var capitals = 0
    /// What the words do to negations, all together.
    private var roles: Negation.Roles = []
    /// Those in which phrases are looked for.
    private var row = GrowingBuffer<Lexicon.RowWord>()
    /// The places of the words of the row among ``places``.
    private var rowPlaces = GrowingBuffer<Int32>()
    private var found = GrowingBuffer<TermReader.Occurrence>()

    init(_ analyser: TextAnalyser) {
        self.analyser = analyser
        words = ReadWords(analyser)
        conceptTerms = [Int32](repeating: -1, count: analyser.lexicon.concepts.count)
    }

    var termCount: Int { words.keys.count }

    func key(of term: Int32) -> String { words.keys[term] }

    func term(of key: String) -> Int32? { words.keys.term(of: key) }

    // MARK: Scanning

    private enum Outcome {
        case read, mayBeDoublyEncoded
    }

    mutating func scan(_ text: String) {
        var text = text
        text.withUTF8 { scan($0) }
    }

    private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
        isRepaired = false
        switch scanOnce(bytes) {
        case .read: break
        case .mayBeDoublyEncoded:
            var repaired = Folding.repairingDoubleEncoding(String(decoding: bytes, as: UTF8.self))
            isRepaired = true
            // What still looks so is meant.
            repaired.withUTF8 { if scanOnce($0) == .mayBeDoublyEncoded { lookUp($0) } }
        }
    }

    private mutating func scanOnce(_ bytes: UnsafeBufferPointer<UInt8>) -> Outcome {
        scanned.removeAll()
        var scanner = WordScanner(bytes)
        while let word = scanner.next() { scanned.append(TextPlace(word, in: bytes)) }
        if scanner.mayBeDoublyEncoded { return .mayBeDoublyEncoded }
        lookUp(bytes)
        return .read
    }

    /// Finds the words of the text that was scanned. What all need is asked for before the first is used: memory is
    /// slow, and answers many questions at once.
    private mutating func lookUp(_ bytes: UnsafeBufferPointer<UInt8>) {
        places.removeAll()
        capitals = 0
        roles = []
        for place in 0..<scanned.count { scanned[place].slot = words.slot(of: scanned[place].hash) }
        for place in 0..<scanned.count { scanned[place].entry = words.numberAtOnce(of: scanned[place]) }
        var pause = Token.Pause.none
        for place in 0..<scanned.count {
            let known = scanned[place].entry
            let number = known >= 0 ? known : words.number(of: scanned[place], in: bytes)
            pause = max(pause, scanned[place].word.pause)
            let entry = Int(number)
            // The sign before what is no word is before the next one.
            if words.entries[entry].isEmpty { continue }
            let range = scanned[place].word.range
            places.append(
                Place(
                    entry: number, pause: pause, start: Int32(truncatingIfNeeded: range.lowerBound),
                    end: Int32(truncatingIfNeeded: range.upperBound)))
            pause = .none
            if words.entries[entry].isCapital { capitals += 1 }
            roles.formUnion(words.entries[entry].roles)
        }
    }

    /// The words of a name that tell it apart, see ``ReadWords/Entry/telling``.
    mutating func tellingWords(of name: String) -> Set<UInt64> {
        scan(name)
        var telling: Set<UInt64> = []
        for place in 0..<places.count {
            let number = Int(places[place].entry)
            if words.entries[number].telling != 0 { telling.insert(words.entries[number].telling) }
        }
        return telling
    }

    // MARK: Terms

    /// Appends the terms of the text that was scanned.
    ///
    /// - Parameter leftOut: words left out, see ``ReadWords/Entry/telling``.
    mutating func append(without leftOut: Set<UInt64>, to occurrences: inout [TermReader.Occurrence]) {
        row.removeAll()
        rowPlaces.removeAll()
        found.removeAll()
        let isShouting = TextAnalyser.isShouting(words: places.count, capital: capitals)
        let negated = roles.isDisjoint(with: .cues) ? [] : Negation.scope(negationWords())
        for place in 0..<places.count { readItems(of: place, isShouting) }
        var isBreak = false
        var beginsPhrase = false
        for place in 0..<places.count {
            let number = Int(places[place].entry)
            if places[place].pause != .none { isBreak = true }
            if !negated.isEmpty, negated[place] {
                isBreak = true
                continue
            }
            if !leftOut.isEmpty, leftOut.contains(words.entries[number].telling) { continue }
            let items = places[place].items
            if items.count == 0 { continue }
            if append(places[place].first, Int(items.start), place, isBreak) { beginsPhrase = true }
            isBreak = false
            for item in Int(items.start) + 1..<Int(items.start + items.count) {
                if append(words.items[item], item, place, isBreak) { beginsPhrase = true }
            }
        }
        if beginsPhrase { appendConcepts() }
        occurrences.append(contentsOf: found.elements)
    }

    @inline(__always)
    private mutating func readItems(of place: Int, _ isShouting: Bool) {
        let entry = Int(places[place].entry)
        let items = isShouting ? words.entries[entry].shoutedItems : words.entries[entry].items
        places[place].items = items
        if items.count > 0 { places[place].first = words.items[Int(items.start)] }
    }

    private borrowing func negationWords() -> [Negation.Word] {
        (0..<places.count).map {
            Negation.Word(roles: words.entries[Int(places[$0].entry)].roles, pause: places[$0].pause)
        }
    }

    /// Appends a stem and says whether a phrase may begin with it.
    @inline(__always)
    private mutating func append(_ item: ReadWords.Item, _ number: Int, _ place: Int, _ isBreak: Bool) -> Bool {
        rowPlaces.append(Int32(truncatingIfNeeded: place))
        row.append(Lexicon.RowWord(word: item.lexical, isBreak: isBreak, isCorrected: item.isCorrected))
        if item.isTerm {
            let term = item.term >= 0 ? item.term : words.term(ofItem: number)
            let strength = Float(Spelling.strength(isCorrected: item.isCorrected))
            var occurrence = TermReader.Occurrence(term: term, strength: strength)
            setRange(of: &occurrence, place, place)
            found.append(occurrence)
        }
        return item.beginsPhrase
    }

    private mutating func appendConcepts() {
        let row = row.elements
        var position = 0
        while let hit = analyser.lexicon.nextHit(in: row, from: &position) {
            let strength = Float(analyser.lexicon.strength(of: hit, in: row))
            let length = UInt8(clamping: analyser.lexicon.length(of: hit))
            for concept in analyser.lexicon.concepts(of: hit) {
                var occurrence = TermReader.Occurrence(
                    term: number(ofConcept: Int(concept)), strength: strength, words: length, isConcept: true)
                setRange(
                    of: &occurrence, Int(rowPlaces[hit.first]), Int(rowPlaces[hit.last]))
                found.append(occurrence)
            }
        }
    }

    private func setRange(of occurrence: inout TermReader.Occurrence, _ first: Int, _ last: Int) {
        guard !isRepaired else { return }
        occurrence.start = places[first].start
        occurrence.end = places[last].end
    }

    private mutating func number(ofConcept concept: Int) -> Int32 {
        if conceptTerms[concept] < 0 {
            conceptTerms[concept] = words.term(ofConcept: concept)
        }
        return conceptTerms[concept]
    }
}
