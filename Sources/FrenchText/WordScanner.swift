/// Cuts UTF-8 text into words in one pass over its bytes; see ``Tokeniser`` for what a word is.
///
/// Nothing is copied: words are places in the bytes, which must outlive the scanner. Bytes that are not UTF-8 stop it.
struct WordScanner {
    /// A word, by its bytes.
    struct Word: BitwiseCopyable {
        private let first: UInt32
        /// One past its last byte.
        private let last: UInt32
        /// The strongest sign before it.
        let pause: Token.Pause
        /// Whether an opening bracket stands just before.
        let opensBracket: Bool
        /// `n'`, which is read as `ne`.
        var isNe = false

        @inline(__always)
        init(_ range: Range<Int>, pause: Token.Pause, opensBracket: Bool) {
            first = UInt32(truncatingIfNeeded: range.lowerBound)
            last = UInt32(truncatingIfNeeded: range.upperBound)
            self.pause = pause
            self.opensBracket = opensBracket
        }

        /// Its bytes.
        var range: Range<Int> { Int(first)..<Int(last) }
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var pause = Token.Pause.sentence
    private var opensBracket = false
    /// Whether bytes were met that are not UTF-8, where scanning ends.
    private var isMalformed = false
    /// Whether a letter was met that may be the first byte of a letter encoded twice.
    private(set) var mayBeDoublyEncoded = false

    /// - Precondition: less than four gigabytes.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        precondition(bytes.count <= UInt32.max)
        self.bytes = bytes
    }

