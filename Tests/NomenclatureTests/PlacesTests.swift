import Testing
import Wording

@testable import Nomenclature

@Suite struct PlacesTests {
    let map = Geography.shared

    /// Official totals of the COG 2025 and of the EPCI.
    @Test func sizesOfTheMap() {
        let kinds = Dictionary(grouping: map.communes, by: \.kind).mapValues(\.count)
        #expect(kinds == [.commune: 34_875, .arrondissement: 45, .overseasCollectivity: 95])
        #expect(map.departements.count { $0.isDepartement } == 101)
        #expect(map.departements.count == 109)
        #expect(map.regions.count { $0.isRegion } == 18)
        #expect(map.epcis.count == 1_253)
        #expect(map.epcis.count { $0.kind == .metropole } == 22)
    }

    @Test func everyCommuneIsFoundByItsCode() {
        #expect(map.communes.allSatisfy { map.commune(code: $0.code) == $0 })
        #expect(map.commune(code: "01039")?.code == "01138")
        #expect(map.commune(code: "1004")?.name == "Ambérieu-en-Bugey")
        #expect(map.commune(code: "2a004")?.name == "Ajaccio")
        for code in ["", "0", "00000", "99999", "2C001", "A2004", "400000", "4019é", "🙂"] {
            #expect(map.commune(code: code) == nil)
        }
    }

    @Test func everyCommuneIsAmongThoseOfItsPostcodes() {
        #expect(
            map.communes.allSatisfy { commune in
                commune.postcodes.allSatisfy { map.communes(postcode: $0).contains(commune) }
            })
        #expect(map.communes(postcode: "1150").contains { $0.name == "Lagnieu" })
        #expect(map.communes(postcode: "99999").isEmpty)
        #expect(map.communes(postcode: "").isEmpty)
    }

    @Test func fieldsOfACommune() throws {
        let commune = try #require(map.commune(code: "40192"))
        #expect(commune.name == "Mont-de-Marsan")
        #expect(commune.postcodes == ["40000"])
        #expect(commune.departement == "40")
        #expect(commune.region == "75")
        #expect(commune.population > 25_000)
        let centre = try #require(commune.centre)
        #expect(abs(centre.latitude - 43.89) < 0.05 && abs(centre.longitude + 0.5) < 0.05)
        #expect(map.commune(code: "97407")?.centre.map { $0.latitude < -20 } == true)
        #expect(map.commune(code: "98818")?.centre == nil)
    }

    @Test func namesLeadToCommunes() {
        #expect(map.communes(named: "saint denis").map(\.code).prefix(2) == ["97411", "93066"])
        #expect(map.communes(named: "PARIS 10").map(\.code) == ["75110"])
        #expect(map.communes(named: "Béon").map(\.code).contains("01138"))
        #expect(map.communes(named: "").isEmpty)
        #expect(map.communes(named: "Nulle-Part").isEmpty)
    }

    @Test func communesOfADepartementFollowEachOther() {
        var seen: Set<String> = []
        var last = ""
        for commune in map.communes where commune.departement != last {
            #expect(seen.insert(commune.departement).inserted)
            last = commune.departement
        }
    }

    @Test func intercommunalities() throws {
        let members = map.epcis.flatMap { map.communes(inEPCI: $0.siren) }
        #expect(members.count == map.communes.count { !$0.epci.isEmpty })
        #expect(Set(members).count == members.count)
        // Four islands are in no intercommunality.
        #expect(map.communes.count { $0.kind == .commune && $0.epci.isEmpty } == 4)
        let commune = try #require(map.commune(code: "40192"))
        let epci = try #require(map.epci(commune.epci))
        #expect(epci.kind == .communauteDAgglomeration)
        #expect(epci.population.map { $0 > 50_000 } == true)
        #expect(map.communes(inEPCI: epci.siren).contains(commune))
        #expect(map.epci("000000000") == nil)
        #expect(map.communes(inEPCI: "").isEmpty)
        #expect(map.epcis.allSatisfy { !map.communes(inEPCI: $0.siren).isEmpty })
    }

    @Test func regions() throws {
        let region = try #require(map.region("75"))
        #expect(region.name == "Nouvelle-Aquitaine")
        #expect(region.departements.count == 12)
        #expect(map.regions.flatMap(\.departements).count == 109)
        #expect(map.departements(inRegion: "75").contains("40"))
        #expect(map.region("00") == nil)
    }

    @Test func territories() {
        #expect(map.departements(nuts: "FRI13") == ["40"])
        #expect(map.departements(nuts: "FR613") == ["40"])
        #expect(map.departements(nuts: "FRI").count == 12)
        // Of 2013: Aquitaine, Limousin and Midi-Pyrénées together.
        #expect(map.departements(nuts: "FR6").count == 16)
        #expect(map.departements(nuts: "BE234").isEmpty)
        #expect(map.departements(nuts: "FR").isEmpty)
        #expect(map.departement("062")?.name == "Pas-de-Calais")
        #expect(map.departement("2a")?.name == "Corse-du-Sud")
    }

    @Test func namesOfNUTSCodes() throws {
        #expect(NUTS.of("FRI13")?.label == "Landes")
        let former = try #require(NUTS.of("FR613"))
        #expect(former.isFormer && former.present == "FRI13" && former.level == 3)
        #expect(NUTS.of("FR6")?.label == "Sud-Ouest")
        #expect(NUTS.of("DE1") == nil)
        #expect(NUTS.all.count { !$0.isFormer } == 146)
        #expect(NUTS.all.count { $0.isFormer } == 136)
        #expect(NUTS.all.allSatisfy { !$0.label.isEmpty })
        // Every former code leads to départements, and every département has a code.
        #expect(NUTS.all.filter { $0.isFormer && map.departements(nuts: $0.code).isEmpty }.map(\.code) == [])
        #expect(map.departements.filter(\.isDepartement).allSatisfy { NUTS.of($0.nuts3) != nil })
    }

    @Test func distances() throws {
        let paris = try #require(map.commune(code: "75056")?.centre)
        let lyon = try #require(map.commune(code: "69123")?.centre)
        #expect(abs(paris.distance(to: lyon) - 392) < 5)
        #expect(paris.distance(to: paris) == 0)
        let landes = try #require(map.centre(ofDepartement: "40"))
        #expect(landes.distance(to: try #require(map.commune(code: "40192")?.centre)) < 50)
    }

    @Test(arguments: [
        ("40000", "40"), ("97420", "974"), ("20000", "2A"), ("20200", "2B"), ("98800", "988"), ("4000", ""), ("", ""),
    ])
    func departementsOfPostcodes(_ postcode: String, departement: String) {
        #expect(Geography.departement(ofPostcode: postcode) == departement)
    }
}
