import Nomenclature
import Tenders
import Wording

/// Reads the flags of contracts: every rule on a single contract is here.
struct ContractReading<Classifier: HolderClassifier> {
    var classifier: Classifier
    var rules: CountingRules
    /// SIREN of the holders that are of the ESS, by position of the contract.
    private(set) var essHolders: [EssHolder] = []

    init(classifier: Classifier, rules: CountingRules) {
        self.classifier = classifier
        self.rules = rules
    }

    /// - Parameter day: notification day of the contract, already read.
    mutating func read(_ contract: borrowing Contract, index: Int, notification: Day?) -> ContractFacts {
        let classDay: Day? =
            switch rules.classDate {
            case .notification: notification
            case .on(let fixed): fixed
            }
        let isModified = !contract.modifications.isEmpty
        let holders = isModified ? contract.finalHolders : contract.holders
        let final = isModified ? contract.finalAmount : contract.initialAmount
        let amount = final.flatMap { rules.isUsable($0) ? $0 : nil }
        let initial = contract.initialAmount.flatMap { rules.isUsable($0) ? $0 : nil }
        let procedure = ProcedureName(published: contract.procedure)

        var classes: HolderClasses = []
        var qualifying = SIMD8<UInt16>(repeating: 0)
        for holder in holders {
            let one = classifier.classes(of: holder, on: classDay)
            guard one != [] else { continue }
            classes.formUnion(one)
            if one.contains(.ess) { essHolders.append(EssHolder(index: index, siren: String(holder.id.prefix(9)))) }
            for shared in SharedClass.allCases where shared.includes(one) { qualifying[shared.rawValue] &+= 1 }
        }
        var flags = considerations(contract)
        flags.formUnion(holderFlags(classes, count: holders.count))
        flags.formUnion(form(contract, procedure: procedure))
        flags.formUnion(completeness(contract, notification: notification, holders: holders))
        let (division, hasCPV) = cpv(contract.cpvText)
        if hasCPV { flags.insert(.hasCPV) }
        if procedure != nil { flags.insert(.hasProcedure) }
        if amount != nil { flags.insert(.amountUsable) }
        if initial != nil { flags.insert(.initialUsable) }
        return ContractFacts(
            index: index, flags: flags, amount: amount ?? .zero, initial: initial ?? .zero, day: notification,
            procedure: procedure, division: division, holders: UInt16(clamping: holders.count),
            offers: Int32(clamping: contract.offers ?? 0), qualifying: qualifying)
    }

    /// The division of a code of eight digits, and whether the code can be read. A code of seven digits has lost its
    /// first or its last zero: it counts as informed but its division is not guessed.
    private func cpv(_ text: String) -> (division: UInt8?, isRead: Bool) {
        var digits = 0
        var division: UInt8 = 0
        for byte in text.utf8 {
            guard byte >= 0x30, byte <= 0x39 else { break }
            if digits < 2 { division = division * 10 + (byte - 0x30) }
            digits += 1
        }
        if digits == 8, text.utf8.count == 8 || text.utf8.count == 10 { return (division, true) }
        let isRead = CPV(text) != nil
        return (isRead && digits == 8 ? division : nil, isRead)
    }

    private func considerations(_ contract: borrowing Contract) -> ContractFlags {
        var flags: ContractFlags = []
        if contract.social.any { flags.insert(.social) }
        if contract.social.clause { flags.insert(.socialClause) }
        if contract.social.criterion { flags.insert(.socialCriterion) }
        if contract.social.reserved { flags.insert(.reserved) }
        if contract.social.isInformed { flags.insert(.socialInformed) }
        if contract.social.isContradictory { flags.insert(.socialContradictory) }
        if contract.environmental.any { flags.insert(.environmental) }
        if contract.environmental.clause { flags.insert(.environmentalClause) }
        if contract.environmental.criterion { flags.insert(.environmentalCriterion) }
        if contract.environmental.isInformed { flags.insert(.environmentalInformed) }
        if contract.environmental.isContradictory { flags.insert(.environmentalContradictory) }
        return flags
    }

    private func holderFlags(_ classes: HolderClasses, count: Int) -> ContractFlags {
        var flags: ContractFlags = count > 1 ? .severalHolders : []
        guard classes != [] else { return flags }
        for (one, flag) in flagsOfClasses where classes.contains(one) { flags.insert(flag) }
        if !classes.isDisjoint(with: .disability) { flags.insert(.disability) }
        if classes.isInclusive {
            flags.insert(.inclusive)
            flags.remove(.otherEstablishment)
        }
        return flags
    }

