import Foundation
import Nomenclature
import Wording

/// The order in which records of one enterprise are believed.
enum Preference {
    /// Most believed first, whatever the order given: the newest, then the most official source.
    static func sorted(_ records: [SupplierRecord]) -> [Reading] { sorted(records.map(Reading.init)) }

    static func sorted(_ records: [Reading]) -> [Reading] {
        guard records.count > 1 else { return records }
        return records.sorted { left, right in
            if left.record.seen != right.record.seen { return isNewer(left.record.seen, right.record.seen) }
            if left.record.source != right.record.source {
                let ranks = (SourceRank.of(left.record.source), SourceRank.of(right.record.source))
                return ranks.0 == ranks.1 ? left.record.source < right.record.source : ranks.0 > ranks.1
            }
            if left.record.siret != right.record.siret {
                return (left.record.siret?.text ?? "") < (right.record.siret?.text ?? "")
            }
            return left.record == right.record ? false : content(left.record) < content(right.record)
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

/// How official a source is, by its identifier; sources unknown to this version come last.
enum SourceRank {
    static func of(_ source: String) -> Int { SupplierSource.named(source)?.rank ?? 0 }

    static func isRegistry(_ source: String) -> Bool { SupplierSource.named(source)?.isRegistry ?? false }
}
