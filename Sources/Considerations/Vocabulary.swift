/// A word of the rules, whole (`clause`) or by its beginning (`insertion*`).
typealias Symbol = Int

/// A set of symbols.
struct SymbolSet: Sendable {
    private var words: [UInt64] = []

    mutating func insert(_ symbol: Symbol) {
        while words.count <= symbol >> 6 { words.append(0) }
        words[symbol >> 6] |= 1 << UInt64(symbol & 63)
    }

    func contains(_ symbol: Symbol) -> Bool {
        symbol >> 6 < words.count && words[symbol >> 6] & (1 << UInt64(symbol & 63)) != 0
    }

    var members: [Symbol] {
        (0..<words.count * 64).filter { contains($0) }
    }
}

/// The words of all rules, to be looked up for each word of a text.
struct Vocabulary: Sendable {
    private struct Entry: Sendable {
        let bytes: [UInt8]
        let isBeginning: Bool
        let symbol: Symbol
    }

    private var byStart: [UInt32: [Entry]] = [:]
    private var symbols: [String: Symbol] = [:]

    /// Bytes that entries are grouped by; a beginning is at least as long.
    static let key = 3

    /// The symbol of a word of a rule.
    mutating func symbol(_ word: String) -> Symbol {
        if let known = symbols[word] { return known }
        let isBeginning = word.hasSuffix("*")
        let bytes = Array((isBeginning ? String(word.dropLast()) : word).utf8)
        precondition(!isBeginning || bytes.count >= Self.key, "« \(word) »: three letters at least before the star")
        let symbol = symbols.count
        symbols[word] = symbol
        byStart[Self.start(of: bytes), default: []].append(
            Entry(bytes: bytes, isBeginning: isBeginning, symbol: symbol))
        return symbol
    }

    /// Calls `body` for each symbol that a folded word of a text is.
    func forEachSymbol(of word: String, _ body: (Symbol) -> Void) {
        let bytes = word.utf8
        guard let entries = byStart[Self.start(of: bytes)] else { return }
        for entry in entries
        where entry.isBeginning ? bytes.starts(with: entry.bytes) : bytes.elementsEqual(entry.bytes) {
            body(entry.symbol)
        }
    }

    private static func start(of bytes: some Collection<UInt8>) -> UInt32 {
        var start: UInt32 = 0
        for byte in bytes.prefix(key) { start = start << 8 | UInt32(byte) }
        return start
    }
}
