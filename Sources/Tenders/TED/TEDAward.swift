/// One award (`AWARD_CONTRACT`, `AWARD_OF_CONTRACT`, `RESULTS`) while it is read.
struct TEDAward {
    var lot = ""
    var title = TEDText()
    var contract = ""
    /// `nil` when the form does not say, as in R2.0.8.
    var isAwarded: Bool?
    var reason: String?
    var concluded: String?
    var value: Money?
    var lowest: Money?
    var highest: Money?
    var estimate: Money?
    var statistics: [SubmissionCount] = []
    var contractors: [Organisation] = []
    /// Said not to be a group: each contractor has won on its own.
    var isSeparate = false

    var status: String { isAwarded ?? !contractors.isEmpty ? "selec-w" : isAwarded == nil ? "" : "clos-nw" }

    /// One winner a group of contractors. The value is that of the whole contract and stands once, on the first.
    ///
    /// - Parameter carriesValue: false for the second and following lots of one contract.
    func winners(carriesValue: Bool) -> [Winner] {
        guard status == "selec-w" else { return [] }
        // A contract whose contractors are withheld still has a number, a date, a value.
        let isKnown = !contractors.isEmpty || value != nil || !contract.isEmpty || concluded != nil
        let groups = isSeparate && !contractors.isEmpty ? contractors.map { [$0] } : isKnown ? [contractors] : []
        return groups.enumerated().map { index, holders in
            var winner = Winner()
            winner.holders = holders
            winner.value = carriesValue && index == 0 ? value : nil
            winner.contract = contract
            winner.concluded = concluded
            return winner
        }
    }
}
