/// The Snowball stemmer for French, as in the official algorithm of 2025 (`french.sbl` of Snowball 3).
///
/// It expects lowercase words with their accents: fold its result, not its input. Inside, the letters I, U and Y in
/// capitals are those that are no vowels (« payer », « quand »), and H marks a diaeresis.
public enum FrenchStemmer {
    /// The stem of `word`, accents kept: `entretiens` → `entretien`, `blanchisserie` → `blanchisser`.
    public static func stem(_ word: String) -> String {
        var letters = word.unicodeScalars.map(\.value)
        dropElision(&letters)
        markConsonants(&letters)
        var buffer = StemBuffer(letters)
        markRegions(&buffer)
        if dropEnding(&buffer) {
            if buffer.find("Y", before: buffer.count) {
                buffer.replace(by: "i")
            } else if buffer.find("ç", before: buffer.count) {
                buffer.replace(by: "c")
            }
        } else {
            dropResidue(&buffer)
        }
        dropDouble(&buffer)
        dropAccent(&buffer)
        return unmarked(buffer.letters)
    }

    // MARK: Letters

    private typealias Letter = StemBuffer.Letter

    private static func letter(_ scalar: Unicode.Scalar) -> Letter { scalar.value }

    /// The vowels, as a set of bits: plain letters from « a » on, accented ones from « à » on.
    private static let vowels = (plain: bits("aeiouy", from: "a"), accented: bits("âàëéêèïîôûù", from: "à"))
    /// Letters after which a final s belongs to the word.
    private static let beforeKeptS = (plain: bits("aious", from: "a"), accented: bits("è", from: "à"))

    /// Letters after which « -oux » is the plural of « -ou ».
    private static let beforeOux = (plain: bits("bhjlnp", from: "a"), accented: bits("", from: "à"))

    private static func bits(_ letters: String, from first: Unicode.Scalar) -> UInt32 {
        letters.unicodeScalars.reduce(0) { $0 | 1 << ($1.value - first.value) }
    }

    private static func isVowel(_ letter: Letter) -> Bool { contains(vowels, letter) }

    private static func contains(_ set: (plain: UInt32, accented: UInt32), _ letter: Letter) -> Bool {
        switch letter {
        case 0x61...0x7A: set.plain >> (letter - 0x61) & 1 == 1
        case 0xE0...0xFF: set.accented >> (letter - 0xE0) & 1 == 1
        default: false
        }
    }

    // MARK: Before

    private static let elided = StemEndings("c' d' j' l' m' n' s' t' z' qu'")

    private static func dropElision(_ letters: inout [Letter]) {
        guard let apostrophe = letters.prefix(3).firstIndex(of: letter("'")), apostrophe + 1 < letters.count,
            let found = elided.longest(in: letters, before: apostrophe + 1, limit: 0), found.length == apostrophe + 1
        else { return }
        letters.removeFirst(apostrophe + 1)
    }

    private static func markConsonants(_ letters: inout [Letter]) {
        var place = 0
        while place < letters.count {
            // What was marked may let the same place be marked again.
            if !markConsonant(&letters, at: place) { place += 1 }
        }
    }

    private static func markConsonant(_ letters: inout [Letter], at place: Int) -> Bool {
        func isVowelAt(_ place: Int) -> Bool { place < letters.count && isVowel(letters[place]) }
        if isVowel(letters[place]), place + 1 < letters.count {
            switch letters[place + 1] {
            case letter("u") where isVowelAt(place + 2):
                letters[place + 1] = letter("U")
                return true
            case letter("i") where isVowelAt(place + 2):
                letters[place + 1] = letter("I")
                return true
            case letter("y"):
                letters[place + 1] = letter("Y")
                return true
            default: break
            }
        }
        switch letters[place] {
        case letter("ë"): letters.replaceSubrange(place...place, with: [letter("H"), letter("e")])
        case letter("ï"): letters.replaceSubrange(place...place, with: [letter("H"), letter("i")])
        case letter("y") where isVowelAt(place + 1): letters[place] = letter("Y")
        case letter("q") where place + 1 < letters.count && letters[place + 1] == letter("u"):
            letters[place + 1] = letter("U")
        default: return false
        }
        return true
    }

    /// Whether a word of three letters or more begins as « paris », « colis », « tapis » or « nier » do.
    private static func beginsOtherwise(_ letters: [Letter]) -> Bool {
        switch (letters[0], letters[1], letters[2]) {
        case (letter("p"), letter("a"), letter("r")), (letter("c"), letter("o"), letter("l")),
            (letter("t"), letter("a"), letter("p")):
            true
        case (letter("n"), letter("i"), let third): isVowel(third)
        default: false
        }
    }

