import FrenchText

/// Weights of hashed features for divisions and groups: the score of a group is its own and that of its division, and
/// probabilities are the softmax over all groups.
package struct CPVLinearModel: Sendable {
    /// How much the letters count beside the words, whose vector has length 1.
    package static let letterWeight: Float = 0.5

    /// The groups (three digits as a number, 450 for codes that say only the division), ascending.
    package let groups: [UInt16]
    /// For each group, the place of its division.
    package let divisionOfGroup: [Int]
    /// Number of divisions; output `divisions + g` is group `g`.
    package let divisions: Int

    /// Hashes of the features, ascending.
    let hashes: [UInt32]
    /// Rarity of each feature, see ``rarity(_:)``.
    let rarities: [UInt8]
    /// Step of the weights of each feature, see ``step(_:)``.
    let steps: [UInt8]
    /// Weights of feature `f` are at `starts[f]..<starts[f + 1]`.
    let starts: [Int]
    let outputs: [UInt16]
    let weights: [Int8]
    /// One for each output.
    let biases: [Float]
    /// For each value of the sixteen first bits of a hash, the first feature at or above.
    private let directory: [Int]

    package init(
        groups: [UInt16], hashes: [UInt32], rarities: [UInt8], steps: [UInt8], counts: [UInt16], outputs: [UInt16],
        weights: [Int8], biases: [Float]
    ) throws {
        var starts = [0]
        for count in counts { starts.append(starts[starts.count - 1] + Int(count)) }
        (divisionOfGroup, divisions) = Self.divisions(of: groups)
        let size = divisions + groups.count
        guard rarities.count == hashes.count, steps.count == hashes.count, counts.count == hashes.count,
            starts.last == outputs.count, weights.count == outputs.count, biases.count == size,
            outputs.allSatisfy({ $0 < size })
        else { throw ModelReader.Unreadable() }
        self.groups = groups
        self.hashes = hashes
        self.rarities = rarities
        self.steps = steps
        self.starts = starts
        self.outputs = outputs
        self.weights = weights
        self.biases = biases
        var directory = Array(repeating: 0, count: 1 << 16 + 1)
        for hash in hashes { directory[Int(hash >> 16) + 1] += 1 }
        for index in 1..<directory.count { directory[index] += directory[index - 1] }
        self.directory = directory
    }

    /// For each group the place of its division, and the number of divisions.
    package static func divisions(of groups: [UInt16]) -> ([Int], Int) {
        var places: [Int] = []
        var count = 0
        for (index, group) in groups.enumerated() {
            if index == 0 || groups[index - 1] / 10 != group / 10 { count += 1 }
            places.append(count - 1)
        }
        return (places, count)
    }

    /// The rarity that is stored as `stored`: 1 for a feature of every text, about 3 for one of a single text.
    package static func rarity(_ stored: UInt8) -> Float { 1 + Float(stored) / 100 }

    /// What is stored for a feature that `frequency` of `count` texts have.
    package static func storedRarity(frequency: Int, of count: Int) -> UInt8 {
        let rarity = (1 + Arithmetic.log(Double(1 + count) / Double(1 + frequency))).squareRoot()
        return UInt8(clamping: Int(((rarity - 1) * 100).rounded()))
    }

    /// The value of one unit of a stored weight.
    package static func step(_ stored: UInt8) -> Float {
        Float(Arithmetic.exp(Double(Int(stored) - 160) / 8 * 0.693_147_180_559_945_3)) / 127
    }

    /// The largest step that still holds `weight` in 127 units.
    package static func storedStep(largest weight: Float) -> UInt8 {
        let octaves = Arithmetic.log(Double(max(weight, 1e-5))) / 0.693_147_180_559_945_3
        return UInt8(clamping: Int((octaves * 8).rounded(.up)) + 160)
    }

    /// A known feature of a text and its value.
    package struct Entry: Sendable {
        package let feature: Int
        package let value: Float
    }

    /// The vector of a text over known features: words of length 1, letters of length ``letterWeight``.
    ///
    /// - Parameter find: the place of a hash, and the rarity stored for it.
    package static func vector(_ features: CPVFeatures, find: (UInt32) -> (feature: Int, rarity: UInt8)?) -> [Entry] {
        block(features.words, length: 1, find) + block(features.letters, length: letterWeight, find)
    }

    private static func block(
        _ counts: [CPVFeatures.Count], length: Float, _ find: (UInt32) -> (feature: Int, rarity: UInt8)?
    ) -> [Entry] {
        var entries: [Entry] = []
        var square: Float = 0
        for count in counts {
            guard let (feature, rarity) = find(count.hash) else { continue }
            let frequency = count.strength > 1 ? 1 + Float(Arithmetic.log(Double(count.strength))) : count.strength
            let value = frequency * Self.rarity(rarity)
            entries.append(Entry(feature: feature, value: value))
            square += value * value
        }
        let scale = length / max(square.squareRoot(), .leastNormalMagnitude)
        return entries.map { Entry(feature: $0.feature, value: $0.value * scale) }
    }

    /// The place of a hash among the features.
    private func place(of hash: UInt32) -> (feature: Int, rarity: UInt8)? {
        var low = directory[Int(hash >> 16)]
        let end = directory[Int(hash >> 16) + 1]
        while low < end, hashes[low] < hash { low += 1 }
        return low < end && hashes[low] == hash ? (low, rarities[low]) : nil
    }

    /// The probability of each group; they sum to 1.
    package func probabilities(_ features: CPVFeatures) -> [Float] {
        var scores = biases
        for entry in Self.vector(features, find: place) {
            let unit = entry.value * Self.stepValues[Int(steps[entry.feature])]
            for index in starts[entry.feature]..<starts[entry.feature + 1] {
                scores[Int(outputs[index])] += unit * Float(weights[index])
            }
        }
        var groupScores = divisionOfGroup.enumerated().map { scores[$1] + scores[divisions + $0] }
        Softmax.apply(&groupScores)
        return groupScores
    }

    private static let stepValues = (0...255).map { step(UInt8($0)) }

    // MARK: Bytes

    package func write(to writer: inout ModelWriter) {
        writer.write(groups)
        writer.write(hashes)
        writer.write(rarities)
        writer.write(steps)
        writer.write((0..<hashes.count).map { UInt16(starts[$0 + 1] - starts[$0]) })
        writer.write(outputs)
        writer.write(weights)
        writer.write(biases)
    }

    package init(from reader: inout ModelReader) throws {
        try self.init(
            groups: reader.numbers(UInt16.self), hashes: reader.numbers(UInt32.self),
            rarities: reader.numbers(UInt8.self), steps: reader.numbers(UInt8.self),
            counts: reader.numbers(UInt16.self), outputs: reader.numbers(UInt16.self),
            weights: reader.numbers(Int8.self), biases: reader.floats())
    }
}
