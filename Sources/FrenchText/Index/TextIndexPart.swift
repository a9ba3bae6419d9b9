/// Documents that follow each other, as one reader has read them: what a ``TextIndexBuilder`` puts together. Parts may
/// be read on several cores at once.
public struct TextIndexPart: Sendable {
    /// Occurrences of a term in a field of a document.
    struct Entry: BitwiseCopyable, Sendable {
        let term: UInt32
        let field: UInt8
        /// In sixteenths, because a word may count for a part only.
        var frequency: UInt16
    }

    static let sixteenths: Float = 16

    private let fieldCount: Int
    private(set) var entries: [Entry] = []
    /// Where the entries of each document end.
    private(set) var ends: [UInt32] = []
    /// Number of words of each field of each document, document by document.
    private(set) var lengths: [Float] = []

    init(fieldCount: Int) { self.fieldCount = fieldCount }

    /// Number of documents.
    public var count: Int { ends.count }

    /// - Parameter places: where terms stood when they last came, by their numbers.
    fileprivate mutating func add(
        _ occurrences: some Sequence<TermReader.Occurrence>, field: Int, _ places: inout [UInt32]
    ) {
        let first = entries.count
        var words: Float = 0
        for occurrence in occurrences {
            let term = Int(occurrence.term)
            if !occurrence.isConcept { words += 1 }
            if term >= places.count {
                places += [UInt32](repeating: 0, count: term + 1 - places.count + places.count / 2)
            }
            let frequency = UInt16(min(4_095, (occurrence.strength * Self.sixteenths).rounded()))
            let place = Int(places[term])
            if place >= first, place < entries.count, entries[place].term == UInt32(term) {
                entries[place].frequency = min(.max / 2, entries[place].frequency) + frequency
            } else {
                places[term] = UInt32(entries.count)
                entries.append(Entry(term: UInt32(term), field: UInt8(field), frequency: frequency))
            }
        }
        lengths.append(words)
    }

    fileprivate mutating func endDocument() {
        ends.append(UInt32(entries.count))
        precondition(lengths.count == ends.count * fieldCount)
    }
}

/// Makes ``TextIndexPart``s of the occurrences of one reader.
public struct TextIndexPartMaker {
    private var part: TextIndexPart
    private let fieldCount: Int
    private var places: [UInt32] = []

    /// - Parameter fieldCount: number of fields of a document.
    public init(fieldCount: Int) {
        self.fieldCount = fieldCount
        part = TextIndexPart(fieldCount: fieldCount)
    }

    /// Number of documents of the part so far.
    public var count: Int { part.count }

    /// The next field of the document that comes; the fields come in their order.
    public mutating func add(_ occurrences: some Sequence<TermReader.Occurrence>, field: Int) {
        part.add(occurrences, field: field, &places)
    }

    /// The document is complete.
    public mutating func endDocument() { part.endDocument() }

    /// The part that is made; the next one begins.
    public mutating func take() -> TextIndexPart {
        let made = part
        part = TextIndexPart(fieldCount: fieldCount)
        return made
    }
}
