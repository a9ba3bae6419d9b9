// From the words of an address to its commune.
extension Geography {
    /// The commune of an address, with how sure it is; `nil` rather than a guess between two.
    ///
    /// The INSEE code comes first. Then the name is looked up among the communes of the postcode, then in its département
    /// (CEDEX postcodes serve no commune, and some postcodes are wrong); a postcode of one single commune is enough in
    /// itself; then spellings are repaired, among the communes of the postcode first. Without a postcode, the name must be
    /// that of a single commune, and not of a hamlet.
    ///
    /// `PARIS 10`, `Lyon 3e` and the postcodes 75001–75020, 69001–69009 and 13001–13016 are arrondissements; when these
    /// two disagree, and for `75000 PARIS` and CEDEX addresses, it is the city as a whole (75056, 69123, 13055).
    ///
    /// - Parameters:
    ///   - postcode: read by ``postcode(_:)``; when it is empty, a number of five digits in `city` stands for it.
    ///   - city: as an address writes it, CEDEX, number and brackets included; may be empty.
    ///   - communeCode: INSEE code, where the source has one; codes of former communes lead to the present one.
    /// - Complexity: about half a microsecond for addresses that are written as La Poste does; up to a hundred for
    ///   spellings to repair.
    public func place(postcode: String, city: String, communeCode: String? = nil) -> Placed? {
        if let communeCode, let commune = commune(code: communeCode) {
            return Placed(commune: commune, confidence: .code)
        }
        let name = CommuneName(city)
        let number = Self.postcodeNumber(postcode) ?? name.postcode
        let address = Address(
            name: name, served: number.map { postcodes.rows($0) } ?? [],
            departement: departementPlace(postcode: number, raw: postcode))
        if let placed = placeByName(address) ?? placeByOtherWriting(city, address) { return placed }
        let likely = placeBySpelling(city, address, .served)
        // « 40220 Strasbourg »: either may be wrong.
        if likely == nil, isElsewhere(address.name) { return nil }
        return placeByPostcode(address) ?? likely ?? placeBySpelling(city, address, .departement)
    }

    /// What is known of an address.
    struct Address {
        var name: CommuneName
        /// Rows of the communes that the postcode serves.
        let served: ArraySlice<UInt16>
        /// Place in ``Geography/departements`` of the one that the postcode belongs to.
        let departement: Int?
    }

    // MARK: The name as it is

    /// The commune called so with this postcode, else in this département, else, without any of them, in the country.
    func placeByName(_ address: Address) -> Placed? {
        guard !address.name.key.isEmpty else { return nil }
        var served = Single()
        var near = Single()
        var anywhere = Single()
        names.forEach(named: address.name.key) { row, isFormer in
            let rank = isFormer ? 2 : 0
            let departement = Int(departementOfRow[row])
            if address.served.contains(UInt16(row)) {
                served.offer(row, rank: departement == address.departement ? rank : rank + 1)
            }
            if departement == address.departement { near.offer(row, rank: rank) }
            if areBothCorsican(departement, address.departement) { near.offer(row, rank: rank + 1) }
            anywhere.offer(row, rank: 0)
        }
        if served.isFound { return placed(served, .postcodeAndName, address) }
        if near.isFound { return placed(near, .departementAndName, address) }
        guard address.departement == nil, let row = anywhere.only,
            Commune(row: row).population >= Self.smallestKnownByName
        else { return nil }
        return placed(anywhere, .name, address)
    }

    /// Inhabitants from which a commune is meant when its name, borne by no other, stands alone; smaller ones share
    /// theirs with hamlets that no table lists.
    private static let smallestKnownByName = 2_000

    /// Whether a name that is not one of the département is that of a town. Names of villages are those of quarters and
    /// hamlets as well, and contradict nothing.
    private func isElsewhere(_ name: CommuneName) -> Bool {
        var isTown = false
        names.forEach(named: name.key) { row, isFormer in
            if !isFormer, Commune(row: row).population >= Self.smallestTown { isTown = true }
        }
        return isTown
    }

    private static let smallestTown = 10_000

    /// The names in brackets, after commas, before « commune déléguée de ».
    private func placeByOtherWriting(_ city: String, _ address: Address) -> Placed? {
        guard address.departement != nil else { return nil }
        for text in CommuneName.alternatives(city) {
            var other = address
            other.name = CommuneName(text)
            if let placed = placeByName(other) { return placed }
        }
        return nil
    }

    /// The only commune of the postcode.
    private func placeByPostcode(_ address: Address) -> Placed? {
        var only = Single()
        for row in address.served where !hasArrondissements(Int(row)) { only.offer(Int(row), rank: 0) }
        return placed(only, .postcode, address)
    }

    func placed(_ found: Single, _ confidence: PlacingConfidence, _ address: Address) -> Placed? {
        guard let row = found.only else { return nil }
        return Placed(commune: Commune(row: refined(row, address)), confidence: confidence)
    }

    // MARK: Arrondissements

    /// Row of the city that has arrondissements → INSEE code before the first, and their number.
    private static let arrondissements: [Int: (base: Int, count: Int)] = {
        let cities = [("75056", 75_100, 20), ("69123", 69_380, 9), ("13055", 13_200, 16)]
        return Dictionary(
            uniqueKeysWithValues: cities.compactMap { code, base, count in
                shared.codes.row(code).map { ($0, (base, count)) }
            })
    }()

    private func hasArrondissements(_ row: Int) -> Bool { Self.arrondissements[row] != nil }

    /// The row of an arrondissement by its number.
    func arrondissement(_ number: Int?, of city: Int) -> Int? {
        guard let number, let (base, count) = Self.arrondissements[city], (1...count).contains(number) else {
            return nil
        }
        return codes.row(String(base + number))
    }

    /// The arrondissement of a city that the name and the postcode point to, if they do and agree.
    private func refined(_ row: Int, _ address: Address) -> Int {
        guard hasArrondissements(row) else { return row }
        let named = arrondissement(address.name.arrondissement, of: row)
        let served = address.served.first { Commune(row: Int($0)).kind == .arrondissement }.map { Int($0) }
        if let named, let served, named != served { return row }
        return named ?? served ?? row
    }

    // MARK: Départements

    private func departementPlace(postcode: Int?, raw: String) -> Int? {
        guard let postcode else {
            // Some sources have the département where the postcode should be.
            return raw.utf8.count < 4 && !raw.isEmpty ? departementPlace(Self.departementCode(raw)) : nil
        }
        return Self.departementsByPostcode[postcode / 100]
    }

    /// Place of the département for the first three digits of a postcode.
    private static let departementsByPostcode: [Int?] = (0..<1_000).map { digits in
        let text = String(digits)
        let postcode = String(repeating: "0", count: 3 - text.utf8.count) + text + "00"
        return shared.departementPlace(departement(ofPostcode: postcode))
    }

    /// Corsican postcodes of the one département were given to communes of the other.
    private static let corsica = "94"

    private func areBothCorsican(_ one: Int, _ other: Int?) -> Bool {
        guard let other, one != other else { return false }
        return departements[one].region == Self.corsica && departements[other].region == Self.corsica
    }
}

/// The one row among those offered with the best rank, if it is one only.
struct Single {
    private var row: Int?
    private var rank = Int.max
    private var isShared = false

    var isFound: Bool { row != nil }
    var only: Int? { isShared ? nil : row }

    /// - Parameter rank: the lower the better.
    mutating func offer(_ row: Int, rank: Int) {
        if rank < self.rank {
            self.row = row
            self.rank = rank
            isShared = false
        } else if rank == self.rank, row != self.row {
            isShared = true
        }
    }
}
