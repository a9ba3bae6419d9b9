import Nomenclature

/// How near each branch and each activity of a catalogue is to a code: worked out when a code is first asked for, then
/// kept. One a thread.
final class ClosenessRows {
    private let branches: [CodePrefix]
    private let activities: [ActivityBranches]
    private var branchRows: [CodePrefix: [Float]] = [:]
    private var activityRows: [CPV: [Float]] = [:]

    init(_ index: CatalogueIndex) {
        branches = index.branches
        activities = index.activities.map { ActivityBranches($0) }
    }

    /// 0–1, for each branch of the catalogue.
    func branches(near branch: CodePrefix) -> [Float] {
        if let known = branchRows[branch] { return known }
        let row = branches.map { Float(branch.closeness(to: $0)) }
        branchRows[branch] = row
        return row
    }

    /// 0–1, for each activity of the catalogue.
    func activities(near cpv: CPV) -> [Float] {
        if let known = activityRows[cpv] { return known }
        // All eight digits: the table of activities also names branches deeper than the code's own depth.
        let packed = CodePrefix(cpv.code).packedBranches
        let row = activities.map { $0.closeness(to: packed) }
        activityRows[cpv] = row
        return row
    }
}
