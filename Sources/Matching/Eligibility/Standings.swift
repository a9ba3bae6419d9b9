/// Whether the suppliers of an index may answer a reserved need: judged once for each group of suppliers that the rules
/// cannot tell apart.
struct Standings {
    private let need: Need
    private let reservation: Reservation?
    private let index: CatalogueIndex
    private let members: GroupMembers
    private let judge = EligibilityJudge()
    private var verdicts: [UInt32: Bool] = [:]

    init(_ need: Need, reservation: Reservation?, index: CatalogueIndex, members: GroupMembers) {
        self.need = need
        self.reservation = reservation
        self.index = index
        self.members = members
    }

    /// Whether anybody is set aside at all: without a reservation everyone may answer, and what only the text may mean sets
    /// nobody aside either.
    var decides: Bool {
        guard let reservation else { return false }
        return reservation.isCertain || reservation.origin != .text
    }

    mutating func mayAnswer(_ supplier: Int) -> Bool {
        let group = index.standings[supplier].group
        if let known = verdicts[group] { return known }
        let verdict = judge.mayAnswer(members.member(of: group), need, reservation)
        verdicts[group] = verdict
        return verdict
    }
}
