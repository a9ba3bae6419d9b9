import Nomenclature
import Tenders
import Wording
import Workspace

/// A lot with its notice and file.
public struct LotView: Sendable, Hashable {
    public let notice: Notice
    public let lot: Lot
    public let file: String

    /// `notice-id/LOT-0001`: how a lot is named on the command line and in results.
    public var reference: String { notice.id + "/" + lot.id }

    public var buyer: Organisation? { notice.buyers.first }

    /// The number of the lot: `LOT-0003`, « lot 3 » and `3` are the same lot.
    public var number: Int? { Self.number(lot.id) }

    static func number(_ text: String) -> Int? {
        Int(String(text.reversed().prefix(while: \.isNumber).reversed()))
    }

    /// The title to show: that of the lot, after that of the purchase when they differ.
    public var title: String {
        let whole = notice.text(notice.procedure.title)
        let own = notice.text(lot.title)
        if own.isEmpty || whole.contains(own) { return whole }
        if whole.isEmpty || own.contains(whole) { return own }
        return whole + " – " + own
    }
}

extension Application {
    /// All lots of the notices in force.
    public func lots() throws -> [LotView] {
        var lots: [LotView] = []
        try workspace.forEachNotice { stored in
            for lot in stored.notice.lots { lots.append(LotView(notice: stored.notice, lot: lot, file: stored.file)) }
        }
        return lots
    }

    /// The lots that suppliers may still be looked for: not those of award notices.
    public func lotsToMatch() throws -> [LotView] {
        var lots: [LotView] = []
        try forEachLotToMatch { lots.append($0) }
        return lots
    }

    /// The same, one after the other.
    public func forEachLotToMatch(_ body: (LotView) throws -> Void) throws {
        try workspace.forEachNotice { stored in
            guard !stored.notice.isOver else { return }
            for lot in stored.notice.lots { try body(LotView(notice: stored.notice, lot: lot, file: stored.file)) }
        }
    }

    /// The lots that `text` names: `notice/lot`, where the notice is its identifier, its number in the Official Journal
    /// or its file name, whole or cut short; without a lot, all lots of the notice.
    ///
    /// - Throws: `Problem` saying that nothing or more than one notice is named.
    public func lots(named text: String) throws -> [LotView] {
        // A file path has slashes of its own: the lot is what stands after the last one, if it looks like a lot.
        var noticeText = text
        var lotText: String?
        if let slash = text.lastIndex(of: "/") {
            let tail = String(text[text.index(after: slash)...])
            if !tail.hasSuffix(".xml") {
                noticeText = String(text[..<slash])
                lotText = tail
            }
        }
        let notices = try workspace.notices(matching: noticeText)
        let place = Place(file: text)
        guard let stored = notices.first else {
            throw Problem(
                "lot.unknown", at: place,
                Phrase(
                    "aucun avis de ce nom dans l’espace de travail ; « passerelle lots » en donne la liste",
                    "no notice of that name in the workspace; “passerelle lots” lists them"))
        }
        guard notices.count == 1 else {
            let names = notices.prefix(4).map(\.notice.id).joined(separator: ", ")
            throw Problem(
                "lot.ambiguous", at: place,
                Phrase(
                    "plusieurs avis portent ce nom (\(names)) ; précisez",
                    "several notices have that name (\(names)); be more specific"))
        }
        let lots = stored.notice.lots.filter { lot in
            guard let lotText else { return true }
            return lot.id == lotText || LotView.number(lot.id) == LotView.number(lotText)
        }
        guard !lots.isEmpty else {
            let names = stored.notice.lots.map(\.id).joined(separator: ", ")
            throw Problem(
                "lot.unknown", at: place,
                Phrase("cet avis n’a pas ce lot ; il a : \(names)", "this notice has no such lot; it has: \(names)"))
        }
        return lots.map { LotView(notice: stored.notice, lot: $0, file: stored.file) }
    }
}
