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
        let evidence: CodeEvidence
    }

    let supplier: Supplier
    let size: CapacityCriterion.Size?
    let codes: [Code]

    /// What suggests one of its codes, in the supplier's own words.
    func origin(of place: Int, _ index: CatalogueIndex, _ vocabulary: TradeVocabulary) -> CodeOrigin? {
        let code = codes[place]
        let start = Int(code.evidence.start)
        switch code.evidence.kind {
        case .declared: return supplier.cpv.indices.contains(start) ? .declared(supplier.cpv[start]) : nil
        case .sector: return supplier.sectors.indices.contains(start) ? .sector(supplier.sectors[start]) : nil
        case .offers: return words(code, SupplierWords.offers(supplier), index, vocabulary)
        case .name: return words(code, SupplierWords.names(supplier), index, vocabulary)
        case .staff: return .staff
        }
    }

    private func words(
        _ code: Code, _ text: String, _ index: CatalogueIndex, _ vocabulary: TradeVocabulary
    ) -> CodeOrigin? {
        let start = Int(code.evidence.start)
        let end = start + Int(code.evidence.length)
        guard code.evidence.start != CodeEvidence.unknown, end <= text.utf8.count else {
            // Where letters were destroyed, the text that was read is not the one that is shown.
            let branch = index.branches[code.branch]
            return vocabulary.analyser.terms(text).first { term in
                term.isConcept && (vocabulary.branches[String(term.key.dropFirst())] ?? []).contains(branch)
            }.map { .words($0.surface) }
        }
        let first = text.utf8.index(text.utf8.startIndex, offsetBy: start)
        return .words(String(text[first..<text.utf8.index(first, offsetBy: end - start)]))
    }
}

/// The profiles of the suppliers that came up last. One a thread.
final class ProfileShelf {
    private let index: CatalogueIndex
    private let weights: Weights
    private var recent: [Int: SupplierProfile] = [:]
    private var older: [Int: SupplierProfile] = [:]

    /// Profiles of each of the two generations: some ten megabytes together.
    private static let room = 4_096

    init(_ index: CatalogueIndex, weights: Weights) {
        self.index = index
        self.weights = weights
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
        let codes = (Int(index.codeStarts[number])..<Int(index.codeStarts[number + 1])).map { place in
            SupplierProfile.Code(
                branch: index.codes[place].document, trust: Double(CodesCriterion.trust(index.codes[place].strength)),
                evidence: index.codeEvidence[place])
        }
        return SupplierProfile(
            supplier: supplier, size: CapacityCriterion.Size(supplier, weights: weights), codes: codes)
    }
}
