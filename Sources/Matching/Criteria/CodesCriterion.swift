import FrenchText
import Nomenclature

/// Closeness in the CPV tree between the codes of the need and those of the supplier: what it declares, its sectors, the
/// trades that its texts name, its activity (NAF).
struct CodesCriterion {
    let index: CatalogueIndex
    /// Closeness of the need to each branch of the catalogue, and to each activity.
    let branchValues: [Float]
    let activityValues: [Float]
    /// What the need names of a family of specialities.
    let specialities: Specialities
    /// The greatest value that a supplier can have.
    let greatest: Float

    init(_ reading: NeedReading, index: CatalogueIndex, space: ScanSpace, weights: Weights) {
        self.index = index
        let closeness = space.closeness
        specialities = Specialities(reading, index: index.text, needs: space.needs, weights: weights)
        var branchValues = [Float](repeating: 0, count: index.branches.count)
        var activityValues = [Float](repeating: 0, count: index.activities.count)
        for code in reading.codes {
            let trust = Float(code.trust)
            let row = closeness.branches(near: code.branch)
            for place in branchValues.indices { branchValues[place] = max(branchValues[place], row[place] * trust) }
            guard let cpv = code.declared, !TradeVocabulary.isPurpose(cpv) else { continue }
            let share = trust * Float(weights.activityCode)
            let activities = closeness.activities(near: cpv)
            for place in activityValues.indices {
                activityValues[place] = max(activityValues[place], activities[place] * share)
            }
        }
        self.branchValues = branchValues
        self.activityValues = activityValues
        greatest = max(branchValues.max() ?? 0, activityValues.max() ?? 0)
    }

    /// Trust in a code by the strength of its posting, 0–1.
    @inline(__always) static func trust(_ strength: UInt32) -> Float { Float(strength) * (1 / Float(Posting.full)) }

    /// The value of a supplier, 0–1.
    func value(of supplier: Int) -> Float {
        var best: Float = 0
        let activity = index.activityOf[supplier]
        if activity != Seat.none { best = activityValues[Int(activity)] }
        for place in Int(index.codeStarts[supplier])..<Int(index.codeStarts[supplier + 1]) {
            let code = index.codes[place]
            best = max(best, branchValues[code.document] * Self.trust(code.strength))
        }
        return best * specialities.share(of: supplier)
    }
}
