import FrenchText
import Wording

/// A code of the common procurement vocabulary (CPV 2008, règlement (CE) n° 213/2008): eight digits.
public struct CPV: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    /// The eight digits as a number; 03000000 is 3,000,000.
    public let number: UInt32

    public init(number: UInt32) { self.number = number }

    /// Reads eight digits with or without the check digit: `77310000`, `77310000-6`. Seven digits have lost their
    /// leading zero, which is given back. The code need not exist: see ``CPVTable/contains(_:)``.
    public init?(_ text: some StringProtocol) {
        let body = String(
            text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)[0].filter { !$0.isWhitespace })
        let count = body.utf8.count
        guard count == 8 || count == 7, body.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let number = UInt32(body)
        else { return nil }
        self.number = number
    }

    /// The eight digits.
    public var code: String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 8 - digits.utf8.count)) + digits
    }

    public var description: String { code }

    /// The first `count` digits, e.g. `"77"` for the division, `"773"` for the group.
    public func prefix(_ count: Int) -> String { String(code.prefix(count)) }

    /// The two digits of the division.
    public var division: String { prefix(2) }

    /// Number of digits that say something: 2 for a division, up to 8. `77310000` has 4.
    public var depth: Int {
        var number = number
        var depth = 8
        while depth > 2, number.isMultiple(of: 10) {
            number /= 10
            depth -= 1
        }
        return depth
    }

    /// Number of leading digits shared with `other`, never counting the zeros that only fill up.
    public func sharedDepth(with other: CPV) -> Int {
        var shared = 0
        for (left, right) in zip(code.utf8, other.code.utf8) {
            guard left == right else { break }
            shared += 1
        }
        return min(shared, depth, other.depth)
    }

    public static func < (left: CPV, right: CPV) -> Bool { left.number < right.number }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let code = CPV(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a CPV code: \(text)")
        }
        self = code
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }
}

/// The CPV 2008 tree: 9,454 codes with French and English labels.
public struct CPVTable: Sendable {
    public static let shared = CPVTable()

    /// Codes in ascending order.
    public let codes: [CPV]
    private let labels: [CPV: Phrase]

    private init() {
        var codes: [CPV] = []
        var labels: [CPV: Phrase] = [:]
        codes.reserveCapacity(9_500)
        labels.reserveCapacity(9_500)
        Table("cpv", columns: "code", "fr", "en").forEachRow { row in
            guard let code = CPV(row[0]) else { return }
            codes.append(code)
            labels[code] = Phrase(row[1], row[2])
        }
        self.codes = codes.sorted()
        self.labels = labels
    }

    public func contains(_ code: CPV) -> Bool { labels[code] != nil }

    public func label(_ code: CPV) -> Phrase? { labels[code] }

    /// The code itself and what it is part of, most general first: division, group, class, category …
    public func branch(_ code: CPV) -> [CPV] {
        var branch: [CPV] = []
        for digits in 2...8 {
            var scale: UInt32 = 1
            for _ in digits..<8 { scale *= 10 }
            let ancestor = CPV(number: code.number / scale * scale)
            if labels[ancestor] != nil, branch.last != ancestor { branch.append(ancestor) }
        }
        return branch
    }

    /// Codes whose label holds every word of `words`, compared without accents, shortest code first.
    public func search(_ words: String, language: Language = .french) -> [CPV] {
        let wanted = Folding.fold(words).split(whereSeparator: { !$0.isLetter && !$0.isNumber })
        guard !wanted.isEmpty else { return [] }
        return codes.filter { code in
            guard let label = labels[code] else { return false }
            let folded = Folding.fold(label[language])
            return wanted.allSatisfy { folded.contains($0) }
        }
        .sorted { ($0.depth, $0) < ($1.depth, $1) }
    }
}

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
