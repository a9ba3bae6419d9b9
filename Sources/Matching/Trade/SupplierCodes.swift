import Catalog
import FrenchText
import Nomenclature

/// The branches of the CPV that suppliers are taken to work in, with the trust in each: what they declare, their sectors,
/// the trades that their texts name, the staff that they lend.
struct SupplierCodes {
    private struct Found {
        /// Place in ``SupplierCodes/branches``.
        let branch: UInt16
        /// 0–1.
        let trust: Float
        let evidence: CodeEvidence
    }

    /// Branches met, in the order of first meeting.
    private(set) var branches: [CodePrefix] = []
    private var numbers: [CodePrefix: UInt16] = [:]
    private let vocabulary: TradeVocabulary
    private let weights: Weights
    private var bySector: [String: [(branch: UInt16, trust: Float)]] = [:]
    private var byConcept: [Int32: [(branch: UInt16, trust: Float)]] = [:]
    private var found: [Found] = []

    init(vocabulary: TradeVocabulary, weights: Weights) {
        self.vocabulary = vocabulary
        self.weights = weights
    }

    /// Appends the branches of a supplier, each once, with what suggests it best.
    ///
    /// - Parameters:
    ///   - concepts: the terms of its texts, those of its name last; words are passed over.
    ///   - offers: how many of them are of its description and offers.
    mutating func read(
        _ supplier: Supplier, concepts: [TermReader.Occurrence], offers: Int, reader: TermReader,
        into codes: inout [CatalogueIndex.Code], _ evidence: inout [CodeEvidence]
    ) {
        found.removeAll(keepingCapacity: true)
        for (place, cpv) in supplier.cpv.enumerated() {
            add(number(of: CodePrefix(cpv)), Float(weights.declaredCode), .init(.declared, at: place))
        }
        for (place, sector) in supplier.sectors.enumerated() {
            for code in self.codes(ofSector: sector) { add(code.branch, code.trust, .init(.sector, at: place)) }
        }
        for (place, term) in concepts.enumerated() where term.isConcept {
            // A name may mislead: « Potager.org » grows nothing.
            let trust = term.strength * (place < offers ? 1 : Float(weights.nameConcept))
            let words = CodeEvidence(place < offers ? .offers : .name, from: term.start, to: term.end)
            for code in self.codes(ofConcept: term.term, reader) { add(code.branch, code.trust * trust, words) }
        }
        if supplier.lendsStaff { add(number(of: CodePrefix("7962")), 1, .init(.staff, at: 0)) }
        for code in found {
            codes.append(.init(document: Int(code.branch), strength: Posting.strength(code.trust)))
            evidence.append(code.evidence)
        }
    }

    private mutating func add(_ branch: UInt16, _ trust: Float, _ evidence: CodeEvidence) {
        if let place = found.firstIndex(where: { $0.branch == branch }) {
            if found[place].trust < trust { found[place] = Found(branch: branch, trust: trust, evidence: evidence) }
        } else {
            found.append(Found(branch: branch, trust: trust, evidence: evidence))
        }
    }

    private mutating func number(of branch: CodePrefix) -> UInt16 {
        if let known = numbers[branch] { return known }
        let number = UInt16(branches.count)
        numbers[branch] = number
        branches.append(branch)
        return number
    }

    private mutating func codes(ofSector name: String) -> [(branch: UInt16, trust: Float)] {
        if let known = bySector[name] { return known }
        var codes: [(branch: UInt16, trust: Float)] = []
        for (rank, prefix) in (Sector.named(name)?.cpvPrefixes ?? []).enumerated() {
            codes.append(
                (number(of: CodePrefix(prefix)), Float(rank == 0 ? weights.mainSectorCode : weights.otherSectorCode)))
        }
        bySector[name] = codes
        return codes
    }

    private mutating func codes(ofConcept term: Int32, _ reader: TermReader) -> [(branch: UInt16, trust: Float)] {
        if let known = byConcept[term] { return known }
        let concept = String(reader.key(of: term).dropFirst())
        var codes: [(branch: UInt16, trust: Float)] = []
        for (rank, branch) in (vocabulary.branches[concept] ?? []).enumerated() {
            // Every structure of insertion speaks of insertion: that is seldom its trade.
            let isMain = rank == 0 && !TradeVocabulary.saysWhy(concept)
            codes.append((number(of: branch), Float(isMain ? weights.mainConceptCode : weights.otherConceptCode)))
        }
        byConcept[term] = codes
        return codes
    }
}

extension Supplier {
    /// Kinds whose form of supply is staff (domain model, section 1: DISP).
    static let lendingKinds: Set<StructureKind> = [.ai, .etti, .eatt, .geiq]
    private static let performingKinds: Set<StructureKind> = [.ei, .aci, .ea, .esat]

    /// Whether it lends staff and performs nothing itself.
    var lendsStaff: Bool {
        if !supplyForms.isEmpty { return supplyForms.allSatisfy { $0 == "DISP" } }
        return kinds.contains { Self.lendingKinds.contains($0.kind) }
            && !kinds.contains { Self.performingKinds.contains($0.kind) }
    }
}
