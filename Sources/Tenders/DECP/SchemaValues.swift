import FrenchText

/// The values that the schemas name. A published value that is one of them but for its case, its apostrophe, its
/// accents, or its letters destroyed on the way (U+FFFD) is read as the schema writes it; others stay as they are.
enum SchemaValues {
    static let accordCadre = "Accord-cadre"
    static let marchesSubsequents = "Marchés subséquents"

    private static let all: [String] = [
        // nature
        "Marché", "Marché de partenariat", "Marché de défense ou de sécurité", accordCadre, "Marché subséquent",
        // procedure, schemas 2.0.x and 1.5.0
        "Procédure adaptée", "Appel d'offres ouvert", "Appel d'offres restreint", "Procédure avec négociation",
        "Marché passé sans publicité ni mise en concurrence préalable", "Dialogue compétitif",
        // procedure, schema 1.4
        "Procédure concurrentielle avec négociation", "Procédure négociée avec mise en concurrence préalable",
        "Marché négocié sans publicité ni mise en concurrence préalable",
        "Marché public négocié sans publicité ni mise en concurrence préalable",
        // technique
        "Concours", "Système de qualification", "Système d'acquisition dynamique", "Catalogue électronique",
        "Enchère électronique", "Sans objet",
        // modaliteExecution
        "Tranches", "Bons de commande", marchesSubsequents,
        // ccag
        "Travaux", "Maitrise d'œuvre", "Fournitures courantes et services", "Marchés industriels",
        "Prestations intellectuelles", "Techniques de l'information et de la communication", "Pas de CCAG",
        // typeGroupementOperateurs
        "Conjoint", "Solidaire", "Pas de groupement",
        // typePrix, formePrix, variationPrix
        "Définitif ferme", "Définitif actualisable", "Définitif révisable", "Provisoire", "Unitaire", "Forfaitaire",
        "Mixte", "Ferme", "Ferme et actualisable", "Révisable", "Actualisable",
        // lieuExecution/typeCode
        "Code postal", "Code commune", "Code arrondissement", "Code canton", "Code département", "Code région",
        "Code pays",
    ]

    private static let byFolded = Dictionary(
        all.map { (Folding.fold($0), $0) }, uniquingKeysWith: { first, _ in first })
    private static let byASCII = Dictionary(all.map { (ascii($0), $0) }, uniquingKeysWith: { first, _ in first })

    static func normal(_ text: String) -> String {
        if let known = byFolded[Folding.fold(text)] { return known }
        if text.unicodeScalars.contains("\u{FFFD}"), let known = byASCII[ascii(text)] { return known }
        return text
    }

    /// What is left of a text when everything beyond ASCII is destroyed.
    private static func ascii(_ text: String) -> String {
        String(text.unicodeScalars.filter { $0.value < 0x80 }.map(Character.init)).lowercased()
    }
}
