/// That a document has something, and how strongly: the number of the document in the upper 24 bits, the strength in the
/// lower eight. Four bytes, so that a long list stays in the caches.
public struct Posting: BitwiseCopyable, Sendable, Hashable {
    public let bits: UInt32

    /// Documents that an index may hold.
    public static let mostDocuments = 1 << 24
    /// The strongest.
    public static let full: UInt32 = 255

    @inlinable public init(document: Int, strength: UInt8) { bits = UInt32(truncatingIfNeeded: document) << 8 | UInt32(strength) }
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

    /// Sections taken from the first one on.
    public static let sectionCount: UInt32 = 3

    public init(_ image: IndexImage, at first: UInt32) {
        starts = image.values(first, as: UInt32.self)
        postings = image.values(first + 1, as: Posting.self)
        peaks = image.values(first + 2, as: UInt8.self)
    }

    /// Number of lists.
    public var count: Int { peaks.count }

    @inlinable public subscript(_ list: Int) -> UnsafeBufferPointer<Posting> { slice(list) }

    @usableFromInline func slice(_ list: Int) -> UnsafeBufferPointer<Posting> {
        UnsafeBufferPointer(rebasing: postings[Int(starts[list])..<Int(starts[list + 1])])
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

    public static func write(
        starts: [UInt32], postings: [Posting], at first: UInt32, to writer: IndexImageWriter
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
