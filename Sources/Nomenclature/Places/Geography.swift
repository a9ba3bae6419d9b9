/// The map of France: communes, intercommunalities, départements, régions and NUTS codes.
///
/// The tables stay in the bytes of the program. What is built when the map is first used, in a few milliseconds, are three
/// indexes of the communes: by code, by postcode, by name.
public struct Geography: Sendable {
    public static let shared = Geography()

    /// In the order of their codes.
    public let departements: [Departement]
    /// In the order of their codes, the 18 régions and the overseas collectivities.
    public let regions: [Region]

    let codes: CommuneCodes
    let postcodes: CommunePostcodes
    let names: CommuneNames
    /// For each commune, the place of its département in ``departements``.
    let departementOfRow: [UInt8]
    /// For each of ``departements``, the rows of its communes: they follow each other.
    let rowsOfDepartement: [Range<Int>]
    private let departementByCode: [String: Int]
    private let departementsByNUTS: [String: [String]]

    private init() {
        let departements = Self.readDepartements()
        let departementByCode = Dictionary(uniqueKeysWithValues: departements.enumerated().map { ($1.code, $0) })
        let communes = Commune.table
        var codes = CommuneCodes()
        for row in 0..<communes.count { codes.add(communes[row].cell(Commune.Column.code), row: row) }
        var otherNames: [(name: CommuneName, row: Int)] = []
        // A former commune leads to the present one by its code and by its name.
        Table("former-communes", columns: "code", "name", "parent").forEachRow { former in
            guard let row = codes.row(former.cell(2)) else { return }
            codes.add(former.cell(0), row: row)
            otherNames.append((CommuneName(former.cell(1)), row))
        }
        self.departements = departements
        self.departementByCode = departementByCode
        self.codes = codes
        postcodes = CommunePostcodes(communes)
        names = CommuneNames(communes, former: otherNames)
        departementOfRow = Self.departements(of: communes, departementByCode)
        rowsOfDepartement = Self.rows(ofDepartements: departements.count, departementOfRow)
        regions = Self.regions(of: departements)
        departementsByNUTS = Self.departementsByNUTS(departements)
    }

    // MARK: Communes

    /// Every commune, arrondissement and overseas commune, in the order of their codes.
    public var communes: [Commune] { (0..<Commune.table.count).map { Commune(row: $0) } }

    /// The commune with this INSEE code; codes of former communes lead to the present one, and a lost leading zero is
    /// given back (`1004`).
    public func commune(code: String) -> Commune? { codes.row(code).map { Commune(row: $0) } }

    /// Communes served by a postcode, as ``postcode(_:)`` reads it; for Paris, Lyon and Marseille both the city and the
    /// arrondissement.
    public func communes(postcode: String) -> [Commune] {
        guard let number = Self.postcodeNumber(postcode) else { return [] }
        return postcodes.rows(number).map { Commune(row: Int($0)) }
    }

    /// The commune of an address, see ``place(postcode:city:communeCode:)``, for those who need not know how sure it is.
    public func commune(postcode: String, city: String) -> Commune? {
        place(postcode: postcode, city: city)?.commune
    }

    /// Communes called `name` now or formerly, the most populous first.
    public func communes(named name: String) -> [Commune] {
        let name = CommuneName(name)
        var rows: Set<Int> = []
        names.forEach(named: name.key) { row, _ in rows.insert(arrondissement(name.arrondissement, of: row) ?? row) }
        return rows.map { Commune(row: $0) }.sorted { ($1.population, $0.code) < ($0.population, $1.code) }
    }

    // MARK: Départements, régions, NUTS

    /// Number of communes of the map.
    public var communeCount: Int { Commune.table.count }

    /// The place of a département in ``departements``.
    public func departementNumber(_ code: String) -> Int? { departementByCode[Self.departementCode(code)] }

    public func departement(_ code: String) -> Departement? {
        departementByCode[Self.departementCode(code)].map { departements[$0] }
    }

    /// The place in ``departements`` of that of a commune; `nil` for a commune that is in none.
    package func departementPlace(of commune: Commune) -> Int? {
        let place = departementOfRow[commune.number]
        return place == Self.noDepartement ? nil : Int(place)
    }

    /// The place of a département in ``departements``.
    func departementPlace(_ code: String) -> Int? { departementByCode[code] }

    /// `1` → `01`, `062` → `62`, `2a` → `2A`.
    public static func departementCode(_ raw: String) -> String {
        let code = raw.trimmingPrefix(while: \.isWhitespace).uppercased()
        if code.count == 1 { return "0" + code }
        if code.count == 3, code.hasPrefix("0") { return String(code.dropFirst()) }
        return code
    }

    /// The région or overseas collectivity with this INSEE code.
    public func region(_ code: String) -> Region? { regions.first { $0.code == code } }

    /// The départements that make up a région, by its INSEE code.
    public func departements(inRegion region: String) -> [String] { self.region(region)?.departements ?? [] }

    /// The départements that a NUTS code of any level covers; codes of 2010 and 2013 are translated. Empty for
    /// `FR` (the whole country) and for codes of other countries.
    public func departements(nuts code: String) -> [String] { departementsByNUTS[code] ?? [] }

    /// Middle of the commune centres of a département, weighted by their population.
    public func centre(ofDepartement code: String) -> Coordinates? { Self.departementCentres[code] }

    private static let departementCentres: [String: Coordinates] = {
        var sums: [String: (latitude: Double, longitude: Double, weight: Double)] = [:]
        for commune in shared.communes {
            guard let centre = commune.centre else { continue }
            let weight = Double(max(commune.population, 1))
            var sum = sums[commune.departement] ?? (0, 0, 0)
            sum.latitude += centre.latitude * weight
            sum.longitude += centre.longitude * weight
            sum.weight += weight
            sums[commune.departement] = sum
        }
        return sums.mapValues {
            Coordinates(latitude: $0.latitude / $0.weight, longitude: $0.longitude / $0.weight)
        }
    }()
}
