import FrenchText

/// Looks documents up in a run of postings.
///
/// Documents are spread evenly enough that the place of one can be guessed from its number. Each look-up starts there by
/// itself, so that the machine need not wait for one before it begins the next.
struct PostingFinder {
    private let postings: UnsafeBufferPointer<Posting>
    private let first: Int
    /// Postings for a document.
    private let density: Float

    init(_ postings: UnsafeBufferPointer<Posting>) {
        self.postings = postings
        first = postings.first?.document ?? 0
        density = Float(postings.count) / Float(max(1, (postings.last?.document ?? 0) - first + 1))
    }

    /// The strength of a document, 0 when it is not in the list.
    @inline(__always) func strength(of document: Int) -> UInt32 {
        let place = self.place(of: document)
        return place < postings.count && postings[place].document == document ? postings[place].strength : 0
    }

    /// A posting near to the one of a document.
    @inline(__always) func near(_ document: Int) -> UInt32 {
        postings.isEmpty ? 0 : postings[guess(document)].bits
    }

    /// Where a document probably is. The list is not empty.
    @inline(__always) private func guess(_ document: Int) -> Int {
        max(0, min(postings.count &- 1, Int(Float(document &- first) * density)))
    }

    /// The place of the first posting of `document` or of a later one: by growing steps from where it is likely to be.
    @inline(__always) private func place(of document: Int) -> Int {
        guard document > first, !postings.isEmpty else { return 0 }
        let guess = guess(document)
        var low: Int
        var high: Int
        var step = 4
        if postings[guess].document < document {
            low = guess &+ 1
            high = low &+ step
            while high < postings.count, postings[high].document < document {
                low = high &+ 1
                step &*= 2
                high &+= step
            }
            high = min(high, postings.count)
        } else {
            high = guess
            low = max(0, high &- step)
            while low > 0, postings[low].document >= document {
                high = low
                step &*= 2
                low = max(0, low &- step)
            }
        }
        while low < high {
            let middle = (low &+ high) >> 1
            if postings[middle].document < document { low = middle &+ 1 } else { high = middle }
        }
        return low
    }
}
