import Wording

/// From the NAF rév. 2 to the NAF 2025 and back, **approximately**: INSEE's own table is not included, these links are read
/// from the labels of both. Whoever shows one says so: ``caution``.
public struct NAFBridge: Sendable {
    public static let shared = NAFBridge()

    /// What is said wherever a link is shown.
    public static let caution = Phrase(
        "correspondance approchée entre NAF rév. 2 et NAF 2025, établie d’après les intitulés ; la table officielle de l’INSEE fait foi",
        "approximate correspondence between NAF rév. 2 and NAF 2025, drawn from the labels; the official INSEE table prevails"
    )

    /// A sub-class of the one nomenclature and what it becomes in the other.
    public struct Link: Sendable, Hashable {
        public let former: NAF
        public let present: NAF2025
        public let method: Method
        /// Nearness of the labels, 0–1; `nil` for links made by hand or seen in SIRENE.
        public let score: Double?
    }

    /// How a link was found, the surest first.
    public enum Method: String, Sendable, Hashable, CaseIterable {
        case sameLabel = "label"
        /// Same four digits and a near label.
        case sameClassAndNearLabel = "class+label"
        /// A pair of codes of one establishment in SIRENE.
        case observed = "sirene-observed"
        case byHand = "manual"
        case nearLabel = "label~"

        public var phrase: Phrase {
            switch self {
            case .sameLabel: Phrase("même intitulé", "same label")
            case .sameClassAndNearLabel: Phrase("même classe, intitulé voisin", "same class, similar label")
            case .observed: Phrase("relevée dans SIRENE", "seen in SIRENE")
            case .byHand: Phrase("établie à la main", "made by hand")
            case .nearLabel: Phrase("intitulé voisin", "similar label")
            }
        }
    }

    /// Every link, in the order of the NAF rév. 2.
    public let links: [Link]
    private let byFormer: [NAF: [Link]]
    private let byPresent: [NAF2025: [Link]]

    private init() {
        var links: [Link] = []
        Table("naf-bridge", columns: "naf2", "naf2025", "method", "score").forEachRow { row in
            guard !row[1].isEmpty else { return }
            guard let method = Method(rawValue: row[2]) else { preconditionFailure("table naf-bridge: \(row[2])") }
            links.append(
                Link(
                    former: NAF(trusted: row[0]), present: NAF2025(trusted: row[1]), method: method,
                    score: row.cell(3).decimal))
        }
        self.links = links
        byFormer = Dictionary(grouping: links, by: \.former)
        byPresent = Dictionary(grouping: links, by: \.present)
    }

    /// What a sub-class of the NAF rév. 2 becomes; empty for the 142 for which no correspondence was found.
    public func links(from former: NAF) -> [Link] { byFormer[former] ?? [] }

    /// What a sub-class of the NAF 2025 was.
    public func links(to present: NAF2025) -> [Link] { byPresent[present] ?? [] }
}
