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
    /// eForms BT-701; `boamp:` and the `IDWEB` for national notices of the BOAMP (`boamp:26-88069`).
    public var id: String
    /// eForms BT-757, e.g. `01`; for national notices of the BOAMP `1`, empty where only its summary is known.
    public var version: String
    /// SDK version for eForms (`eforms-sdk-1.13`).
    public var formatVersion: String
    /// Number in the Official Journal, trimmed (OPP-010).
    public var publicationNumber: String?
    public var publicationDate: String?
    /// Identifier of the procedure (BT-04): what notices of one purchase share.
    public var procedureID: String
    /// Day of dispatch (BT-05); national notices of the BOAMP give none, their day of publication stands for it.
    public var issueDate: Day?
    /// As published, with its offset.
    public var issueDateText: String
    /// Three-letter code (BT-702).
    public var language: String
    /// `planning`, `competition`, `result`, `dir-awa-pre`, `cont-modif`, `completion`, `consultation` (BT-03), and
    /// `change` for a correction of the BOAMP or of TED R2.0.x (F14), which says only what changes.
    public var formType: String
    /// BT-02, e.g. `cn-standard`; `corr` for a corrigendum of TED R2.0.x; family for national notices of the BOAMP (`FNS`, `MAPA`, `DSP`).
    public var noticeType: String
    /// OPP-070, e.g. `16`; name of the form for national notices of the BOAMP (`FNSimple`).
    public var subtype: String
    public var legalBasis: String
    public var change: NoticeChange?
    /// What became of the contract that this notice modifies (subtypes 38–40, E6).
    public var contractModification: NoticeChange?
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
    /// What the BOAMP knows of the notice as its publisher; `nil` for notices of other sources.
    public var index: NoticeIndex?

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

    /// Whether nothing can be answered to by this notice: it tells what became of a purchase (an award, a modification,
    /// a completion, a cancellation), or only corrects another one.
    public var isOver: Bool {
        isCancelled || isPartialCorrection
            || ["result", "cont-modif", "completion", "dir-awa-pre"].contains(formType)
    }

    /// Whether the notice holds only what it corrects (« au lieu de …, lire … »), as in TED R2.0.x and the national forms
    /// of the BOAMP. A corrected eForms notice is a whole new one, which replaces the other.
    public var isPartialCorrection: Bool {
        formType == "change" && (format == .ted || (format == .boamp && !formatVersion.contains("EFORMS")))
    }

    /// Whether the publisher says that the notice is withdrawn (BOAMP `AVIS_ANNULE`, `ANNULATION`).
    public var isCancelled: Bool { index?.isCancelled ?? false }

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
    /// `open`, `restricted`, `neg-w-call`, `neg-wo-call`, `comp-dial`, `innovation`, `oth-single`, `oth-mult` (BT-105);
    /// the name of the BOAMP where there is no equivalent (`PROCEDURE_ADAPTE`).
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
    /// Greatest number of lots to tender for and to win (BT-31, BT-33).
    public var maximumLotsSubmitted: Int?
    public var maximumLotsAwarded: Int?

    public init() {}
}

/// What a change notice says of the notice that it corrects, or a modification notice of the contract.
public struct NoticeChange: Sendable, Hashable, Codable {
    /// Identifier and version of the notice changed (BT-758).
    public var previous = ""
    /// Reason code (BT-140) and its description (BT-762).
    public var reason = ""
    public var description: LocalizedText?
    /// Sections changed (BT-13716) and what changed in each (BT-141).
    public var sections: [String] = []
    public var details: [LocalizedText] = []

    public init() {}
}
