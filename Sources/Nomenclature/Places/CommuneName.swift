import FrenchText

/// A town as an address writes it, reduced to what is compared: `67068 STRASBOURG CEDEX 2` → `strasbourg`,
/// `L ETANG SALE` and `L’Étang-Salé` → `etangsale`, `ST DENIS S/ LOIRE` → `saintdenissurloire`.
///
/// The words are folded, freed of the article in front and of their abbreviations, and joined, so that it does not matter
/// where a source puts spaces, hyphens and apostrophes.
struct CommuneName {
    /// Folded letters without spaces. Empty when the text names nothing.
    private(set) var key: [UInt8] = []
    /// A number of one or two digits beside the name, before any CEDEX: `PARIS 10`, `Lyon 3e`, `1er arrondissement`.
    private(set) var arrondissement: Int?
    /// A number of five digits beside the name: `BAIE MAHAULT (97122)`.
    private(set) var postcode: Int?

    private var wordStart = 0
    /// End of the article in front, which goes when a word follows it.
    private var articleEnd = 0
    private var afterNumber = false

    init(_ text: String) {
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            read(text.utf8)
        } else if let folded = Self.foldingLatin(text.utf8) {
            read(folded)
        } else {
            read(Folding.fold(text).utf8)
        }
    }

    init(_ cell: Table.Cell) {
        if cell.allSatisfy({ $0 < 0x80 }) {
            read(cell)
        } else if let folded = Self.foldingLatin(cell) {
            read(folded)
        } else {
            read(Folding.fold(cell.text).utf8)
        }
    }

    // MARK: Folding

    /// What ``FrenchText/Folding`` makes of the letters U+00C0–U+00FF where it is one letter, else 0; their UTF-8 is C3
    /// and a byte from 80 on.
    private static let latinLetters: [UInt8] = (0xC0...0xFF).map { (value: UInt32) in
        guard let scalar = Unicode.Scalar(value) else { return 0 }
        let folded = Folding.fold(String(Character(scalar))).utf8
        return folded.count == 1 ? folded.first ?? 0 : 0
    }

    /// The short way for the accents of French; `nil` when there is anything else.
    private static func foldingLatin(_ bytes: some Collection<UInt8>) -> [UInt8]? {
        var folded: [UInt8] = []
        folded.reserveCapacity(bytes.count)
        var isAfterLead = false
        for byte in bytes {
            if isAfterLead {
                let letter = latinLetters[Int(byte & 0x3F)]
                guard letter != 0 else { return nil }
                folded.append(letter)
                isAfterLead = false
            } else if byte < 0x80 {
                folded.append(byte)
            } else {
                guard byte == 0xC3 else { return nil }
                isAfterLead = true
            }
        }
        return folded
    }

    // MARK: Reading

    private mutating func read(_ folded: some Sequence<UInt8>) {
        key.reserveCapacity(32)
        var number = 0
        var digits = 0
        for byte in folded {
            switch byte {
            case 0x30...0x39:
                guard endWord() else { return finish() }
                digits += 1
                if digits <= 5 { number = number * 10 + Int(byte - 0x30) }
            case 0x41...0x5A, 0x61...0x7A, 0x80...:
                // The ending of an ordinal: « 10e », « 1er ».
                if digits > 0 { continue }
                key.append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte)
            default:
                take(number, digits: digits)
                number = 0
                digits = 0
                guard endWord() else { return finish() }
                if byte == UInt8(ascii: "&") {
                    key += "et".utf8
                    wordStart = key.count
                }
            }
        }
        take(number, digits: digits)
        _ = endWord()
        finish()
    }

    private mutating func take(_ number: Int, digits: Int) {
        guard digits > 0 else { return }
        afterNumber = true
        if digits == 5, postcode == nil { postcode = number }
        if digits <= 2, number > 0, arrondissement == nil { arrondissement = number }
    }

    /// Abbreviations of place names, in the folded words of addresses.
    private static let abbreviations: [String: String] = [
        "st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes", "s": "sur", "mt": "mont", "gd": "grand",
        "gde": "grande", "nd": "notredame", "vx": "vieux", "bg": "bourg",
        "pce": "provence",
    ]
    private static let longestShortWord = 4
    private static let shortWords = Dictionary(
        uniqueKeysWithValues: abbreviations.map { (packed($0.key.utf8), Array($0.value.utf8)) })
    private static let articles = Set(["le", "la", "les", "l"].map { packed($0.utf8) })
    /// What follows the number of an arrondissement.
    private static let arrondissementWords = [
        "e", "er", "ere", "eme", "nd", "arrondissement", "arrondissements", "arrondt", "arrdt", "ardt", "arr",
    ].map { Array($0.utf8) }
    private static let cedexWords = ["cedex", "cedx", "cdx"].map { Array($0.utf8) }

    /// Ends the word that is being read; false at the word CEDEX, after which nothing says more of the commune.
    private mutating func endWord() -> Bool {
        guard key.count > wordStart else { return true }
        let word = key[wordStart...]
        defer {
            wordStart = key.count
            afterNumber = false
        }
        if word.first == UInt8(ascii: "c"), word.count <= 5, Self.cedexWords.contains(where: word.elementsEqual) {
            key.removeSubrange(wordStart...)
            return false
        }
        if afterNumber, Self.arrondissementWords.contains(where: word.elementsEqual) {
            key.removeSubrange(wordStart...)
            return true
        }
        guard word.count <= Self.longestShortWord else { return true }
        let packed = Self.packed(word)
        if wordStart == 0, Self.articles.contains(packed) {
            articleEnd = key.count
        } else if let long = Self.shortWords[packed] {
            key.replaceSubrange(wordStart..., with: long)
        }
        return true
    }

    /// Up to four letters as one number.
    private static func packed(_ word: some Sequence<UInt8>) -> UInt32 {
        word.reduce(0) { $0 << 8 | UInt32($1) }
    }

    private mutating func finish() {
        if articleEnd > 0, key.count > articleEnd { key.removeFirst(articleEnd) }
    }

    // MARK: Words, for the repair of spellings

    /// Words that sources drop, add and mix up.
    private static let links: Set<String> = [
        "le", "la", "les", "l", "d", "de", "du", "des", "en", "et", "a", "au", "aux", "sur", "sous", "lez",
    ]

    /// The words of a name that carry it, folded, without articles and links.
    static func bearingWords(_ text: String) -> [String] {
        Folding.fold(text).split { !$0.isLetter && !$0.isNumber }
            .prefix { $0 != "cedex" }
            .map { String(decoding: CommuneName(String($0)).key, as: UTF8.self) }
            .filter { !$0.isEmpty && !links.contains($0) }
    }

    /// What stands between two names.
    private static let separators = Set("(),;:/".utf8)

    /// The names that a text with brackets, commas or « commune déléguée de » may hold, in its order: « Béon (commune
    /// déléguée de Culoz-Béon) » → Béon, Culoz-Béon.
    static func alternatives(_ text: String) -> [String] {
        var folded = Folding.fold(text)
        // Nearly all texts are one name.
        guard folded.utf8.contains(where: separators.contains) || folded.contains(" - ") || folded.contains("commune")
        else { return [] }
        for kind in ["deleguee", "associee", "nouvelle"] {
            for link in [" de ", " d'", " du ", " des ", " "] {
                folded = folded.replacing("commune " + kind + link, with: "(")
            }
        }
        folded = folded.replacing(" - ", with: "(")
        let parts = folded.split { "(),;:/".contains($0) }.filter { $0.utf8.count { $0 >= 0x61 } > 2 }
        return parts.count > 1 || folded.contains("(") ? parts.map(String.init) : []
    }
}
