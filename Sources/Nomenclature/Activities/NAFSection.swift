import Wording

/// A section of the NAF rév. 2: the coarsest level, one letter, the same as that of NACE rev. 2 (regulation (EC)
/// 1893/2006).
public enum NAFSection: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    case a = "A"
    case b = "B"
    case c = "C"
    case d = "D"
    case e = "E"
    case f = "F"
    case g = "G"
    case h = "H"
    case i = "I"
    case j = "J"
    case k = "K"
    case l = "L"
    case m = "M"
    case n = "N"
    case o = "O"
    case p = "P"
    case q = "Q"
    case r = "R"
    case s = "S"
    case t = "T"
    case u = "U"

    /// Divisions of the section, first and last.
    private var divisions: ClosedRange<Int> {
        switch self {
        case .a: 1...3
        case .b: 5...9
        case .c: 10...33
        case .d: 35...35
        case .e: 36...39
        case .f: 41...43
        case .g: 45...47
        case .h: 49...53
        case .i: 55...56
        case .j: 58...63
        case .k: 64...66
        case .l: 68...68
        case .m: 69...75
        case .n: 77...82
        case .o: 84...84
        case .p: 85...85
        case .q: 86...88
        case .r: 90...93
        case .s: 94...96
        case .t: 97...98
        case .u: 99...99
        }
    }

    private static let byDivision = Dictionary(
        uniqueKeysWithValues: allCases.flatMap { section in section.divisions.map { ($0, section) } })

    /// The section that `naf` belongs to; `nil` for the few numbers that are no division (04, 34, 40 …).
    public init?(_ naf: NAF) {
        guard let number = Int(naf.division), let section = Self.byDivision[number] else { return nil }
        self = section
    }

    public var name: Phrase {
        switch self {
        case .a: Phrase("Agriculture, sylviculture et pêche", "Agriculture, forestry and fishing")
        case .b: Phrase("Industries extractives", "Mining and quarrying")
        case .c: Phrase("Industrie manufacturière", "Manufacturing")
        case .d:
            Phrase(
                "Production et distribution d’électricité, de gaz, de vapeur et d’air conditionné",
                "Electricity, gas, steam and air conditioning supply")
        case .e:
            Phrase(
                "Production et distribution d’eau ; assainissement, gestion des déchets et dépollution",
                "Water supply; sewerage, waste management and remediation")
        case .f: Phrase("Construction", "Construction")
        case .g: Phrase("Commerce ; réparation d’automobiles et de motocycles", "Trade; repair of motor vehicles")
        case .h: Phrase("Transports et entreposage", "Transportation and storage")
        case .i: Phrase("Hébergement et restauration", "Accommodation and food service")
        case .j: Phrase("Information et communication", "Information and communication")
        case .k: Phrase("Activités financières et d’assurance", "Financial and insurance activities")
        case .l: Phrase("Activités immobilières", "Real estate activities")
        case .m:
            Phrase(
                "Activités spécialisées, scientifiques et techniques",
                "Professional, scientific and technical activities")
        case .n: Phrase("Services administratifs et de soutien", "Administrative and support services")
        case .o: Phrase("Administration publique", "Public administration")
        case .p: Phrase("Enseignement", "Education")
        case .q: Phrase("Santé humaine et action sociale", "Human health and social work")
        case .r: Phrase("Arts, spectacles et activités récréatives", "Arts, entertainment and recreation")
        case .s: Phrase("Autres activités de services", "Other service activities")
        case .t: Phrase("Activités des ménages en tant qu’employeurs", "Households as employers")
        case .u: Phrase("Activités extra-territoriales", "Extraterritorial organisations")
        }
    }

    public static func < (left: NAFSection, right: NAFSection) -> Bool { left.rawValue < right.rawValue }
}
