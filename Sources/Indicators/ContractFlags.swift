/// What is true of a contract, one bit each: an indicator is a selection on these bits.
public struct ContractFlags: OptionSet, Sendable, Hashable {
    public let rawValue: UInt64
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    private init(bit: UInt64) { rawValue = 1 << bit }

    // Considerations, as the DECP record says them.
    public static let social = ContractFlags(bit: 0)
    public static let socialClause = ContractFlags(bit: 1)
    public static let socialCriterion = ContractFlags(bit: 2)
    public static let reserved = ContractFlags(bit: 3)
    public static let socialInformed = ContractFlags(bit: 4)
    public static let socialContradictory = ContractFlags(bit: 5)
    public static let environmental = ContractFlags(bit: 6)
    public static let environmentalClause = ContractFlags(bit: 7)
    public static let environmentalCriterion = ContractFlags(bit: 8)
    public static let environmentalInformed = ContractFlags(bit: 9)
    public static let environmentalContradictory = ContractFlags(bit: 10)

    // Holders: at least one of them is.
    public static let ess = ContractFlags(bit: 11)
    public static let esus = ContractFlags(bit: 12)
    public static let inclusive = ContractFlags(bit: 13)
    public static let siae = ContractFlags(bit: 14)
    public static let ea = ContractFlags(bit: 15)
    public static let esat = ContractFlags(bit: 16)
    public static let disability = ContractFlags(bit: 17)
    public static let association = ContractFlags(bit: 18)
    public static let cooperative = ContractFlags(bit: 19)
    public static let mutual = ContractFlags(bit: 20)
    public static let foundation = ContractFlags(bit: 21)
    public static let essCompany = ContractFlags(bit: 22)
    /// No holder is inclusive, but one is a sister establishment of an inclusive one.
    public static let otherEstablishment = ContractFlags(bit: 23)
    public static let severalHolders = ContractFlags(bit: 24)

    // Amount and form.
    public static let amountUsable = ContractFlags(bit: 25)
    public static let initialUsable = ContractFlags(bit: 26)
    public static let modified = ContractFlags(bit: 27)
    public static let framework = ContractFlags(bit: 28)
    /// Framework agreement or orders: the amount is a maximum.
    public static let ceiling = ContractFlags(bit: 29)
    public static let subsequent = ContractFlags(bit: 30)

    // Competition.
    public static let singleOffer = ContractFlags(bit: 31)
    public static let noCompetition = ContractFlags(bit: 32)
    public static let group = ContractFlags(bit: 33)
    public static let subcontracted = ContractFlags(bit: 34)
    public static let advance = ContractFlags(bit: 35)
    public static let innovative = ContractFlags(bit: 36)

    // Fields that are informed (Q1) and publication in time (Q2).
    public static let hasObject = ContractFlags(bit: 37)
    public static let hasCPV = ContractFlags(bit: 38)
    public static let hasProcedure = ContractFlags(bit: 39)
    public static let hasPlace = ContractFlags(bit: 40)
    public static let hasDuration = ContractFlags(bit: 41)
    public static let hasNotification = ContractFlags(bit: 42)
    public static let hasPublication = ContractFlags(bit: 43)
    public static let hasHolders = ContractFlags(bit: 44)
    public static let hasValidHolders = ContractFlags(bit: 45)
    public static let hasOffers = ContractFlags(bit: 46)
    public static let hasInnovation = ContractFlags(bit: 47)
    public static let hasGroupType = ContractFlags(bit: 48)
    public static let hasSubcontracting = ContractFlags(bit: 49)
    public static let hasAdvance = ContractFlags(bit: 50)
    public static let hasBothDates = ContractFlags(bit: 51)
    public static let publishedInTime = ContractFlags(bit: 52)
    public static let possibleDuplicate = ContractFlags(bit: 53)
    /// The second contract of a group of possible duplicates.
    public static let opensDuplicates = ContractFlags(bit: 54)
}

/// Which contracts an indicator counts: those with all of some flags and none of others.
public struct Selection: Sendable, Hashable {
    public var with: ContractFlags
    public var without: ContractFlags

    public init(with: ContractFlags = [], without: ContractFlags = []) {
        self.with = with
        self.without = without
    }

    public func contains(_ flags: ContractFlags) -> Bool {
        flags.isSuperset(of: with) && flags.isDisjoint(with: without)
    }
}
