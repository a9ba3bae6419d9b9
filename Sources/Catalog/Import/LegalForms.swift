import Nomenclature

/// Legal forms as the lists write them, and the INSEE category that they leave no doubt of.
enum LegalForms {
    /// Wordings of the nomenclature before July 2022; the present labels are looked up as they are.
    private static let aliases: [String: String] = [
        "SARL coopérative ouvrière de production (SCOP)": "5458",
        "SA coopérative ouvrière de production (SCOP) à conseil d'administration": "5558",
        "SA coopérative ouvrière de production (SCOP) à directoire": "5658",
        "SARL unipersonnelle": "5499",
        "Société par actions simplifiée à associé unique ou société par actions simplifiée unipersonnelle": "5710",
        "Exploitation agricole à responsabilité limitée": "6598",
        "Commerçant": "1000", "Artisan": "1000", "Artisan-commerçant": "1000", "Exploitant agricole": "1000",
        "Profession libérale": "1000", "Agent commercial": "1000", "Associé gérant de Société": "1000",
        "Entreprise individuelle": "1000", "EI": "1000", "EIRL": "1000", "Micro-entreprise": "1000",
        "Micro-entrepreneur": "1000", "Auto-entrepreneur": "1000", "Autoentrepreneur": "1000",
    ]

    /// `nil` for words that several categories share, such as « SARL » or « SA ».
    static func category(named words: String) -> LegalCategory? {
        LegalCategory.labelled(words) ?? aliases[words].flatMap { LegalCategory.of($0) }
    }

    /// The category with this code; the codes that INSEE merged in July 2022 lead to the present one.
    static func category(code: String) -> LegalCategory? {
        if let category = LegalCategory.of(code) { return category }
        return switch code {
        case "5498": LegalCategory.of("5499")
        case "5720": LegalCategory.of("5710")
        default: code.count == 4 && code.hasPrefix("1") ? LegalCategory.of("1000") : nil
        }
    }

    /// Status codes of FINESS (« statut juridique ») and the INSEE category each corresponds to. A private
    /// cooperation group for social care (66) has none of its own.
    static let finess: [String: String] = [
        "2": "7220", "11": "7364", "14": "7364", "17": "7361", "19": "7366", "21": "7366", "22": "7366", "28": "7410",
        "40": "8110", "47": "8210", "60": "9220", "61": "9230", "62": "9260", "63": "9300", "72": "5499",
    ]
}
