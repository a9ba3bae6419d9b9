import Nomenclature
import Wording

/// The part of the country that a panorama is about: départements, régions, intercommunalities and communes, together.
public struct Territory: Sendable, Hashable {
    /// Codes, in the order given, each once.
    public let departements: [String]
    public let regions: [String]
    /// SIRENs.
    public let epcis: [String]
    public let communes: [String]
    /// « Landes », « Communauté de communes du Pays de Nay, 64445 Pau ».
    public let name: String
    /// Départements that are in the territory in part: of a structure placed no nearer than these one cannot tell.
    private let cut: Set<String>

    /// - Throws: `Problem` (`territory.unknown`) naming the code that no table has; (`territory.empty`) without any code.
    public init(departements: [String] = [], regions: [String] = [], epcis: [String] = [], communes: [String] = [])
        throws(Problem)
    {
        let map = Geography.shared
        var names: [String] = []
        self.departements = try Self.codes(departements, "--departement", &names) { code in
            map.departement(code).map { ($0.code, $0.name) }
        }
        self.regions = try Self.codes(regions, "--region", &names) { code in
            map.departements.first { $0.region == Self.padded(code) }.map { ($0.region, $0.regionName) }
        }
        self.epcis = try Self.codes(epcis, "--epci", &names) { code in
            map.epci(code.filter { !$0.isWhitespace }).map { ($0.siren, $0.name) }
        }
        self.communes = try Self.codes(communes, "--commune", &names) { code in
            map.commune(code: code.uppercased()).map { ($0.code, $0.name) }
        }
        guard !names.isEmpty else {
            throw Problem(
                "territory.empty", at: Place(file: "--departement"),
                Phrase("aucun territoire n’est nommé ; donnez un code", "no territory is named; give a code"))
        }
        name = names.joined(separator: ", ")
        var cut: Set<String> = []
        if !self.epcis.isEmpty || !self.communes.isEmpty {
            let (epcis, communes) = (Set(self.epcis), Set(self.communes))
            for commune in map.communes where epcis.contains(commune.epci) || communes.contains(commune.code) {
                cut.insert(commune.departement)
            }
        }
        self.cut = cut
    }

    public func contains(_ commune: Commune) -> Bool {
        departements.contains(commune.departement) || regions.contains(commune.region) || epcis.contains(commune.epci)
            || communes.contains(commune.code)
            || Arrondissements.city(of: commune.code).map(communes.contains) ?? false
    }

    /// Whether a structure known to lie in this département, and no nearer, is in the territory; `nil` when one cannot
    /// tell.
    public func contains(departement code: String) -> Bool? {
        if departements.contains(code) { return true }
        if let region = Geography.shared.departement(code)?.region, regions.contains(region) { return true }
        return cut.contains(code) ? nil : false
    }

    private static func codes(
        _ given: [String], _ option: String, _ names: inout [String], find: (String) -> (code: String, name: String)?
    ) throws(Problem) -> [String] {
        var codes: [String] = []
        for text in given {
            guard let (code, name) = find(text) else {
                throw Problem(
                    "territory.unknown", at: Place(file: option),
                    Phrase(
                        "« \(text) » n’est pas un code connu ; donnez \(expected(option).fr)",
                        "“\(text)” is no known code; give \(expected(option).en)"))
            }
            if codes.contains(code) { continue }
            codes.append(code)
            names.append(name)
        }
        return codes
    }

    private static func expected(_ option: String) -> Phrase {
        switch option {
        case "--departement": Phrase("un code de département (64, 2A, 974)", "a département code (64, 2A, 974)")
        case "--region": Phrase("un code INSEE de région (75, 11, 01)", "an INSEE région code (75, 11, 01)")
        case "--epci": Phrase("le SIREN d’une intercommunalité", "the SIREN of an intercommunality")
        default: Phrase("un code INSEE de commune (64445)", "an INSEE commune code (64445)")
        }
    }

    private static func padded(_ code: String) -> String { code.utf8.count == 1 ? "0" + code : code }
}

/// The municipal arrondissements of Paris, Lyon and Marseille have INSEE codes of their own.
enum Arrondissements {
    /// The commune that an arrondissement is part of; `nil` for every other code.
    static func city(of code: String) -> String? {
        switch code {
        case "75101"..."75120": "75056"
        case "69381"..."69389": "69123"
        case "13201"..."13216": "13055"
        default: nil
        }
    }
}
