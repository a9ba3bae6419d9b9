extension Input {
    /// Whether the document begins as JSON does.
    public var looksLikeJSON: Bool { ["{", "["].contains(firstCharacter) }

    /// The first character that is no white space, whatever the encoding; `nil` when the head has none.
    public var firstCharacter: Character? {
        guard let head = try? TranscodingSource(MemorySource(self.head)).prefix(Self.headSize) else { return nil }
        let start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        return head[start...].first { $0 > 0x20 }.map { Character(Unicode.Scalar($0)) }
    }
}
