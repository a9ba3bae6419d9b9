import FrenchText
import Testing

@Suite struct TextAnalyserTests {
    static let analyser: TextAnalyser = {
        var lists = AnalyserLists()
        lists.stopWords = [
            "de", "des", "la", "le", "les", "et", "nous", "ne", "pas", "en", "sur", "un", "une", "du", "à",
        ]
        lists.emptyWords = ["marché", "locaux"]
        lists.concepts = [
            LexiconConcept(id: "verts", terms: ["espaces verts", "tonte", "désherbage"]),
            LexiconConcept(id: "rue", terms: ["désherbage des trottoirs"]),
            LexiconConcept(id: "locaux", terms: ["nettoyage de locaux"]),
            LexiconConcept(id: "livres", terms: ["livres"]),
            LexiconConcept(id: "sinistre", terms: ["après sinistre"]),
            LexiconConcept(id: "transport", terms: ["livraison de colis"]),
            LexiconConcept(id: "cadeaux", terms: ["colis de Noël"]),
            LexiconConcept(id: "ged", terms: ["gestion électronique de documents"]),
        ]
        lists.supplyWords = ["livraison"]
        lists.emptyForms = ["environ", "après"]
        lists.abbreviations = ["EV": "espaces verts", "GED": "gestion électronique de documents"]
        lists.accentedTexts = ["la propreté des collectivités, une collectivité"]
        return TextAnalyser(lists)
    }()

    private func words(_ text: String) -> [String] { Self.analyser.terms(text).filter { !$0.isConcept }.map(\.key) }
    private func concepts(_ text: String) -> [String] { Self.analyser.terms(text).compactMap(\.concept) }

    @Test(arguments: [
        ("Entretien des ESPACES VERTS", ["verts"]),
        ("désherbage des trottoirs", ["rue"]),
        ("désherbage", ["verts"]),
        ("nettoyage courant de locaux", ["locaux"]),
        ("nettoyage, locaux", []),
        ("repas livrés", []),
        ("vente de livres", ["livres"]),
        ("entretien des EV", ["verts"]),
        ("numérisation et GED", ["ged"]),
        ("livraison de colis", ["transport"]),
        ("livraison de colis de Noël", ["cadeaux"]),
        ("colis de Noël et livraison de colis", ["cadeaux", "transport"]),
    ])
    func findsConcepts(text: String, expected: [String]) {
        #expect(concepts(text) == expected)
    }

    @Test(arguments: [
        ("Nous ne faisons pas de tonte. Désherbage.", ["desherb"]),
        ("tonte, sauf élagage ni abattage ; maçonnerie", ["tont", "maconner"]),
        ("tonte hors désherbage", ["tont"]),
        ("nettoyage, à l’exception de la vitrerie", ["nettoi"]),
        ("Nous ne lavons pas le linge", []),
        ("pas seulement la tonte", ["seul", "tont"]),
        ("plus de tonte", ["plus", "tont"]),
        ("culture hors sol", ["cultur", "hor", "sol"]),
        ("tonte sans produit chimique", ["tont", "chimiqu"]),
        ("Élagage, tonte exclue", ["elagag"]),
        ("tonte et élagage exclu", ["tont"]),
        ("élagage, location de barnum exclue.", ["elagag"]),
        ("élagage (tonte non comprise)", ["elagag"]),
        ("tonte, non compris ; élagage", ["elagag"]),
        ("accueil des personnes exclues", ["accueil", "person", "exclu"]),
        ("public exclu du marché de l’emploi", ["public", "exclu", "emploi"]),
        ("élagage. Activité de menuiserie arrêtée en 2019", ["elagag"]),
        ("élagage, menuiserie (activité arrêtée en 2019)", ["elagag"]),
        ("ancienne menuiserie", []),
        ("ancienne activité de menuiserie, élagage", ["elagag"]),
        ("bâti ancien, maçonnerie", ["bat", "ancien", "maconner"]),
        ("livres anciens et cartes", ["livr", "ancien", "cart"]),
    ])
    func leavesOutWhatIsDenied(text: String, expected: [String]) {
        #expect(words(text) == expected)
    }

    @Test func joinsVerbAndNounOfAnActivity() {
        #expect(words("nettoyage") == words("nettoyer"))
        #expect(words("maraîchage") == words("maraîcher"))
        #expect(words("village") != words("ville"))
    }

    @Test func restoresMissingAccents() {
        #expect(words("COLLECTIVITE") == words("collectivité"))
    }

    @Test func quotesThePhraseAsWritten() {
        let concept = Self.analyser.terms("Création d’Espaces verts").first(where: \.isConcept)
        #expect(concept?.surface == "Espaces verts")
        #expect(concept?.words == 2)
    }

    @Test func dropsFillersInTheirFormOnly() {
        #expect(words("environ dix arbres, environnement") == ["dix", "arbre", "environ"])
        #expect(concepts("nettoyage après sinistre") == ["sinistre"])
    }

    @Test func dropsEmptyWordsAndNumbers() {
        #expect(words("marché 2024 de nettoyage") == ["nettoi"])
    }
}
