import FrenchText
import Nomenclature
import Tenders

extension Need {
    /// A lot of a notice; French first. The titles and descriptions of the purchase and of its only lot are one text;
    /// of a purchase in several lots they are the ``context`` of each.
    ///
    /// - Parameter day: the day to judge at when the notice gives none.
    public init(notice: Notice, lot: Lot, day: Day = Self.undated) {
        let own = [notice.text(lot.description), notice.text(lot.note)]
        let whole = [notice.text(notice.procedure.title), notice.text(notice.procedure.description)]
        let ownTitle = notice.text(lot.title)
        let isAlone = notice.lots.count == 1 || ownTitle.isEmpty
        var cpv = lot.cpvCodes
        if cpv.isEmpty {
            cpv = ([notice.procedure.mainCPV].compactMap { $0 } + notice.procedure.additionalCPV).compactMap { CPV($0) }
        }
        self.init(
            id: notice.id + "/" + lot.id, title: isAlone ? Self.joined([whole[0], ownTitle], " – ") : ownTitle,
            description: Self.joined(isAlone ? own + [whole[1]] : own, "\n"),
            context: isAlone ? "" : Self.joined(whole, "\n"), cpv: cpv,
            places: Self.places(of: lot, in: notice), value: notice.value(of: lot), months: lot.term?.months,
            reservationFlags: Self.flags(of: lot, in: notice), day: notice.issueDate ?? day)
    }

    /// The day of the consolidated code that the tables were read in, for notices without a date.
    public static let undated: Day = {
        guard let day = Day(year: 2026, month: 4, day: 1) else { preconditionFailure("1 April 2026 is a day") }
        return day
    }()

    /// A need in the buyer's own words.
    ///
    /// - Parameter place: postcode, city, département or NUTS code; several separated by `;`.
    public init(text: String, cpv: [CPV], place: String, value: Amount?, day: Day) {
        let places = place.split(separator: ";").compactMap { PlaceResolver.resolve(words: String($0)) }
        self.init(id: "", title: text, cpv: cpv, places: places, value: value, day: day)
    }

    /// Notices before eForms flag the whole purchase even where only one lot is reserved: then the lots decide whose own
    /// text speaks of it. In a purchase whose lots say nothing, and in a very long one, the flag stands for all.
    private static func flags(of lot: Lot, in notice: Notice) -> [String] {
        guard !notice.procedure.reservation.isEmpty, (2...300).contains(notice.lots.count) else {
            return lot.reservation
        }
        func speaks(_ lot: Lot) -> Bool {
            Array(Folding.fold(notice.text(lot.title) + " " + notice.text(lot.description)).utf8)
                .holds(Array("reserv".utf8))
        }
        return !speaks(lot) && notice.lots.contains(where: speaks) ? [] : lot.reservation
    }

    /// Texts one after the other, leaving out those that another one already holds.
    private static func joined(_ texts: [String], _ separator: String) -> String {
        var kept: [(text: String, folded: [UInt8])] = []
        for text in texts where !text.isEmpty {
            let folded = Array(Folding.fold(text).utf8)
            if kept.contains(where: { $0.folded.holds(folded) }) { continue }
            kept.removeAll { folded.holds($0.folded) }
            kept.append((text, folded))
        }
        return kept.map(\.text).joined(separator: separator)
    }

    /// The places of performance: as published in codes or addresses, else in words, else the départements that the
    /// publisher's index gives. Where there is none of them, that of the buyer stands in and says so.
    private static func places(of lot: Lot, in notice: Notice) -> [NeedPlace] {
        let published = notice.places(of: lot)
        for places in [
            published.compactMap { PlaceResolver.resolve($0) },
            published.compactMap { PlaceResolver.resolve(words: $0.description) },
            (notice.index?.placeDepartements ?? []).compactMap { PlaceResolver.resolve(words: $0) },
        ] where !places.isEmpty {
            var seen: Set<NeedPlace> = []
            return places.filter { seen.insert($0).inserted }
        }
        // A place abroad is not that of the buyer.
        guard published.allSatisfy({ ["", "FRA", "FR"].contains($0.country) }) else { return [] }
        return notice.buyers.prefix(1).compactMap { buyer in
            let address = PerformancePlace(
                country: buyer.country, nuts: buyer.nuts, postcode: buyer.postcode, city: buyer.city)
            var place = PlaceResolver.resolve(address)
            place?.isBuyers = true
            return place
        }
    }
}
