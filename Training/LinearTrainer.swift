import Nomenclature

/// Fits a ``CPVLinearModel``: softmax regression with weights for divisions and groups, by stochastic gradient
/// descent. The same examples give the same model.
struct LinearTrainer {
    /// Times that every example is seen.
    private static let passes = 8
    /// Length of the first step; the following ones go down to nothing.
    private static let firstStep: Float = 0.8
    /// Part of the weights of a feature that is forgotten each time that it is seen, for a step of 1.
    private static let decay: Float = 1e-4
    /// Steps of the biases beside those of the weights.
    private static let biasStep: Float = 0.1
    /// A feature of fewer texts is left out.
    private static let fewestTexts = 2
    /// Smaller weights are left out.
    private static let smallestWeight: Float = 0.03

    private let groups: [UInt16]
    private let divisionOfGroup: [Int]
    private let divisions: Int
    private let hashes: [UInt32]
    private let rarities: [UInt8]
    private let vectors: [[CPVLinearModel.Entry]]
    private let targets: [Int]
    private let exampleWeights: [Float]

    /// Weights feature by feature: first the divisions, then the groups.
    private var weights: [Float]
    private var biases: [Float]

    /// - Parameter features: of the examples, in their order.
    init(_ examples: [CPVExample], _ features: [CPVFeatures]) {
        let groups = Set(examples.map { UInt16($0.code.number / 100_000) }).sorted()
        let placeOfGroup = Dictionary(uniqueKeysWithValues: groups.enumerated().map { ($1, $0) })
        var frequencies: [UInt32: Int] = [:]
        for features in features {
            for count in features.words { frequencies[count.hash, default: 0] += 1 }
            for count in features.letters { frequencies[count.hash, default: 0] += 1 }
        }
        let hashes = frequencies.filter { $0.value >= Self.fewestTexts }.keys.sorted()
        let rarities = hashes.map {
            CPVLinearModel.storedRarity(frequency: frequencies[$0, default: 1], of: examples.count)
        }
        let places = Dictionary(uniqueKeysWithValues: hashes.enumerated().map { ($1, $0) })
        vectors = features.map { features in
            CPVLinearModel.vector(features) { hash in places[hash].map { ($0, rarities[$0]) } }
        }
        targets = examples.map { placeOfGroup[UInt16($0.code.number / 100_000)] ?? 0 }
        exampleWeights = examples.map(\.weight)
        (divisionOfGroup, divisions) = CPVLinearModel.divisions(of: groups)
        self.groups = groups
        self.hashes = hashes
        self.rarities = rarities
        let outputs = divisions + groups.count
        weights = Array(repeating: 0, count: hashes.count * outputs)
        biases = Array(repeating: 0, count: outputs)
    }

    private var outputs: Int { divisions + groups.count }

    mutating func train() {
        var random = SplitMix(seed: 1)
        var order = Array(targets.indices)
        let steps = Float(Self.passes * order.count)
        var taken: Float = 0
        for _ in 0..<Self.passes {
            order.shuffle(using: &random)
            for example in order {
                learn(example, step: Self.firstStep * (1 - taken / steps))
                taken += 1
            }
        }
    }

    /// One step down the gradient of the cross-entropy of an example.
    private mutating func learn(_ example: Int, step: Float) {
        var scores = biases
        let outputs = outputs
        let vector = vectors[example]
        // Buffers, because the compiler turns loops over them into vector instructions: minutes become seconds.
        weights.withUnsafeMutableBufferPointer { weights in
            scores.withUnsafeMutableBufferPointer { scores in
                for entry in vector {
                    let row = entry.feature * outputs
                    for output in 0..<outputs { scores[output] += entry.value * weights[row + output] }
                }
            }
        }
        var errors = divisionOfGroup.enumerated().map { scores[$1] + scores[divisions + $0] }
        Softmax.apply(&errors)
        errors[targets[example]] -= 1
        let exampleWeight = exampleWeights[example]
        var gradient = Array(repeating: Float(0), count: outputs)
        for (group, error) in errors.enumerated() {
            gradient[divisions + group] = error * exampleWeight
            gradient[divisionOfGroup[group]] += error * exampleWeight
        }
        let kept = 1 - step * Self.decay * exampleWeight
        weights.withUnsafeMutableBufferPointer { weights in
            gradient.withUnsafeBufferPointer { gradient in
                for entry in vector {
                    let row = entry.feature * outputs
                    let length = step * entry.value
                    for output in 0..<outputs {
                        weights[row + output] = weights[row + output] * kept - length * gradient[output]
                    }
                }
            }
        }
        for output in 0..<outputs { biases[output] -= Self.biasStep * step * gradient[output] }
    }

    /// The model with the weights that matter, in 256 steps a feature.
    func model() throws -> CPVLinearModel {
        var kept: [Int] = []
        var steps: [UInt8] = []
        var counts: [UInt16] = []
        var places: [UInt16] = []
        var values: [Int8] = []
        for feature in hashes.indices {
            let row = weights[feature * outputs..<(feature + 1) * outputs]
            let largest = row.reduce(0) { max($0, abs($1)) }
            guard largest >= Self.smallestWeight else { continue }
            let step = CPVLinearModel.storedStep(largest: largest)
            let unit = CPVLinearModel.step(step)
            var count: UInt16 = 0
            for (output, weight) in row.enumerated() where abs(weight) >= Self.smallestWeight {
                let value = Int8(clamping: Int((weight / unit).rounded()))
                guard value != 0 else { continue }
                places.append(UInt16(output))
                values.append(value)
                count += 1
            }
            kept.append(feature)
            steps.append(step)
            counts.append(count)
        }
        return try CPVLinearModel(
            groups: groups, hashes: kept.map { hashes[$0] }, rarities: kept.map { rarities[$0] }, steps: steps,
            counts: counts, outputs: places, weights: values, biases: biases)
    }
}
