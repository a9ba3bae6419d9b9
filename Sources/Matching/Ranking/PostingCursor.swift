import FrenchText

/// Looks documents up in a run of postings, mostly forwards.
struct PostingCursor {
    private let postings: UnsafeBufferPointer<Posting>
    private var place = 0

    init(_ postings: UnsafeBufferPointer<Posting>) { self.postings = postings }

    /// The strength of a document, 0 when it is not in the list.
    @inline(__always) mutating func strength(of document: Int) -> UInt32 {
        seek(document)
        return place < postings.count && postings[place].document == document ? postings[place].strength : 0
    }

    /// Goes to the first posting of `document` or of a later one: by growing steps, because it is seldom far.
    @inline(__always) private mutating func seek(_ document: Int) {
        if place > 0, postings[place - 1].document >= document { place = 0 }
        var step = 1
        var low = place
        var high = place
        while high < postings.count, postings[high].document < document {
            low = high + 1
            high += step
            step *= 2
        }
        high = min(high, postings.count)
        while low < high {
            let middle = (low + high) >> 1
            if postings[middle].document < document { low = middle + 1 } else { high = middle }
        }
        place = low
    }
}
