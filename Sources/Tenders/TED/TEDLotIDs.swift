/// Identifiers of the lots of one notice: the published number, or `LOT-0001` where there is none or it is taken.
struct TEDLotIDs {
    private var taken: Set<String>
    /// After the last number given: a notice full of taken ones is gone through once.
    private var following = 1

    init(taken: [String] = []) { self.taken = Set(taken) }

    mutating func next(published: String, ordinal: Int) -> String {
        if !published.isEmpty, taken.insert(published).inserted { return published }
        var number = max(ordinal, following)
        while true {
            let digits = String(number)
            let id = "LOT-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            number += 1
            following = number
            if taken.insert(id).inserted { return id }
        }
    }
}
