import Nomenclature

/// A CPV code as it was published, brought to one that exists (rule 26 of the reading rules).
public struct CPVReading: Sendable, Hashable {
    /// What was done to the published text. Dropping the check digit is no repair.
    public enum Repair: String, Sendable, Codable, CaseIterable {
        case none
        /// Seven digits: a table program took `09130000` for a number.
        case leadingZero
        /// Fewer than eight digits: zeros behind, as the vocabulary writes a division or a group.
        case padded
        /// There is no such code: its division is all that is known.
        case division
        /// There is no such division either.
        case unknown
    }

    public let code: CPV
    public let repair: Repair

    /// `nil` when the text is no code: no digits, fewer than two, more than eight.
    public init?(_ published: some StringProtocol) {
        if let plain = Self.plain(published), CPVTable.shared.contains(plain) {
            (code, repair) = (plain, .none)
            return
        }
        let body = published.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
        let digits = String(body.filter { !$0.isWhitespace && $0 != "." })
        guard (2...8).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        var readings: [(text: String, repair: Repair)] = []
        if digits.utf8.count == 8 {
            readings = [(digits, .none)]
        } else {
            if digits.utf8.count == 7 { readings.append(("0" + digits, .leadingZero)) }
            readings.append((digits + String(repeating: "0", count: 8 - digits.utf8.count), .padded))
        }
        let codes = readings.compactMap { reading in CPV(reading.text).map { ($0, reading.repair) } }
        if let known = codes.first(where: { CPVTable.shared.contains($0.0) }) {
            (code, repair) = known
            return
        }
        guard let first = codes.first else { return nil }
        if let division = CPV(first.0.division + "000000"), CPVTable.shared.contains(division) {
            (code, repair) = (division, .division)
        } else {
            (code, repair) = (first.0, .unknown)
        }
    }

    /// Eight digits with or without their check digit, as nearly all are.
    private static func plain(_ text: some StringProtocol) -> CPV? {
        var number: UInt32 = 0
        var count = 0
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39 where count < 8: number = number * 10 + UInt32(byte - 0x30)
            case UInt8(ascii: "-") where count == 8, 0x30...0x39 where count == 9: break
            default: return nil
            }
            count += 1
        }
        return count == 8 || count == 10 ? CPV(number: number) : nil
    }

    /// Works, supplies or services, as the national file derives them from the division.
    public enum Kind: String, Sendable, Codable, CaseIterable { case works, supplies, services }

    /// `nil` for a division that does not exist.
    public var kind: Kind? {
        switch code.number / 1_000_000 {
        case 45: .works
        case 1...44, 48: .supplies
        case 50...98: .services
        default: nil
        }
    }
}
