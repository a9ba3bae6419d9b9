import Foundation
import Nomenclature
import Wording

/// The order in which records of one structure are believed.
enum Preference {
    /// Most believed first, whatever the order given.
    static func sorted(_ records: [SupplierRecord]) -> [SupplierRecord] {
        guard records.count > 1 else { return records }
        return records.sorted { left, right in
            if left.seen != right.seen { return isNewer(left.seen, right.seen) }
            let ranks = (SourceRank.of(left.source), SourceRank.of(right.source))
            if ranks.0 != ranks.1 { return ranks.0 > ranks.1 }
            if left == right { return false }
            return content(left) < content(right)
        }
    }

    private static func isNewer(_ left: Day?, _ right: Day?) -> Bool {
        guard let left else { return false }
        guard let right else { return true }
        return left > right
    }

    /// The whole record as text: different records compare the same way on every machine. The place comes last, so
    /// that moving a file does not change which of its rows is believed.
    private static func content(_ record: SupplierRecord) -> String {
        var bare = record
        bare.place.file = ""
        bare.place.line = nil
        bare.place.record = nil
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let encoded = (try? encoder.encode(bare)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        return encoded + "\u{0}\(record.place.file)\u{0}\(record.place.line ?? 0)\u{0}\(record.place.record ?? 0)"
    }
}
