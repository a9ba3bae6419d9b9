import Nomenclature

/// A contract as awarded: one DECP record (marché), its modifications included.
public struct Contract: Sendable, Hashable, Codable {
    /// The buyer's internal number.
    public var id: String
    /// Buyer's SIRET as published.
    public var buyer: String
    public var buyerName: String
    public var nature: String
    public var object: String
    /// As published; see ``cpv``.
    public var cpvText: String
    /// Name of the procedure as published.
    public var procedure: String
    public var techniques: [String]
    public var modalities: [String]
    public var frameworkID: String?
    public var placeCode: String
    public var placeType: String
    public var durationMonths: Int?
    /// As published; the year of the contract is that of a valid notification day.
    public var notificationText: String
    public var publicationText: String
    /// Amount before any modification, EUR HT: a price, or an estimated maximum.
    public var initialAmount: Amount?
    public var holders: [Holder]
    public var social: ConsiderationField
    public var environmental: ConsiderationField
    public var innovative: Bool?
    public var offers: Int?
    public var groupType: String
    public var subcontractingDeclared: Bool?
    public var subcontracts: [Subcontract]
    public var advanceGranted: Bool?
    public var priceForm: String
    public var modifications: [Modification]
    /// Which format the record came in.
    public var format: ContractFormat
    /// General terms (cahier des clauses administratives générales), `ccag`.
    public var ccag = ""
    /// `typesPrix`: definitive or provisional, firm or revisable.
    public var priceTypes: [String] = []
    /// Share of the amount paid in advance, 0–1; 0 beside a granted advance means that the rate is unknown.
    public var advanceRate: Double?
    /// Share of the products that come from the European Union, 0–1; asked for listed purchases only.
    public var originEU: Double?
    /// Share of the products that come from France, 0–1; at most ``originEU``.
    public var originFrance: Double?

    public init(id: String, buyer: String, format: ContractFormat) {
        self.id = id
        self.buyer = buyer
        self.format = format
        buyerName = ""
        nature = ""
        object = ""
        cpvText = ""
        procedure = ""
        techniques = []
        modalities = []
        placeCode = ""
        placeType = ""
        notificationText = ""
        publicationText = ""
        holders = []
        social = ConsiderationField()
        environmental = ConsiderationField()
        groupType = ""
        subcontracts = []
        priceForm = ""
        modifications = []
    }

    /// Buyer and number together; spaces, commas, points and slashes of the number become `_`
    /// (rule 8 of the reading rules in `docs/indicators.md`).
    public var uid: String {
        // Nearly no number holds one of them, which its bytes tell without taking it apart.
        let isReplaced = { (byte: UInt8) in
            byte == UInt8(ascii: " ") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\\")
                || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/")
        }
        if !id.utf8.contains(where: isReplaced) { return buyer + id }
        return buyer + String(id.map { " ,\\./".contains($0) ? "_" : $0 })
    }

    /// The code that exists; see ``CPVReading`` for what is done to reach one.
    public var cpv: CPV? { CPVReading(cpvText)?.code }

    /// Notification day, when it exists in the calendar between 2000 and 2049.
    public var notificationDay: Day? {
        guard let day = Day(iso: notificationText), (2000...2049).contains(day.year) else { return nil }
        return day
    }

    public var publicationDay: Day? { Day(iso: publicationText) }

    /// Modifications in the order of their notification; the published numbers are not trusted.
    public var orderedModifications: [Modification] {
        modifications.enumerated().sorted {
            ($0.element.notificationText, $0.offset) < ($1.element.notificationText, $1.offset)
        }.map(\.element)
    }

    /// Amount after the last modification that carries one.
    public var finalAmount: Amount? {
        orderedModifications.last { $0.amount != nil }?.amount ?? initialAmount
    }

    /// Holders after the last modification that carries some.
    public var finalHolders: [Holder] {
        orderedModifications.last { !$0.holders.isEmpty }?.holders ?? holders
    }
}

public enum ContractFormat: String, Sendable, Codable {
    /// Schema 1.5.0 and before (arrêté of 22 March 2019).
    case decp2019 = "decp-v1"
    /// Schema 2 (arrêté of 22 December 2022).
    case decp2022 = "decp-v2"
}

/// A holder (titulaire) of a contract.
public struct Holder: Sendable, Hashable, Codable {
    public var id: String
    /// `SIRET`, `TVA`, `TAHITI`, `RIDET`, `FRWF`, `IREP`, `HORS-UE`.
    public var idType: String
    public var name: String

    public init(id: String, idType: String, name: String = "") {
        self.id = id
        self.idType = idType
        self.name = name
    }

    public var siret: Siret? { idType == "SIRET" ? try? Siret(id) : nil }
}

/// A declared sub-contract.
public struct Subcontract: Sendable, Hashable, Codable {
    public var holder: Holder
    /// After the modifications of the sub-contract, EUR HT.
    public var amount: Amount?
    public var notificationText: String
    /// Number of the act inside its contract.
    public var id: String?
    public var durationMonths: Int?
    /// `Ferme`, `Actualisable`, `Révisable`.
    public var priceVariation: String?
    public var publicationText: String?

    public init(holder: Holder, amount: Amount?, notificationText: String) {
        self.holder = holder
        self.amount = amount
        self.notificationText = notificationText
    }
}

/// A modification of a contract; what it does not carry stays as it was.
public struct Modification: Sendable, Hashable, Codable {
    public var notificationText: String
    public var amount: Amount?
    public var durationMonths: Int?
    public var holders: [Holder]
    /// As published; the order of modifications is that of their notification.
    public var id: String?
    public var publicationText: String?
    /// What was changed and why, in words (`objetModification`, 2019 format).
    public var object: String?

    public init(notificationText: String, amount: Amount? = nil, durationMonths: Int? = nil, holders: [Holder] = []) {
        self.notificationText = notificationText
        self.amount = amount
        self.durationMonths = durationMonths
        self.holders = holders
    }
}

/// What a DECP record says of social or environmental considerations.
///
/// « Pas de considération » (the buyer said no) is not the same as an empty field (the buyer said nothing).
public struct ConsiderationField: Sendable, Hashable, Codable {
    /// `Clause sociale`, `Clause environnementale`.
    public var clause = false
    /// `Critère social`, `Critère environnemental`.
    public var criterion = false
    /// `Marché réservé`.
    public var reserved = false
    /// « Pas de considération … ».
    public var none = false

    public init() {}

    public var any: Bool { clause || criterion || reserved }
    /// Whether the buyer said anything that can be read.
    public var isInformed: Bool { any || none }
    /// A consideration and « pas de considération » together: counted as positive, reported.
    public var isContradictory: Bool { any && none }
}
