import Nomenclature

/// A branch of the CPV tree: the first digits of its codes.
struct CodePrefix: Hashable {
    /// 2 to 8 digits.
    let digits: [UInt8]

    init(_ text: some StringProtocol) { digits = Array(text.utf8) }

    /// The branch that `code` stands for: `77310000` is `7731`.
    init(_ code: CPV) { self.init(code.prefix(code.depth)) }

    /// The first digits as one number; different branches give different numbers.
    func packed(upTo count: Int) -> UInt64 {
        digits.prefix(count).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// The branches that hold this one, itself first, packed.
    var packedBranches: [UInt64] {
        stride(from: digits.count, through: 2, by: -1).map { packed(upTo: $0) }
    }

    /// How near two branches are, 0–1. A branch inside the other is near in proportion to the precision of the wider
    /// one: a code that stops at the division is weak evidence.
    func closeness(to other: CodePrefix) -> Double {
        var shared = 0
        for (left, right) in zip(digits, other.digits) {
            guard left == right else { break }
            shared += 1
        }
        let nested = shared == min(digits.count, other.digits.count)
        return nested ? Self.nested[min(shared, 8)] : Self.parted[min(shared, 8)]
    }

    /// Closeness by number of digits shared, when one branch holds the other.
    private static let nested = [0, 0, 0.35, 0.65, 0.85, 0.95, 1, 1, 1]
    /// Closeness by number of digits shared, when the branches part after them.
    private static let parted = [0, 0, 0.1, 0.35, 0.6, 0.75, 0.85, 0.9, 0.9]
}
