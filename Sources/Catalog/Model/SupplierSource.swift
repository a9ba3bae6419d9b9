import Wording

/// A source of suppliers that Passerelle knows how to read.
public struct SupplierSource: Sendable, Hashable {
    /// Used on the command line and in evidence.
    public let id: String
    public let name: Phrase
    /// The more official source wins a conflict; higher is more official.
    public let rank: Int

    public static let marcheInclusion = SupplierSource(
        id: "marche-inclusion", name: Phrase("Marché de l’inclusion", "Marché de l’inclusion"), rank: 40)
    public static let aspSIAE = SupplierSource(
        id: "asp-siae", name: Phrase("liste des SIAE de l’ASP", "ASP list of SIAE"), rank: 60)
    public static let esat = SupplierSource(
        id: "esat", name: Phrase("liste des ESAT (FINESS)", "list of ESAT (FINESS)"), rank: 70)
    public static let csv = SupplierSource(
        id: "csv", name: Phrase("fichier CSV de l’utilisateur", "user’s CSV file"), rank: 20)

    /// All sources, in the order in which they are listed to the user.
    public static let all: [SupplierSource] = [marcheInclusion, aspSIAE, esat, csv]

    public static func named(_ id: String) -> SupplierSource? { all.first { $0.id == id } }
}
