/// A list of postings cut by blocks of documents: what a block holds of it, and how strong that is at most.
public struct BlockedList {
    /// The first posting of the list.
    private let postings: UnsafePointer<Posting>
    /// Where each block begins in the list, and where the last one ends.
    private let edges: UnsafePointer<UInt32>
    /// The strongest posting of each block, 0 for a block without any.
    private let peaks: UnsafePointer<UInt8>

    init(_ postings: UnsafePointer<Posting>, edges: UnsafePointer<UInt32>, peaks: UnsafePointer<UInt8>) {
        self.postings = postings
        self.edges = edges
        self.peaks = peaks
    }

    /// The postings of blocks that follow each other.
    @inline(__always) public func slice(_ blocks: Range<Int>) -> UnsafeBufferPointer<Posting> {
        let start = Int(edges[blocks.lowerBound])
        return UnsafeBufferPointer(start: postings + start, count: Int(edges[blocks.upperBound]) &- start)
    }

    /// The strength of the strongest of them; 0 without any.
    @inline(__always) public func peak(_ blocks: Range<Int>) -> UInt32 {
        var peak = peaks[blocks.lowerBound]
        var block = blocks.lowerBound &+ 1
        while block < blocks.upperBound {
            peak = max(peak, peaks[block])
            block &+= 1
        }
        return UInt32(peak)
    }
}

/// Cuts lists of postings by their blocks. Long lists are cut in the index; the cuts of short ones are worked out when they
/// are asked for, in memory that is used again. One a thread.
public final class ListCutter {
    private var edges: UnsafeMutablePointer<UInt32>
    private var peaks: UnsafeMutablePointer<UInt8>
    /// Lists that there is room for, and those cut so far.
    private var room = 0
    private var cut = 0
    private let blockCount: Int

    /// - Parameter blockCount: blocks of the documents of all lists.
    public init(blockCount: Int) {
        self.blockCount = blockCount
        edges = .allocate(capacity: 0)
        peaks = .allocate(capacity: 0)
    }

    deinit {
        edges.deallocate()
        peaks.deallocate()
    }

    /// Forgets the lists cut before, which must not be used any more.
    ///
    /// - Parameter count: lists that may be cut at most before this is called again.
    public func begin(_ count: Int) {
        cut = 0
        guard count > room else { return }
        edges.deallocate()
        peaks.deallocate()
        edges = .allocate(capacity: count * (blockCount + 1))
        peaks = .allocate(capacity: count * blockCount)
        room = count
    }

    /// A list by its blocks; good until ``begin(_:)`` is called.
    public func list(_ number: Int, of lists: PostingLists) -> BlockedList? {
        if let known = lists.cut(number) { return known }
        let postings = lists[number]
        guard cut < room, lists.blockEnds.count == blockCount, let first = postings.baseAddress else { return nil }
        let edges = edges + cut * (blockCount + 1)
        let peaks = peaks + cut * blockCount
        cut += 1
        var place = 0
        edges[0] = 0
        for (block, end) in lists.blockEnds.enumerated() {
            var peak: UInt32 = 0
            while place < postings.count, postings[place].document < Int(end) {
                peak = max(peak, postings[place].strength)
                place &+= 1
            }
            edges[block + 1] = UInt32(truncatingIfNeeded: place)
            peaks[block] = UInt8(truncatingIfNeeded: peak)
        }
        return BlockedList(first, edges: edges, peaks: peaks)
    }
}
