import Nomenclature

/// Where the structures are: one frame for the mainland and Corsica, one for each overseas département.
public struct PanoramaMap: Sendable, Hashable {
    public var frames: [Frame]
    /// What a place is: many communes are drawn together by intercommunality.
    public var scale: Scale
    /// Structures whose commune is not known.
    public var unplaced: Int

    public enum Scale: String, Sendable, Hashable {
        case commune, epci
    }

    public struct Frame: Sendable, Hashable {
        /// Code of the overseas département; empty for the mainland.
        public var key: String
        public var name: String
        /// Centres of all communes of the territory: together they draw its outline.
        public var ground: [Coordinates]
        /// By number of structures, the greatest first.
        public var places: [Place]
        /// The most populous communes, the greatest first.
        public var towns: [Town]
    }

    /// Structures of one commune or intercommunality.
    public struct Place: Sendable, Hashable {
        /// INSEE code, or SIREN.
        public var key: String
        public var name: String
        public var centre: Coordinates
        public var counts: [OfferFamily: Int]
        public var total: Int { counts.values.reduce(0, +) }
    }

    public struct Town: Sendable, Hashable {
        /// INSEE code.
        public var key: String
        public var name: String
        public var centre: Coordinates
        public var population: Int
    }

    /// With more communes than this that hold a structure, places are intercommunalities: circles would hide each other.
    static let mostCommunes = 1_200
    static let mostTowns = 60
}