    private static func markRegions(_ buffer: inout StemBuffer) {
        let letters = buffer.letters
        func past(_ place: Int, vowel: Bool) -> Int? {
            letters[min(place, letters.count)...].firstIndex { isVowel($0) == vowel }.map { $0 + 1 }
        }
        if letters.count >= 3, isVowel(letters[0]) && isVowel(letters[1]) || beginsOtherwise(letters) {
            buffer.regionV = 3
        } else if !letters.isEmpty, let place = past(1, vowel: true) {
            buffer.regionV = place
        }
        guard let vowel = past(0, vowel: true), let first = past(vowel, vowel: false) else { return }
        buffer.region1 = first
        guard let next = past(first, vowel: true), let second = past(next, vowel: false) else { return }
        buffer.region2 = second
    }

    // MARK: Endings

    /// Drops the ending of a noun, an adjective or a verb; false when there is none.
    private static func dropEnding(_ buffer: inout StemBuffer) -> Bool {
        dropStandardEnding(&buffer) || dropIVerbEnding(&buffer) || dropVerbEnding(&buffer)
    }

    private static let standard = StemEndings(
        "ance iqUe isme able iste eux ances iqUes ismes ables istes", "atrice ateur ation atrices ateurs ations",
        "logie logies", "usion ution usions utions", "ence ences", "ement ements", "ité ités", "if ive ifs ives",
        "eaux",
        "aux", "oux", "euse euses", "issement issements", "amment", "emment", "ment ments")

    private static func dropStandardEnding(_ buffer: inout StemBuffer) -> Bool {
        guard let kind = buffer.find(standard, before: buffer.count) else { return false }
        switch kind {
        case 0:
            guard buffer.isInRegion2 else { return false }
            buffer.delete()
        case 1:
            guard buffer.isInRegion2 else { return false }
            buffer.delete()
            dropIc(&buffer)
        case 2: return replace(&buffer, by: "log", if: buffer.isInRegion2)
        case 3: return replace(&buffer, by: "u", if: buffer.isInRegion2)
        case 4: return replace(&buffer, by: "ent", if: buffer.isInRegion2)
        case 5:
            guard buffer.isInRegionV else { return false }
            buffer.delete()
            dropBeforeEment(&buffer)
        case 6:
            guard buffer.isInRegion2 else { return false }
            buffer.delete()
            dropBeforeIté(&buffer)
        case 7:
            guard buffer.isInRegion2 else { return false }
            buffer.delete()
            if buffer.find("at", before: buffer.count), buffer.isInRegion2 {
                buffer.delete()
                dropIc(&buffer)
            }
        case 8: buffer.replace(by: "eau")
        case 9: return replace(&buffer, by: "al", if: buffer.isInRegion1)
        case 10:
            return replace(&buffer, by: "ou", if: buffer.letterBefore().map { contains(beforeOux, $0) } ?? false)
        case 11:
            if buffer.isInRegion2 {
                buffer.delete()
            } else {
                return replace(&buffer, by: "eux", if: buffer.isInRegion1)
            }
        case 12:
            guard buffer.isInRegion1, let before = buffer.letterBefore(), !isVowel(before) else { return false }
            buffer.delete()
        // What is left is dropped as a verb is.
        case 13:
            if buffer.isInRegionV { buffer.replace(by: "ant") }
            return false
        case 14:
            if buffer.isInRegionV { buffer.replace(by: "ent") }
            return false
        default:
            if let before = buffer.letterBefore(), isVowel(before), buffer.start - 1 >= buffer.regionV {
                buffer.delete()
            }
            return false
        }
        return true
    }

    private static func replace(_ buffer: inout StemBuffer, by text: String, if condition: Bool) -> Bool {
        if condition { buffer.replace(by: text) }
        return condition
    }

    private static func dropIc(_ buffer: inout StemBuffer) {
        guard buffer.find("ic", before: buffer.count) else { return }
        if buffer.isInRegion2 { buffer.delete() } else { buffer.replace(by: "iqU") }
    }

    private static let beforeEment = StemEndings("iv", "eus", "abl iqU", "ièr Ièr")

    private static func dropBeforeEment(_ buffer: inout StemBuffer) {
        guard let kind = buffer.find(beforeEment, before: buffer.count) else { return }
        switch kind {
        case 0:
            guard buffer.isInRegion2 else { return }
            buffer.delete()
            if buffer.find("at", before: buffer.count), buffer.isInRegion2 { buffer.delete() }
        case 1:
            if buffer.isInRegion2 {
                buffer.delete()
            } else if buffer.isInRegion1 {
                buffer.replace(by: "eux")
            }
        case 2: if buffer.isInRegion2 { buffer.delete() }
        default: if buffer.isInRegionV { buffer.replace(by: "i") }
        }
    }

