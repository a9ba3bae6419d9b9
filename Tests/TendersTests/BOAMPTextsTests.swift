import Nomenclature
import Testing

@testable import Tenders

/// What the forms of the BOAMP write as text: deadlines, amounts, places, awards.
@Suite struct BOAMPTextsTests {
    @Test(
        arguments: [
            // The six shapes of the reference, then spaces and what is no deadline.
            ("2026-10-08T12:00:00", "2026-10-08", "12:00:00", "2026-10-08T12:00:00"),
            ("2026-10-08T12:00:00Z", "2026-10-08Z", "12:00:00Z", "2026-10-08T12:00:00Z"),
            ("2026-10-08T12:00:00+02:00", "2026-10-08+02:00", "12:00:00+02:00", "2026-10-08T12:00:00+02:00"),
            ("2026-10-08T12:00:00.000", "2026-10-08", "12:00:00.000", "2026-10-08T12:00:00"),
            ("2026-10-08T12:00:00.000Z", "2026-10-08Z", "12:00:00.000Z", "2026-10-08T12:00:00Z"),
            ("2026-10-08", "2026-10-08", nil, "2026-10-08"),
            ("2026-10-08+02:00", "2026-10-08+02:00", nil, "2026-10-08"),
            ("2026-10-08T12:00:00.000-03:00", "2026-10-08-03:00", "12:00:00.000-03:00", "2026-10-08T12:00:00-03:00"),
            ("2026-10-08 12:00", "2026-10-08", "12:00", "2026-10-08T12:00:00"),
            ("2026-10-08T", "2026-10-08", nil, "2026-10-08"),
        ] as [(String, String, String?, String)])
    func deadlines(_ text: String, date: String, time: String?, iso: String) {
        let deadline = Deadline(kind: .tenders, timestamp: text)
        #expect(deadline?.date == date)
        #expect(deadline?.time == time)
        #expect(deadline?.iso == iso)
    }

    @Test(arguments: ["", "voir le règlement", "2026-02-30T12:00:00", "08/10/2026"])
    func noDeadline(_ text: String) { #expect(Deadline(kind: .tenders, timestamp: text) == nil) }

    @Test(
        arguments: [
            ("20 000 € HT", "20000.00"), ("35 000,50 euros", "35000.50"), ("1\u{202F}500\u{A0}000 EUR", "1500000.00"),
            ("414215.5€ H.T.", "414215.50"), ("0 €", "0.00"), ("20 000 € TTC", nil), ("20.000 €", nil),
            ("20,000 €", nil),
            ("maximum 20 000 € HT", nil), ("20 000", nil), ("2 lots", nil), ("entre 10 000 et 20 000 €", nil),
            ("10 20 €", nil), ("20 000 € HT par an", nil), ("", nil), ("€", nil),
        ] as [(String, String?)])
    func amounts(_ text: String, _ amount: String?) {
        #expect(BOAMPAmount.read(text)?.amount.decimal == amount)
        #expect(BOAMPAmount.read(text)?.currency == (amount == nil ? nil : "EUR"))
    }

    @Test(arguments: [
        ("4 hameau de la Briquetterie, 62870 CAMPAGNE LES HESDIN", "62870", "Campagne-lès-Hesdin", ""),
        ("Mont-de-Marsan (40000)", "40000", "Mont-de-Marsan", ""), ("Bouches-du-Rhône", "", "", "FRL04"),
        ("Fécamp", "", "Fécamp", ""), ("Plusieurs lieux", "", "", ""), ("", "", "", ""),
        // Several postcodes, a number that is none, a name that several communes have.
        ("62870 Campagne-lès-Hesdin et 40000 Mont-de-Marsan", "", "", ""), ("99999 unités", "", "", ""),
        ("Saint-Denis", "", "", ""),
    ])
    func places(_ text: String, postcode: String, city: String, nuts: String) {
        let place = BOAMPPlace.read(text)
        #expect(place.description == text)
        #expect(place.postcode == postcode)
        #expect(place.city == city)
        #expect(place.nuts == nuts)
        #expect(place.country.isEmpty)
    }

    // MARK: Free text of awards; the organisations are invented, the shapes are those that are published

    @Test func theBlockOfTheForm() throws {
        let text = """
            Nombre d'offres reçues : 8
            Date d'attribution : 01/10/26
            Marché n° : 2026 T4
            Atelier Fictif Du Val, 30 Rue De L Exemple, 95230 Ville-Exemple
            Montant HT : 935 220,50 Euros
            Sous-traitance : non.
            """
        let section = try #require(BOAMPAwardText(text, buyer: "").sections.first)
        #expect(section.result.status == "selec-w")
        #expect(section.result.tenders == 8)
        #expect(section.result.winners.map { $0.holders[0].name } == ["Atelier Fictif Du Val"])
        #expect(section.result.winners[0].holders[0].postcode == "95230")
        #expect(section.result.winners[0].value?.amount.decimal == "935220.50")
        #expect(section.result.description?.preferred(noticeLanguage: "FRA") == text)
    }

    @Test func aLabelAndASIRET() throws {
        let text = "Nom du titulaire : ESAT EXEMPLE\nSIRET 732 829 320 00074\nMontant de l'offre : 118 105,94Euros HT."
        let result = try #require(BOAMPAwardText(text, buyer: "").sections.first).result
        #expect(result.winners.map { $0.holders[0].identifier } == ["73282932000074"])
        #expect(result.winners[0].value?.amount.decimal == "118105.94")
        // The buyer's own number is no holder's, and a number with a wrong key is no SIRET.
        #expect(BOAMPAwardText("SIRET 732 829 320 00074", buyer: "73282932000074").sections[0].result.winners.isEmpty)
        #expect(BOAMPAwardText("SIRET 732 829 320 00075", buyer: "").sections[0].result.winners.isEmpty)
    }

    @Test(
        arguments: [
            // Two names, two amounts, a minimum, tax included, a sentence.
            ("Titulaire : Exemple SAS\nTitulaire : Autre SARL", 0, nil),
            ("Titulaire : Exemple SAS\nMontant : 10 000 € HT\nOption : 2 000 € HT", 1, nil),
            ("Titulaire : Exemple SAS\nMontant Ht min : 935 220,00 Euros", 1, nil),
            ("Titulaire : Exemple SAS\nMontant : 12 000 € TTC", 1, nil),
            ("Le marché a été attribué à la société Exemple.", 0, nil),
            ("Titulaire : Exemple SAS\nMontant : 12 000 €", 1, "12000.00"),
        ] as [(String, Int, String?)])
    func onlyWhatIsClear(_ text: String, winners: Int, amount: String?) {
        let result = BOAMPAwardText(text, buyer: "").sections[0].result
        #expect(result.winners.count == winners)
        #expect(result.winners.first?.value?.amount.decimal == amount)
        #expect(result.description != nil)
    }

    @Test func lotByLot() {
        let text = "Avis d'attribution\nLot N° 01 - Élagage\nTitulaire : Exemple SAS\nLot N° 2 : Tonte\nInfructueux"
        let sections = BOAMPAwardText(text, buyer: "").sections
        #expect(sections.map(\.number) == ["1", "2"])
        #expect(sections.map(\.title) == ["Élagage", "Tonte"])
        #expect(sections.map(\.result.status) == ["selec-w", "clos-nw"])
    }
}
