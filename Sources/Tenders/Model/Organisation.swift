import Nomenclature

/// A buyer, holder or other organisation of a notice. Contact persons are not read.
public struct Organisation: Sendable, Hashable, Codable {
    public var name: String
    /// The registration number as published, white space removed (eForms BT-501).
    public var identifier: String
    public var postcode: String
    public var city: String
    public var nuts: String
    /// Three-letter country code (eForms BT-514).
    public var country: String
    /// `micro`, `small`, `medium`, `large`, `sme` (eForms BT-165); rarely given.
    public var size: String

    public init(
        name: String = "", identifier: String = "", postcode: String = "", city: String = "", nuts: String = "",
        country: String = "", size: String = ""
    ) {
        self.name = name
        self.identifier = identifier
        self.postcode = postcode
        self.city = city
        self.nuts = nuts
        self.country = country
        self.size = size
    }

    /// The identifier where it is a valid SIRET.
    public var siret: Siret? { try? Siret(identifier) }
}
