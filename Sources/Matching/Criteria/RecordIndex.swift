import Catalog
import FrenchText
import Nomenclature

/// The contracts won by the suppliers of a catalogue, in the order of the suppliers.
struct RecordIndex: Sendable {
    let references: [Reference]
    /// References of supplier `s` are at `starts[s]..<starts[s + 1]`.
    let starts: [Int]
    /// The words of the objects, one document a reference.
    let text: TextIndex
    let branches: [CodePrefix?]

    init(_ references: [Reference], suppliers: [Supplier], vocabulary: TradeVocabulary, weights: Weights) {
        let bySiret = Dictionary(grouping: references, by: \.siret)
        var ordered: [Reference] = []
        var starts = [0]
        for supplier in suppliers {
            let own = (bySiret[supplier.siret?.text ?? supplier.key] ?? []).sorted {
                ($0.day?.iso ?? "", $0.object) > ($1.day?.iso ?? "", $1.object)
            }
            ordered += own
            starts.append(ordered.count)
        }
        var builder = TextIndexBuilder(fields: [weights.offerField], saturation: weights.saturation)
        for reference in ordered { builder.add([vocabulary.analyser.terms(reference.object)]) }
        self.references = ordered
        self.starts = starts
        text = builder.build()
        branches = ordered.map { $0.cpv.map { CodePrefix($0) } }
    }
}
