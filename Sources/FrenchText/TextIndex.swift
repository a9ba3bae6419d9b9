/// How a field counts in BM25F.
public struct FieldSettings: Sendable, Hashable, Codable {
    /// Weight of a word in this field.
    public var weight: Double
    /// How much a long field weakens its words, 0–1.
    public var lengthNormalisation: Double

    public init(weight: Double, lengthNormalisation: Double) {
        self.weight = weight
        self.lengthNormalisation = lengthNormalisation
    }
}

/// An inverted index with BM25F weights (Robertson and Zaragoza, 2009): for each term, the documents that have it and
/// how strongly, in flat arrays, documents ascending.
///
/// The strength of a term in a document, `tf / (k1 + tf)` with `tf` summed over the weighted, length-normalised
/// fields, is known at building time: scoring only adds up products.
public struct TextIndex: Sendable {
    /// Number of documents.
    public let count: Int
    let vocabulary: [String: Int32]
    /// Terms in the order of their numbers.
    let terms: [String]
    /// Postings of term `t` are at `starts[t]..<starts[t + 1]`.
    let starts: [Int]
    let documents: [UInt32]
    let strengths: [Float]
    private let nearest: NearestTerm

    init(count: Int, terms: [String], starts: [Int], documents: [UInt32], strengths: [Float]) {
        self.count = count
        self.terms = terms
        self.starts = starts
        self.documents = documents
        self.strengths = strengths
        vocabulary = Dictionary(uniqueKeysWithValues: terms.enumerated().map { ($1, Int32($0)) })
        nearest = NearestTerm(terms)
    }

    /// The number of a term, `nil` when no document has it.
    public func number(of term: String) -> Int? { vocabulary[term].map(Int.init) }

    /// The number of the indexed term that `term` is probably a misspelling of.
    public func numberNear(_ term: String) -> Int? { nearest.number(near: term, frequency: documentFrequency) }

    public func term(_ number: Int) -> String { terms[number] }

    /// Number of documents that have a term.
    public func documentFrequency(_ number: Int) -> Int { starts[number + 1] - starts[number] }

    /// `ln(1 + (N − n + ½) / (n + ½))`: rare terms say more; never negative.
    public func rarity(documentFrequency frequency: Int) -> Double {
        Arithmetic.log(1 + (Double(count - frequency) + 0.5) / (Double(frequency) + 0.5))
    }

    /// Adds `weight` times the strength of a term to the score of each document that has it.
    ///
    /// - Parameter scores: one score a document.
    /// - Complexity: O(number of documents with the term).
    public func add(_ number: Int, weight: Float, to scores: inout [Float]) {
        precondition(scores.count == count)
        for posting in starts[number]..<starts[number + 1] {
            scores[Int(documents[posting])] += weight * strengths[posting]
        }
    }

    /// The strength of a term in a document, 0 when the document does not have it.
    public func strength(_ number: Int, in document: Int) -> Float {
        var low = starts[number]
        var high = starts[number + 1]
        while low < high {
            let middle = (low + high) / 2
            if Int(documents[middle]) < document { low = middle + 1 } else { high = middle }
        }
        return low < starts[number + 1] && Int(documents[low]) == document ? strengths[low] : 0
    }
}
