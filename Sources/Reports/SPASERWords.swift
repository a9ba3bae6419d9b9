import Indicators
import Wording

/// Sentences of the SPASER report that several outputs share.
enum SPASERWords {
    static func smallSample(_ rules: CountingRules) -> Phrase {
        Phrase(
            "moins de \(rules.smallSampleWarning) marchés : taux fragile",
            "fewer than \(rules.smallSampleWarning) contracts: fragile rate")
    }

    /// « decp-2024.json, enregistrement 12 ».
    static func source(_ place: Place) -> Phrase {
        func text(_ language: Language) -> String {
            let inside = place.inside(language)
            return inside.isEmpty ? place.file : place.file + ", " + inside
        }
        return Phrase(text(.french), text(.english))
    }
}
