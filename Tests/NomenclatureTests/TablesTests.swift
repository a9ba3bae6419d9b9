import Testing
import Wording

@testable import Nomenclature

@Suite struct TablesTests {
    @Test func sizesOfTheTables() {
        #expect(CPVTable.shared.codes.count == 9_454)
        #expect(Geography.shared.communes.count == 35_015)
        #expect(Geography.shared.departements.count == 109)
        #expect(Sector.all.count == 154)
        #expect(WordLists.stopWords.count == 154)
        #expect(!TradeConcept.all.isEmpty)
    }

    @Test func theTreeOfCodes() throws {
        let code = try #require(CPV("77310000-6"))
        #expect(code.depth == 4)
        #expect(CPVTable.shared.branch(code).map(\.code) == ["77000000", "77300000", "77310000"])
        #expect(CPVTable.shared.label(code)?.fr.contains("espaces verts") == true)
        #expect(CPV("3000000")?.code == "03000000")
        #expect(CPV("773100") == nil)
        #expect(code.sharedDepth(with: try #require(CPV("77314000"))) == 4)
        #expect(code.sharedDepth(with: try #require(CPV("90910000"))) == 0)
    }

    @Test func codesAreFoundByWords() {
        #expect(CPVTable.shared.search("espaces verts realisation").first?.code == "77310000")
        #expect(CPVTable.shared.search("").isEmpty)
    }

    @Test(arguments: [
        ("80511000", true), ("80510000", false), ("92500000", true), ("92510000", false), ("85312000", true),
        ("85323000", true), ("85324000", false),
    ])
    func servicesThatMayBeReserved(_ code: String, listed: Bool) throws {
        #expect(SocialServices.contains(try #require(CPV(code))) == listed)
    }

    @Test func activitiesAndCodes() throws {
        let greenSpaces = try #require(CPV("77310000"))
        let landscape = CPVAffinity.shared.weight(cpv: greenSpaces, naf: try #require(NAF("8130Z")))
        let social = CPVAffinity.shared.weight(cpv: greenSpaces, naf: try #require(NAF("88.99B")))
        let finance = CPVAffinity.shared.weight(cpv: greenSpaces, naf: try #require(NAF("64.19Z")))
        #expect(landscape.value > 0.5)
        #expect(social.value < landscape.value)
        #expect(finance == .none)
        #expect(NAFTable.shared.label(try #require(NAF("8130Z"))) == "Services d'aménagement paysager")
    }

    @Test func legalForms() {
        #expect(LegalCategory.of("9220")?.status == .byForm)
        #expect(LegalCategory.of("9220")?.family == .association)
        #expect(LegalCategory.of("5710")?.status == .onMention)
        #expect(LegalCategory.of("7210")?.status == .excluded)
        #expect(LegalCategory.of("0001") == nil)
    }

    @Test func codeLists() {
        #expect(CodeList.reservedProcurement.label("res-ws") != nil)
        #expect(CodeList.socialObjective.label("opp")?.fr.contains("chômeurs") == true)
        #expect(CodeList.socialObjective.label("something new") == nil)
    }
}

@Suite struct GeographyTests {
    let map = Geography.shared

    @Test(arguments: [
        ("40000", "MONT DE MARSAN", "40192"), ("67068", "STRASBOURG CEDEX", "67482"), ("75011", "Paris 11e", "75111"),
        ("69003", "LYON 03", "69123"), ("1500", "AMBERIEU EN BUGEY", "01004"), ("97410", "St Pierre", "97416"),
        ("20000", "Ajaccio", "2A004"), ("33000", "Bordeaux Cedex 9", "33063"), ("72000", "Le Mans", "72181"),
        ("01510", "Béon", "01138"), ("84200.0", "CARPENTRAS", "84031"),
    ])
    func addressesFindTheirCommune(_ postcode: String, city: String, code: String) {
        #expect(map.commune(postcode: postcode, city: city)?.code == code)
    }

    @Test func whatCannotBePlacedIsNotPlaced() {
        #expect(map.commune(postcode: "99999", city: "Nulle-Part") == nil)
        #expect(map.commune(postcode: "", city: "") == nil)
    }

    @Test func territories() {
        #expect(map.departements(nuts: "FRI13") == ["40"])
        #expect(map.departements(nuts: "FR613") == ["40"])
        #expect(map.departements(nuts: "FRI").count == 12)
        #expect(map.departements(nuts: "BE234").isEmpty)
        #expect(map.departement("062")?.name == "Pas-de-Calais")
        #expect(map.departement("2a")?.name == "Corse-du-Sud")
        #expect(map.departements(inRegion: "75").contains("40"))
    }

    @Test func distances() throws {
        let paris = try #require(map.commune(code: "75056"))
        let lyon = try #require(map.commune(code: "69123"))
        #expect(abs(paris.centre.distance(to: lyon.centre) - 392) < 5)
        #expect(paris.centre.distance(to: paris.centre) == 0)
    }
}
