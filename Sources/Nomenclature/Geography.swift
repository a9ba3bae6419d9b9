import FrenchText

/// A commune of the official geographic code (COG), with its centre.
public struct Commune: Sendable, Hashable {
    /// INSEE code, five characters (`2A004` in Corsica).
    public let code: String
    public let name: String
    public let postcodes: [String]
    public let departement: String
    public let region: String
    /// SIREN of the intercommunality, empty where there is none.
    public let epci: String
    public let population: Int
    public let centre: Coordinates
}

/// A point on the Earth, in degrees (WGS 84).
public struct Coordinates: Sendable, Hashable, Codable {
    public var latitude: Double
    public var longitude: Double

    public init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }
}

/// A département with its région and NUTS codes.
public struct Departement: Sendable, Hashable {
    public let code: String
    public let name: String
    public let region: String
    public let regionName: String
    /// Empty for the overseas collectivities, which have no NUTS code.
    public let nuts3: String
    public let nuts2: String
    public let nuts1: String
}

/// The map of France: communes, départements, régions and NUTS codes.
public struct Geography: Sendable {
    public static let shared = Geography()

    public let communes: [Commune]
    /// In the order of their codes.
    public let departements: [Departement]

    private let communeByCode: [String: Int]
    private let communesByPostcode: [String: [Int]]
    private let communesByName: [String: [Int]]
    private let departementByCode: [String: Int]
    private let departementsByNUTS: [String: [String]]
    private let presentNUTS: [String: String]

    private init() {
        let communes = Table(
            "communes", columns: "code", "name", "postcodes", "dep", "lat", "lon", "reg", "epci", "population"
        ).map { row in
            Commune(
                code: row[0], name: row[1], postcodes: row.list(2, separator: ","), departement: row[3],
                region: row[6], epci: row[7], population: Int(row[8]) ?? 0,
                centre: Coordinates(latitude: Double(row[4]) ?? 0, longitude: Double(row[5]) ?? 0))
        }
        var communeByCode: [String: Int] = [:]
        var communesByPostcode: [String: [Int]] = [:]
        var communesByName: [String: [Int]] = [:]
        communeByCode.reserveCapacity(communes.count * 11 / 10)
        communesByName.reserveCapacity(communes.count)
        for (index, commune) in communes.enumerated() {
            communeByCode[commune.code] = index
            for postcode in commune.postcodes { communesByPostcode[postcode, default: []].append(index) }
            communesByName[Self.nameKey(commune.name), default: []].append(index)
        }
        Table("former-communes", columns: "code", "name", "parent").forEachRow { row in
            guard let present = communeByCode[row[2]] else { return }
            if communeByCode[row[0]] == nil { communeByCode[row[0]] = present }
            let key = Self.nameKey(row[1])
            if communesByName[key]?.contains(present) != true { communesByName[key, default: []].append(present) }
        }
        let departements = Table(
            "departements", columns: "dep", "dep_name", "reg", "reg_name", "nuts3", "nuts2", "nuts1"
        ).map { row in
            Departement(
                code: row[0], name: row[1], region: row[2], regionName: row[3], nuts3: row[4], nuts2: row[5],
                nuts1: row[6])
        }
        var departementsByNUTS: [String: [String]] = [:]
        for departement in departements where !departement.nuts3.isEmpty {
            for code in Set([departement.nuts3, departement.nuts2, departement.nuts1]) {
                departementsByNUTS[code, default: []].append(departement.code)
            }
        }
        var presentNUTS: [String: String] = [:]
        Table("nuts-legacy", columns: "code", "current_code").forEachRow { row in
            if !row[1].isEmpty { presentNUTS[row[0]] = row[1] }
        }
        self.communes = communes
        self.departements = departements
        self.communeByCode = communeByCode
        self.communesByPostcode = communesByPostcode
        self.communesByName = communesByName
        departementByCode = Dictionary(uniqueKeysWithValues: departements.enumerated().map { ($1.code, $0) })
        self.departementsByNUTS = departementsByNUTS
        self.presentNUTS = presentNUTS
    }

    // MARK: Communes

    /// The commune with this INSEE code; codes of former communes lead to the present one.
    public func commune(code: String) -> Commune? {
        let padded = code.utf8.count == 4 ? "0" + code : code
        return communeByCode[padded].map { communes[$0] }
    }