    private func form(_ contract: borrowing Contract, procedure: ProcedureName?) -> ContractFlags {
        var flags: ContractFlags = []
        // Schema 1.5 says in `nature` what schema 2 says in techniques and modalities.
        if contract.techniques.contains("Accord-cadre") || Self.isNature(contract, "accord-cadre") {
            flags.formUnion([.framework, .ceiling])
        }
        if contract.modalities.contains("Bons de commande") { flags.insert(.ceiling) }
        if contract.frameworkID?.isEmpty == false || Self.isNature(contract, "marché subséquent") {
            flags.insert(.subsequent)
        }
        if !contract.modifications.isEmpty { flags.insert(.modified) }
        if contract.offers == 1 { flags.insert(.singleOffer) }
        if procedure == .withoutCompetition { flags.insert(.noCompetition) }
        if ["Conjoint", "Solidaire"].contains(contract.groupType) { flags.insert(.group) }
        if contract.subcontractingDeclared == true { flags.insert(.subcontracted) }
        if contract.advanceGranted == true { flags.insert(.advance) }
        if contract.innovative == true { flags.insert(.innovative) }
        return flags
    }

    /// Lengths are compared first: changing case is slow and most contracts are a « Marché ».
    private static func isNature(_ contract: borrowing Contract, _ name: String) -> Bool {
        contract.nature.utf8.count == name.utf8.count && contract.nature.lowercased() == name
    }

    /// The usual case, fourteen digits with two valid keys, is told without making a ``Siret``.
    private static func hasSiret(_ holder: Holder) -> Bool {
        guard holder.idType == "SIRET" else { return false }
        var (whole, siren, count) = (0, 0, 0)
        for byte in holder.id.utf8 {
            guard byte >= 0x30, byte <= 0x39, count < 14 else { return holder.siret != nil }
            let digit = Int(byte - 0x30)
            let twice = digit > 4 ? digit * 2 - 9 : digit * 2
            whole += count.isMultiple(of: 2) ? twice : digit
            if count < 9 { siren += count.isMultiple(of: 2) ? digit : twice }
            count += 1
        }
        if count == 14, whole.isMultiple(of: 10), siren.isMultiple(of: 10) { return true }
        return holder.siret != nil
    }

    private func completeness(_ contract: borrowing Contract, notification: Day?, holders: [Holder]) -> ContractFlags {
        var flags: ContractFlags = []
        if !contract.object.isEmpty { flags.insert(.hasObject) }
        if !contract.placeCode.isEmpty { flags.insert(.hasPlace) }
        if let months = contract.durationMonths, months > 0 { flags.insert(.hasDuration) }
        if !holders.isEmpty { flags.insert(.hasHolders) }
        if !holders.isEmpty, holders.allSatisfy({ Self.hasSiret($0) }) { flags.insert(.hasValidHolders) }
        if let offers = contract.offers, offers > 0 { flags.insert(.hasOffers) }
        if contract.innovative != nil { flags.insert(.hasInnovation) }
        if !contract.groupType.isEmpty { flags.insert(.hasGroupType) }
        if contract.subcontractingDeclared != nil { flags.insert(.hasSubcontracting) }
        if contract.advanceGranted != nil { flags.insert(.hasAdvance) }
        let publication = contract.publicationDay
        if notification != nil { flags.insert(.hasNotification) }
        if publication != nil { flags.insert(.hasPublication) }
        if let notification, let publication {
            flags.insert(.hasBothDates)
            if publication <= notification.adding(months: rules.publicationMonths) { flags.insert(.publishedInTime) }
        }
        return flags
    }
}

/// A holder of the ESS and the position of its contract.
struct EssHolder: Sendable {
    var index: Int
    var siren: String
}

private let flagsOfClasses: [(HolderClasses, ContractFlags)] = [
    (.ess, .ess), (.esus, .esus), (.siae, .siae), (.ea, .ea), (.esat, .esat), (.association, .association),
    (.cooperative, .cooperative), (.mutual, .mutual), (.foundation, .foundation), (.essCompany, .essCompany),
    (.otherEstablishment, .otherEstablishment),
]

extension Day {
    /// The same day of the month some months later; the last day of that month when it is shorter.
    func adding(months: Int) -> Day {
        let index = year * 12 + month - 1 + months
        for last in stride(from: day, through: 28, by: -1) {
            if let found = Day(year: index / 12, month: index % 12 + 1, day: last) { return found }
        }
        return Day(year: index / 12, month: index % 12 + 1, day: min(day, 28)) ?? self
    }
}
