import Foundation
import Testing
import Wording

@testable import Nomenclature

@Suite struct PlacingTests {
    let map = Geography.shared

    struct Case: Sendable, CustomTestStringConvertible {
        let postcode: String
        let city: String
        let code: String?
        let confidence: PlacingConfidence?

        init(_ postcode: String, _ city: String, _ code: String?, _ confidence: PlacingConfidence? = nil) {
            self.postcode = postcode
            self.city = city
            self.code = code
            self.confidence = confidence
        }

        var testDescription: String { "\(postcode) \(city)" }
    }

    static let asWritten: [Case] = [
        Case("40000", "Mont-de-Marsan", "40192", .postcodeAndName),
        Case("40000", "MONT DE MARSAN", "40192", .postcodeAndName),
        Case("72000", "Le Mans", "72181", .postcodeAndName), Case("72000", "MANS (LE)", "72181", .postcodeAndName),
        Case("97122", "BAIE MAHAULT (97122)", "97103", .postcodeAndName),
        Case("97420", "LE PORT", "97407", .postcodeAndName), Case("97427", "L ETANG SALE", "97404", .postcodeAndName),
        Case("97410", "St Pierre", "97416", .postcodeAndName),
        Case("41000", "ST DENIS S/ LOIRE", "41206", .postcodeAndName),
        Case("41000", "ST DENIS SUR LOIRE", "41206", .postcodeAndName),
        Case("71100", "CHALON S SAONE", "71076", .postcodeAndName),
        Case("94240", "L HAY LES ROSES", "94038", .postcodeAndName),
        Case("59650", "VILLENEUVE DASCQ", "59009", .postcodeAndName),
        Case("13100", "AIX EN PCE", "13001", .postcodeAndName),
        Case("17400", "VERGNE", "17465", .postcodeAndName),
        Case("64370", "CASTILLON", "64181", .postcodeAndName),
        Case("64350", "CASTILLON", "64182", .postcodeAndName),
        Case("29200", "BREST / GUIPAVAS", "29019", .postcodeAndName),
        // Of two of the same name and postcode, the one of the postcode's département.
        Case("73670", "ST PIERRE D ENTREMONT", "73274", .postcodeAndName),
        Case("62760", "THIEVRES", "62814", .postcodeAndName),
        // Lost zeros, decimal tails, postcodes beside the name.
        Case("1500", "AMBERIEU EN BUGEY", "01004", .postcodeAndName),
        Case("84200.0", "CARPENTRAS", "84031", .postcodeAndName),
        Case("", "BAIE MAHAULT (97122)", "97103", .postcodeAndName),
        Case("", "40000 Mont-de-Marsan", "40192", .postcodeAndName),
    ]

    static let elsewhere: [Case] = [
        // CEDEX.
        Case("67068", "STRASBOURG CEDEX", "67482", .departementAndName),
        Case("67068", "67068 STRASBOURG CEDEX 2", "67482", .departementAndName),
        Case("33000", "Bordeaux Cedex 9", "33063", .postcodeAndName),
        Case("13616", "AIX EN PROVENCE CEDEX 1", "13001", .departementAndName),
        Case("44153", "ANCENIS CEDEX", "44003", .departementAndName),
        Case("98713", "PAPEETE CEDEX9", "98735", .departementAndName),
        Case("40", "MONT DE MARSAN", "40192", .departementAndName),
        // Corsica: postcodes in 20, codes in 2A and 2B, and postcodes of the one given to the other.
        Case("20000", "Ajaccio", "2A004", .postcodeAndName), Case("20250", "CORTE", "2B096", .postcodeAndName),
        Case("20700", "AJACCIO CEDEX 9", "2A004", .departementAndName),
        Case("20293", "BASTIA CEDEX", "2B033", .departementAndName),
        // Overseas.
        Case("97500", "ST PIERRE", "97502", .postcodeAndName), Case("97150", "ST MARTIN", "97801", .postcodeAndName),
        Case("97133", "ST BARTHELEMY", "97701", .postcodeAndName), Case("98800", "NOUMEA", "98818", .postcodeAndName),
        Case("97600", "MAMOUDZOU", "97611", .postcodeAndName),
    ]

    static let arrondissements: [Case] = [
        Case("75010", "PARIS", "75110", .postcodeAndName), Case("75010", "PARIS 10", "75110", .postcodeAndName),
        Case("75010", "PARIS 10EME ARRONDISSEMENT", "75110", .postcodeAndName),
        Case("75011", "Paris 11e", "75111", .postcodeAndName), Case("75001", "PARIS 1 ER", "75101", .postcodeAndName),
        Case("75016", "PARIS 16", "75116", .postcodeAndName), Case("75116", "PARIS", "75116", .departementAndName),
        Case("75010", "10EME ARRONDISSEMENT", "75110", .postcode),
        Case("69003", "LYON 03", "69383", .postcodeAndName), Case("69003", "LYON", "69383", .postcodeAndName),
        Case("13008", "MARSEILLE 8E", "13208", .postcodeAndName),
        Case("13008", "MARSEILLE CEDEX 08", "13208", .postcodeAndName),
        Case("", "PARIS 75010", "75110", .postcodeAndName), Case("75000", "Paris 10e", "75110", .departementAndName),
        // The city as a whole.
        Case("75000", "PARIS", "75056", .departementAndName), Case("69000", "LYON", "69123", .departementAndName),
        Case("75739", "PARIS CEDEX 15", "75056", .departementAndName),
        Case("69421", "LYON CEDEX 03", "69123", .departementAndName),
        Case("75011", "Paris 10", "75056", .postcodeAndName),
    ]

