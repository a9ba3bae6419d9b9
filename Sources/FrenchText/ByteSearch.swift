extension [UInt8] {
    /// Whether `part` stands somewhere in these bytes. Far faster than `String.contains`, which looks at characters.
    public func holds(_ part: [UInt8]) -> Bool {
        guard let first = part.first, count > part.count else { return self == part }
        return withUnsafeBufferPointer { text in
            part.withUnsafeBufferPointer { part in
                for start in 0...text.count &- part.count where text[start] == first {
                    var shared = 1
                    while shared < part.count, text[start &+ shared] == part[shared] { shared &+= 1 }
                    if shared == part.count { return true }
                }
                return false
            }
        }
    }
}
