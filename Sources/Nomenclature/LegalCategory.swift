/// A legal category of SIRENE (INSEE, level III), with its place in the ESS (law 2014-856, art. 1).
public struct LegalCategory: Sendable, Hashable {
    public let code: String
    public let label: String
    /// Legal family of the ESS, when the form belongs to one.
    public let family: ESSFamily?
    public let status: ESSStatus

    /// Whether the legal form makes an enterprise of the ESS.
    public enum ESSStatus: String, Sendable, Codable {
        /// By its form alone (art. 1, II, 1°).
        case byForm = "plein_droit"
        /// Commercial company: only when registered as such (art. 1, II, 2°).
        case onMention = "sur_mention"
        case toVerify = "a_verifier"
        /// Public body, natural person, ordinary form: never.
        case excluded = "exclu"
    }

    private static let table: [String: LegalCategory] = {
        var table: [String: LegalCategory] = [:]
        Table("legal-categories", columns: "code", "label", "famille_ess", "statut_ess").forEachRow { row in
            table[row[0]] = LegalCategory(
                code: row[0], label: row[1], family: ESSFamily(rawValue: row[2]),
                status: ESSStatus(rawValue: row[3]) ?? .excluded)
        }
        return table
    }()

    /// Whether a code is that of a public body (4xxx, 7xxx): the State, a local authority, a public establishment. Codes
    /// that INSEE has dropped since tell as much.
    public static func isPublicBody(_ code: String) -> Bool { code.hasPrefix("4") || code.hasPrefix("7") }

    /// The category with this four-digit code, if INSEE has one.
    public static func of(_ code: String) -> LegalCategory? { table[code] }

    private static let byLabel = Dictionary(
        table.values.map { ($0.label, $0) }, uniquingKeysWith: { $0.code < $1.code ? $0 : $1 })

    /// The category with exactly this label, as INSEE writes it.
    public static func labelled(_ label: String) -> LegalCategory? { byLabel[label] }
}

/// Legal families of the ESS.
public enum ESSFamily: String, Sendable, Codable, CaseIterable {
    case association, cooperative, fondation, mutuelle
    case societeCommerciale = "societe_commerciale"
}