    static let repaired: [Case] = [
        Case("33290", "BLANQUEFORTE", "33056", .spelling), Case("01150", "LANIEU", "01202", .spelling),
        Case("60200", "COMPIENE", "60159", .postcode), Case("67033", "STRASBOURGH CEDEX", "67482", .spelling),
        Case("91000", "EVRY", "91228", .postcode), Case("97490", "STE CLOTILDE", "97411", .postcode),
        Case("97400", "ST DENIS DE LA REUNION", "97411", .postcode), Case("38000", "", "38185", .postcode),
        Case("01350", "Béon", "01138", .postcodeAndName),
        Case("01350", "Béon (commune déléguée de Culoz-Béon)", "01138", .postcodeAndName),
        Case("01350", "Béon, commune déléguée de Culoz-Béon", "01138", .postcodeAndName),
        Case("88150", "CAPAVENIR VOSGES", "88465", .postcodeAndName),
        Case("16370", "Cherves-Richemont", "16097", .postcodeAndName),
        Case("51000", "CHALONS SUR MARNE", "51108", .postcodeAndName),
        Case("51000", "CHALONS CHAMPAGNE", "51108", .postcode), Case("", "Grenoble", "38185", .name),
        Case("", "Mont-de-Marsan", "40192", .name),
    ]

    static let unknown: [Case] = [
        Case("99999", "Nulle-Part", nil), Case("", "", nil), Case("12", "", nil), Case("abc", "??", nil),
        // Several communes of that name, or a hamlet as well as not.
        Case("", "Valence", nil), Case("", "Saint-Denis", nil), Case("", "Larbey", nil),
        // The postcode and the name say two different things.
        Case("40220", "Strasbourg", nil), Case("81500", "Bordeaux", nil),
        // Two communes: Château-Chinon (Ville) and Château-Chinon (Campagne).
        Case("58120", "CHATEAU CHINON", nil),
        // Twenty communes share the postcode.
        Case("01300", "", nil), Case("01300", "Zzzz", nil),
    ]

    @Test(arguments: asWritten + elsewhere + arrondissements + repaired + unknown)
    func addresses(_ address: Case) {
        let placed = map.place(postcode: address.postcode, city: address.city)
        #expect(placed?.commune.code == address.code)
        #expect(placed?.confidence == address.confidence)
        #expect(map.commune(postcode: address.postcode, city: address.city) == placed?.commune)
    }

    @Test(arguments: [
        ("40192", "40192"), ("1004", "01004"), ("2a004", "2A004"), ("01039", "01138"), ("75056", "75056"),
        ("75110", "75110"),
    ])
    func theCodeComesFirst(_ given: String, code: String) {
        let placed = map.place(postcode: "33000", city: "Bordeaux", communeCode: given)
        #expect(placed?.commune.code == code)
        #expect(placed?.confidence == .code)
    }

    @Test(arguments: ["", "99999", "123456", "2C001", "XXXXX", "4019é", "é"])
    func anUnknownCodeIsNoObstacle(_ given: String) {
        let placed = map.place(postcode: "40000", city: "Mont-de-Marsan", communeCode: given)
        #expect(placed?.commune.code == "40192")
        #expect(placed?.confidence == .postcodeAndName)
    }

    /// Every commune is found by its own name and each of its postcodes, with accents or in capitals without.
    @Test func everyCommuneFindsItself() {
        var missed: [String] = []
        for commune in map.communes {
            let name = commune.name
            let capitals = name.replacingOccurrences(of: "œ", with: "oe").replacingOccurrences(of: "Œ", with: "OE")
                .folding(options: .diacriticInsensitive, locale: nil).uppercased()
                .replacingOccurrences(of: "-", with: " ").replacingOccurrences(of: "'", with: " ")
            for postcode in commune.postcodes {
                for written in [name, capitals] {
                    guard let placed = map.place(postcode: postcode, city: written),
                        placed.confidence <= .departementAndName,
                        isSame(placed.commune, commune, postcode: postcode)
                    else {
                        missed.append("\(postcode) \(written)")
                        continue
                    }
                }
            }
        }
        #expect(missed == [])
    }

    /// Itself, its arrondissement of that postcode, or one of the same name and postcode.
    private func isSame(_ found: Commune, _ commune: Commune, postcode: String) -> Bool {
        if found == commune { return true }
        if found.kind == .arrondissement { return found.name.hasPrefix(commune.name) }
        return found.name == commune.name && found.postcodes.contains(postcode)
    }

    /// The same address always gives the same answer, whatever surrounds it.
    @Test(arguments: ["  %  ", "% CEDEX", "% CEDEX 3", "%\t", "(%)", "% (France)", "40000 %"])
    func whatSurroundsTheNameIsDropped(_ pattern: String) {
        let city = pattern.replacingOccurrences(of: "%", with: "Mont-de-Marsan")
        #expect(map.place(postcode: "40000", city: city)?.commune.code == "40192")
    }

    @Test func hostileTextsEnd() {
        let long = String(repeating: "saint ", count: 50_000) + String(repeating: "(,", count: 50_000)
        #expect(map.place(postcode: "40000", city: long)?.confidence != .postcodeAndName)
        #expect(map.place(postcode: String(repeating: "9", count: 100_000), city: "Paris\u{301}\u{0}") != nil)
        #expect(map.place(postcode: "40000", city: "北京") == nil || map.communes(postcode: "40000").count == 1)
    }
}