    /// The commune called `city` with this postcode. CEDEX, arrondissements, « St » and accents are understood; a
    /// CEDEX postcode falls back on the name within the département, and a postcode of one single commune on itself.
    public func commune(postcode rawPostcode: String, city: String) -> Commune? {
        let postcode = Self.postcode(rawPostcode)
        let key = Self.nameKey(city)
        let there = communesByPostcode[postcode] ?? []
        if !key.isEmpty {
            let named = communesByName[key] ?? []
            if let both = named.first(where: { there.contains($0) }) { return communes[both] }
            let departement = Self.departement(ofPostcode: postcode)
            let near = named.filter { communes[$0].departement == departement }
            if near.count == 1 { return communes[near[0]] }
            // « Paris 10e » and « Lyon 03 » are arrondissements whose postcode says which.
            if let arrondissement = there.first(where: { communes[$0].name.contains("Arrondissement") }) {
                return communes[arrondissement]
            }
            if postcode.isEmpty, named.count == 1 { return communes[named[0]] }
        }
        return there.count == 1 ? communes[there[0]] : nil
    }

    /// Communes served by a postcode.
    public func communes(postcode: String) -> [Commune] {
        (communesByPostcode[Self.postcode(postcode)] ?? []).map { communes[$0] }
    }

    /// Communes called `name`, the most populous first.
    public func communes(named name: String) -> [Commune] {
        (communesByName[Self.nameKey(name)] ?? []).map { communes[$0] }.sorted {
            ($1.population, $0.code) < ($0.population, $1.code)
        }
    }

    /// Five digits: a lost leading zero is given back, a decimal tail dropped (`1150`, `84200.0`).
    public static func postcode(_ raw: String) -> String {
        let digits = raw.prefix(while: { $0 != "." }).filter { $0.isASCII && $0.isNumber }
        return digits.utf8.count == 4 ? "0" + digits : String(digits)
    }

    /// A hint only: a few communes have the postcode of the neighbouring département.
    public static func departement(ofPostcode postcode: String) -> String {
        guard postcode.utf8.count == 5 else { return "" }
        if postcode.hasPrefix("97") || postcode.hasPrefix("98") { return String(postcode.prefix(3)) }
        if postcode.hasPrefix("20") { return (Int(postcode) ?? 0) < 20_200 ? "2A" : "2B" }
        return String(postcode.prefix(2))
    }

    /// How a place name is compared: no accents, no article in front, `ST` read as `SAINT`, no CEDEX and no number.
    static func nameKey(_ name: String) -> String {
        var words = Folding.fold(name).split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init)
        if let cedex = words.firstIndex(of: "cedex") { words.removeSubrange(cedex...) }
        words = words.map { word in
            switch word {
            case "st": "saint"
            case "ste": "sainte"
            default: word
            }
        }
        while let last = words.last, words.count > 1, last.allSatisfy(\.isNumber) { words.removeLast() }
        if words.count > 1, ["le", "la", "les", "l"].contains(words[0]) { words.removeFirst() }
        return words.joined(separator: " ")
    }

    // MARK: Départements, régions, NUTS

    public func departement(_ code: String) -> Departement? {
        departementByCode[Self.departementCode(code)].map { departements[$0] }
    }

    /// `1` → `01`, `062` → `62`, `2a` → `2A`.
    public static func departementCode(_ raw: String) -> String {
        let code = raw.trimmingPrefix(while: \.isWhitespace).uppercased()
        if code.count == 1 { return "0" + code }
        if code.count == 3, code.hasPrefix("0") { return String(code.dropFirst()) }
        return code
    }

    /// The départements that make up a région, by its INSEE code.
    public func departements(inRegion region: String) -> [String] {
        departements.filter { $0.region == region }.map(\.code)
    }

    /// The départements that a NUTS code of any level covers; codes of 2010 and 2013 are translated. Empty for
    /// `FR` (the whole country) and for codes of other countries.
    public func departements(nuts code: String) -> [String] {
        if let found = departementsByNUTS[code] { return found }
        if let present = presentNUTS[code] { return departementsByNUTS[present] ?? [] }
        return []
    }

    /// Middle of the commune centres of a département, weighted by their population.
    public func centre(ofDepartement code: String) -> Coordinates? { Self.departementCentres[code] }

    private static let departementCentres: [String: Coordinates] = {
        var sums: [String: (latitude: Double, longitude: Double, weight: Double)] = [:]
        for commune in shared.communes {
            let weight = Double(max(commune.population, 1))
            var sum = sums[commune.departement] ?? (0, 0, 0)
            sum.latitude += commune.centre.latitude * weight
            sum.longitude += commune.centre.longitude * weight
            sum.weight += weight
            sums[commune.departement] = sum
        }
        return sums.mapValues {
            Coordinates(latitude: $0.latitude / $0.weight, longitude: $0.longitude / $0.weight)
        }
    }()
}
