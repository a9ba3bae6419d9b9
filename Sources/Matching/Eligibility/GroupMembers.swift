import Catalog

/// The suppliers that stand for the groups of an index whose members every rule of eligibility judges alike: read once from
/// their cards, then kept for the next needs. One a thread.
final class GroupMembers {
    private let index: CatalogueIndex
    private var members: [UInt32: Supplier] = [:]

    /// Members kept: some megabytes.
    private static let room = 2_048

    init(_ index: CatalogueIndex) { self.index = index }

    func member(of group: UInt32) -> Supplier {
        if let known = members[group] { return known }
        if members.count >= Self.room { members.removeAll(keepingCapacity: true) }
        let member = index.supplier(Int(index.groups[Int(group)]))
        members[group] = member
        return member
    }
}
