import Catalog
import Nomenclature

extension MatchEngine {
    /// Those looked at for a group: the best for the need, and the best for each trade that is lacking.
    private static let bestForNeed = 100
    private static let bestForTrade = 50

    /// The smallest group in which a supplier that lacks something could answer a need; `nil` where it lacks nothing or
    /// nobody brings it.
    ///
    /// Its members come from this catalogue, are of other enterprises, and may answer the need themselves: where a need is
    /// reserved, every member of a group has to be of those it is reserved for.
    public func group(for need: Need, with supplier: Supplier, _ prospect: Prospect) -> SupplierGroup? {
        guard let own = prospect.match, !prospect.lacks.isEmpty, own.eligibility.verdict != .notEligible else {
            return nil
        }
        let finder = GroupFinder(
            lacks: prospect.lacks, yearly: prospect.load.yearly, turnover: prospect.load.size?.turnover,
            mostLoad: weights.groupLoad)
        let numbers = partners(for: need, prospect.lacks)
        let members = withProspects(need) { reader in
            numbers.compactMap { self.member($0, besides: supplier, prospect.lacks, reader) }
        }
        guard let found = finder.find(among: members) else { return nil }
        let partners = found.map { member in
            var brings = member.brings
            if prospect.lacks.contains(.capacity) { brings.insert(.capacity) }
            return SupplierGroup.Partner(match: member.match, brings: prospect.lacks.filter { brings.contains($0) })
        }
        let verdicts = [own.eligibility.verdict] + found.map(\.match.eligibility.verdict)
        return SupplierGroup(
            partners: partners, verdict: verdicts.contains(.toConfirm) ? .toConfirm : .eligible,
            load: finder.load(with: found))
    }

    /// Numbers of those who may bring something, the best for the need first, each once.
    private func partners(for need: Need, _ lacks: [Prospect.Lack]) -> [Int] {
        var options = RankingOptions(top: Self.bestForNeed, setsAsideIneligible: true)
        var numbers = best(need, options).map(\.supplier)
        options.top = Self.bestForTrade
        for case .trade(let name) in lacks {
            var part = need
            part.title = name
            part.description = ""
            part.context = ""
            part.cpv = []
            numbers += best(part, options).map(\.supplier)
        }
        var seen: Set<Int> = []
        return numbers.filter { seen.insert($0).inserted }
    }

    private func member(
        _ number: Int, besides supplier: Supplier, _ lacks: [Prospect.Lack], _ reader: ProspectReader
    ) -> GroupFinder.Member? {
        let prospect = reader.prospect(number)
        guard let match = prospect.match, match.eligibility.verdict != .notEligible,
            match.supplier.key != supplier.key,
            supplier.siren == nil || match.supplier.siren != supplier.siren
        else { return nil }
        return GroupFinder.Member(
            match: match, brings: reader.covers(lacks, number, match), turnover: prospect.load.size?.turnover)
    }
}
