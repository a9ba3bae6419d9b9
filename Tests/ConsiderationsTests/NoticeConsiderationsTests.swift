import Tenders
import Testing

@testable import Considerations

/// Which lots a sentence is about, and what flag and text say together.
@Suite struct NoticeConsiderationsTests {
    private func notice(lots count: Int, description: String = "") -> Notice {
        var notice = Notice(format: .eForms, id: "avis")
        notice.language = "FRA"
        if !description.isEmpty { notice.procedure.description = LocalizedText(description, language: "FRA") }
        notice.lots = (1...count).map { Lot(id: "LOT-000\($0)") }
        return notice
    }

    private func reservedByText(_ notice: Notice) -> [String: [String]] {
        var lots: [String: [String]] = [:]
        for entry in NoticeConsiderations(notice).entries
        where entry.consideration.category == .reservation && entry.consideration.origin == .text
            && entry.consideration.polarity == .yes
        {
            lots[String(entry.lot.suffix(1)), default: []] += entry.consideration.articles
        }
        return lots
    }

    @Test(
        arguments: [
            ("Seul le lot n° 1 est réservé aux entreprises adaptées.", ["1": ["L2113-12"]]),
            ("Seul le lot no 1 est réservé aux entreprises adaptées.", ["1": ["L2113-12"]]),
            ("Les lots 2 et 4 sont réservés aux SIAE.", ["2": ["L2113-13"], "4": ["L2113-13"]]),
            ("Les lots 1, 3 et 5 sont réservés aux ESAT", ["1": ["L2113-12"], "3": ["L2113-12"], "5": ["L2113-12"]]),
            ("Pour les lots 2 à 4 (réservé insertion)", ["2": ["L2113-13"], "3": ["L2113-13"], "4": ["L2113-13"]]),
            (
                "Les lots 1 et 2 sont réservés aux structures d'insertion par l'activité économique, les lots 3 et 4 sont réservés aux entreprises adaptées.",
                ["1": ["L2113-13"], "2": ["L2113-13"], "3": ["L2113-12"], "4": ["L2113-12"]]
            ),
            (
                "Tous les lots sauf le lot 5. L'ensemble des lots, hors lot 5, est réservé aux ESAT.",
                [
                    "1": ["L2113-12"], "2": ["L2113-12"], "3": ["L2113-12"], "4": ["L2113-12"],
                ]
            ),
            ("Lot 3 : entretien des espaces verts. Ce lot est réservé aux ESAT.", ["3": ["L2113-12"]]),
            (
                "Le lot 2 est réservé :\n- aux entreprises adaptées, lorsque plus de 50 % des travailleurs sont handicapés",
                [
                    "2": ["L2113-12"]
                ]
            ),
        ] as [(String, [String: [String]])])
    func lotsOfASentence(text: String, expected: [String: [String]]) {
        #expect(reservedByText(notice(lots: 5, description: text)) == expected)
    }

    @Test func wholePurchase() {
        let found = reservedByText(
            notice(lots: 3, description: "L'ensemble des lots est réservé aux entreprises adaptées et aux ESAT."))
        #expect(Set(found.keys) == ["1", "2", "3"])
    }

    @Test(arguments: [
        ("res-ws", "", NoticeConsiderations.ReservationSource.flag), ("", "Lot réservé aux ESAT", .text),
        ("res-ws", "Lot réservé aux ESAT", .both), ("none", "Lot réservé aux ESAT", .contradictory),
        ("res-ws", "Marché non réservé", .contradictory),
    ])
    func flagAndText(flag: String, text: String, source: NoticeConsiderations.ReservationSource) {
        var notice = notice(lots: 1)
        notice.lots[0].reservation = flag.isEmpty ? [] : [flag]
        if !text.isEmpty { notice.lots[0].description = LocalizedText(text, language: "FRA") }
        let reserved = NoticeConsiderations(notice).reservedLots
        #expect(reserved.map(\.source) == [source])
        #expect(reserved.map(\.lot) == ["LOT-0001"])
    }

    /// Before eForms the flag is of the whole purchase; the words say which lots it means.
    @Test func wordsNarrowTheFlag() {
        var notice = notice(lots: 3, description: "Le lot 2 est réservé aux ESAT.")
        notice.procedure.reservation = ["res-ws"]
        for index in notice.lots.indices { notice.lots[index].reservation = ["res-ws"] }
        let reserved = NoticeConsiderations(notice).reservedLots
        #expect(reserved.map(\.lot) == ["LOT-0002"])
        #expect(reserved.map(\.source) == [.both])
    }

    @Test func codesOfALot() {
        var notice = notice(lots: 1)
        notice.lots[0].social = ["opp"]
        notice.lots[0].environmental = ["circ-econ"]
        notice.lots[0].variants = "not-allowed"
        let entries = NoticeConsiderations(notice).entries.map(\.consideration)
        #expect(entries.contains { $0.category == .social && $0.origin == .field && $0.quote == "opp" })
        #expect(entries.contains { $0.category == .environmental && $0.topic == "circ-econ" })
        #expect(entries.contains { $0.category == .opening && $0.polarity == .no })
    }

    @Test func weightOfACriterionIsThatOfItsField() throws {
        var notice = notice(lots: 1)
        var criterion = AwardCriterion()
        criterion.name = LocalizedText("Insertion professionnelle des publics en difficulté", language: "FRA")
        criterion.weight = "10"
        criterion.weightKind = "per-exa"
        notice.lots[0].criteria = [criterion]
        let found = try #require(NoticeConsiderations(notice).entries.first { $0.consideration.category == .social })
        #expect(found.consideration.kind == .criterion)
        #expect(found.consideration.measures.weight == "10 %")
        #expect(found.consideration.place.text.hasPrefix("lot.criterion[1]"))
    }

    @Test func otherLanguagesAreLeftAlone() {
        var notice = notice(lots: 1)
        notice.language = "SPA"
        notice.lots[0].description = LocalizedText("Responsabilidad social clause sociale", language: "SPA")
        #expect(NoticeConsiderations(notice).entries.isEmpty)
    }
}
