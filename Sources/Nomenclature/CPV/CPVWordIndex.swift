import FrenchText
import Wording

/// The words of the CPV labels in one language, with the labels that hold each.
///
/// The 60,000 words of the labels are only numbered here; endings are looked at when a search comes, for the few words
/// that begin like one of its own.
struct CPVWordIndex: Sendable {
    /// In lowercase, with their accents.
    private var words = WordPool(capacity: 16_000)
    /// The words without accents, by number.
    private var folded: [String] = []
    /// The words of label `n` are `row[rowStarts[n]..<rowStarts[n + 1]]`, in their order.
    private var row: [UInt16] = []
    private var rowStarts: [UInt32] = [0]
    /// The labels that hold word `w` are `holders[holderStarts[w]..<holderStarts[w + 1]]`, ascending.
    private var holders: [UInt16] = []
    private var holderStarts: [UInt32] = []

    /// What each word says, by number.
    private(set) var weights: [Double] = []
    private let emptyWords: Set<String>

    /// - Parameters:
    ///   - stopWords: words that are left out.
    ///   - emptyWords: words of procurement, which weigh little (« services », « travaux »).
    init(_ table: CPVTable, language: Language, stopWords: [String], emptyWords: [String]) {
        self.emptyWords = Set(emptyWords.map { Folding.fold($0) })
        row.reserveCapacity(70_000)
        for label in table.codes.indices {
            appendWords(of: table.cell(language, row: label))
            rowStarts.append(UInt32(row.count))
        }
        folded = (0..<words.count).map { Folding.fold(words.text($0)) }
        dropStopWords(Set(stopWords.map { Folding.fold($0) }))
        findHolders()
        weights = folded.indices.map { weight(of: folded[$0], labels: labels(with: $0).count) }
    }

    /// Runs of letters and digits. The labels have no typographic signs, so every byte above ASCII is part of a letter.
    private mutating func appendWords(of cell: Table.Cell) {
        var word: [UInt8] = []
        for byte in cell {
            switch byte {
            case 0x41...0x5A: word.append(byte + 0x20)
            case 0x30...0x39, 0x61...0x7A, 0x80...: word.append(byte)
            default:
                if word.count > 1 { row.append(UInt16(words.number(of: word))) }
                word.removeAll(keepingCapacity: true)
            }
        }
        if word.count > 1 { row.append(UInt16(words.number(of: word))) }
    }

    private mutating func dropStopWords(_ stopWords: Set<String>) {
        let isStopWord = folded.map { stopWords.contains($0) }
        var kept: [UInt16] = []
        kept.reserveCapacity(row.count)
        for label in 0..<rowStarts.count - 1 {
            let words = row[Int(rowStarts[label])..<Int(rowStarts[label + 1])]
            rowStarts[label] = UInt32(kept.count)
            for word in words where !isStopWord[Int(word)] { kept.append(word) }
        }
        rowStarts[rowStarts.count - 1] = UInt32(kept.count)
        row = kept
    }

    /// Counted, then filled: no sorting.
    private mutating func findHolders() {
        holderStarts = [UInt32](repeating: 0, count: words.count + 1)
        for word in row { holderStarts[Int(word) + 1] += 1 }
        for word in 0..<words.count { holderStarts[word + 1] += holderStarts[word] }
        holders = [UInt16](repeating: 0, count: row.count)
        var next = holderStarts
        for label in 0..<rowStarts.count - 1 {
            for word in words(ofLabel: label) {
                holders[Int(next[Int(word)])] = UInt16(label)
                next[Int(word)] += 1
            }
        }
    }

    // MARK: Looking up

    /// Words of a label without stop words, in their order.
    func words(ofLabel label: Int) -> ArraySlice<UInt16> { row[Int(rowStarts[label])..<Int(rowStarts[label + 1])] }

    /// The labels that hold a word.
    func labels(with word: Int) -> ArraySlice<UInt16> {
        holders[Int(holderStarts[word])..<Int(holderStarts[word + 1])]
    }

    /// `ln(1 + N/n)` for a word that `n` labels of `N` have: a rarer word says more.
    func weight(of folded: String, labels: Int) -> Double {
        Arithmetic.log(1 + Double(rowStarts.count - 1) / Double(max(1, labels)))
            * (emptyWords.contains(folded) ? Self.shareOfEmptyWords : 1)
    }

    private static let shareOfEmptyWords = 0.3

    /// The words of the same family as `written`: those with its stem. A word that a label has but for its accents is read
    /// with them (`maconnerie` as `maçonnerie`), because the stem depends on them.
    ///
    /// - Parameters:
    ///   - key: the stem of `written`.
    ///   - stem: how stems are made.
    func family(of written: String, key: String, stem: (String) -> String?) -> [Int] {
        let plain = Folding.fold(written)
        let same = folded.indices.first { folded[$0] == plain && !labels(with: $0).isEmpty }
        let key = same.flatMap { stem(words.text($0)) } ?? key
        let beginning = key.utf8.prefix(3)
        return folded.indices.filter { word in
            folded[word].utf8.starts(with: beginning) && !labels(with: word).isEmpty
                && (folded[word] == plain || stem(words.text(word)) == key)
        }
    }

    /// The word of the labels that an unknown one is probably a misspelling of: same first letter, one letter away, or
    /// two from twelve letters; among equals the one that more labels have.
    func word(near written: String) -> String? {
        let wanted = Array(Folding.fold(written).utf8)
        guard wanted.count >= 5 else { return nil }
        let limit = wanted.count >= 12 ? 2 : 1
        var best: (distance: Int, uses: Int, word: Int)?
        for (word, known) in folded.enumerated() {
            guard known.utf8.first == wanted.first, abs(known.utf8.count - wanted.count) <= limit else { continue }
            let distance = EditDistance.between(wanted, Array(known.utf8), limit: limit)
            let uses = labels(with: word).count
            guard distance <= limit, uses > 0 else { continue }
            if best.map({ (distance, -uses, word) < ($0.distance, -$0.uses, $0.word) }) ?? true {
                best = (distance, uses, word)
            }
        }
        return best.map { words.text($0.word) }
    }
}
