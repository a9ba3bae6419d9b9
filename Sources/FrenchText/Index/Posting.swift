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
    /// Row of each list in ``skips``, counted from 1; 0 for a list that has none.
    nonisolated(unsafe) private let skipRows: UnsafeBufferPointer<UInt32>
    /// Where the blocks of documents begin in the long lists, and where the last one ends.
    nonisolated(unsafe) private let skips: UnsafeBufferPointer<UInt32>
    private let blockCount: Int

    /// Sections taken from the first one on.
    public static let sectionCount: UInt32 = 6

    public init(_ image: IndexImage, at first: UInt32) {
        starts = image.values(first, as: UInt32.self)
        postings = image.values(first + 1, as: Posting.self)
        peaks = image.values(first + 2, as: UInt8.self)
        skipRows = image.values(first + 3, as: UInt32.self)
        skips = image.values(first + 4, as: UInt32.self)
        blockCount = Int(image.values(first + 5, as: UInt32.self).first ?? 0)
    }

    /// Number of lists.
    public var count: Int { peaks.count }

    @inlinable public subscript(_ list: Int) -> UnsafeBufferPointer<Posting> { slice(list) }

    @usableFromInline func slice(_ list: Int) -> UnsafeBufferPointer<Posting> {
        UnsafeBufferPointer(rebasing: postings[Int(starts[list])..<Int(starts[list + 1])])
    }

    /// The postings of a list whose documents are in some blocks.
    ///
    /// - Parameters:
    ///   - blocks: numbers of blocks that follow each other.
    ///   - range: their documents.
    @inline(__always)
    public func slice(_ list: Int, blocks: Range<Int>, _ range: Range<Int>) -> UnsafeBufferPointer<Posting> {
        let row = Int(skipRows[list])
        let start = Int(starts[list])
        if row > 0 {
            let first = (row - 1) * (blockCount + 1)
            let from = Int(skips[first + blocks.lowerBound])
            return UnsafeBufferPointer(
                rebasing: postings[start + from..<start + Int(skips[first + blocks.upperBound])])
        }
        let whole = slice(list)
        let low = whole.firstPlace(from: range.lowerBound)
        let rest = UnsafeBufferPointer(rebasing: whole[low...])
        return UnsafeBufferPointer(rebasing: rest[..<rest.firstPlace(from: range.upperBound)])
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
                while place < range.upperBound, postings[place].document < Int(end) { place += 1 }
                skips.append(UInt32(place - range.lowerBound))
            }
        }
        try writer.add(first + 3, rows)
        try writer.add(first + 4, skips)
        try writer.add(first + 5, [UInt32(blockEnds.count)])
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
