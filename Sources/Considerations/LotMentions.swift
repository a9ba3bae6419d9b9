import FrenchText

/// The lots that a sentence names: « seul le lot n° 1 », « lots 2 et 4 », « lots 11 à 19 », « l’ensemble des lots ».
enum LotScope: Hashable {
    /// Nothing is said: those of the text around.
    case unsaid
    /// « ce lot », « le présent lot »
    case this
    case all
    case only(Set<Int>)
    case allBut(Set<Int>)
}

struct LotMentions {
    private let found: [(place: Int, scope: LotScope)]

    private static let signs: Set<String> = ["n", "no", "nos", "numero", "numeros", "o"]
    private static let wholes: Set<String> = ["ensemble", "tous", "chaque", "chacun", "totalite", "toutes"]
    private static let these: Set<String> = ["ce", "ces", "present", "presents"]
    private static let exceptions: Set<String> = ["hors", "sauf", "excepte", "exception", "hormis", "exclusion"]
    private static let reachBefore = 4
    /// Ranges longer than this are no ranges of lots.
    private static let longestRange = 500

    init(_ text: ReadText, in sentence: Range<Int>) {
        var found: [(place: Int, scope: LotScope)] = []
        for place in sentence where text.word(place) == "lot" || text.word(place) == "lots" {
            let back = max(sentence.lowerBound, place - Self.reachBefore)..<place
            let numbers = Self.numbers(text, after: place, end: sentence.upperBound)
            if !numbers.isEmpty {
                let isException = back.contains { Self.exceptions.contains(text.word($0)) }
                found.append((place, isException ? .allBut(numbers) : .only(numbers)))
            } else if back.contains(where: { Self.wholes.contains(text.word($0)) }) {
                found.append((place, .all))
            } else if Self.these.contains(text.word(place - 1)) {
                found.append((place, .this))
            }
        }
        self.found = found
    }

    /// What the words from `first` to `last` are about: the lots named last before them, else first after.
    func scope(of first: Int, _ last: Int) -> LotScope {
        found.last { $0.place <= last }?.scope ?? found.first { $0.place > last }?.scope ?? .unsaid
    }

    /// The lots named last.
    var last: LotScope { found.last?.scope ?? .unsaid }

    private static func numbers(_ text: ReadText, after place: Int, end: Int) -> Set<Int> {
        var numbers: Set<Int> = []
        var next = place + 1
        let isPlural = text.word(place) == "lots"
        while next < end, signs.contains(text.word(next)) { next += 1 }
        var isRange = false
        var previous: Int?
        while next < end, let number = number(text.word(next)) {
            if isRange, let previous, previous < number, number - previous <= longestRange {
                numbers.formUnion(previous...number)
            } else {
                numbers.insert(number)
            }
            previous = number
            isRange = false
            guard isPlural else { break }
            next += 1
            while next < end, ["et", "ou", "a", "au"].contains(text.word(next)) || signs.contains(text.word(next)) {
                if ["a", "au"].contains(text.word(next)) { isRange = true }
                next += 1
            }
            if !isRange, next < end, text.tokens[next].pause >= .clause { break }
        }
        return numbers
    }

    private static func number(_ word: String) -> Int? { word.utf8.count <= 3 ? Int(word) : nil }
}

/// The lots that each sentence of a text is about.
struct LotScopes {
    private let mentions: [LotMentions]
    private let text: ReadText

    init(_ text: ReadText) {
        self.text = text
        mentions = text.sentences.map { LotMentions(text, in: $0) }
    }

    /// The lots that the sentence names; of an enumeration, or of « ce lot », those of the sentence before.
    func scope(of first: Int, _ last: Int, in sentence: Range<Int>) -> LotScope {
        guard let index = text.sentences.firstIndex(of: sentence) else { return .unsaid }
        let own = mentions[index].scope(of: first, last)
        switch own {
        case .this where index > 0:
            let before = mentions[index - 1].last
            return before == .unsaid ? own : before
        case .unsaid:
            var place = index
            while place > 0, text.continuesList(text.sentences[place]) {
                place -= 1
                if mentions[place].last != .unsaid { return mentions[place].last }
            }
            return own
        default: return own
        }
    }
}
