import Nomenclature

/// What the management part and the form say of the notice itself.
struct BOAMPHead {
    var family = ""
    var perimeter = ""
    /// Name in the BOAMP, e.g. `APPEL_OFFRE`.
    var nature = ""
    /// `initial`, `change`, `cancelled`.
    var status = ""
    var procedure = ""
    var indexProcedure = ""
    var works = ""
    var indexWorks = ""
    var buyerLegalType: String?
    var organisationName = ""
    var summary = ""
    var publicationDate = ""
    var responseDeadline = ""
    var deadline: Deadline?
    /// `IDWEB` of the notices before this one, as listed.
    var earlier: [String] = []
    var isCorrection = false
    var correction = ""
    var totalValue: Money?

    init() {}

    /// Whether the notice is the withdrawal of another, or is withdrawn.
    var isCancelled: Bool { nature == "ANNULATION" || status == "cancelled" }

    /// Whether the notice changes an earlier one.
    var isChange: Bool { isCorrection || status == "change" || formType == "change" }

    var formType: String { BOAMPCode.find(.nature, nature)?.meaning ?? "" }

    /// The first of the earlier notices by year and number, which all notices of one purchase share.
    static func first(of numbers: [String]) -> String? {
        numbers.min { key($0) < key($1) }
    }

    /// The notice before this one: the last of those listed, by year and number.
    static func last(of numbers: [String]) -> String? {
        numbers.max { key($0) < key($1) }
    }

    private static func key(_ idweb: String) -> (Int, Int) {
        let parts = idweb.split(separator: "-")
        return (parts.first.flatMap { Int($0) } ?? .max, parts.last.flatMap { Int($0) } ?? .max)
    }

    /// The BOAMP writes `5` and `20A` for 05 and 2A.
    static func departement(_ text: String) -> String {
        let code = Geography.departementCode(text)
        return code == "20A" || code == "20B" ? "2" + code.suffix(1) : code
    }
}
