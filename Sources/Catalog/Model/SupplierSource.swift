import Wording

/// A source of suppliers that Passerelle knows how to read.
public struct SupplierSource: Sendable, Hashable {
    /// Used on the command line and in evidence.
    public let id: String
    public let name: Phrase
    /// The more official source wins a conflict; higher is more official.
    public let rank: Int
    /// Whether a record is enough for the structure to be in the catalogue. The registries list every enterprise of the
    /// country, of the ESS or not: theirs count when they say that it is.
    public let isRegistry: Bool

    init(_ id: String, _ name: Phrase, rank: Int, isRegistry: Bool = false) {
        self.id = id
        self.name = name
        self.rank = rank
        self.isRegistry = isRegistry
    }

    public static let sireneEnterprises = SupplierSource(
        "sirene-ul", Phrase("SIRENE, unités légales", "SIRENE, enterprises"), rank: 90, isRegistry: true)
    public static let sireneEstablishments = SupplierSource(
        "sirene-et", Phrase("SIRENE, établissements", "SIRENE, establishments"), rank: 90, isRegistry: true)
    public static let esus = SupplierSource(
        "esus", Phrase("liste nationale des agréments ESUS", "national list of ESUS approvals"), rank: 80)
    public static let essFrance = SupplierSource(
        "ess-france", Phrase("liste des entreprises de l’ESS (ESS France)", "list of ESS enterprises (ESS France)"),
        rank: 75)
    public static let esat = SupplierSource(
        "esat", Phrase("liste des ESAT (FINESS)", "list of ESAT (FINESS)"), rank: 70)
    public static let finess = SupplierSource(
        "finess", Phrase("FINESS, établissements", "FINESS, establishments"), rank: 70)
    public static let annuaire = SupplierSource(
        "annuaire-entreprises",
        Phrase("Annuaire des entreprises (API Recherche d’entreprises)", "Annuaire des entreprises (search API)"),
        rank: 65, isRegistry: true)
    public static let aspSIAE = SupplierSource(
        "asp-siae", Phrase("liste des SIAE de l’ASP", "ASP list of SIAE"), rank: 60)
    public static let geiq = SupplierSource(
        "geiq", Phrase("liste des GEIQ de leur fédération", "list of GEIQ of their federation"), rank: 50)
    public static let scop = SupplierSource(
        "scop", Phrase("annuaire de SCOP et de SCIC", "directory of SCOP and SCIC"), rank: 50)
    public static let emplois = SupplierSource(
        "emplois-inclusion", Phrase("Les emplois de l’inclusion", "Les emplois de l’inclusion"), rank: 45)
    public static let marcheInclusion = SupplierSource(
        "marche-inclusion", Phrase("Marché de l’inclusion", "Marché de l’inclusion"), rank: 40)
    public static let csv = SupplierSource("csv", Phrase("fichier de l’utilisateur", "user’s file"), rank: 20)

    /// All sources, in the order in which they are listed to the user.
    public static let all: [SupplierSource] = [
        sireneEnterprises, sireneEstablishments, essFrance, esus, marcheInclusion, emplois, aspSIAE, esat, finess, geiq,
        scop, annuaire, csv,
    ]

    private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

    public static func named(_ id: String) -> SupplierSource? { byID[id] }
}
