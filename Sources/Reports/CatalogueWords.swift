import Indicators
import Nomenclature
import Wording

/// Figures of the panorama in words, the same in pages and tables.
enum CatalogueWords {
    static func territory(_ panorama: CataloguePanorama) -> Phrase {
        panorama.territory.map { Phrase(verbatim: $0.name) } ?? Phrase("France entière", "All of France")
    }

    /// « 120 », « 120 à 260 », « au moins 120 »; « – » when nothing is known of any.
    static func workforce(_ workforce: PanoramaWorkforce, _ language: Language) -> String {
        guard workforce.known > 0 else { return "–" }
        let low = NumberFormat.integer(workforce.minimum, language)
        guard let maximum = workforce.maximum else { return Phrase("au moins ", "at least ")[language] + low }
        if maximum == workforce.minimum { return low }
        return low + Phrase(" à ", " to ")[language] + NumberFormat.integer(maximum, language)
    }

    /// A share with the digits that it takes to see a small one.
    static func percent(_ share: Double, _ language: Language) -> String {
        NumberFormat.percent(share, decimals: share < 0.01 ? 2 : 1, language)
    }

    /// « CC du Pays de Nay », « CA de La Rochelle »: the customary abbreviations, for narrow columns.
    static func shortEPCI(_ name: String) -> String {
        for (long, short) in [
            ("Communauté de communes", "CC"), ("Communauté d'agglomération", "CA"), ("Communauté urbaine", "CU"),
        ] where name.hasPrefix(long + " ") { return short + name.dropFirst(long.count) }
        return name
    }

    static func size(_ size: StructureSize, _ language: Language) -> String {
        switch size {
        case .headcount(let employees): NumberFormat.integer(employees, language)
        case .band(let low, let high):
            if let high {
                low == high
                    ? NumberFormat.integer(low, language)
                    : NumberFormat.integer(low, language) + Phrase(" à ", " to ")[language]
                        + NumberFormat.integer(high, language)
            } else {
                Phrase("au moins ", "at least ")[language] + NumberFormat.integer(low, language)
            }
        case .unknown: ""
        }
    }

    /// « 7,9 % », « 6,1 % à 8,0 % », « au moins 6,1 % »; empty without a share.
    static func workforceShare(_ share: PanoramaShare?, _ language: Language) -> String {
        guard let low = share?.workforceLow else { return "" }
        let text = percent(low, language)
        guard let high = share?.workforceHigh else { return Phrase("au moins ", "at least ")[language] + text }
        return high == low ? text : text + Phrase(" à ", " to ")[language] + percent(high, language)
    }

    static func belongs(_ isESS: Bool?) -> Phrase {
        switch isESS {
        case true?: Phrase("oui", "yes")
        case false?: Phrase("non", "no")
        case nil: Phrase("non établi", "not established")
        }
    }

    static let workforceNote = Phrase(
        "Effectifs : la somme des effectifs connus, plus le bas et le haut des tranches SIRENE là où seule la tranche est connue ; un établissement dont on ne sait rien compte dans « effectif inconnu » et n’entre dans aucune somme.",
        "Workforce: the sum of known headcounts, plus the low and the high ends of the SIRENE bands where only the band is known; an establishment of which nothing is known counts under “workforce unknown” and is in no sum."
    )

    static func tone(_ family: OfferFamily) -> SVGChart.Tone {
        switch family {
        case .insertion: .insertion
        case .disability: .disability
        case .otherESS: .ess
        case .other: .none
        }
    }

    /// Colour of a kind's bar: that of its family.
    static func tone(ofKind key: String) -> SVGChart.Tone {
        switch StructureKind(rawValue: key)?.family {
        case .siae: .insertion
        case .disability: .disability
        case .other: .ess
        case nil: .none
        }
    }
}
