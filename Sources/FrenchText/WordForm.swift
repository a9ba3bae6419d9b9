/// A written word, reduced to what the analysis compares.
struct WordForm {
    /// In lowercase, with its accents composed: `élagage`. Points of acronyms are dropped.
    let word: String
    /// In lowercase, without accents: `elagage`.
    let folded: String
    /// Written with capitals only, and at least two: maybe an acronym.
    let isCapital: Bool
    /// Begins with a small letter: no name.
    let beginsSmall: Bool

    /// `n'`, which negates.
    static let ne = WordForm(word: "ne", folded: "ne", isCapital: false, beginsSmall: true)

    init(_ token: Token) {
        self.init(
            word: token.word, folded: token.folded, isCapital: token.isCapital, beginsSmall: token.beginsSmall)
    }

    private init(word: String, folded: String, isCapital: Bool, beginsSmall: Bool) {
        self.word = word
        self.folded = folded
        self.isCapital = isCapital
        self.beginsSmall = beginsSmall
    }

    /// - Parameter bytes: well-formed UTF-8.
    init(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
        if bytes.allSatisfy({ $0 < 0x80 }) {
            self.init(ascii: bytes)
        } else {
            self.init(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        }
    }

    private init(ascii bytes: Slice<UnsafeBufferPointer<UInt8>>) {
        var capitals = 0
        var smalls = 0
        word = String(unsafeUninitializedCapacity: bytes.count) { buffer in
            var count = 0
            for byte in bytes where byte != UInt8(ascii: ".") {
                let isCapital = byte &- 0x41 < 26
                if isCapital { capitals += 1 } else if byte >= 0x61 { smalls += 1 }
                buffer[count] = isCapital ? byte | 0x20 : byte
                count += 1
            }
            return count
        }
        folded = word
        isCapital = capitals >= 2 && smalls == 0
        beginsSmall = bytes.first.map { $0 >= 0x61 } ?? false
    }

    private init(_ scalars: String.UnicodeScalarView) {
        word = Self.word(scalars)
        folded = word.utf8.allSatisfy({ $0 < 0x80 }) ? word : Folding.fold(word)
        isCapital = Self.isCapital(scalars)
        beginsSmall = scalars.first?.properties.isLowercase ?? false
    }

    /// Lowercase and composed: combining accents become letters, so that the stemmer knows them; points go.
    private static func word(_ scalars: String.UnicodeScalarView) -> String {
        if let usual = String(scalars).utf8.withContiguousStorageIfAvailable(usualWord) ?? nil { return usual }
        var plain = true
        var lowered = String.UnicodeScalarView()
        for scalar in scalars {
            if scalar.value < 0x80 {
                if scalar == "." { continue }
                lowered.append(
                    (0x41...0x5A).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value + 0x20)) : scalar)
            } else {
                if (0x300...0x36F).contains(scalar.value) { plain = false }
                lowered.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return plain ? String(lowered) : composed(lowered)
    }

    /// `nil` when a byte is of something else than ASCII and U+00C0–U+00FF, which are C3 and another byte.
    private static func usualWord(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        var isUsual = true
        let word = String(unsafeUninitializedCapacity: bytes.count) { buffer in
            var count = 0
            var isSecond = false
            for byte in bytes where byte != UInt8(ascii: ".") {
                let isCapital = isSecond ? byte & 0x3F < 0x1F && byte != 0x97 : byte &- 0x41 < 26
                if byte >= 0x80, !isSecond, byte != 0xC3 {
                    isUsual = false
                    return 0
                }
                buffer[count] = isCapital ? byte | 0x20 : byte
                count += 1
                isSecond = !isSecond && byte == 0xC3
            }
            return count
        }
        return isUsual ? word : nil
    }

    private static func composed(_ scalars: String.UnicodeScalarView) -> String {
        var result = String.UnicodeScalarView()
        for scalar in scalars {
            if let last = result.last, let letter = compositions[last]?[scalar] {
                result.removeLast()
                result.append(letter)
            } else if !(0x300...0x36F).contains(scalar.value) {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// Letter → combining accent → accented letter, for the accents of French.
    private static let compositions: [Unicode.Scalar: [Unicode.Scalar: Unicode.Scalar]] = [
        "a": ["\u{300}": "à", "\u{302}": "â"], "c": ["\u{327}": "ç"],
        "e": ["\u{300}": "è", "\u{301}": "é", "\u{302}": "ê", "\u{308}": "ë"], "i": ["\u{302}": "î", "\u{308}": "ï"],
        "o": ["\u{302}": "ô"], "u": ["\u{300}": "ù", "\u{302}": "û", "\u{308}": "ü"],
    ]

    private static func isCapital(_ scalars: String.UnicodeScalarView) -> Bool {
        var letters = 0
        for scalar in scalars where scalar != "." {
            if scalar.properties.isLowercase { return false }
            if scalar.properties.isUppercase { letters += 1 }
        }
        return letters >= 2
    }
}