    /// The next word, `nil` at the end of the text and where it is malformed.
    mutating func next() -> Word? {
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: " ") {
                position += 1
                continue
            }
            let plain = endOfPlainWord(from: position)
            if plain > position {
                let word = Word(position..<plain, pause: pause, opensBracket: opensBracket)
                position = plain
                pause = .none
                opensBracket = false
                return word
            }
            guard beginsWord() else {
                if !isMalformed { skipSign() }
                continue
            }
            let start = position
            let end = endOfWord(from: start)
            if isMalformed { return nil }
            position = end
            var word = Word(start..<end, pause: pause, opensBracket: opensBracket)
            let apostrophe = apostrophe(at: end)
            if apostrophe > 0 {
                if let article = ElidedArticle(bytes, start..<end) {
                    // Past a sign that was destroyed, which would else be a letter of the next word.
                    position = end + apostrophe
                    guard article.negates else { continue }
                    word.isNe = true
                }
            }
            pause = .none
            opensBracket = false
            return word
        }
        return nil
    }

    /// Takes back a word that says nothing, such as an accent by itself: the signs before it belong to the next one.
    mutating func putBack(_ word: Word) {
        pause = max(word.pause, pause)
        opensBracket = opensBracket || word.opensBracket
    }

    // MARK: Words

    private mutating func beginsWord() -> Bool {
        let byte = bytes[position]
        if byte < 0x80 { return Self.isLetterOrDigit(byte) }
        let scalar = scalar(at: position)
        if scalar.value == Self.destroyed {
            let signs = destroyedSigns(from: position)
            let next = position + signs * Self.destroyedLength
            return signs <= Self.mostDestroyed && isLetter(at: next)
        }
        return isWordScalar(scalar.value)
    }

    /// The end of a word of plain and of the usual accented letters, before a sign that can only end it; `start` when
    /// the word is another one, or none.
    @inline(__always)
    private func endOfPlainWord(from start: Int) -> Int {
        var end = start
        while end < bytes.count {
            let byte = bytes[end]
            if Self.isLetterOrDigit(byte) {
                end += 1
            } else if byte == 0xC3, end + 1 < bytes.count, Self.isUsual(bytes[end + 1]) {
                end += 2
            } else {
                let endsIt =
                    byte < 0x80 && byte != UInt8(ascii: "'") && byte != UInt8(ascii: "`") && byte != UInt8(ascii: ".")
                return endsIt ? end : start
            }
        }
        return end
    }

    /// Whether C3 and `byte` are a letter of those that begin no letter encoded twice, × and ÷ no letters.
    @inline(__always)
    private static func isUsual(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x97, 0xB7, 0x82, 0x83, 0x85, 0x8C, 0xA2: false
        default: byte & 0xC0 == 0x80
        }
    }

    private mutating func endOfWord(from start: Int) -> Int {
        var end = start
        var scalars = 0
        var isAfterLetter = false
        while end < bytes.count {
            let byte = bytes[end]
            if byte < 0x80 {
                guard Self.isLetterOrDigit(byte) else { break }
                isAfterLetter = byte > 0x39
                end += 1
            } else {
                let scalar = scalar(at: end)
                if scalar.value == Self.destroyed {
                    guard let length = destroyedLetters(at: end, wordStart: start, isAfterLetter) else { break }
                    end += length
                } else {
                    guard isWordScalar(scalar.value) else { break }
                    isAfterLetter = true
                    end += scalar.length
                }
            }
            scalars += 1
        }
        guard scalars == 1, isAfterLetter, end < bytes.count, bytes[end] == UInt8(ascii: ".") else { return end }
        return endOfAcronym(from: start) ?? end
    }

    /// The end of `E.S.A.T` (without the last point); `nil` unless two single letters or more follow each other.
    private mutating func endOfAcronym(from start: Int) -> Int? {
        var end = start
        var letters = 0
        var place = start
        while place < bytes.count {
            let scalar = scalar(at: place)
            guard Self.isAlphabetic(scalar.value) else { break }
            letters += 1
            end = place + scalar.length
            guard end < bytes.count, bytes[end] == UInt8(ascii: ".") else { break }
            place = end + 1
        }
        guard letters >= 2 else { return nil }
        return end < bytes.count && isWordScalar(scalar(at: end).value) ? nil : end
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }

    private static func isAlphabetic(_ value: UInt32) -> Bool {
        if value < 0x80 { return (value | 0x20) &- 0x61 < 26 }
        // The accented letters of French but Œ and Ÿ, without × and ÷.
        if (0xC0...0xFF).contains(value) { return value != 0xD7 && value != 0xF7 }
        return Unicode.Scalar(value)?.properties.isAlphabetic ?? false
    }

    private func isWordScalar(_ value: UInt32) -> Bool {
        value < 0x80
            ? Self.isLetterOrDigit(UInt8(truncatingIfNeeded: value))
            : Self.isAlphabetic(value) || (0x300...0x36F).contains(value)
    }

    private mutating func isLetter(at place: Int) -> Bool {
        place < bytes.count && Self.isAlphabetic(scalar(at: place).value)
    }

    // MARK: Destroyed letters

    /// U+FFFD, written for a byte that could not be read.
    static let destroyed: UInt32 = 0xFFFD
    private static let destroyedLength = 3
    /// An accented letter is one byte in Latin-1 and two in UTF-8; what was three is a sign.
    private static let mostDestroyed = 2

    private mutating func destroyedSigns(from place: Int) -> Int {
        var count = 0
        var next = place
        while next < bytes.count, bytes[next] == 0xEF, scalar(at: next).value == Self.destroyed {
            count += 1
            next += Self.destroyedLength
        }
        return count
    }

    /// Length of the run of destroyed signs that goes on the word, `nil` when it ends it: before a digit
    /// (« n\u{FFFD}3 ») and after an article that it elided (« d\u{FFFD}entretien »).
    private mutating func destroyedLetters(at place: Int, wordStart: Int, _ isAfterLetter: Bool) -> Int? {
        if place == wordStart { return destroyedSigns(from: place) * Self.destroyedLength }
        guard isAfterLetter else { return nil }
        let signs = destroyedSigns(from: place)
        let next = place + signs * Self.destroyedLength
        guard signs <= Self.mostDestroyed, next == bytes.count || bytes[next] &- 0x30 >= 10 else { return nil }
        if signs == 1, beginsWithVowel(next), ElidedArticle(bytes, wordStart..<place) != nil { return nil }
        return next - place
    }

    /// Articles are elided before vowels: « d\u{FFFD}entretien » has lost its apostrophe, « d\u{FFFD}chets » an « é ».
    private mutating func beginsWithVowel(_ place: Int) -> Bool {
        guard place < bytes.count else { return false }
        if bytes[place] >= 0x80 { return isLetter(at: place) }
        switch bytes[place] | 0x20 {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
            UInt8(ascii: "y"), UInt8(ascii: "h"):
            return true
        default: return false
        }
    }

    // MARK: Signs

    /// Number of bytes of the apostrophe at `place`, 0 when there is none.
    private mutating func apostrophe(at place: Int) -> Int {
        guard place < bytes.count else { return 0 }
        let byte = bytes[place]
        if byte < 0x80 { return byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`") ? 1 : 0 }
        let scalar = scalar(at: place)
        switch scalar.value {
        case 0x2019, 0x2018, 0x2BC, 0xB4, 0x92: return scalar.length
        case Self.destroyed: return beginsWithVowel(place + scalar.length) ? scalar.length : 0
        default: return 0
        }
    }

    private mutating func skipSign() {
        let byte = bytes[position]
        let sign: Token.Pause
        if byte < 0x80 {
            position += 1
            switch byte {
            case UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: "+"): sign = .comma
            case UInt8(ascii: "("), UInt8(ascii: "["):
                opensBracket = true
                sign = .clause
            case UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "|"):
                sign = .clause
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                sign = .sentence
            default: return
            }
        } else {
            let scalar = scalar(at: position)
            position += scalar.length
            switch scalar.value {
            case 0x2014, 0x2013, 0x2022: sign = .clause
            case 0x2026: sign = .sentence
            default: return
            }
        }
        if sign > pause { pause = sign }
    }

    // MARK: Decoding

    private typealias Scalar = (value: UInt32, length: Int)

    private func continuation(_ place: Int) -> UInt32? {
        place < bytes.count && bytes[place] & 0xC0 == 0x80 ? UInt32(bytes[place] & 0x3F) : nil
    }

    /// The scalar at `place`, which is inside the text. What is malformed ends the text.
    private mutating func scalar(at place: Int) -> Scalar {
        let byte = bytes[place]
        if byte < 0x80 { return (UInt32(byte), 1) }
        if byte == 0xC3, place + 1 < bytes.count, bytes[place + 1] & 0xC0 == 0x80 {
            if !mayBeDoublyEncoded { mayBeDoublyEncoded = DoubleEncodingSign.isAt(place, in: bytes) }
            return (0xC0 | UInt32(bytes[place + 1] & 0x3F), 2)
        }
        return longScalar(at: place) ?? malformed()
    }

    private mutating func longScalar(at place: Int) -> Scalar? {
        let lead = UInt32(bytes[place])
        guard let second = continuation(place + 1) else { return nil }
        if (0xC2...0xDF).contains(lead) { return ((lead & 0x1F) << 6 | second, 2) }
        guard let third = continuation(place + 2) else { return nil }
        let value = (lead & 0xF) << 12 | second << 6 | third
        if (0xE0...0xEF).contains(lead) {
            return value >= 0x800 && !(0xD800...0xDFFF).contains(value) ? (value, 3) : nil
        }
        guard (0xF0...0xF4).contains(lead), let fourth = continuation(place + 3) else { return nil }
        let long = (lead & 0x7) << 18 | second << 12 | third << 6 | fourth
        return (0x10000...0x10FFFF).contains(long) ? (long, 4) : nil
    }

    private mutating func malformed() -> Scalar {
        isMalformed = true
        // Past the end: whatever loop asked stops.
        position = bytes.count
        return (0, bytes.count)
    }
}

/// What may stand before an apostrophe without being a word of its own, and `n'`.
struct ElidedArticle {
    /// Whether it is `n'`, which stays as `ne`.
    let negates: Bool

    static let articles: Set<String> = [
        "l", "d", "j", "m", "s", "t", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu",
    ]
    private static let longest = 6

    /// `nil` when the bytes of `range` are a word of its own.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        if range.count == 1 {
            switch bytes[range.lowerBound] | 0x20 {
            case UInt8(ascii: "l"), UInt8(ascii: "d"), UInt8(ascii: "j"), UInt8(ascii: "m"), UInt8(ascii: "s"),
                UInt8(ascii: "t"), UInt8(ascii: "c"):
                negates = false
            case UInt8(ascii: "n"): negates = true
            default: return nil
            }
            return
        }
        // Accents that nothing carries count nothing.
        let isPlain = bytes[range].allSatisfy { $0 < 0x80 }
        guard !isPlain || range.count <= Self.longest, isPlain || range.count <= 3 * Self.longest else { return nil }
        let word = WordForm(bytes[range]).word
        guard Self.articles.contains(word) || word == "n" else { return nil }
        negates = word == "n"
    }
}
