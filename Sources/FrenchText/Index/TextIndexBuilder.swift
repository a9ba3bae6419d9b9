/// Builds a ``TextIndex`` of documents, added one by one or in parts; their order in the index may be another one than
/// that in which they come.
public struct TextIndexBuilder {
    /// The terms of a reader.
    public struct Terms {
        /// Number of terms.
        public let count: Int
        /// The text of a term.
        public let key: (Int32) -> String

        public init(count: Int, key: @escaping (Int32) -> String) {
            self.count = count
            self.key = key
        }
    }

    private let fields: [FieldSettings]
    /// How soon repeating a word stops counting.
    private let saturation: Float
    /// Mean lengths given from outside, see ``init(fields:saturation:means:)``.
    private let givenMeans: [Float]?
    private var parts: [(part: TextIndexPart, reader: Int)] = []
    private var maker: TextIndexPartMaker
    /// Number of documents in ``parts``.
    private var partsCount = 0

    /// - Parameters:
    ///   - fields: how each field counts, in the order in which documents give them.
    ///   - saturation: BM25 `k1`, above 0.
    ///   - means: ``means`` of a larger index, by which the lengths of these documents are measured as if they stood in it;
    ///     `nil` for their own.
    public init(fields: [FieldSettings], saturation: Double, means: [Float]? = nil) {
        self.fields = fields
        givenMeans = means
        self.saturation = Float(saturation)
        maker = TextIndexPartMaker(fieldCount: fields.count)
    }

    /// Number of documents so far.
    public var count: Int { partsCount + maker.count }

    /// The next field of the document that comes; the fields come in their order.
    public mutating func add(_ occurrences: some Sequence<TermReader.Occurrence>, field: Int) {
        maker.add(occurrences, field: field)
    }

    /// The document is complete.
    public mutating func endDocument() { maker.endDocument() }

    /// Adds the documents of a part.
    ///
    /// - Parameter reader: which reader has read it, by its place in what ``write(terms:order:blockEnds:at:to:)`` is given.
    public mutating func append(_ part: TextIndexPart, reader: Int) {
        parts.append((part, reader))
        partsCount += part.count
    }

    /// Writes the index of documents added one by one.
    ///
    /// - Parameters:
    ///   - key: the text of a term.
    ///   - termCount: number of terms of the reader.
    public mutating func write(
        key: @escaping (Int32) -> String, termCount: Int, order: [UInt32], blockEnds: [UInt32] = [], at first: UInt32,
        to writer: IndexImageWriter
    ) throws {
        append(maker.take(), reader: 0)
        try write(
            terms: [Terms(count: termCount, key: key)], order: order, blockEnds: blockEnds, at: first, to: writer)
    }

    /// Writes the index into an image from section `first` on. Terms are numbered in the order of their bytes, so that
    /// the same documents give the same bytes, whichever reader has read them.
    ///
    /// - Parameters:
    ///   - terms: those of each reader.
    ///   - order: for each document of the index, its place in the order in which they came.
    ///   - blockEnds: the first document behind each block that is asked for, see ``PostingLists``.
    public func write(
        terms: [Terms], order: [UInt32], blockEnds: [UInt32] = [], at first: UInt32, to writer: IndexImageWriter
    ) throws {
        let vocabulary = SharedTerms(terms, used: usedTerms(terms))
        try TermTable.write(vocabulary.keys, at: first, to: writer)
        let documents = documents(order)
        let made = PostingsMaker(
            documents: documents, parts: parts, numbers: vocabulary.numbers, termCount: vocabulary.keys.count,
            fields: fields, means: means, saturation: saturation
        ).make()
        try PostingLists.write(
            starts: made.starts, postings: made.postings, blockEnds: blockEnds,
            at: first + UInt32(TermTable.Part.allCases.count), to: writer)
    }

    /// For each reader, which of its terms a document has.
    private func usedTerms(_ terms: [Terms]) -> [[Bool]] {
        var used = terms.map { [Bool](repeating: false, count: $0.count) }
        for (part, reader) in parts {
            for entry in part.entries { used[reader][Int(entry.term)] = true }
        }
        return used
    }

    /// For each document of the index, its part and its place there.
    private func documents(_ order: [UInt32]) -> [PostingsMaker.Document] {
        var arrivals: [PostingsMaker.Document] = []
        arrivals.reserveCapacity(count)
        for (number, part) in parts.enumerated() {
            for place in 0..<part.part.count { arrivals.append(.init(part: UInt32(number), place: UInt32(place))) }
        }
        return order.map { arrivals[Int($0)] }
    }

    /// Mean length of each field in words, of the documents that have it: what lengths are measured by.
    public var means: [Float] {
        if let givenMeans { return givenMeans }
        return fields.indices.map { field in
            var sum: Float = 0
            var count = 0
            for (part, _) in parts {
                for place in stride(from: field, to: part.lengths.count, by: fields.count) where part.lengths[place] > 0
                {
                    sum += part.lengths[place]
                    count += 1
                }
            }
            return count == 0 ? 1 : sum / Float(count)
        }
    }
}

/// The terms of several readers as one list, in the order of their bytes.
struct SharedTerms {
    /// Each once.
    let keys: [[UInt8]]
    /// For each reader, the place of each of its terms in ``keys``; −1 for a term that is not used.
    let numbers: [[Int32]]

    init(_ terms: [TextIndexBuilder.Terms], used: [[Bool]]) {
        var table = ByteTable()
        var arrivals: [[Int32]] = []
        for (reader, terms) in terms.enumerated() {
            arrivals.append(
                (0..<terms.count).map { used[reader][$0] ? Int32(table.number(adding: terms.key(Int32($0)))) : -1 })
        }
        let sorted = (0..<table.count).map { (key: table.bytes(of: $0), arrival: $0) }
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }
        var places = [Int32](repeating: 0, count: sorted.count)
        for (place, term) in sorted.enumerated() { places[term.arrival] = Int32(place) }
        keys = sorted.map { Array($0.key) }
        numbers = arrivals.map { $0.map { $0 < 0 ? -1 : places[Int($0)] } }
    }
}
