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
}
