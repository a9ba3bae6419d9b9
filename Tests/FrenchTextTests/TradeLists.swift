import FrenchText
import Nomenclature

/// An analyser with the lists of the nomenclatures.
enum TradeLists {
    static let analyser: TextAnalyser = {
        var lists = AnalyserLists()
        lists.stopWords = WordLists.stopWords
        lists.emptyWords = WordLists.procurementWords
        lists.concepts = TradeConcept.all.map { LexiconConcept(id: $0.id, terms: $0.terms) }
        lists.accentedTexts = TradeConcept.all.flatMap(\.terms) + Sector.all.map(\.name) + labels
        lists.abbreviations = Dictionary(
            WordLists.abbreviations.map { ($0.abbreviation, $0.expansion) }, uniquingKeysWith: { first, _ in first })
        lists.knownTexts = WordLists.stopWords
        lists.namedTexts = WordLists.spellingExceptions
        return TextAnalyser(lists)
    }()

    private static let labels = CPVTable.shared.codes.compactMap { CPVTable.shared.label($0)?.fr }

    static func words(_ text: String) -> [String] { analyser.terms(text).filter { !$0.isConcept }.map(\.key) }
    static func concepts(_ text: String) -> [String] { analyser.terms(text).compactMap(\.concept) }
}
