import FrenchText
import Nomenclature

/// Gives each lot what became of it: awards are told to lots by number, else by title.
///
/// An award for a lot that the form does not describe is kept on a lot of its own. Several awards for one lot, as in
/// framework agreements, put their winners together.
struct TEDAwardJoin {
    private var notice: Notice
    private let language: String
    private var byNumber: [String: Int] = [:]
    /// Made when an award is not told by number, which is rare.
    private lazy var byTitle: [String: Int] = Dictionary(
        notice.lots.enumerated().map { (Self.titleKey($1.title), $0) }.filter { !$0.0.isEmpty },
        uniquingKeysWith: { first, _ in first })
    /// Lots that stand only for their awards.
    private var added: [String: Int] = [:]
    private var ids: TEDLotIDs
    /// How many contractors may still be repeated because an award is for more than one lot: thousands of awards for
    /// thousands of lots each are no notice but an attack on the memory.
    private var shares = 20_000

    static func apply(_ awards: [TEDAward], to notice: inout Notice, language: String) {
        guard !awards.isEmpty else { return }
        var join = TEDAwardJoin(notice, language: language)
        join.apply(awards)
        notice = join.notice
    }

    private init(_ notice: Notice, language: String) {
        self.notice = notice
        self.language = language
        ids = TEDLotIDs(taken: notice.lots.map(\.id))
        for (index, lot) in notice.lots.enumerated() {
            let key = TEDLotNumber.key(lot.id)
            if byNumber[key] == nil { byNumber[key] = index }
        }
    }

    private mutating func apply(_ awards: [TEDAward]) {
        // « lot 1 » of a purchase that is not divided is the purchase.
        let numbers = Set(awards.map { TEDLotNumber.key($0.lot) }).subtracting([""])
        let sole = notice.lots.count == 1 && numbers.count <= 1 ? 0 : nil
        for award in awards {
            let lots = sole.map { [$0] } ?? self.lots(of: award)
            for (position, lot) in lots.enumerated() { add(award, to: lot, isFirst: position == 0) }
        }
    }

    private mutating func lots(of award: TEDAward) -> [Int] {
        let named = award.lot.isEmpty ? [] : TEDLotNumber.lots(award.lot, among: byNumber)
        if named.count > 1 { shares -= named.count * max(1, award.contractors.count) }
        if named.count == 1 || named.count > 1 && shares >= 0 { return named }
        // Titles such as « lot 5 : transports sanitaires » where the number itself is 0 or missing.
        if let lot = TEDLotNumber.opening(award.title.text).flatMap({ byNumber[$0] }) { return [lot] }
        if let lot = byTitle[Self.titleKey(award.title.localized(language))] { return [lot] }
        return [newLot(for: award)]
    }

    private mutating func newLot(for award: TEDAward) -> Int {
        let key = TEDLotNumber.key(award.lot) + "\n" + award.title.text
        if let known = added[key] { return known }
        var lot = Lot(id: ids.next(published: award.lot, ordinal: notice.lots.count + 1))
        lot.title = award.title.localized(language)
        lot.nature = notice.procedure.nature
        lot.mainCPV = notice.procedure.mainCPV
        notice.lots.append(lot)
        added[key] = notice.lots.count - 1
        return notice.lots.count - 1
    }

    private mutating func add(_ award: TEDAward, to index: Int, isFirst: Bool) {
        var result = notice.lots[index].result ?? LotResult()
        notice.lots[index].result = nil
        if result.status.isEmpty || award.status == "selec-w" { result.status = award.status }
        result.reason = result.status == "clos-nw" ? result.reason ?? award.reason : nil
        if result.statistics.isEmpty { result.statistics = award.statistics }
        result.lowestTender = result.lowestTender ?? award.lowest
        result.highestTender = result.highestTender ?? award.highest
        result.winners += award.winners(carriesValue: isFirst)
        notice.lots[index].result = result
        if isFirst, notice.lots[index].value == nil { notice.lots[index].value = award.estimate }
    }

    private static func titleKey(_ title: LocalizedText?) -> String {
        Folding.fold(title?.entries.first?.text ?? "").split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
}
