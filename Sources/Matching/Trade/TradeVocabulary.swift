import FrenchText
import Nomenclature
import Wording

/// What the matching knows of French trades: the analyser of texts and the codes of each concept.
struct TradeVocabulary: Sendable {
    static let shared = TradeVocabulary()

    let analyser: TextAnalyser
    /// Concept → CPV branches, main first.
    let branches: [String: [CodePrefix]]
    /// Stems of the words by which trades are named: those of the lexicon, of the sectors and of the CPV. An index keeps
    /// them, because they take as long to make as all else here.
    static let tradeStems = stems(namingTexts, shared.analyser)
    /// Stems of ``purposeWords``.
    let purposeStems: Set<String>

    /// Concepts that say why a buyer buys or in which form, and not what is to be done.
    static let purposeConcepts: Set<String> = ["insertion", "handicap", "mise-a-disposition", "recrutement"]
    static let staffConcept = "mise-a-disposition"
    static let insertionConcept = "insertion"
    /// Whether a concept says only why a buyer buys; to lend staff is a trade.
    static func saysWhy(_ concept: String) -> Bool { purposeConcepts.contains(concept) && concept != staffConcept }
    /// The words by which notices announce an insertion purchase or clause.
    static let purposeWords = """
        insertion réinsertion qualification professionnalisation professionnel professionnelle socioprofessionnelle \
        social sociale socialement économique personne personnes public publics difficulté emploi éloignées handicap \
        handicapés travailleurs travail support technique opération accompagnement parcours chantier chantiers \
        solidaire solidarité adapté adaptée réservé démarche action actions appui
        """

    private init() {
        let branches = TradeConcept.all.map { ($0.id, $0.cpvPrefixes.map { CodePrefix($0) }) }
        self.branches = Dictionary(branches, uniquingKeysWith: { first, _ in first })
        var lists = AnalyserLists()
        lists.stopWords = WordLists.stopWords
        lists.emptyWords = WordLists.procurementWords
        lists.emptyForms = WordLists.fillerWords
        lists.concepts = TradeConcept.all.map { LexiconConcept(id: $0.id, terms: $0.terms) }
        lists.supplyWords = WordLists.supplyWords
        lists.accentedTexts = Self.namingTexts + Self.jobTitles
        lists.abbreviations = Self.abbreviations
        lists.knownTexts = NAFTable.shared.codes.compactMap { NAFTable.shared.label($0) } + WordLists.stopWords
        lists.namedTexts = Geography.shared.communes.map(\.name) + WordLists.spellingExceptions
        analyser = TextAnalyser(lists)

        purposeStems = Self.stems([Self.purposeWords], analyser)
    }

    /// The stems of the words of texts.
    private static func stems(_ texts: [String], _ analyser: TextAnalyser) -> Set<String> {
        // Most words of the texts come often, and a reader looks at each once.
        let reader = TermReader(analyser)
        var terms: [TermReader.Occurrence] = []
        for text in texts {
            terms.removeAll(keepingCapacity: true)
            reader.read(text, into: &terms)
        }
        return Set(
            (0..<Int32(reader.count)).lazy.map { reader.key(of: $0) }.filter { $0.utf8.first != UInt8(ascii: "#") })
    }

    /// Terms of the lexicon, names of the sectors, labels of the CPV.
    private static var namingTexts: [String] {
        TradeConcept.all.flatMap(\.terms) + Sector.all.map(\.name)
            + CPVTable.shared.codes.compactMap { CPVTable.shared.label($0)?.fr }
    }

    /// What those who do the trades are called, and the fields they work in.
    private static var jobTitles: [String] { ROME.all.flatMap { [$0.titleText, $0.label, $0.domain] } }

    /// The abbreviations of trades; those of kinds of structures (« EI », « ESAT ») would only bring in the words of
    /// insertion that every structure shares.
    private static var abbreviations: [String: String] {
        let kinds = Set(StructureKind.allCases.map(\.rawValue)).union(["SIAE", "IAE", "ESS", "ESUS", "CAT"])
        let kept = WordLists.abbreviations.filter { !kinds.contains($0.abbreviation) && !$0.abbreviation.contains(" ") }
        return Dictionary(kept.map { ($0.abbreviation, $0.expansion) }, uniquingKeysWith: { first, _ in first })
    }

    /// Codes that say why a buyer buys or in which form, and not what (« insertion purchases are coded by purpose »):
    /// 75231240, 85312510, 85312300, 85312320, 79611000, 7962….
    static func isPurpose(_ code: CPV) -> Bool {
        switch code.number {
        case 75_231_240, 85_312_510, 85_312_300, 85_312_320, 79_611_000: true
        default: isStaff(code)
        }
    }

    /// Supply of personnel, temporary included.
    static func isStaff(_ code: CPV) -> Bool { code.number / 10_000 == 7_962 }
}
