import FrenchText

/// Known texts and their codes: a text has the codes of those it shares its rare words with.
package struct CPVNeighbours: Sendable {
    /// A known text.
    package struct Document: Sendable {
        package let code: CPV
        package let kind: CPVExample.Kind
        /// In 255ths, see ``CPVExample/share``.
        package let share: UInt8
        /// Hashes of its stems, ascending.
        package let stems: [UInt32]

        package init(_ example: CPVExample, stems: [UInt32]) {
            code = example.code
            kind = example.kind
            share = UInt8(clamping: Int((example.share * 255).rounded()))
            self.stems = stems
        }
    }

    /// How many of the nearest texts say the group.
    private static let nearest = 40
    /// What is known of groups before any text is near; the weight of it beside the votes.
    private static let priorWeight: Float = 0.02

    /// Places of the codes of the documents in ``codes``, document by document.
    private let codeOfDocument: [Int]
    /// Groups of the linear model by document.
    private let groupOfDocument: [Int]
    /// How much each document counts.
    private let weights: [Float]
    /// The codes that there are, ascending.
    package let codes: [CPV]
    /// The places in ``codes`` of each group.
    package let codesOfGroup: [Range<Int>]
    /// How usual each code is within its group, before any text is near.
    private let usual: [Float]
    /// How usual each group is.
    private let prior: [Float]

    private let stems: [UInt32]
    private let rarities: [Float]
    private let starts: [Int]
    private let postings: [UInt32]
    /// 1 / length of the vector of each document.
    private let inverseLengths: [Float]

    /// What is near to a text.
    package struct Votes: Sendable {
        /// The probability of each group.
        package let groups: [Float]
        /// How strongly each code of ``CPVNeighbours/codes`` is suggested within its group; all above 0.
        package let codes: [Float]
    }

    /// - Parameter groups: the groups of the linear model, ascending; each document is of one.
    package init(_ documents: [Document], groups: [UInt16]) throws {
        let places = Dictionary(uniqueKeysWithValues: groups.enumerated().map { ($1, $0) })
        groupOfDocument = try documents.map { document in
            guard let place = places[UInt16(document.code.number / 100_000)] else { throw ModelReader.Unreadable() }
            return place
        }
        weights = documents.map { $0.kind.weight * Float($0.share) / 255 }
        let codes = Set(documents.map(\.code)).sorted()
        self.codes = codes
        let placeOfCode = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
        codeOfDocument = documents.map { placeOfCode[$0.code] ?? 0 }
        var ranges: [Range<Int>] = Array(repeating: 0..<0, count: groups.count)
        for (place, code) in codes.enumerated() {
            guard let group = places[UInt16(code.number / 100_000)] else { continue }
            ranges[group] = (ranges[group].isEmpty ? place : ranges[group].lowerBound)..<(place + 1)
        }
        codesOfGroup = ranges
        (usual, prior) = Self.frequencies(
            documents, weights, codeOfDocument, groupOfDocument, codes: codes.count, groups: groups.count)

        // The inverted index.
        stems = Set(documents.lazy.flatMap(\.stems)).sorted()
        let placeOfStem = Dictionary(uniqueKeysWithValues: stems.enumerated().map { ($1, $0) })
        let rows = documents.map { document in document.stems.compactMap { placeOfStem[$0] } }
        var starts = Array(repeating: 0, count: stems.count + 1)
        for row in rows { for stem in row { starts[stem + 1] += 1 } }
        let count = documents.count
        let rarities = starts.dropFirst().map { frequency in
            Float(1 + Arithmetic.log(Double(1 + count) / Double(1 + frequency)))
        }
        for stem in stems.indices { starts[stem + 1] += starts[stem] }
        var free = starts
        var postings: [UInt32] = Array(repeating: 0, count: starts[stems.count])
        for (document, row) in rows.enumerated() {
            for stem in row {
                postings[free[stem]] = UInt32(document)
                free[stem] += 1
            }
        }
        inverseLengths = rows.map { row in
            let square = row.reduce(into: Float(0)) { $0 += rarities[$1] * rarities[$1] }
            return square > 0 ? 1 / square.squareRoot() : 0
        }
        self.starts = starts
        self.rarities = rarities
        self.postings = postings
    }

    /// How usual codes and groups are: what buyers declared, and a little of everything that has a name.
    private static func frequencies(
        _ documents: [Document], _ weights: [Float], _ codeOfDocument: [Int], _ groupOfDocument: [Int], codes: Int,
        groups: Int
    ) -> (usual: [Float], prior: [Float]) {
        var usual = Array(repeating: Float(0), count: codes)
        var prior = Array(repeating: Float(0), count: groups)
        for (index, document) in documents.enumerated() {
            usual[codeOfDocument[index]] += 0.02 * weights[index]
            prior[groupOfDocument[index]] += document.kind == .contract ? 1 : 0.05 * weights[index]
        }
        let sum = max(prior.reduce(0, +), .leastNormalMagnitude)
        return (usual, prior.map { $0 / sum })
    }

    /// - Parameter features: of the text.
    package func votes(_ features: CPVFeatures) -> Votes {
        var similarities = Array(repeating: Float(0), count: weights.count)
        var square: Float = 0
        for count in features.stems {
            guard let stem = place(of: count.hash) else { continue }
            let value = min(1, count.strength) * rarities[stem]
            square += value * value
            let weight = value * rarities[stem]
            for index in starts[stem]..<starts[stem + 1] { similarities[Int(postings[index])] += weight }
        }
        let inverse = square > 0 ? 1 / square.squareRoot() : 0
        var codes = usual
        var near: [(similarity: Float, document: Int)] = []
        for document in similarities.indices where similarities[document] > 0 {
            let similarity = similarities[document] * inverse * inverseLengths[document]
            codes[codeOfDocument[document]] += weights[document] * similarity * similarity
            near.append((similarity, document))
        }
        return Votes(groups: groups(near), codes: codes)
    }

    /// The fourth power of the similarity of the nearest texts, shared out over their groups.
    private func groups(_ near: [(similarity: Float, document: Int)]) -> [Float] {
        var votes = prior.map { $0 * Self.priorWeight }
        var sum = Self.priorWeight
        for (similarity, document) in Self.first(Self.nearest, of: near) {
            let square = similarity * similarity
            let vote = square * square * weights[document]
            votes[groupOfDocument[document]] += vote
            sum += vote
        }
        return votes.map { $0 / sum }
    }

    /// The `count` most similar, equal ones in their own order.
    private static func first(
        _ count: Int, of near: [(similarity: Float, document: Int)]
    ) -> [(similarity: Float, document: Int)] {
        guard near.count > count else { return near }
        // What is below the least of the best so far is never sorted.
        var best: [(similarity: Float, document: Int)] = []
        var least: Float = 0
        for candidate in near where candidate.similarity > least {
            best.append(candidate)
            if best.count == 8 * count {
                best = sorted(best, count)
                least = best[count - 1].similarity
            }
        }
        return sorted(best, count)
    }

    private static func sorted(
        _ near: [(similarity: Float, document: Int)], _ count: Int
    ) -> [(similarity: Float, document: Int)] {
        Array(near.sorted { ($0.similarity, $1.document) > ($1.similarity, $0.document) }.prefix(count))
    }

    private func place(of hash: UInt32) -> Int? {
        var low = 0
        var high = stems.count
        while low < high {
            let middle = (low + high) / 2
            if stems[middle] < hash { low = middle + 1 } else { high = middle }
        }
        return low < stems.count && stems[low] == hash ? low : nil
    }

    // MARK: Bytes

    package static func write(_ documents: [Document], to writer: inout ModelWriter) {
        let stems = Set(documents.lazy.flatMap(\.stems)).sorted()
        let places = Dictionary(uniqueKeysWithValues: stems.enumerated().map { ($1, UInt16($0)) })
        writer.write(stems)
        writer.write(documents.map(\.code.number))
        writer.write(documents.map(\.kind.rawValue))
        writer.write(documents.map(\.share))
        writer.write(documents.map { UInt8($0.stems.count) })
        writer.write(documents.flatMap { $0.stems.compactMap { places[$0] } })
    }
}

