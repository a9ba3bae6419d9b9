/// The NAF rév. 2: 732 sub-classes with their labels and what they are part of.
public struct NAFTable: Sendable {
    public static let shared = NAFTable()

    /// In ascending order.
    public let codes: [NAF]
    private let table = Table(
        "naf2", columns: "code", "label", "class_label", "group_label", "division_label", "section")

    private init() { codes = table.map { NAF(trusted: $0[0]) } }

    public func contains(_ naf: NAF) -> Bool { table.row(sortedBy: naf.code) != nil }

    public func label(_ naf: NAF) -> String? { cell(1, of: naf) }

    /// Label of the division, the first two digits.
    public func divisionLabel(_ naf: NAF) -> String? { cell(4, of: naf) }

    /// Letter of the section.
    public func section(_ naf: NAF) -> String? { cell(5, of: naf) }

    /// The sub-classes whose code begins with `prefix` (`81.3`), or all of a section (`N`).
    public func codes(prefix: String) -> [NAF] {
        prefix.utf8.count == 1 && prefix.utf8.allSatisfy { $0 > 0x39 }
            ? codes.filter { section($0) == prefix } : codes.filter { $0.code.hasPrefix(prefix) }
    }

    /// Label of a class (`81.30`), a group (`81.3`) or a division (`81`); `nil` for an unknown or a longer prefix.
    public func label(prefix: String) -> String? {
        let column: Int
        switch prefix.utf8.count {
        case 2: column = 4
        case 4: column = 3
        case 5: column = 2
        default: return nil
        }
        return codes.first { $0.code.hasPrefix(prefix) }.flatMap { cell(column, of: $0) }
    }

    private func cell(_ column: Int, of naf: NAF) -> String? {
        table.row(sortedBy: naf.code).map { table[$0][column] }
    }
}
