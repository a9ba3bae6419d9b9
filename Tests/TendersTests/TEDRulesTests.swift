import Testing

@testable import Tenders

/// The small rules of TED, as tables.
@Suite struct TEDRulesTests {
    @Test(arguments: [
        ("décret n o 2015-899", "décret n° 2015-899"), ("n o 1 et n o 2", "n° 1 et n° 2"),
        ("ordonnance no2016-360", "ordonnance n° 2016-360"), ("loi no 85-704", "loi n° 85-704"),
        ("No 3", "N° 3"), ("(no 4)", "(n° 4)"), ("l’avis no 5", "l’avis n° 5"), ("« no 6 »", "« n° 6 »"),
        ("n\u{A0}o\u{A0}7", "n° 7"), ("n° 8", "n° 8"), ("nº 9", "nº 9"),
        ("l'article 25-I 1o de", "l'article 25-I 1° de"), ("l'article 30 I 7 o du", "l'article 30 I 7° du"),
        ("1 er janvier", "1er janvier"), ("la 1 re période", "la 1re période"),
        ("Paris 10 e — réservé", "Paris 10e — réservé"),
        ("le 31 e jour", "le 31e jour"), ("1er étage", "1er étage"),
        // What must stay.
        ("casino 2", "casino 2"), ("non o 5", "non o 5"), ("non 5 lots", "non 5 lots"), ("piano 3", "piano 3"),
        ("né o 5", "né o 5"), ("no comment", "no comment"), ("2 ou 3", "2 ou 3"), ("2 offres", "2 offres"),
        ("1 erreur", "1 erreur"), ("3 e-mails", "3 e-mails"), ("5 000 e HT", "5 000 e HT"),
        ("3 ensembles", "3 ensembles"),
        ("NO 2", "NO 2"), ("", ""), ("n", "n"), ("1", "1"), ("n o", "n o"),
    ])
    func ordinals(_ text: String, meant: String) { #expect(TEDOrdinals.repair(text) == meant) }

    @Test func ordinalsAreRepairedInFrenchOnly() {
        #expect(TEDText.paragraph("no 2 of\n   them", language: "ENG") == "no 2 of them")
        #expect(TEDText.paragraph("lot\n  no 2, l\u{92}îlot", language: "FRA") == "lot n° 2, l’îlot")
    }

    @Test(arguments: [
        ("2019/S 097-234567", "00234567-2019"), ("2021/S 1-34", "00000034-2021"), ("234567-2019", "00234567-2019"),
        ("2019/S  097-234567 ", "00234567-2019"),
    ])
    func publicationNumbers(_ text: String, number: String) { #expect(TEDNumber.publication(text) == number) }

    @Test(arguments: ["", "2019", "S 097", "2019/S 097", "12-34-56-78", "097-234567/2019/x", "234567-19", "é-ü"])
    func noPublicationNumber(_ text: String) { #expect(TEDNumber.publication(text) == nil) }

    @Test func datesOfTheCodedData() {
        #expect(TEDNumber.date("20211028 12:00") == "2021-10-28")
        #expect(TEDNumber.time("20211028 12:00") == "12:00")
        #expect(TEDNumber.date("20211028") == "2021-10-28")
        #expect(TEDNumber.time("20211028") == nil)
        #expect(TEDNumber.date("2021-10-28") == "2021-10-28")
        #expect(TEDNumber.earliest(["00000009-2020", "00123456-2019", "00000010-2019"]) == "00000010-2019")
    }

    @Test(arguments: [
        ("F02", "", "3", "competition", "cn-standard"),
        ("F01", "PRI_CALL_COMPETITION", "A", "competition", "pin-cfc-standard"),
        ("F01", "", "0", "planning", "pin-only"), ("F21", "AWARD_CONTRACT", "7", "result", "can-social"),
        ("F21", "", "3", "competition", "cn-standard"), ("18", "", "7", "result", "can-standard"),
        ("F99", "", "K", "cont-modif", "can-modif"), ("", "", "7", "result", "can-standard"), ("", "", "", "", ""),
    ])
    func kinds(_ form: String, _ notice: String, _ document: String, formType: String, noticeType: String) {
        let kind = TEDForms.kind(form: form, notice: notice, documentType: document)
        #expect(kind == TEDForms.Kind(formType: formType, noticeType: noticeType))
    }

    @Test func formsAreNamed() {
        #expect(TEDForms.name("F02") == "F02")
        #expect(TEDForms.name("17") == "CONTRACT_DEFENCE")
        #expect(TEDForms.name("") == "OTH_NOT")
    }

    private static let lots = ["1": 0, "2": 1, "3": 2, "4": 3, "1n": 4, "macro lot a": 5]

    @Test(arguments: [
        ("1", [0]), ("01", [0]), ("Lot 3", [2]), ("Lot n° 3", [2]), ("LOT N°3", [2]), ("2.", [1]), ("1 -", [0]),
        ("1 - 1ère couronne nord", [0]), ("1, 2", [0, 1]), ("1,2 et 4", [0, 1, 3]), ("Lots 1 et 2", [0, 1]),
        ("1/2", [0, 1]), ("1 à 3", [0, 1, 2]), ("1-3", [0, 1, 2]), ("1 2 4", [0, 1, 3]), ("2, 2", [1]), ("1N", [4]),
        ("MACRO LOT A", [5]), ("9", []), ("1, 9", [0]), ("457813", []), ("", []), ("é", []), ("1-99999999999", [0]),
    ])
    func lotNumbers(_ text: String, named: [Int]) { #expect(TEDLotNumber.lots(text, among: Self.lots) == named) }

    @Test(arguments: [
        ("Lot 5 : transports", "5"), ("lot n° 05 - linge", "5"), ("LOT 8", "8"), ("Lot n°9 :", "9"),
        ("Lotissement 5", nil),
        ("Le lot 5", nil),
        ("Lot unique", nil), ("Lot", nil), ("", nil), ("élagage", nil),
    ])
    func titlesThatOpenWithALot(_ title: String, key: String?) { #expect(TEDLotNumber.opening(title) == key) }

    @Test func identifiersOfLotsAreTheirOwn() {
        var ids = TEDLotIDs()
        #expect(ids.next(published: "1", ordinal: 1) == "1")
        #expect(ids.next(published: "1", ordinal: 2) == "LOT-0002")
        #expect(ids.next(published: "LOT-0003", ordinal: 3) == "LOT-0003")
        #expect(ids.next(published: "", ordinal: 3) == "LOT-0004")
    }

    @Test func codesWithoutEquivalentAreKept() {
        #expect(TEDCodes.country("FR") == "FRA" && TEDCodes.country("UK") == "GBR" && TEDCodes.country("??") == "??")
        #expect(TEDCodes.language("FR") == "FRA" && TEDCodes.language("XX") == "XX")
    }
}
