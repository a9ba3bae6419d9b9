import Catalog
import FrenchText

/// What is said of a supplier whatever the need: read once from its card, then kept for the next needs.
struct SupplierProfile {
    /// A branch of the CPV that it is taken to work in.
    struct Code {
        /// Number of the branch in the index.
        let branch: Int
        /// 0–1.
        let trust: Double
        let origin: CodeOrigin
    }

    let supplier: Supplier
    let size: CapacityCriterion.Size?
    let codes: [Code]
}

/// The profiles of the suppliers that came up last. One a thread.
final class ProfileShelf {
    private let index: CatalogueIndex
    private let weights: Weights
    private let vocabulary: TradeVocabulary
    private let reader: TermReader
    private var codes: SupplierCodes
    /// Branch → its number in the index.
    private let branches: [CodePrefix: Int]
    private var recent: [Int: SupplierProfile] = [:]
    private var older: [Int: SupplierProfile] = [:]

    /// Profiles of each of the two generations: some ten megabytes together.
    private static let room = 4_096

    init(_ index: CatalogueIndex, weights: Weights, vocabulary: TradeVocabulary) {
        self.index = index
        self.weights = weights
        self.vocabulary = vocabulary
        reader = TermReader(vocabulary.analyser)
        codes = SupplierCodes(vocabulary: vocabulary, weights: weights)
        branches = Dictionary(zip(index.branches, index.branches.indices), uniquingKeysWith: { first, _ in first })
    }

    func profile(_ number: Int) -> SupplierProfile {
        if let known = recent[number] { return known }
        let profile = older[number] ?? read(number)
        if recent.count >= Self.room {
            older = recent
            recent.removeAll(keepingCapacity: true)
        }
        recent[number] = profile
        return profile
    }

    private func read(_ number: Int) -> SupplierProfile {
        let supplier = index.supplier(number)
        var concepts: [TermReader.Occurrence] = []
        let texts = [SupplierWords.offers(supplier), SupplierWords.names(supplier)]
        reader.read(texts[0], into: &concepts)
        let offers = concepts.count
        reader.read(texts[1], without: supplier.city, into: &concepts)
        let found = codes.all(supplier, concepts: concepts, offers: offers, reader: reader)
        let known = found.compactMap { code -> SupplierProfile.Code? in
            guard let branch = branches[codes.branches[Int(code.branch)]] else { return nil }
            let origin: CodeOrigin
            switch code.origin {
            case .declared(let place): origin = .declared(supplier.cpv[place])
            case .sector(let place): origin = .sector(supplier.sectors[place])
            case .concept(let place):
                origin = .words(
                    concepts[place].surface(in: texts[place < offers ? 0 : 1], reader, vocabulary.analyser))
            case .kind: origin = .staff
            }
            return .init(branch: branch, trust: Double(code.trust), origin: origin)
        }
        return SupplierProfile(
            supplier: supplier, size: CapacityCriterion.Size(supplier, weights: weights), codes: known)
    }
}
