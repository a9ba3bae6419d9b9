import FrenchText
import Nomenclature
import Wording

/// The words by which sources name a kind of structure: its code, its French name, or both, « Entreprise d’insertion (EI) ».
enum KindWords {
    private static let names: [String: StructureKind] = Dictionary(
        StructureKind.allCases.map { (key($0.name.fr), $0) }, uniquingKeysWith: { first, _ in first })

    private static func key(_ words: some StringProtocol) -> String {
        Folding.fold(words).split(whereSeparator: { !$0.isLetter }).joined(separator: " ")
    }

    static func kind(_ words: String) -> StructureKind? {
        if let kind = StructureKind(source: words) ?? names[key(words)] { return kind }
        guard let open = words.lastIndex(of: "("), let close = words.lastIndex(of: ")"), open < close else {
            return nil
        }
        return StructureKind(source: words[words.index(after: open)..<close])
    }

    /// What is said of a word that names no kind.
    static func unknown(_ word: String) -> Phrase {
        let codes = StructureKind.allCases.map(\.rawValue).joined(separator: ", ")
        return Phrase(
            "type de structure « \(word) » inconnu, non retenu ; types connus : \(codes)",
            "kind of structure “\(word)” unknown, left out; known kinds: \(codes)")
    }
}
