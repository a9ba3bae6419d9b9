import Nomenclature

/// The branches of the CPV that an activity (NAF) is named for, ready for many look-ups.
struct ActivityBranches: Sendable {
    /// Packed branch → closeness, 0–1.
    private let weights: [UInt64: Float]

    init(_ naf: NAF) {
        weights = Dictionary(
            CPVAffinity.shared.branches(of: naf).map { (CodePrefix($0.key).packed(upTo: 8), Float($0.value)) },
            uniquingKeysWith: max)
    }

    /// The closeness of the longest branch that holds a code; 0 when none does.
    ///
    /// - Parameter branches: the code's branches, longest first, packed.
    func closeness(to branches: [UInt64]) -> Float {
        for branch in branches {
            if let weight = weights[branch] { return weight }
        }
        return 0
    }
}
