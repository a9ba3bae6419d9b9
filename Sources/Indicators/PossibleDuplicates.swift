import Nomenclature
import Tenders

/// Contracts under different numbers that look like one and the same: same buyer, object, initial amount, date and
/// holders.
enum PossibleDuplicates {
    /// Marks them in `population`: the second of a group opens it, all from the second on are possible duplicates.
    /// The groups are those of the order of the contracts, whatever the hash values.
    static func mark(in population: inout Population, of given: [CountedContract]) {
        var seen: [Int: Int] = [:]
        seen.reserveCapacity(population.facts.count)
        // Next contract of the same hash value, and how many of its group came before.
        var next: [Int: Int] = [:]
        var members: [Int: Int] = [:]
        for position in population.facts.indices {
            let index = population.facts[position].index
            let hash = hash(given, index)
            guard var candidate = seen[hash] else {
                seen[hash] = index
                continue
            }
            while !isSame(given, candidate, index), let following = next[candidate] {
                candidate = following
            }
            guard isSame(given, candidate, index) else {
                next[candidate] = index
                continue
            }
            population.facts[position].flags.insert(.possibleDuplicate)
            if members[candidate] == nil { population.facts[position].flags.insert(.opensDuplicates) }
            members[candidate, default: 1] += 1
        }
    }

    /// Every field that is compared, so that contracts which share a value are those that are the same: a file may hold
    /// a hundred thousand without date and amount. Fields are taken one by one, because a contract is too large to be
    /// handed over a million times.
    private static func hash(_ given: [CountedContract], _ index: Int) -> Int {
        var hasher = Hasher()
        hasher.combine(given[index].contract.buyer)
        hasher.combine(given[index].contract.initialAmount)
        hasher.combine(given[index].contract.notificationText)
        hasher.combine(given[index].contract.object)
        // Sums do not depend on the order of the holders.
        hasher.combine(given[index].contract.holders.reduce(0) { $0 &+ $1.id.hashValue })
        return hasher.finalize()
    }

    private static func isSame(_ given: [CountedContract], _ left: Int, _ right: Int) -> Bool {
        given[left].contract.object == given[right].contract.object
            && given[left].contract.initialAmount == given[right].contract.initialAmount
            && given[left].contract.buyer == given[right].contract.buyer
            && given[left].contract.notificationText == given[right].contract.notificationText
            && given[left].contract.holders.map(\.id).sorted() == given[right].contract.holders.map(\.id).sorted()
    }
}
