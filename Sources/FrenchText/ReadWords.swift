/// The written words met, each with what the analysis makes of it.
///
/// Open addressing over hashes. A word and what it says most often stand side by side in memory, because looking for
/// them there is most of the work of reading.
struct ReadWords: ~Copyable {
    /// A word as it is written.
    struct Entry: BitwiseCopyable {
        var key: WordKey
        var roles: Negation.Roles = []
        var isCapital = false
        /// Nothing but marks that say nothing.
        var isEmpty = false
        /// Places in ``ReadWords/items``.
        var items = Items()
        /// The same in a text in capitals.
        var shoutedItems = Items()
        /// The same for words that are equal when folded, 0 for those that tell no name apart: a hash, and two words in
        /// the names of one supplier do not share 64 bits by chance.
        var telling: UInt64 = 0
        /// Where the bytes of a word longer than a key are.
        var longStart: Int32 = -1
    }

    /// A run of ``ReadWords/items``.
    struct Items: BitwiseCopyable {
        var start: Int32 = 0
        var count: Int32 = 0
    }

    /// A stem that a word says.
    struct Item: BitwiseCopyable {
        var lexical = Lexicon.Word(stem: Lexicon.unknown, form: Lexicon.unknown)
        /// Its number in ``ReadWords/keys``.
        var stem: Int32 = 0
        /// The number of the term, −1 before it is met.
        var term: Int32 = -1
        var isCorrected = false
        var isTerm = false
        var beginsPhrase = false
    }

    private let analyser: TextAnalyser
    /// High half: hash; low half: number + 1, 0 where nothing is.
    private var slots: [UInt64]
    private(set) var entries = GrowingBuffer<Entry>()
    var items = GrowingBuffer<Item>()
    private var longBytes = GrowingBuffer<UInt8>()
    private(set) var keys = TermKeys()
    /// The entry of `n'`.
    private let ne: Int32

    init(_ analyser: TextAnalyser) {
        self.analyser = analyser
        slots = [UInt64](repeating: 0, count: 1 << 12)
        ne = 0
        let nothing = WordKey(UnsafeBufferPointer(start: nil, count: 0), 0..<0)
        entries.append(entry(of: .ne, key: nothing))
    }

    /// The slot at which the search for a word begins.
    @inline(__always)
    func slot(of hash: UInt64) -> UInt64 { slots[Int(truncatingIfNeeded: hash) & (slots.count - 1)] }

    /// The number of a word that is where its search begins, as nearly all are; −1 for another one.
    @inline(__always)
    func numberAtOnce(of place: TextPlace) -> Int32 {
        if place.word.isNe { return ne }
        guard place.slot != 0, place.slot >> 32 == place.hash >> 32, place.key.isWhole else { return -1 }
        let number = Int(place.slot & 0xFFFF_FFFF) - 1
        return entries[number].key.isSame(as: place.key) ? Int32(truncatingIfNeeded: number) : -1
    }

    /// The number of a word, whose place in ``entries`` it is.
    @inline(never)
    mutating func number(of place: TextPlace, in bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: place.hash) & mask
        while slots[slot] != 0 {
            if let number = match(slots[slot], place, bytes) { return Int32(truncatingIfNeeded: number) }
            slot = (slot + 1) & mask
        }
        return Int32(truncatingIfNeeded: add(place, bytes))
    }

    /// The number in a slot, when it is that of the word.
    private func match(_ slot: UInt64, _ place: TextPlace, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard slot >> 32 == place.hash >> 32 else { return nil }
        let number = Int(slot & 0xFFFF_FFFF) - 1
        guard entries[number].key.isSame(as: place.key) else { return nil }
        return place.key.isWhole || isSameLong(number, bytes, place.word.range) ? number : nil
    }

    private func isSameLong(_ number: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        let start = Int(entries[number].longStart)
        return longBytes.elements[start..<(start + range.count)].elementsEqual(bytes[range])
    }

    @inline(never)
    private mutating func add(_ place: TextPlace, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        if (entries.count + 1) * 2 > slots.count { growSlots() }
        let number = entries.count
        var entry = entry(of: WordForm(bytes[place.word.range]), key: place.key)
        if !place.key.isWhole {
            entry.longStart = Int32(longBytes.count)
            for byte in bytes[place.word.range] { longBytes.append(byte) }
        }
        entries.append(entry)
        insert(number, place.hash)
        return number
    }

    private mutating func entry(of form: WordForm, key: WordKey) -> Entry {
        let reading = analyser.reading(of: form, isShouting: false)
        var entry = Entry(key: key)
        entry.roles = reading.roles
        entry.isCapital = form.isCapital
        entry.isEmpty = form.folded.isEmpty
        if TextAnalyser.isTelling(reading.folded) { entry.telling = WordKey.hash(of: reading.folded) }
        entry.items = addItems(of: reading)
        // Nothing else depends on the rest of the text.
        guard form.isCapital else {
            entry.shoutedItems = entry.items
            return entry
        }
        let shouted = analyser.reading(of: form, isShouting: true)
        entry.shoutedItems = shouted == reading ? entry.items : addItems(of: shouted)
        return entry
    }

    private mutating func addItems(of reading: WordReading) -> Items {
        let start = Int32(items.count)
        for item in reading.items {
            items.append(
                Item(
                    lexical: item.lexical, stem: keys.number(adding: item.stem), term: -1,
                    isCorrected: item.isCorrected, isTerm: item.isTerm,
                    beginsPhrase: analyser.lexicon.begins(item.lexical)))
        }
        return Items(start: start, count: Int32(items.count) - start)
    }

    private mutating func growSlots() {
        slots = [UInt64](repeating: 0, count: slots.count * 2)
        // The first is `n'`, which is not looked for.
        for number in 1..<entries.count { insert(number, entries[number].key.hash) }
    }

    private mutating func insert(_ number: Int, _ hash: UInt64) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = (hash >> 32) << 32 | UInt64(number + 1)
    }

    // MARK: Terms

    /// The term of an item, a new one when it has not come before.
    @inline(never)
    mutating func term(ofItem item: Int) -> Int32 {
        let term = keys.term(meeting: items[item].stem)
        items[item].term = term
        return term
    }

    /// The term of a concept, a new one when it has not come before.
    mutating func term(ofConcept concept: Int) -> Int32 {
        let key = TextAnalyser.key(ofConcept: analyser.lexicon.concepts[concept])
        return keys.term(meeting: keys.number(adding: key))
    }
}
