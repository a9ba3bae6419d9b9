/// The NAF 2025: 747 sub-classes with their labels and what they are part of.
public struct NAF2025Table: Sendable {
    public static let shared = NAF2025Table()

    /// In ascending order.
    public let codes: [NAF2025]
    private let table = Table("naf2025", columns: "code", "label", "division_label", "section")

    private init() { codes = table.map { NAF2025(trusted: $0[0]) } }

    public func contains(_ naf: NAF2025) -> Bool { table.row(sortedBy: naf.code) != nil }

    public func label(_ naf: NAF2025) -> String? { cell(1, of: naf) }

    /// Label of the division, the first two digits.
    public func divisionLabel(_ naf: NAF2025) -> String? { cell(2, of: naf) }

    /// Letter of the section.
    public func section(_ naf: NAF2025) -> String? { cell(3, of: naf) }

    private func cell(_ column: Int, of naf: NAF2025) -> String? {
        table.row(sortedBy: naf.code).map { table[$0][column] }
    }
}
