import FrenchText
import Nomenclature

/// Reads places of performance written in words: « 4 hameau de la Briquetterie, 62870 CAMPAGNE LES HESDIN »,
/// « Bouches-du-Rhône », « Fécamp ».
///
/// The words stay in the description. Postcode, city and NUTS code are filled only where the map of France knows them
/// without a doubt: one known postcode, the whole name of a département, the whole name of a single commune.
enum BOAMPPlace {
    static func read(_ text: String) -> PerformancePlace {
        var place = PerformancePlace()
        place.description = text
        let words = words(of: text)
        let postcodes = words.indices.filter { isPostcode(words[$0]) }
        if let index = postcodes.first, Set(postcodes.map { words[$0] }).count == 1 {
            place.postcode = words[index]
            place.city = city(postcode: words[index], before: words[..<index], after: words[(index + 1)...])
            return place
        }
        guard postcodes.isEmpty, !words.isEmpty else { return place }
        if let nuts = departements[words] {
            place.nuts = nuts
        } else {
            let communes = Geography.shared.communes(named: text)
            if communes.count == 1, Self.words(of: communes[0].name) == words { place.city = communes[0].name }
        }
        return place
    }

    /// NUTS codes by the words of the name.
    private static let departements = Dictionary(
        Geography.shared.departements.map { (words(of: $0.name), $0.nuts3) }, uniquingKeysWith: { first, _ in first })

    private static func words(of text: String) -> [String] {
        Folding.fold(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    private static func isPostcode(_ word: String) -> Bool {
        word.utf8.count == 5 && word.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
            && !Geography.shared.communes(postcode: word).isEmpty
    }

    /// The official name of the commune of this postcode that stands beside it, the longest that does.
    private static func city(postcode: String, before: ArraySlice<String>, after: ArraySlice<String>) -> String {
        Geography.shared.communes(postcode: postcode)
            .map { (name: $0.name, words: words(of: $0.name)) }
            .filter { after.starts(with: $0.words) || before.reversed().starts(with: $0.words.reversed()) }
            .max { $0.words.count < $1.words.count }?.name ?? ""
    }
}
