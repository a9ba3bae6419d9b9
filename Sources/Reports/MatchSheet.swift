import Matching
import Nomenclature

/// A lot with the suppliers ranked for it, and what the page says of the lot.
public struct MatchSheet: Sendable {
    public var need: Need
    /// Title of the notice that the lot belongs to; empty for a need in words.
    public var noticeTitle: String
    public var buyer: String
    /// « LOT-0002 », « Lot 2 ».
    public var lotLabel: String
    public var deadline: Day?
    /// What is said of a reservation, in the language of the page; empty when nothing is reserved.
    public var reservation: String
    public var matches: [Match]
    /// Structures of the trade that the reservation keeps out of the list.
    public var setAside: Int
    /// Structures of unknown trade that are near: to be asked, never ranked.
    public var contacts: [Contact]

    public init(
        need: Need, noticeTitle: String = "", buyer: String = "", lotLabel: String = "", deadline: Day? = nil,
        reservation: String = "", matches: [Match], setAside: Int = 0, contacts: [Contact] = []
    ) {
        self.need = need
        self.noticeTitle = noticeTitle
        self.buyer = buyer
        self.lotLabel = lotLabel
        self.deadline = deadline
        self.reservation = reservation
        self.matches = matches
        self.setAside = setAside
        self.contacts = contacts
    }
}
