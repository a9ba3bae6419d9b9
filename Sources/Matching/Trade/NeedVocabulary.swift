import FrenchText
import Nomenclature
import Wording

/// What the reading of needs knows of each term that it has met, worked out once. One a thread.
final class NeedVocabulary {
    let reader: TermReader
    let vocabulary: TradeVocabulary
    private let tradeStems: StemSet
    private var terms: [Known] = []
    private var labels: [CPV: [Int32]] = [:]

    /// What is known of a term.
    struct Known {
        /// The concept that it is, empty for a word.
        var concept = ""
        /// Says why or in which form the buyer buys, not what.
        var isPurpose = false
        /// One of the words by which trades are named.
        var isTrade = false
        /// Branches of the CPV of a concept, main first.
        var branches: [CodePrefix] = []
    }

    init(_ vocabulary: TradeVocabulary, tradeStems: StemSet) {
        self.vocabulary = vocabulary
        self.tradeStems = tradeStems
        reader = TermReader(vocabulary.analyser)
    }

    func read(_ text: String) -> [TermReader.Occurrence] {
        var occurrences: [TermReader.Occurrence] = []
        reader.read(text, into: &occurrences)
        return occurrences
    }

    subscript(term: Int32) -> Known {
        while terms.count <= Int(term) { terms.append(known(Int32(terms.count))) }
        return terms[Int(term)]
    }

    private func known(_ term: Int32) -> Known {
        let key = reader.key(of: term)
        guard key.utf8.first == UInt8(ascii: "#") else {
            return Known(
                isPurpose: vocabulary.purposeStems.contains(key), isTrade: tradeStems.contains(key))
        }
        let concept = String(key.dropFirst())
        return Known(
            concept: concept, isPurpose: TradeVocabulary.purposeConcepts.contains(concept),
            branches: vocabulary.branches[concept] ?? [])
    }

    /// The words of the label of a code.
    func label(of code: CPV) -> [Int32] {
        if let known = labels[code] { return known }
        let label = CPVTable.shared.label(code)?.fr ?? ""
        let words = read(label).filter { !$0.isConcept }.map(\.term)
        labels[code] = words
        return words
    }
}

/// Where the terms of needs stand in a text index, looked up once. One a thread.
final class TermNumbers {
    private let index: TextIndex
    private let reader: TermReader
    private var numbers: [Int32] = []
    private var near: [Int32: Int] = [:]

    private static let unknown: Int32 = -1

    init(_ index: TextIndex, reader: TermReader) {
        self.index = index
        self.reader = reader
    }

    /// The number of a term in the index, `nil` when no document has it.
    func number(of term: Int32) -> Int? {
        while numbers.count <= Int(term) {
            let number = index.number(of: reader.key(of: Int32(numbers.count)))
            numbers.append(number.map { Int32($0) } ?? Self.unknown)
        }
        let number = numbers[Int(term)]
        return number == Self.unknown ? nil : Int(number)
    }

    /// The number of the indexed term that a term is probably a misspelling of.
    func numberNear(_ term: Int32) -> Int? {
        if let known = near[term] { return known < 0 ? nil : known }
        let found = index.numberNear(reader.key(of: term))
        near[term] = found ?? -1
        return found
    }
}
