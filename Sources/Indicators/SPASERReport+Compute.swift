import Nomenclature
import Tenders
import Wording

extension SPASERReport {
    /// Counts `contracts`, which hold no duplicate and no concession any more, for one buyer and one year.
    ///
    /// Contracts of other years serve the comparison with the year before, the new suppliers and the cut by year.
    ///
    /// - Parameters:
    ///   - notUsable: what the workspace knows of the records that are not among `contracts`.
    ///   - buyer: SIRET, or SIREN for all establishments; `nil` for all buyers.
    ///   - year: year of notification; `nil` for all, those without a date included.
    public static func compute(
        contracts: [CountedContract], notUsable: QualityCounts, classifier: some HolderClassifier,
        buyer: String? = nil, year: Int? = nil, rules: CountingRules = .standard
    ) -> SPASERReport {
        var everything = read(contracts, classifier: classifier, buyer: buyer, rules: rules)
        PossibleDuplicates.mark(in: &everything.population, of: contracts)
        let whole = everything.population
        var current = everything.restricted(nil)
        var previous: Population?
        if let year {
            current = everything.restricted { $0 == year }
            let before = everything.restricted { $0 == year - 1 }
            if !before.facts.isEmpty { previous = before }
            let earlier = everything.restricted { $0 < year && $0 >= year - rules.newSupplierYears }
            if !earlier.facts.isEmpty { current.earlierESS = earlier.essEnterprises }
        }
        current.records = notUsable
        current.content = quality(of: current, contracts)
        current.content.unknownYear = whole.count(Selection(without: .hasNotification))

        let total = current.totalAmount
        let totalBefore = previous?.totalAmount ?? .zero
        let indicators = Indicator.all.map { indicator in
            var result = indicator.result(over: current, totalAmount: total)
            if let previous, let year {
                result.comparison = indicator.comparison(over: previous, totalAmount: totalBefore, year: year - 1)
            }
            return result
        }
        return SPASERReport(
            buyer: buyer, buyerName: buyer == nil ? "" : name(of: current, contracts), year: year, rules: rules,
            indicators: indicators, contracts: ContractLines(given: contracts, facts: current.facts),
            breakdowns: [
                .years(whole), .months(current), .divisions(current), .procedures(current), .supplierKinds(current),
            ],
            records: notUsable, content: current.content, buyers: buyers(of: current, contracts),
            sources: sources(of: current, contracts))
    }

    /// The name in the most recent record that has one.
    private static func name(of population: Population, _ contracts: [CountedContract]) -> String {
        let named = population.facts.last { !contracts[$0.index].contract.buyerName.isEmpty }
        return named.map { contracts[$0.index].contract.buyerName } ?? ""
    }

    private static func quality(of population: Population, _ contracts: [CountedContract]) -> ContentQuality {
        var quality = ContentQuality()
        for fact in population.facts {
            if fact.flags.contains(.possibleDuplicate) { quality.possibleDuplicates += 1 }
            if fact.flags.contains(.opensDuplicates) { quality.possibleDuplicateGroups += 1 }
            guard !fact.flags.contains(.amountUsable) else { continue }
            switch contracts[fact.index].contract.finalAmount {
            case nil: quality.amountMissing += 1
            case .some(let amount) where amount < population.rules.minimumAmount: quality.amountTooSmall += 1
            case .some: quality.amountTooLarge += 1
            }
        }
        return quality
    }

    private static func buyers(of population: Population, _ contracts: [CountedContract]) -> Int {
        var buyers: Set<String> = []
        for fact in population.facts { buyers.insert(contracts[fact.index].contract.buyer) }
        return buyers.count
    }

    private static func sources(of population: Population, _ contracts: [CountedContract]) -> [SourceCount] {
        var counts: [String: Int] = [:]
        for fact in population.facts { counts[contracts[fact.index].source.file, default: 0] += 1 }
        return counts.map { SourceCount(file: $0.key, contracts: $0.value) }.sorted { $0.file < $1.file }
    }

    /// Reads the contracts of `buyer`, in an order that does not depend on theirs.
    private static func read(
        _ contracts: [CountedContract], classifier: some HolderClassifier, buyer: String?, rules: CountingRules
    ) -> ReadContracts {
        var reading = ContractReading(classifier: classifier, rules: rules)
        let wanted = buyer.map { $0.filter { !$0.isWhitespace } }
        var chosen: [OrderKey] = []
        var days = NotificationDays()
        for index in contracts.indices {
            if let wanted {
                let published = contracts[index].contract.buyer
                guard wanted.utf8.count == 9 ? published.hasPrefix(wanted) : published == wanted else { continue }
            }
            chosen.append(
                OrderKey(
                    index: index, day: days.day(contracts[index].contract.notificationText),
                    buyer: UInt64(contracts[index].contract.buyer) ?? 0, id: contracts[index].contract.id))
        }
        chosen.sort { left, right in
            if left.day != right.day { return left.packed < right.packed }
            if left.buyer != right.buyer { return left.buyer < right.buyer }
            if left.id != right.id { return left.id < right.id }
            return contracts[left.index].contract.cpvText < contracts[right.index].contract.cpvText
        }
        var population = Population(rules: rules)
        population.facts.reserveCapacity(chosen.count)
        for key in chosen {
            population.facts.append(
                reading.read(contracts[key.index].contract, index: key.index, notification: key.day))
        }
        return ReadContracts(population: population, essHolders: reading.essHolders)
    }
}

/// What contracts are put in order by: read once a contract and not once a comparison.
private struct OrderKey {
    var index: Int
    var day: Day?
    /// The SIRET as a number; other identifiers come first, in the order of their numbers of contract.
    var buyer: UInt64
    var id: String

    var packed: Int32 { day?.packed ?? 0 }
}

/// Days of notification by their text: there are few days and many contracts.
private struct NotificationDays {
    private var known: [String: Day?] = [:]

    mutating func day(_ text: String) -> Day? {
        if let day = known[text] { return day }
        var contract = Contract(id: "", buyer: "", format: .decp2022)
        contract.notificationText = text
        let day = contract.notificationDay
        known[text] = day
        return day
    }
}

/// All contracts read, before a year is chosen.
private struct ReadContracts {
    var population: Population
    var essHolders: [EssHolder]

    /// The contracts notified in the years that `isWanted` says; with a `nil` test all, those without a year included.
    func restricted(_ isWanted: ((Int) -> Bool)?) -> Population {
        var part = Population(rules: population.rules)
        guard let isWanted else {
            part.facts = population.facts
            part.essEnterprises = Set(essHolders.map(\.siren))
            return part
        }
        part.facts = population.facts.filter { $0.day.map { isWanted($0.year) } ?? false }
        let indices = Set(part.facts.lazy.filter { $0.flags.contains(.ess) }.map(\.index))
        part.essEnterprises = Set(essHolders.lazy.filter { indices.contains($0.index) }.map(\.siren))
        return part
    }
}
