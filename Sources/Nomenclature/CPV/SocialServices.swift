import Wording

/// The services that article L2113-15 CCP lets a buyer reserve (directive 2014/24/EU, art. 77): **exact codes**,
/// except that every code from 85000000 to 85323000 is in.
public enum SocialServices {
    private static let codes: Set<CPV> = {
        var codes: Set<CPV> = []
        Table("cpv-social-services", columns: "code").forEachRow { row in
            if let code = CPV(row[0]) { codes.insert(code) }
        }
        return codes
    }()

    /// Whether `code` is on the strict list.
    public static func contains(_ code: CPV) -> Bool {
        codes.contains(code) || (85_000_000...85_323_000).contains(code.number)
    }

    // MARK: The wider list

    private static let specific: [ClosedRange<Int>] = Table("law-cpv-specific-services", columns: "first", "last")
        .map { row in
            guard let first = row.cell(0).number, let last = row.cell(1).number else {
                preconditionFailure("table law-cpv-specific-services: \(row[0])")
            }
            return first...last
        }

    /// Whether `code` is a social or other specific service (annex XIV of the directive), strict list included. Whether
    /// what only this list holds may be reserved under L2113-15 is not settled.
    public static func isSpecific(_ code: CPV) -> Bool {
        contains(code) || specific.contains { $0.contains(Int(code.number)) }
    }

    /// Whether a lot is of such services alone; a lot without codes is not known to be.
    public static func areSpecific(_ codes: [CPV]) -> Bool { !codes.isEmpty && codes.allSatisfy(isSpecific) }

    /// What is said of codes that the strict list does not hold.
    public static func offList(_ codes: [CPV]) -> Phrase {
        let list = codes.map(\.code).joined(separator: ", ")
        return Phrase(
            "hors de la liste stricte des services réservables\u{A0}: CPV \(list)",
            "outside the strict list of services that may be reserved: CPV \(list)")
    }
}
