import Wording

/// The structures of a panorama cut along one dimension.
public struct PanoramaBreakdown: Sendable, Hashable {
    public enum Dimension: String, Sendable, Hashable, CaseIterable {
        /// Kinds held on the day; those that ended are counted apart in their row.
        case kind
        case family, legalFamily, ess, essTitle, esus
        /// Groups of sectors, and sectors; see ``PanoramaRow/note``.
        case sectorGroup, sector
        case epci, departement, region
        /// How the commune was found.
        case placing
        case source

        /// Whether every structure is in exactly one row: the rows then add up to the total.
        public var isPartition: Bool {
            switch self {
            case .kind, .sectorGroup, .sector, .source: false
            case .family, .legalFamily, .ess, .essTitle, .esus, .epci, .departement, .region, .placing: true
            }
        }

        /// Whether the rows are places, of which the ESS part is counted apart and that totals may be known of.
        public var isPlace: Bool { self == .epci || self == .departement || self == .region }

        /// Whether distinct enterprises are counted in each row.
        public var countsEnterprises: Bool {
            switch self {
            case .kind, .family, .legalFamily, .ess, .esus, .epci, .departement, .region: true
            case .essTitle, .sectorGroup, .sector, .placing, .source: false
            }
        }

        public var name: Phrase {
            switch self {
            case .kind: Phrase("Types de structures", "Kinds of structures")
            case .family: Phrase("Familles", "Families")
            case .legalFamily: Phrase("Familles juridiques", "Legal families")
            case .ess: Phrase("Appartenance à l’ESS", "Belonging to the ESS")
            case .essTitle: Phrase("Titres d’appartenance à l’ESS", "Titles of belonging to the ESS")
            case .esus: Phrase("Agrément ESUS", "ESUS approval")
            case .sectorGroup: Phrase("Secteurs", "Sectors")
            case .sector: Phrase("Secteurs en détail", "Sectors in detail")
            case .epci: Phrase("EPCI", "Intercommunalities (EPCI)")
            case .departement: Phrase("Départements", "Départements")
            case .region: Phrase("Régions", "Régions")
            case .placing: Phrase("Localisation", "Placing")
            case .source: Phrase("Sources", "Sources")
            }
        }
    }

    public var dimension: Dimension
    /// In the order to show; `unknown` last.
    public var rows: [PanoramaRow]

    public static let unknown = "unknown"
}

/// One row of a breakdown.
public struct PanoramaRow: Sendable, Hashable {
    /// Stable: code, raw value, `group:…`, `sector:…` or `naf:…`; `unknown`.
    public var key: String
    public var label: Phrase
    /// Where the row comes from, where rows of several origins stand together: « secteur déclaré », « section NAF ».
    public var note: Phrase?
    public var all: PanoramaTally
    /// Distinct enterprises are counted in the dimensions where they make sense.
    public var hasEnterprises: Bool
    /// Structures that held the kind until before the day.
    public var expired = 0
    /// Of places: those of the structures that belong to the ESS.
    public var ess: PanoramaTally?
    /// Of places: only a part of the EPCI, département or région is in the territory.
    public var isPartial = false
    /// Of places whose total is known and that are whole in the territory.
    public var share: PanoramaShare?
}

/// Two dimensions at once, in numbers of structures.
public struct PanoramaCross: Sendable, Hashable {
    public var title: Phrase
    public var rowTitle: Phrase
    public var columns: [Heading]
    public var rows: [Row]

    public struct Heading: Sendable, Hashable {
        public var key: String
        public var label: Phrase
    }

    public struct Row: Sendable, Hashable {
        public var key: String
        public var label: Phrase
        public var note: Phrase?
        /// One number a column.
        public var counts: [Int]
        /// Structures of the row; columns that overlap add up to more.
        public var total: Int
    }
}
