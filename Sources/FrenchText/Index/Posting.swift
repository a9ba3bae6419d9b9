/// That a document has something, and how strongly: the number of the document in the upper 24 bits, the strength in the
/// lower eight. Four bytes, so that a long list stays in the caches.
public struct Posting: BitwiseCopyable, Sendable, Hashable {
    public let bits: UInt32

    /// Documents that an index may hold.
    public static let mostDocuments = 1 << 24
    /// The strongest.
    public static let full: UInt32 = 255

    @inlinable public init(document: Int, strength: UInt8) {
        bits = UInt32(truncatingIfNeeded: document) << 8 | UInt32(strength)
    }
    @inlinable public var document: Int { Int(bits >> 8) }
    @inlinable public var strength: UInt32 { bits & 255 }

    /// 0–1 in steps of 1/255; what is there at all is at least one step.
    @inlinable public static func strength(_ value: Float) -> UInt8 { UInt8(max(1, min(255, (value * 255).rounded()))) }
}

/// Lists of postings, one a number, documents ascending.
public struct PostingLists: Sendable {
    // Owned by the image, which whoever holds the lists keeps.
    nonisolated(unsafe) private let starts: UnsafeBufferPointer<UInt32>
    nonisolated(unsafe) private let postings: UnsafeBufferPointer<Posting>
    /// The strongest posting of each list.
    nonisolated(unsafe) private let peaks: UnsafeBufferPointer<UInt8>
    /// Row of each list in ``skips`` and ``blockPeaks``, counted from 1; 0 for a list that has none.
    nonisolated(unsafe) private let skipRows: UnsafeBufferPointer<UInt32>
    /// Where the blocks of documents begin in the long lists, and where the last one ends.
    nonisolated(unsafe) private let skips: UnsafeBufferPointer<UInt32>
    /// The strongest posting of each block of the long lists, 0 where there is none.
    nonisolated(unsafe) private let blockPeaks: UnsafeBufferPointer<UInt8>
    /// The first document behind each block.
    nonisolated(unsafe) let blockEnds: UnsafeBufferPointer<UInt32>

    /// Sections taken from the first one on.
    public static let sectionCount: UInt32 = 7

    public init(_ image: IndexImage, at first: UInt32) {
        starts = image.values(first, as: UInt32.self)
        postings = image.values(first + 1, as: Posting.self)
        peaks = image.values(first + 2, as: UInt8.self)
        skipRows = image.values(first + 3, as: UInt32.self)
        skips = image.values(first + 4, as: UInt32.self)
        blockPeaks = image.values(first + 5, as: UInt8.self)
        blockEnds = image.values(first + 6, as: UInt32.self)
    }

    /// Number of lists.
    public var count: Int { peaks.count }

    @inlinable public subscript(_ list: Int) -> UnsafeBufferPointer<Posting> { slice(list) }

    @usableFromInline func slice(_ list: Int) -> UnsafeBufferPointer<Posting> {
        UnsafeBufferPointer(rebasing: postings[Int(starts[list])..<Int(starts[list + 1])])
    }

    /// A long list by its blocks, `nil` for a short one.
    @inline(__always) func cut(_ list: Int) -> BlockedList? {
        let row = Int(skipRows[list]) - 1
        guard row >= 0, let postings = slice(list).baseAddress, let skips = skips.baseAddress,
            let peaks = blockPeaks.baseAddress
        else { return nil }
        return BlockedList(
            postings, edges: skips + row * (blockEnds.count + 1), peaks: peaks + row * blockEnds.count)
    }

    /// Number of documents in a list.
    public func length(_ list: Int) -> Int { Int(starts[list + 1] - starts[list]) }

    /// The strength of its strongest posting, 1–255; 0 for an empty list.
    public func peak(_ list: Int) -> UInt32 { UInt32(peaks[list]) }

    /// The strength of a document in a list, 0 when it is not there.
    public func strength(_ list: Int, of document: Int) -> UInt32 {
        let postings = slice(list)
        let place = postings.firstPlace(from: document)
        return place < postings.count && postings[place].document == document ? postings[place].strength : 0
    }

    /// Postings for a block from which a list gets a row of its own, so that its blocks need not be searched for.
    private static let longList = 4

    /// - Parameter blockEnds: the first document behind each block.
    public static func write(
        starts: [UInt32], postings: [Posting], blockEnds: [UInt32], at first: UInt32, to writer: IndexImageWriter
    ) throws {
        try writer.add(first, starts)
        try writer.add(first + 1, postings)
        var peaks: [UInt8] = []
        for list in 0..<max(0, starts.count - 1) {
            var peak: UInt32 = 0
            for place in Int(starts[list])..<Int(starts[list + 1]) { peak = max(peak, postings[place].strength) }
            peaks.append(UInt8(peak))
        }
        try writer.add(first + 2, peaks)
        var rows: [UInt32] = []
        var skips: [UInt32] = []
        var blockPeaks: [UInt8] = []
        var count: UInt32 = 0
        for list in 0..<max(0, starts.count - 1) {
            let range = Int(starts[list])..<Int(starts[list + 1])
            guard range.count >= blockEnds.count * longList, !blockEnds.isEmpty else {
                rows.append(0)
                continue
            }
            count += 1
            rows.append(count)
            skips.append(0)
            var place = range.lowerBound
            for end in blockEnds {
                var peak: UInt32 = 0
                while place < range.upperBound, postings[place].document < Int(end) {
                    peak = max(peak, postings[place].strength)
                    place += 1
                }
                skips.append(UInt32(place - range.lowerBound))
                blockPeaks.append(UInt8(peak))
            }
        }
        try writer.add(first + 3, rows)
        try writer.add(first + 4, skips)
        try writer.add(first + 5, blockPeaks)
        try writer.add(first + 6, blockEnds)
    }
}

extension UnsafeBufferPointer<Posting> {
    /// The place of the first posting of `document` or of a later one.
    public func firstPlace(from document: Int) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) >> 1
            if self[middle].document < document { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
