import Matching
import Nomenclature
import Tenders
import Testing

@Suite struct NeedTests {
    private func notice(procedure: String, lot: String, description: String = "") -> (Notice, Lot) {
        var notice = Notice(format: .eForms, id: "N1")
        notice.procedure.title = LocalizedText(procedure, language: "FRA")
        var first = Lot(id: "LOT-0001")
        first.title = LocalizedText(lot, language: "FRA")
        first.description = description.isEmpty ? nil : LocalizedText(description, language: "FRA")
        first.mainCPV = "77310000"
        first.places = [PerformancePlace(nuts: "FRI13")]
        notice.lots = [first]
        return (notice, first)
    }

    @Test(arguments: [
        ("Espaces verts", "Espaces verts", "Espaces verts"),
        ("Espaces verts", "Lot 1 : espaces verts du nord", "Lot 1 : espaces verts du nord"),
        ("Entretien du patrimoine", "Peinture", "Entretien du patrimoine – Peinture"),
    ])
    func titleIsSaidOnce(procedure: String, lot: String, title: String) throws {
        let (notice, lot) = notice(procedure: procedure, lot: lot)
        #expect(Need(notice: notice, lot: lot).title == title)
    }

    @Test func lotOfANotice() throws {
        var (notice, lot) = notice(procedure: "Entretien", lot: "Tonte", description: "Trois parcs")
        lot.value = Money(Amount(euros: 60_000), currency: "EUR")
        lot.term = ContractTerm(value: "24", unit: "MONTH")
        lot.reservation = ["res-ws"]
        notice.lots = [lot]
        notice.issueDate = try Sample.day("2024-02-03")
        let need = Need(notice: notice, lot: lot)
        #expect(need.id == "N1/LOT-0001")
        #expect(need.description == "Trois parcs")
        #expect(need.cpv == [CPV("77310000")].compactMap { $0 })
        #expect(need.places.map(\.departements) == [["40"]])
        #expect(need.value == Amount(euros: 60_000))
        #expect(need.months == 24)
        #expect(need.reservationFlags == ["res-ws"])
        #expect(need.day == (try Sample.day("2024-02-03")))
    }

    @Test func undatedNoticeIsJudgedAtTheDayOfTheCaller() throws {
        let (notice, lot) = notice(procedure: "Entretien", lot: "Tonte")
        let day = try Sample.day("2025-01-01")
        #expect(Need(notice: notice, lot: lot, day: day).day == day)
    }

    @Test func severalPlacesInWords() throws {
        let need = Need(
            text: "Tonte", cpv: [], place: "Landes; 64000 Pau; nulle part", value: nil,
            day: try Sample.day("2024-01-01"))
        #expect(need.places.map(\.departements) == [["40"], ["64"]])
    }

    /// A flag of the whole notice, as before eForms: the lot that speaks of it is the reserved one.
    @Test func aFlagOfTheNoticeIsForTheLotsThatSpeakOfIt() {
        var notice = Notice(format: .ted, id: "ted:1")
        notice.procedure.reservation = ["res-ws"]
        notice.procedure.title = LocalizedText("Entretien des zones d’activités")
        notice.lots = ["Tonte, marché réservé aux entreprises adaptées", "Élagage"].enumerated().map { number, title in
            var lot = Lot(id: String(number + 1))
            lot.title = LocalizedText(title)
            lot.reservation = ["res-ws"]
            return lot
        }
        #expect(notice.lots.map { Need(notice: notice, lot: $0).reservationFlags } == [["res-ws"], []])
        notice.lots[0].title = LocalizedText("Tonte")
        #expect(notice.lots.map { Need(notice: notice, lot: $0).reservationFlags } == [["res-ws"], ["res-ws"]])
    }
}
