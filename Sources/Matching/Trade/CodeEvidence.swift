/// What suggests that a supplier works in a branch of the CPV, as the index keeps it beside the code: for those few who are
/// shown, so that their texts need not be read again.
struct CodeEvidence: BitwiseCopyable, Sendable {
    enum Kind: UInt8, BitwiseCopyable {
        /// The code at ``start`` among those that it declares.
        case declared
        /// The sector at ``start`` among its sectors.
        case sector
        /// Words of its description and offers, and of its name.
        case offers, name
        /// It lends staff.
        case staff
    }

    /// A place, or the first byte of the words; ``unknown`` where the words have no place of their own in the text.
    var start: UInt32
    /// Bytes of the words.
    var length: UInt16 = 0
    var kind: Kind
    private var padding: UInt8 = 0

    static let unknown = UInt32.max

    init(_ kind: Kind, at place: Int) {
        self.kind = kind
        start = UInt32(truncatingIfNeeded: place)
    }

    /// - Parameters:
    ///   - start: in bytes, −1 where it is not known; `end` likewise.
    init(_ kind: Kind, from start: Int32, to end: Int32) {
        self.kind = kind
        let length = start >= 0 && end > start ? UInt16(exactly: end - start) : nil
        self.start = length == nil ? Self.unknown : UInt32(start)
        self.length = length ?? 0
    }
}
