import Nomenclature
import Wording

/// The formats that notices are read from.
public enum NoticeFormat: String, Sendable, Codable, CaseIterable {
    case eForms = "eforms"
    /// TED_EXPORT, schemas R2.0.7 to R2.0.9.
    case ted
    /// BOAMP: national forms of version 3.2.5, version 2.30, records of its API.
    case boamp
}

/// A public procurement notice (avis): planning, competition, result or modification.
public struct Notice: Sendable, Hashable, Codable {
    public var format: NoticeFormat
    /// eForms BT-701.
    public var id: String
    /// eForms BT-757, e.g. `01`.
    public var version: String
    /// SDK version for eForms (`eforms-sdk-1.13`).
    public var formatVersion: String
    /// Number in the Official Journal, trimmed (OPP-010).
    public var publicationNumber: String?
    public var publicationDate: String?
    /// Identifier of the procedure (BT-04): what notices of one purchase share.
    public var procedureID: String
    public var issueDate: Day?
    /// As published, with its offset.
    public var issueDateText: String
    /// Three-letter code (BT-702).
    public var language: String
    /// `planning`, `competition`, `result`, `dir-awa-pre`, `cont-modif`, `completion`, `consultation` (BT-03).
    public var formType: String
    /// BT-02, e.g. `cn-standard`.
    public var noticeType: String
    /// OPP-070, e.g. `16`.
    public var subtype: String
    public var legalBasis: String
    public var change: NoticeChange?
    /// Earlier notices of the same purchase, by publication number (TED `NOTICE_NUMBER_OJ`, BOAMP `ANNONCE_ANTERIEUR`).
    public var earlierPublications: [String]
    /// Several for joint procurement.
    public var buyers: [Organisation]
    public var buyerLegalType: String?
    public var buyerActivity: String?
    public var procedure: Procedure
    public var lots: [Lot]
    /// Parts of planning notices and groups of lots: not matched, kept.
    public var parts: [Lot]
    public var lotGroups: [Lot]
    /// Value of all contracts awarded (BT-161), maximum of the frameworks (BT-118).
    public var totalValue: Money?
    public var frameworkTotal: Money?

    public init(format: NoticeFormat, id: String) {
        self.format = format
        self.id = id
        version = ""
        formatVersion = ""
        procedureID = ""
        issueDateText = ""
        language = ""
        formType = ""
        noticeType = ""
        subtype = ""
        legalBasis = ""
        earlierPublications = []
        buyers = []
        procedure = Procedure()
        lots = []
        parts = []
        lotGroups = []
    }

    /// Whether the notice tells what became of a purchase: an award, a modification, a completion.
    public var isOver: Bool { ["result", "cont-modif", "completion", "dir-awa-pre"].contains(formType) }

    /// Places of a lot; when it names none, those of the whole procedure.
    public func places(of lot: Lot) -> [PerformancePlace] {
        lot.places.isEmpty ? procedure.places : lot.places
    }

    /// Estimated value of a lot in euros; the procedure's value stands for it only when there is a single lot.
    public func value(of lot: Lot) -> Amount? {
        if let value = lot.value?.usableEuros ?? lot.frameworkMaximum?.usableEuros { return value }
        return lots.count == 1 ? procedure.value?.usableEuros ?? procedure.frameworkMaximum?.usableEuros : nil
    }

    /// The text of a field in the language to show.
    public func text(_ field: LocalizedText?) -> String { field?.preferred(noticeLanguage: language) ?? "" }
}

/// What a notice says of the procedure as a whole.
public struct Procedure: Sendable, Hashable, Codable {
    /// `open`, `restricted`, `neg-w-call`, `neg-wo-call`, `comp-dial`, `innovation`, `oth-single`, `oth-mult` (BT-105).
    public var type = ""
    public var title: LocalizedText?
    public var description: LocalizedText?
    public var note: LocalizedText?
    public var nature = ""
    public var mainCPV: String?
    public var additionalCPV: [String] = []
    public var places: [PerformancePlace] = []
    public var value: Money?
    public var frameworkMaximum: Money?
    /// Reservation that the notice states for the whole purchase, as the formats before eForms do, even where only one
    /// lot is concerned: `res-ws`, `res-pub-ser`. Repeated on the lots.
    public var reservation: [String] = []

    public init() {}
}

/// What a change notice says of the notice that it corrects.
public struct NoticeChange: Sendable, Hashable, Codable {
    /// Identifier and version of the notice changed (BT-758).
    public var previous = ""
    /// Reason code (BT-140) and its description (BT-762).
    public var reason = ""
    public var description: LocalizedText?
    /// Sections changed (BT-13716).
    public var sections: [String] = []

    public init() {}
}
