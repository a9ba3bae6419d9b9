import Nomenclature
import Wording

/// The states in which a table shows one contract: published again, modified, or another contract under a number used
/// twice.
struct ContractVersions {
    struct Version {
        /// Tells the rows of one state from those of another.
        var key: UInt64
        var contract: Contract
        /// 0 for the contract as awarded.
        var modification: Int
        /// Line of its first row.
        var line: Int
    }

    private(set) var versions: [Version] = []
    private(set) var isConcession = false

    mutating func add(_ version: Version) {
        guard let index = versions.firstIndex(where: { $0.key == version.key }) else {
            versions.append(version)
            return
        }
        for holder in version.contract.holders where !versions[index].contract.holders.contains(holder) {
            versions[index].contract.holders.append(holder)
        }
    }

    mutating func clear() {
        versions.removeAll(keepingCapacity: true)
        isConcession = false
    }

    mutating func addConcession() { isConcession = true }

    mutating func add(_ others: ContractVersions) {
        isConcession = isConcession || others.isConcession
        for version in others.versions { add(version) }
    }

    /// The contracts, the present state last: the one of the latest notification, and of those the first in the table.
    var contracts: [Version] {
        if versions.count == 1 { return versions }
        var bases = versions.filter { $0.modification == 0 }
        let modifications = bases.isEmpty ? [] : versions.filter { $0.modification > 0 }
        if bases.isEmpty { bases = versions }
        bases = bases.enumerated().sorted { left, right in
            let (one, other) = (left.element.contract, right.element.contract)
            return (one.notificationText, one.publicationText, -left.offset)
                < (other.notificationText, other.publicationText, -right.offset)
        }.map(\.element)
        for version in modifications {
            var modification = Modification(
                notificationText: version.contract.notificationText, amount: version.contract.initialAmount,
                durationMonths: version.contract.durationMonths, holders: version.contract.holders)
            modification.id = String(version.modification)
            modification.publicationText = version.contract.publicationText
            bases[bases.count - 1].contract.modifications.append(modification)
        }
        return bases
    }
}
