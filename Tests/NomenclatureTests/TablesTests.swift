import Testing
import Wording

@testable import Nomenclature

@Suite struct TablesTests {
    @Test func sizesOfTheTables() {
        #expect(WordLists.procurementWords.count == 158)
        #expect(Sector.all.count == 154)
        #expect(WordLists.stopWords.count == 154)
        #expect(!TradeConcept.all.isEmpty)
    }

    @Test func digitsOfCodes() throws {
        let code = try #require(CPV("77310000-6"))
        #expect(code.depth == 4)
        #expect(CPV("3000000")?.code == "03000000")
        #expect(CPV("773100") == nil)
        #expect(code.sharedDepth(with: try #require(CPV("77314000"))) == 4)
        #expect(code.sharedDepth(with: try #require(CPV("90910000"))) == 0)
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
