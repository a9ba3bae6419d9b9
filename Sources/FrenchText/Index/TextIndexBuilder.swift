/// Builds a ``TextIndex`` document by document; the order of the documents in the index may be another one than that in
/// which they come.
public struct TextIndexBuilder {
    /// Occurrences of a term in a field of a document.
    private struct Entry {
        let term: UInt32
        let field: UInt8
        /// In sixteenths, because a word may count for a part only.
        var frequency: UInt16
    }

    private let fields: [FieldSettings]
    /// How soon repeating a word stops counting.
    private let saturation: Float
    /// The entries of document `d` are at `starts[d]..<starts[d + 1]`.
    private var entries: [Entry] = []
    private var starts: [Int] = [0]
    /// Number of words of each field, document by document.
    private var lengths: [[Float]]
    /// Where a term stands in the entries of the field being read.
    private var places: [Int] = []

    private static let sixteenths: Float = 16

    /// - Parameters:
    ///   - fields: how each field counts, in the order in which documents give them.
    ///   - saturation: BM25 `k1`, above 0.
    public init(fields: [FieldSettings], saturation: Double) {
        self.fields = fields
        self.saturation = Float(saturation)
        lengths = Array(repeating: [], count: fields.count)
    }

    /// Number of documents so far.
    public var count: Int { starts.count - 1 }

    /// The next field of the document that comes; the fields come in their order.
    public mutating func add(_ occurrences: some Sequence<TermReader.Occurrence>, field: Int) {
        let first = entries.count
        var words: Float = 0
        for occurrence in occurrences {
            let term = Int(occurrence.term)
            if !occurrence.isConcept { words += 1 }
            if term >= places.count {
                places += [Int](repeating: -1, count: term + 1 - places.count + places.count / 2)
            }
            let frequency = UInt16(min(4_095, (occurrence.strength * Self.sixteenths).rounded()))
            let place = places[term]
            if place >= first, place < entries.count, entries[place].term == UInt32(term) {
                entries[place].frequency = min(.max / 2, entries[place].frequency) + frequency
            } else {
                places[term] = entries.count
                entries.append(Entry(term: UInt32(term), field: UInt8(field), frequency: frequency))
            }
        }
        lengths[field].append(words)
    }

    /// The document is complete.
    public mutating func endDocument() {
        starts.append(entries.count)
        precondition(lengths.allSatisfy { $0.count == count })
    }

    /// Writes the index into an image from section `first` on. Terms are numbered in the order of their bytes, so that
    /// the same documents give the same bytes.
    ///
    /// - Parameters:
    ///   - key: the text of a term.
    ///   - termCount: number of terms of the reader.
    ///   - order: for each document of the index, its place in the order in which they came.
    ///   - blockEnds: the first document behind each block that is asked for, see ``PostingLists``.
    public func write(
        key: (Int32) -> String, termCount: Int, order: [UInt32], blockEnds: [UInt32] = [], at first: UInt32,
        to writer: IndexImageWriter
    ) throws {
        var documentFrequency = [UInt32](repeating: 0, count: termCount)
        var lastSeen = [Int32](repeating: -1, count: termCount)
        for document in 0..<count {
            for entry in entries[starts[document]..<starts[document + 1]]
            where lastSeen[Int(entry.term)] != Int32(document) {
                lastSeen[Int(entry.term)] = Int32(document)
                documentFrequency[Int(entry.term)] += 1
            }
        }
        let named = (0..<termCount).filter { documentFrequency[$0] > 0 }.map { (Array(key(Int32($0)).utf8), $0) }
            .sorted { $0.0.lexicographicallyPrecedes($1.0) }
        try TermTable.write(named.map(\.0), at: first, to: writer)

        var listStarts: [UInt32] = [0]
        var next = [Int](repeating: 0, count: termCount)
        for (_, term) in named {
            next[term] = Int(listStarts[listStarts.count - 1])
            listStarts.append(listStarts[listStarts.count - 1] + documentFrequency[term])
        }
        let postings = postings(order: order, next: &next, total: Int(listStarts[listStarts.count - 1]))
        try PostingLists.write(
            starts: listStarts, postings: postings, blockEnds: blockEnds,
            at: first + UInt32(TermTable.Part.allCases.count), to: writer)
    }

    private func postings(order: [UInt32], next: inout [Int], total: Int) -> [Posting] {
        let means = lengths.map { lengths in
            let informed = lengths.filter { $0 > 0 }
            return informed.isEmpty ? 1 : informed.reduce(0, +) / Float(informed.count)
        }
        var sums = [Float](repeating: 0, count: next.count)
        var terms: [Int] = []
        var shares = [Float](repeating: 0, count: fields.count)
        return [Posting](unsafeUninitializedCapacity: total) { postings, filled in
            for (document, arrival) in order.enumerated() {
                for (field, settings) in fields.enumerated() {
                    let b = Float(settings.lengthNormalisation)
                    let length = 1 - b + b * lengths[field][Int(arrival)] / means[field]
                    shares[field] = Float(settings.weight) / max(length, .leastNormalMagnitude) / Self.sixteenths
                }
                terms.removeAll(keepingCapacity: true)
                for entry in entries[starts[Int(arrival)]..<starts[Int(arrival) + 1]] {
                    let term = Int(entry.term)
                    if sums[term] == 0 { terms.append(term) }
                    sums[term] += shares[Int(entry.field)] * Float(entry.frequency)
                }
                for term in terms {
                    let strength = Posting.strength(sums[term] / (saturation + sums[term]))
                    postings[next[term]] = Posting(document: document, strength: strength)
                    next[term] += 1
                    sums[term] = 0
                }
            }
            filled = total
        }
    }
}
