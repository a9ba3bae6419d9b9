/// The French NUTS codes (Eurostat), those of 2010 and 2013 included.
public struct NUTS: Sendable, Hashable {
    public let code: String
    /// As Eurostat publishes it, in French.
    public let label: String
    /// The present code for one of 2010 or 2013, `nil` for a present one and for a territory divided otherwise since.
    public let present: String?
    /// Whether notices stopped using it.
    public let isFormer: Bool

    /// 0 the country, 1 to 3 the levels below.
    public var level: Int { code.utf8.count - 2 }

    private static let table: [String: NUTS] = {
        var table: [String: NUTS] = [:]
        Table("nuts", columns: "code", "label", "parent", "departement").forEachRow { row in
            table[row[0]] = NUTS(code: row[0], label: row[1], present: nil, isFormer: false)
        }
        Table("nuts-legacy", columns: "code", "current_code", "label").forEachRow { row in
            table[row[0]] = NUTS(
                code: row[0], label: row[2], present: row[1].isEmpty ? nil : row[1], isFormer: true)
        }
        return table
    }()

    /// Every code, ascending.
    public static let all: [NUTS] = table.values.sorted { $0.code < $1.code }

    /// The territory with this code, `nil` for codes of other countries and unknown ones.
    public static func of(_ code: String) -> NUTS? { table[code] }
}