    private static let beforeIté = StemEndings("abil", "ic", "iv")

    private static func dropBeforeIté(_ buffer: inout StemBuffer) {
        guard let kind = buffer.find(beforeIté, before: buffer.count) else { return }
        if buffer.isInRegion2 {
            buffer.delete()
        } else if kind < 2 {
            buffer.replace(by: kind == 0 ? "abl" : "iqU")
        }
    }

    private static let iVerb = StemEndings(
        """
        îmes ît îtes i ie ies ir ira irai iraIent irais irait iras irent irez iriez irions irons iront is issaIent \
        issais issait issant issante issantes issants isse issent isses issez issiez issions issons it
        """)

    private static func dropIVerbEnding(_ buffer: inout StemBuffer) -> Bool {
        guard buffer.find(iVerb, before: buffer.count, limit: buffer.regionV) != nil,
            let before = buffer.letterBefore(limit: buffer.regionV), before != letter("H"), !isVowel(before)
        else { return false }
        buffer.delete()
        return true
    }

    private static let verb = StemEndings(
        "ions", "é ée ées és èrent er era erai eraIent erais erait eras erez eriez erions erons eront ez iez",
        "âmes ât âtes a ai aIent ait ant ante antes ants as asse assent asses assiez assions", "ais aise aises", "eais")
    private static let beforeAis = StemEndings("al", "auv épl")

    private static func dropVerbEnding(_ buffer: inout StemBuffer) -> Bool {
        guard let kind = buffer.find(verb, before: buffer.count, limit: buffer.regionV) else { return false }
        switch kind {
        case 0: guard buffer.isInRegion2 else { return false }
        case 2:
            if buffer.letterBefore() == letter("e"), buffer.start - 1 >= buffer.regionV { buffer.extend() }
        case 3:
            // « palais », « mauvais », « déplais » are no verbs.
            if buffer.start > 0, let before = beforeAis.longest(in: buffer.letters, before: buffer.start, limit: 0),
                before.kind == 1 || buffer.start - before.length == 1
            {
                return false
            }
        default: break
        }
        buffer.delete()
        return true
    }

    private static let residue = StemEndings("ion", "ier ière Ier Ière", "e")

    private static func dropResidue(_ buffer: inout StemBuffer) {
        if buffer.find("s", before: buffer.count), let before = buffer.letterBefore(),
            !contains(beforeKeptS, before) || isHi(buffer)
        {
            buffer.delete()
        }
        guard let kind = buffer.find(residue, before: buffer.count, limit: buffer.regionV) else { return }
        switch kind {
        case 0:
            let before = buffer.letterBefore(limit: buffer.regionV)
            if buffer.isInRegion2, before == letter("s") || before == letter("t") { buffer.delete() }
        case 1: buffer.replace(by: "i")
        default: buffer.delete()
        }
    }

    /// Whether « ï » stands before the ending.
    private static func isHi(_ buffer: StemBuffer) -> Bool {
        buffer.start >= 2 && buffer.letters[buffer.start - 2] == letter("H")
            && buffer.letters[buffer.start - 1] == letter("i")
    }

    // MARK: After

    private static let doubles = StemEndings("enn onn ett ell eill")

    private static func dropDouble(_ buffer: inout StemBuffer) {
        guard buffer.find(doubles, before: buffer.count) != nil else { return }
        buffer.dropLast()
    }

    private static func dropAccent(_ buffer: inout StemBuffer) {
        guard let vowel = buffer.letters.lastIndex(where: isVowel), vowel + 1 < buffer.count else { return }
        let accented = buffer.letters[vowel]
        guard accented == letter("é") || accented == letter("è") else { return }
        buffer.put(letter("e"), at: vowel)
    }

    private static func unmarked(_ letters: [Letter]) -> String {
        String(unsafeUninitializedCapacity: letters.count * 4) { buffer in
            var count = 0
            var place = 0
            while place < letters.count {
                var letter = letters[place]
                switch letter {
                case Self.letter("I"), Self.letter("U"), Self.letter("Y"): letter |= 0x20
                case Self.letter("H"):
                    let next = place + 1 < letters.count ? letters[place + 1] : 0
                    place += 1
                    guard next == Self.letter("e") || next == Self.letter("i") else { continue }
                    letter = next == Self.letter("e") ? Self.letter("ë") : Self.letter("ï")
                default: break
                }
                place += 1
                if letter < 0x80 {
                    buffer[count] = UInt8(letter)
                    count += 1
                    continue
                }
                guard let scalar = Unicode.Scalar(letter) else { continue }
                for byte in String(scalar).utf8 {
                    buffer[count] = byte
                    count += 1
                }
            }
            return count
        }
    }
}
