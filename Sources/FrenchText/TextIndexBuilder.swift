/// Builds a ``TextIndex`` document by document.
public struct TextIndexBuilder {
    /// Occurrences of a term in a field of a document.
    private struct Occurrence {
        let document: UInt32
        let field: UInt8
        var frequency: Float
    }

    private let fields: [FieldSettings]
    /// How soon repeating a word stops counting.
    private let saturation: Double
    private var numbers: [String: Int] = [:]
    private var occurrences: [[Occurrence]] = []
    /// Field lengths, document by document.
    private var lengths: [[Float]]
    private var count = 0

    /// - Parameters:
    ///   - fields: how each field counts, in the order in which documents give them.
    ///   - saturation: BM25 `k1`, above 0.
    public init(fields: [FieldSettings], saturation: Double) {
        self.fields = fields
        self.saturation = saturation
        lengths = Array(repeating: [], count: fields.count)
    }

    /// Adds the next document: for each field, its terms.
    public mutating func add(_ document: [[Term]]) {
        precondition(document.count == fields.count)
        for (field, terms) in document.enumerated() {
            lengths[field].append(Float(terms.count { !$0.isConcept }))
            for term in terms { add(term, field: UInt8(field)) }
        }
        count += 1
    }

    private mutating func add(_ term: Term, field: UInt8) {
        let number: Int
        if let known = numbers[term.key] {
            number = known
        } else {
            number = occurrences.count
            numbers[term.key] = number
            occurrences.append([])
        }
        let last = occurrences[number].count - 1
        let frequency = Float(term.strength)
        if last >= 0, occurrences[number][last].document == UInt32(count), occurrences[number][last].field == field {
            occurrences[number][last].frequency += frequency
        } else {
            occurrences[number].append(Occurrence(document: UInt32(count), field: field, frequency: frequency))
        }
    }

    /// The index. Terms are numbered in their own order, so that the same documents give the same bytes.
    public func build() -> TextIndex {
        let means = lengths.map { lengths in
            let informed = lengths.filter { $0 > 0 }
            return informed.isEmpty ? 1 : informed.reduce(0, +) / Float(informed.count)
        }
        let terms = numbers.keys.sorted()
        var starts: [Int] = [0]
        var documents: [UInt32] = []
        var strengths: [Float] = []
        for term in terms {
            guard let number = numbers[term] else { continue }
            append(occurrences[number], means, &documents, &strengths)
            starts.append(documents.count)
        }
        return TextIndex(count: count, terms: terms, starts: starts, documents: documents, strengths: strengths)
    }

    private func append(
        _ occurrences: [Occurrence], _ means: [Float], _ documents: inout [UInt32], _ strengths: inout [Float]
    ) {
        var position = 0
        while position < occurrences.count {
            let document = occurrences[position].document
            var frequency: Float = 0
            while position < occurrences.count, occurrences[position].document == document {
                let field = Int(occurrences[position].field)
                let b = Float(fields[field].lengthNormalisation)
                let length = 1 - b + b * lengths[field][Int(document)] / means[field]
                let weight = Float(fields[field].weight)
                frequency += weight * occurrences[position].frequency / max(length, .leastNormalMagnitude)
                position += 1
            }
            documents.append(document)
            strengths.append(frequency / (Float(saturation) + frequency))
        }
    }
}
