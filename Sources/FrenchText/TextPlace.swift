/// A word of the text that is being read, and how it is looked up.
struct TextPlace: BitwiseCopyable {
    let word: WordScanner.Word
    let key: WordKey
    let hash: UInt64
    /// See ``ReadWords/slot(of:)``.
    var slot: UInt64 = 0
    /// Its place in ``ReadWords/entries``, −1 while it is not known.
    var entry: Int32 = -1

    @inline(__always)
    init(_ word: WordScanner.Word, in bytes: UnsafeBufferPointer<UInt8>) {
        self.word = word
        key = WordKey(bytes, word.range)
        hash = key.hash
    }
}