extension CPVNeighbours.Document {
    private init(code: CPV, kind: CPVExample.Kind, share: UInt8, stems: [UInt32]) {
        self.code = code
        self.kind = kind
        self.share = share
        self.stems = stems
    }

    /// The documents that ``CPVNeighbours/write(_:to:)`` wrote.
    package static func read(from reader: inout ModelReader) throws -> [Self] {
        let stems = try reader.numbers(UInt32.self)
        let codes = try reader.numbers(UInt32.self)
        let kinds = try reader.numbers(UInt8.self)
        let shares = try reader.numbers(UInt8.self)
        let counts = try reader.numbers(UInt8.self)
        let places = try reader.numbers(UInt16.self)
        guard kinds.count == codes.count, shares.count == codes.count, counts.count == codes.count,
            places.allSatisfy({ $0 < stems.count }), counts.reduce(0, { $0 + Int($1) }) == places.count
        else { throw ModelReader.Unreadable() }
        var start = 0
        return try codes.indices.map { index in
            guard let kind = CPVExample.Kind(rawValue: kinds[index]) else { throw ModelReader.Unreadable() }
            let row = start..<(start + Int(counts[index]))
            start = row.upperBound
            return Self(
                code: CPV(number: codes[index]), kind: kind, share: shares[index],
                stems: places[row].map { stems[Int($0)] })
        }
    }
}
