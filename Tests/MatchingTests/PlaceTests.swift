import Catalog
import Matching
import Nomenclature
import Tenders
import Testing
import Wording

@Suite struct PlaceTests {
    /// Structure in Mont-de-Marsan (40192) unless said; values by rule of the domain model, section 5.
    @Test(arguments: [
        // perimeter, commune of the structure, place, French words expected
        ("km:30", "40192", "Mont-de-Marsan", "intervient sur ce lieu"),
        ("km:10", "40192", "Dax", "hors du périmètre déclaré"),
        ("km:150", "40192", "33", "intervient sur une partie du lieu"),
        ("dep:40", "40192", "40", "intervient sur ce lieu"),
        ("reg:75", "40192", "Bordeaux", "intervient sur ce lieu"),
        ("dep:40", "40192", "FRI", "intervient sur une partie du lieu"),
        ("dep:64", "40192", "40", "hors du périmètre déclaré"),
        ("", "40192", "40", "périmètre non déclaré, supposé dans son département"),
        ("", "40192", "64", "périmètre non déclaré, hors de son département"),
        ("france", "13055", "40", "intervient dans toute la France"),
        ("france", "40192", "40", "intervient sur ce lieu"),
        ("km:30", "40192", "", "lieu d’exécution inconnu"),
    ])
    func coverage(perimeter: String, commune: String, place: String, words: String) throws {
        let supplier = Sample.supplier("1", sectors: ["Blanchisserie"], commune: commune, perimeter: perimeter)
        let need = try Sample.need("Blanchisserie", place: place)
        let match = try #require(MatchEngine(suppliers: [supplier]).match(need, top: 1).first)
        let sentence = try #require(match.criteria.first { $0.criterion == .place }).sentence.fr
        #expect(sentence.contains(words), "\(sentence)")
    }

    @Test func unknownPlaceIsNeutral() throws {
        let supplier = Sample.supplier("1", sectors: ["Blanchisserie"], perimeter: "km:10")
        let match = try #require(
            MatchEngine(suppliers: [supplier]).match(try Sample.need("Blanchisserie"), top: 1).first)
        #expect(match.value(.place) == Weights.standard.unknownPlace)
        #expect(match.distance == nil)
    }

    @Test func ofSeveralPlacesTheBestCounts() throws {
        let supplier = Sample.supplier("1", sectors: ["Blanchisserie"], perimeter: "dep:40")
        let need = try Sample.need("Blanchisserie", place: "13; Mont-de-Marsan")
        let match = try #require(MatchEngine(suppliers: [supplier]).match(need, top: 1).first)
        let sentence = try #require(match.criteria.first { $0.criterion == .place }).sentence
        #expect(sentence.fr.contains("1\u{A0}lieu couvert sur 2"))
        #expect((match.value(.place) ?? 0) > 0.9)
    }

    @Test(arguments: [
        ("40000", ["40"]), ("Landes", ["40"]), ("40", ["40"]), ("FRI13", ["40"]), ("Mont-de-Marsan", ["40"]),
        ("2a", ["2A"]), ("40000 Mont-de-Marsan", ["40"]), ("Mont-de-Marsan (40000)", ["40"]), ("la Réunion", ["974"]),
        ("Saint-Étienne", ["42"]), ("France", []), ("Corse", ["2A", "2B"]), ("les Hauts-de-Seine", ["92"]),
    ])
    func readsPlacesInWords(words: String, departements: [String]) throws {
        let place = try #require(PlaceResolver.resolve(words: words))
        #expect(place.departements == departements)
    }

    @Test(arguments: ["", "   ", "Xyzville", "DE212"])
    func doesNotInventPlaces(words: String) {
        #expect(PlaceResolver.resolve(words: words) == nil)
    }

    @Test func readsPublishedPlaces() throws {
        let commune = try #require(
            PlaceResolver.resolve(PerformancePlace(nuts: "FRI13", postcode: "40000", city: "Mont de Marsan")))
        #expect(commune.communeCode == "40192")
        #expect(commune.label == "40000 Mont-de-Marsan")
        let departement = try #require(PlaceResolver.resolve(PerformancePlace(nuts: "FRI13")))
        #expect(departement.departements == ["40"])
        #expect(departement.label == "FRI13 Landes")
        #expect(PlaceResolver.resolve(PerformancePlace(nuts: "FR"))?.departements == [])
        #expect(PlaceResolver.resolve(PerformancePlace(country: "DEU", nuts: "DE212", city: "München")) == nil)
        #expect(PlaceResolver.resolve(PerformancePlace(country: "")) == nil)
    }
}
