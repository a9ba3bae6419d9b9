import Catalog
import Nomenclature
import Wording

extension Explanation {
    /// Something that is not known, what to do about it, and what it costs.
    public struct Gap: Sendable, Hashable {
        public enum Kind: String, Sendable, Hashable, CaseIterable {
            // Of the supplier.
            case description, sectors, codes, activity, address, perimeter, size, record
            // Of the need.
            case needPlace, needValue, needCodes
        }
        public let kind: Kind
        /// Points of 100 that the criterion concerned takes away now; `nil` where what would be gained depends on what
        /// is written.
        public let points: Double?

        public var phrase: Phrase {
            switch kind {
            case .description:
                Phrase(
                    "description absente : complétez la fiche avec ce que la structure fait, dans ses mots",
                    "no description: complete the sheet with what the supplier does, in its words")
            case .sectors:
                Phrase(
                    "aucun secteur déclaré : choisissez-les dans la liste du Marché de l’inclusion",
                    "no sector declared: choose them in the list of the Marché de l’inclusion")
            case .codes:
                Phrase(
                    "aucun code CPV déclaré : indiquez ceux du métier", "no CPV code declared: give those of the trade")
            case .activity:
                Phrase(
                    "activité (NAF) inconnue ou qui ne dit rien du métier : la description et les secteurs doivent le dire",
                    "activity (NAF) not known, or saying nothing of the trade: description and sectors have to say it")
            case .address:
                Phrase(
                    "adresse non placée sur la carte : vérifiez la commune et le code postal",
                    "address not placed on the map: check the town and the postcode")
            case .perimeter:
                Phrase(
                    "périmètre d’intervention non déclaré : indiquez les départements ou le rayon",
                    "perimeter not declared: give the départements or the radius")
            case .size:
                Phrase(
                    "effectif et chiffre d’affaires inconnus : complétez la fiche",
                    "workforce and turnover not known: complete the sheet")
            case .record:
                Phrase(
                    "aucun marché comparable dans les données d’attribution lues : importez les données essentielles (DECP)",
                    "no comparable contract in the award data read: import the award data (DECP)")
            case .needPlace: Phrase("lieu d’exécution du lot inconnu", "place of performance of the lot not known")
            case .needValue: Phrase("valeur du lot inconnue", "value of the lot not known")
            case .needCodes: Phrase("aucun code CPV dans le lot", "no CPV code in the lot")
            }
        }
    }

    /// - Parameters:
    ///   - gain: points of 100 that the score would win at most if a criterion took nothing away.
    ///   - isPlaced: whether the supplier stands on the map.
    static func gaps(
        of supplier: Supplier, _ need: Need, isPlaced: Bool, hasSize: Bool, contracts: Int,
        gain: (Criterion) -> Double
    ) -> [Gap] {
        var gaps: [Gap] = []
        func add(_ kind: Gap.Kind, _ isMissing: Bool, _ criterion: Criterion? = nil) {
            if isMissing { gaps.append(Gap(kind: kind, points: criterion.map(gain))) }
        }
        add(.description, supplier.description.isEmpty && supplier.offers.isEmpty)
        add(.sectors, supplier.sectors.isEmpty)
        add(.codes, supplier.cpv.isEmpty)
        add(.activity, supplier.naf.map { CPVAffinity.uninformative.contains($0.code) } ?? true)
        add(.address, !isPlaced, .place)
        add(.perimeter, supplier.perimeter == nil, .place)
        add(.size, !hasSize, .capacity)
        add(.record, contracts == 0, .record)
        add(.needPlace, need.places.isEmpty, .place)
        add(.needValue, need.value == nil, .capacity)
        add(.needCodes, need.cpv.isEmpty)
        return gaps
    }
}
