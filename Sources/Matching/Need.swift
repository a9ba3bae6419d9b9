import Nomenclature
import Tenders
import Wording

/// What suppliers are looked for: a lot of a notice, or a need in the buyer's own words before any notice exists.
public struct Need: Sendable, Hashable {
    /// `notice-id/LOT-0001` for a lot; free for a need in words.
    public var id: String
    public var title: String
    public var description: String
    /// Words of the whole purchase around a lot of several: they may be about the other lots, and stand in only for what
    /// the lot does not say itself.
    public var context: String
    /// Main code first; may be empty.
    public var cpv: [CPV]
    public var places: [NeedPlace]
    /// Value over the whole duration, EUR HT.
    public var value: Amount?
    /// Duration in months.
    public var months: Double?
    /// Codes of the reservation flag as published (eForms BT-71): `res-ws`, `res-pub-ser`, `none`.
    public var reservationFlags: [String]
    /// The day at which law and approvals are judged: publication of the notice, else the day given by the caller.
    public var day: Day

    public init(
        id: String, title: String, description: String = "", context: String = "", cpv: [CPV] = [],
        places: [NeedPlace] = [],
        value: Amount? = nil, months: Double? = nil, reservationFlags: [String] = [], day: Day
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.context = context
        self.cpv = cpv
        self.places = places
        self.value = value
        self.months = months
        self.reservationFlags = reservationFlags
        self.day = day
    }
}

/// Where a need is to be met: a commune, or départements, or the whole country (no départements at all).
public struct NeedPlace: Sendable, Hashable {
    /// What the source says, for people: « 40000 Mont-de-Marsan », « FRI13 Landes ».
    public var label: String
    /// The commune, when the source names one.
    public var communeCode: String?
    public var coordinates: Coordinates?
    /// INSEE codes; empty for the whole country.
    public var departements: [String]
    /// The notice names no place, and that of the buyer stands in.
    public var isBuyers = false

    public init(label: String, communeCode: String? = nil, coordinates: Coordinates? = nil, departements: [String]) {
        self.label = label
        self.communeCode = communeCode
        self.coordinates = coordinates
        self.departements = departements
    }
}

extension NeedPlace {
    /// The label, and whose place it is when it is not that of performance.
    public func text(_ language: Language) -> String {
        label + (isBuyers ? Phrase(" (siège de l’acheteur)", " (buyer’s seat)")[language] : "")
    }
}
