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

/// An inverted index with BM25F strengths (Robertson and Zaragoza, 2009): for each term, the documents that have it and
/// how strongly.
///
/// The strength of a term in a document, `tf / (k1 + tf)` with `tf` summed over the weighted, length-normalised fields,
/// is known at building time and kept in steps of 1/255. Scores are sums of whole numbers, the same in whatever order
/// they are added: what is skipped and what is not give the very same figure.
public struct TextIndex: Sendable {
    private let image: IndexImage
    private let terms: TermTable
    public let postings: PostingLists
    /// Number of documents.
    public let count: Int

    /// Sections that an index takes in an image, from its first one.
    public static let sectionCount: UInt32 = UInt32(TermTable.Part.allCases.count) + PostingLists.sectionCount

    /// - Parameters:
    ///   - first: number of its first section.
    ///   - count: number of documents.
    public init(_ image: IndexImage, at first: UInt32, count: Int) {
        self.image = image
        self.count = count
        terms = TermTable(image, at: first)
        postings = PostingLists(image, at: first + UInt32(TermTable.Part.allCases.count))
    }

    /// The number of a term, `nil` when no document has it.
    public func number(of term: String) -> Int? { terms.number(of: term) }

    /// The number of the indexed term that `term` is probably a misspelling of.
    public func numberNear(_ term: String) -> Int? { terms.number(near: term, frequency: documentFrequency) }

    public func term(_ number: Int) -> String { terms.term(number) }

    /// Number of documents that have a term.
    public func documentFrequency(_ number: Int) -> Int { postings.length(number) }

    /// `ln(1 + (N − n + ½) / (n + ½))`: rare terms say more; never negative.
    public func rarity(documentFrequency frequency: Int) -> Double {
        Arithmetic.log(1 + (Double(count - frequency) + 0.5) / (Double(frequency) + 0.5))
    }

    /// The strength of a term in a document, 0–255; 0 when the document does not have it.
    public func strength(_ number: Int, in document: Int) -> UInt32 { postings.strength(number, of: document) }
}
