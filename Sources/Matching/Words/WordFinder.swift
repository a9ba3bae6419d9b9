import Catalog
import FrenchText
import Nomenclature

/// Where a supplier says the words of a need.
struct WordFinder {
    private let fields: [(field: Explanation.Field, keys: Set<String>)]

    init(_ supplier: Supplier, vocabulary: TradeVocabulary) {
        let reader = TermReader(vocabulary.analyser)
        func keys(_ texts: [String], without town: String = "") -> Set<String> {
            var terms: [TermReader.Occurrence] = []
            for text in texts {
                if town.isEmpty {
                    reader.read(text, into: &terms)
                } else {
                    reader.read(text, without: town, into: &terms)
                }
            }
            return Set(terms.map { reader.key(of: $0.term) })
        }
        fields = [
            (.name, keys([SupplierWords.names(supplier)], without: supplier.city)),
            (.sectors, keys(supplier.sectors.map { SupplierWords.sector($0) })),
            (.offers, keys([SupplierWords.offers(supplier)])),
            (.activity, keys(supplier.naf.map { [SupplierWords.activity($0)] } ?? [])),
        ]
    }

    /// The fields that have a term.
    func fields(with key: String) -> [Explanation.Field] { fields.filter { $0.keys.contains(key) }.map(\.field) }
}
