import Nomenclature

/// How many structures of the catalogue there are of something.
public struct PanoramaTally: Sendable, Hashable {
    /// Entries of the catalogue: two conventions on one SIRET are two structures.
    public internal(set) var structures = 0
    /// Distinct SIRETs.
    public internal(set) var establishments = 0
    /// Distinct SIRENs.
    public internal(set) var enterprises = 0
    /// Of each establishment once, and of the structures without a SIRET.
    public internal(set) var workforce = PanoramaWorkforce()

    public init() {}
}

/// A tally being made: it remembers the enterprises that it has met.
struct TallyCount {
    private var tally = PanoramaTally()
    private var enterprises: Set<UInt32> = []

    /// - Parameters:
    ///   - isNewSite: false for a second structure of an establishment already counted here.
    ///   - withEnterprise: whether distinct enterprises are counted: they take memory.
    mutating func add(_ facts: StructureFacts, isNewSite: Bool, withEnterprise: Bool) {
        tally.structures += 1
        if withEnterprise, let siren = facts.siren { enterprises.insert(siren) }
        guard isNewSite else { return }
        if facts.siret != nil { tally.establishments += 1 }
        tally.workforce.add(facts.size)
    }

    /// Adds what was counted elsewhere: structures are others, enterprises may be the same.
    mutating func add(_ other: TallyCount) {
        tally.structures += other.tally.structures
        tally.establishments += other.tally.establishments
        tally.workforce.add(other.tally.workforce)
        enterprises.formUnion(other.enterprises)
    }

    var result: PanoramaTally {
        var result = tally
        result.enterprises = enterprises.count
        return result
    }
}
