/// A word that a stemmer shortens from its end, in the terms of the Snowball language: a cursor moves back over the
/// letters, and what lies between it and where it stood is replaced or deleted.
struct StemBuffer {
    typealias Letter = UInt32

    private(set) var letters: [Letter]
    /// The regions in which endings may lie, from here to the end of the word.
    var regionV: Int
    var region1: Int
    var region2: Int
    /// Start and end of the ending found.
    private(set) var start = 0
    private(set) var end = 0

    init(_ letters: [Letter]) {
        self.letters = letters
        regionV = letters.count
        region1 = letters.count
        region2 = letters.count
    }

    var count: Int { letters.count }

    /// Takes the longest of `endings` that stands before `place`, no letter of it before `limit`.
    mutating func find(_ endings: StemEndings, before place: Int, limit: Int = 0) -> Int? {
        guard place > limit, place <= letters.count,
            let found = endings.longest(in: letters, before: place, limit: limit)
        else { return nil }
        end = place
        start = place - found.length
        return found.kind
    }

    /// Takes these very letters, when they stand before `place`.
    mutating func find(_ ending: String, before place: Int, limit: Int = 0) -> Bool {
        let wanted = ending.unicodeScalars
        guard place - limit >= wanted.count else { return false }
        var next = place - wanted.count
        for scalar in wanted {
            if letters[next] != scalar.value { return false }
            next += 1
        }
        end = place
        start = place - wanted.count
        return true
    }

    /// Takes one letter more, before the ending.
    mutating func extend() { start -= 1 }

    var isInRegionV: Bool { start >= regionV }
    var isInRegion1: Bool { start >= region1 }
    var isInRegion2: Bool { start >= region2 }

    /// The letter before the ending, `nil` where there is none after `limit`.
    func letterBefore(limit: Int = 0) -> Letter? { start > limit ? letters[start - 1] : nil }

    /// Replaces the ending; the cursor is then behind what stands there.
    mutating func replace(by text: String) {
        letters.replaceSubrange(start..<end, with: text.unicodeScalars.lazy.map(\.value))
        end = start + text.unicodeScalars.count
    }

    /// Drops the last letter.
    mutating func dropLast() { letters.removeLast() }

    mutating func put(_ letter: Letter, at place: Int) { letters[place] = letter }

    mutating func delete() {
        letters.removeSubrange(start..<end)
        end = start
    }
}
