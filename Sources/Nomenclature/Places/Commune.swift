/// A commune of the official geographic code (COG), with its centre.
///
/// It is the number of its row in `communes.tsv`: its fields are read there when they are asked for, so that the 35,000
/// communes cost nothing to those who need one.
public struct Commune: Sendable, Hashable {
    /// Rows are in the order of the INSEE codes.
    let row: UInt16

    init(row: Int) { self.row = UInt16(row) }

    static let table = Table(
        "communes", columns: "code", "name", "postcodes", "dep", "lat", "lon", "reg", "epci", "population", "type")

    enum Column {
        static let code = 0
        static let name = 1
        static let postcodes = 2
        static let departement = 3
        static let latitude = 4
        static let longitude = 5
        static let region = 6
        static let epci = 7
        static let population = 8
        static let kind = 9
    }

    var cells: Table.Row { Self.table[Int(row)] }

    /// Its place in the map, from 0.
    public var number: Int { Int(row) }

    /// INSEE code, five characters (`2A004` in Corsica).
    public var code: String { cells[Column.code] }
    public var name: String { cells[Column.name] }
    public var postcodes: [String] { cells.list(Column.postcodes, separator: ",") }
    /// INSEE code of the département (`2A`, `974`).
    public var departement: String { cells[Column.departement] }
    /// INSEE code of the région; an overseas collectivity has its own code here too.
    public var region: String { cells[Column.region] }
    /// SIREN of the intercommunality, empty where there is none.
    public var epci: String { cells[Column.epci] }
    /// Inhabitants, 0 where the source has no figure.
    public var population: Int { cells.cell(Column.population).number ?? 0 }
    /// `nil` for the communes of the Pacific and the southern lands, whose centre the source does not give.
    public var centre: Coordinates? {
        let cells = cells
        guard let latitude = cells.cell(Column.latitude).decimal, let longitude = cells.cell(Column.longitude).decimal
        else { return nil }
        return Coordinates(latitude: latitude, longitude: longitude)
    }
    public var kind: Kind { Kind(rawValue: cells[Column.kind]) ?? .commune }

    public enum Kind: String, Sendable, Hashable {
        case commune = "COM"
        /// Municipal arrondissement of Paris, Lyon or Marseille.
        case arrondissement = "ARM"
        /// Commune of an overseas collectivity.
        case overseasCollectivity = "COMER"
    }
}

extension Commune: CustomStringConvertible {
    public var description: String { code + " " + name }
}
