import Nomenclature

/// What figures need of a contract, in few bytes: the indicators run over these and not over the records.
struct ContractFacts: Sendable {
    /// Position among the contracts given.
    var index: Int
    var flags: ContractFlags
    /// Usable amounts; zero when not usable.
    var amount: Amount
    var initial: Amount
    /// Notification day.
    var day: Day?
    var procedure: ProcedureName?
    /// CPV division, 0–99.
    var division: UInt8?
    var holders: UInt16
    var offers: Int32
    /// Holders of each class, in the order of ``SharedClass``.
    var qualifying: SIMD8<UInt16>
}

/// The classes whose purchases are also given divided among the members of a group.
enum SharedClass: Int, Sendable, CaseIterable {
    case ess, esus, inclusive, siae, ea, esat

    func includes(_ classes: HolderClasses) -> Bool {
        switch self {
        case .ess: classes.contains(.ess)
        case .esus: classes.contains(.esus)
        case .inclusive: classes.isInclusive
        case .siae: classes.contains(.siae)
        case .ea: classes.contains(.ea)
        case .esat: classes.contains(.esat)
        }
    }
}

extension ContractFacts {
    /// The part of the amount that falls to the holders of `shared`, rounded to the cent, half up.
    func part(_ shared: SharedClass) -> Amount {
        guard holders > 0 else { return .zero }
        let numerator = Int128(amount.units) * Int128(qualifying[shared.rawValue])
        let centsOver = Int128(holders) * 100
        let cents = (2 * numerator + centsOver) / (2 * centsOver)
        return Amount(units: Int64(clamping: cents * 100))
    }
}
