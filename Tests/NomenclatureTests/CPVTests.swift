import Testing
import Wording

@testable import Nomenclature

@Suite struct CPVTreeTests {
    let table = CPVTable.shared

    @Test func sizeOfTheTable() {
        #expect(table.codes.count == 9_454)
        #expect(Set(table.codes.map(\.division)).count == 45)
        #expect(table.codes.allSatisfy { table.label($0).map { !$0.fr.isEmpty && !$0.en.isEmpty } == true })
    }

    @Test func everyCodeIsItsParentsChild() {
        for code in table.codes {
            #expect(CPV(code.code) == code && table.contains(code))
            #expect(table.branch(code).last == code)
            if let parent = table.parent(code) {
                #expect(table.children(parent).contains(code) && parent.covers(code))
            } else {
                #expect(code.depth == 2)
            }
        }
        #expect(table.codes.map { table.children($0).count }.reduce(0, +) == 9_454 - 45)
    }

    @Test func aBranch() throws {
        let code = try #require(CPV("77310000-6"))
        #expect(table.branch(code).map(\.code) == ["77000000", "77300000", "77310000"])
        #expect(table.children(code).map(\.code) == ["77311000", "77312000", "77313000", "77314000", "77315000"])
        #expect(table.children(try #require(CPV("77314100"))).isEmpty)
        #expect(table.label(code)?.fr.contains("espaces verts") == true)
        #expect(!table.contains(try #require(CPV("77310001"))))
        #expect(table.parent(try #require(CPV("77000000"))) == nil)
    }

    @Test func activitiesOfACode() throws {
        let activities = CPVAffinity.shared.activities(for: try #require(CPV("77310000")))
        #expect(activities.first?.prefix == "81.30Z")
        #expect(activities.first?.label == "Services d'aménagement paysager")
        #expect(activities.allSatisfy { !$0.label.isEmpty && $0.prefix != "*" && (0...1).contains($0.weight) })
    }

    @Test func everyActivityOfTheAffinitiesIsKnown() {
        for code in CPVTable.shared.codes where code.depth == 2 {
            #expect(CPVAffinity.shared.activities(for: code).allSatisfy { !$0.label.isEmpty })
        }
    }
}

@Suite struct CPVSearchTests {
    /// The code that a buyer means is the first.
    @Test(arguments: [
        ("entretien espaces verts", "77310000"), ("ENTRETIEN DES ESPACES VERTS", "77310000"),
        ("nettoyage des locaux", "90910000"), ("netoyage", "90910000"), ("nettoyer", "90910000"),
        ("traiteur", "55520000"), ("blanchisserie", "98310000"), ("GED", "79999000"), ("repas", "55320000"),
        ("maçonnerie", "45262500"), ("maconnerie", "45262500"), ("transport de personnes handicapées", "60130000"),
        ("fournitures de bureau", "30192000"), ("formation professionnelle", "80530000"), ("élagage", "77340000"),
        ("peinture bâtiment", "45442110"), ("marché de gardiennage", "79713000"), ("conseil juridique", "79111000"),
        ("mise sous pli", "79570000"), ("vitrerie", "45441000"),
    ])
    func wordsLeadToTheCode(_ words: String, code: String) {
        #expect(CPVSearch.shared(.french).search(words).hits.first?.code.code == code)
    }

    /// The lexicon names trades that no label does.
    @Test(arguments: [("débroussaillage", "773"), ("GED", "486"), ("tonte", "773"), ("portage de repas", "5552")])
    func wordsReachTheBranch(_ words: String, branch: String) {
        let hits = CPVSearch.shared(.french).search(words, limit: 3).hits
        #expect(hits.contains { $0.code.code.hasPrefix(branch) })
    }

    @Test func hitsSayWhy() throws {
        let hits = CPVSearch.shared(.french).search("entretien espaces verts").hits
        let first = try #require(hits.first)
        #expect(first.words == ["entretien", "espaces", "verts"])
        #expect(first.trade == "entretien espaces verts")
        #expect(zip(hits, hits.dropFirst()).allSatisfy { $0.score >= $1.score - 1e-6 })
        #expect(hits.allSatisfy { (0...1).contains($0.score) && (!$0.words.isEmpty || $0.trade != nil) })
    }

    @Test func whatIsNotUnderstoodIsSaid() {
        let search = CPVSearch.shared(.french)
        let corrected = search.search("netoyage de vitres")
        #expect(corrected.corrections == [.init(written: "netoyage", read: "nettoyage")])
        let unknown = search.search("xyzzy nettoyage")
        #expect(unknown.unknownWords == ["xyzzy"])
        #expect(unknown.hits.first?.code.code == "90910000")
        #expect(search.search("xyzzy") == .init(hits: [], corrections: [], unknownWords: ["xyzzy"]))
    }

    @Test(arguments: ["", "   ", "de la", "'’-", "🙂"]) func nothingFindsNothing(_ words: String) {
        #expect(CPVSearch.shared(.french).search(words).hits.isEmpty)
    }

    @Test(arguments: [("cleaning of offices", "90919200"), ("catering", "555"), ("laundry services", "983")])
    func englishWords(_ words: String, code: String) {
        #expect(CPVSearch.shared(.english).search(words).hits.first?.code.code.hasPrefix(code) == true)
    }

    @Test func theLimitIsKept() {
        #expect(CPVSearch.shared(.french).search("services", limit: 7).hits.count == 7)
        #expect(CPVSearch.shared(.french).search("services", limit: 0).hits.isEmpty)
    }

    /// A label as a search finds its own code first, or one with the very same words.
    @Test func everyLabelFindsItsCode() {
        let search = CPVSearch.shared(.french)
        var missed: [String] = []
        for code in CPVTable.shared.codes.enumerated().filter({ $0.offset.isMultiple(of: 37) }).map(\.element) {
            guard let label = CPVTable.shared.label(code)?.fr else { continue }
            if !search.search(label, limit: 3).hits.contains(where: { $0.code == code || $0.label.fr == label }) {
                missed.append("\(code) \(label)")
            }
        }
        #expect(missed == [])
    }
}
