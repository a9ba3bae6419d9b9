import Nomenclature

/// A saved question: which new lots may this supplier answer?
public struct Watch: Sendable, Hashable {
    public var name: String
    /// SIRET, SIREN or key; the name of the file for a profile.
    public var supplier: String
    /// The text of the profile, kept so that the watch goes on without the file; `nil` for a supplier of the catalogue.
    public var profile: String?
    /// Score from which a lot is told, 0–100.
    public var minScore: Double
    /// Département codes; empty for everywhere.
    public var departements: [String]
    public var reservedOnly: Bool
    public var created: Day
    /// The day of the last run that was delivered.
    public var lastRun: Day?

    public init(
        name: String, supplier: String, profile: String?, minScore: Double, departements: [String], reservedOnly: Bool,
        created: Day, lastRun: Day? = nil
    ) {
        self.name = name
        self.supplier = supplier
        self.profile = profile
        self.minScore = minScore
        self.departements = departements
        self.reservedOnly = reservedOnly
        self.created = created
        self.lastRun = lastRun
    }
}

/// A lot that a watch has told, or is about to tell.
public struct ToldLot: Sendable, Hashable {
    /// `notice/lot` as it was first told: it stays the same whatever notice speaks of the lot later.
    public var lot: String
    /// All names by which a later notice may speak of the lot.
    public var keys: [String]
    /// ISO 8601; `nil` when the notice gave none.
    public var deadline: String?
    /// The day on which it was last told.
    public var told: Day
    /// How often it was told anew.
    public var changes: Int

    public init(lot: String, keys: [String], deadline: String?, told: Day, changes: Int) {
        self.lot = lot
        self.keys = keys
        self.deadline = deadline
        self.told = told
        self.changes = changes
    }
}
