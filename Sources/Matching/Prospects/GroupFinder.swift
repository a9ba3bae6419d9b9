import Catalog

/// Finds the smallest group that has everything a supplier lacks, with the partners that fit best among equals.
struct GroupFinder {
    /// Somebody who could join.
    struct Member {
        let match: Match
        let brings: Set<Prospect.Lack>
        /// Yearly, EUR HT.
        let turnover: Double?
    }

    let lacks: [Prospect.Lack]
    /// Yearly value of the need and turnover of the supplier, EUR HT.
    let yearly: Double?
    let turnover: Double?
    /// Share of the turnover of all that the yearly value may be.
    let mostLoad: Double

    /// One partner, else two: a group of more is no plan that a reader would follow.
    ///
    /// - Parameter members: the best first.
    func find(among members: [Member]) -> [Member]? {
        for member in members where isEnough([member]) { return [member] }
        // Pairs in the order of the sum of their places: the first that does has the best members.
        let useful = members.filter { !$0.brings.isEmpty || (lacks.contains(.capacity) && $0.turnover != nil) }
        guard useful.count > 1 else { return nil }
        for sum in 1...(2 * useful.count - 3) {
            for first in max(0, sum - useful.count + 1)..<(sum + 1) / 2 {
                let pair = [useful[first], useful[sum - first]]
                if areApart(pair[0], pair[1]), isEnough(pair) { return pair }
            }
        }
        return nil
    }

    /// Two establishments of one enterprise are no group.
    private func areApart(_ one: Member, _ other: Member) -> Bool {
        one.match.supplier.siren == nil || one.match.supplier.siren != other.match.supplier.siren
    }

    private func isEnough(_ members: [Member]) -> Bool {
        lacks.allSatisfy { lack in
            lack == .capacity
                ? load(with: members).map { $0 <= mostLoad } ?? false : members.contains { $0.brings.contains(lack) }
        }
    }

    /// Yearly value over the turnover of all; `nil` where one is not known.
    func load(with members: [Member]) -> Double? {
        guard let yearly, let turnover else { return nil }
        var sum = turnover
        for member in members {
            guard let own = member.turnover else { return nil }
            sum += own
        }
        return sum > 0 ? yearly / sum : nil
    }
}
