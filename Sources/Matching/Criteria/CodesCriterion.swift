import Catalog
import FrenchText
import Nomenclature
import Wording

/// Closeness in the CPV tree between the codes of the need and those of the supplier: its sectors, the trades that
/// its texts name, its activity (NAF).
struct CodesCriterion {
    private let index: TradeIndex
    private let needCodes: [NeedReading.NeedCode]
    private let weights: Weights
    /// Closeness of the need to each branch of the catalogue, and to each activity.
    private let branchValues: [Float]
    private let activityValues: [Float]

    init(_ reading: NeedReading, index: TradeIndex, weights: Weights) {
        self.index = index
        self.weights = weights
        let codes = reading.codes
        needCodes = codes
        branchValues = index.branches.map { branch in
            Float(codes.map { $0.branch.closeness(to: branch) * $0.trust }.max() ?? 0)
        }
        let declared = codes.compactMap { code -> (branches: [UInt64], trust: Float)? in
            guard let cpv = code.declared, !TradeVocabulary.isPurpose(cpv) else { return nil }
            // All eight digits: the table of activities also names branches deeper than the code's own depth.
            return (CodePrefix(cpv.code).packedBranches, Float(code.trust * weights.activityCode))
        }
        activityValues = index.activities.map { activity in
            declared.map { activity.closeness(to: $0.branches) * $0.trust }.max() ?? 0
        }
    }

    private static func closeness(of naf: NAF, to code: NeedReading.NeedCode) -> Double {
        guard let declared = code.declared, !TradeVocabulary.isPurpose(declared),
            case .specific(let weight) = CPVAffinity.shared.weight(cpv: declared, naf: naf)
        else { return 0 }
        return weight * code.trust
    }

    /// The value of a supplier, 0–1.
    func value(of supplier: Int) -> Float {
        var best: Float = 0
        for place in index.starts[supplier]..<index.starts[supplier + 1] {
            best = max(best, branchValues[Int(index.codes[place])] * index.trusts[place])
        }
        let activity = Int(index.activityOf[supplier])
        return activity < 0 ? best : max(best, activityValues[activity])
    }

    /// Closeness under which there is nothing to say.
    private static let telling = 0.2

    /// Why a supplier has its value.
    func sentence(for supplier: Supplier, vocabulary: TradeVocabulary) -> Phrase {
        let concepts = SupplierWords.ownConcepts(supplier, vocabulary: vocabulary)
        var best: (value: Double, need: NeedReading.NeedCode, code: SupplierCode)?
        for code in SupplierCode.of(supplier, concepts: concepts, vocabulary: vocabulary, weights: weights) {
            for need in needCodes {
                let value = need.branch.closeness(to: code.branch) * need.trust * code.trust
                if value > best?.value ?? Self.telling { best = (value, need, code) }
            }
        }
        let activity = supplier.naf.flatMap { naf in
            needCodes.map { (value: Self.closeness(of: naf, to: $0) * weights.activityCode, naf: naf, need: $0) }
                .max { $0.value < $1.value }
        }
        if let activity, activity.value > best?.value ?? Self.telling {
            return Self.sentence(activity.naf, activity.need)
        }
        guard let best else { return Phrase("", "") }
        return Self.sentence(best.need, best.code)
    }

    private static func name(of need: NeedReading.NeedCode) -> Phrase {
        if let declared = need.declared { return Phrase("CPV\u{A0}\(declared.code)", "CPV \(declared.code)") }
        return Phrase(
            "métier lu dans le texte («\u{A0}\(need.surface)\u{A0}»)", "trade read in the text (“\(need.surface)”)")
    }

    private static func sentence(_ need: NeedReading.NeedCode, _ code: SupplierCode) -> Phrase {
        let name = name(of: need)
        switch code.origin {
        case .sector(let sector):
            return Phrase("\(name.fr)\u{A0}: secteur «\u{A0}\(sector)\u{A0}»", "\(name.en): sector “\(sector)”")
        case .words(let words):
            return Phrase(
                "\(name.fr)\u{A0}: sa présentation dit «\u{A0}\(words)\u{A0}»",
                "\(name.en): its presentation says “\(words)”")
        case .kind:
            return Phrase("\(name.fr)\u{A0}: met du personnel à disposition", "\(name.en): lends staff")
        }
    }

    private static func sentence(_ naf: NAF, _ need: NeedReading.NeedCode) -> Phrase {
        let name = name(of: need)
        let label = NAFTable.shared.label(naf) ?? naf.code
        return Phrase(
            "\(name.fr)\u{A0}: activité \(naf.code) («\u{A0}\(label)\u{A0}»)",
            "\(name.en): activity \(naf.code) (“\(label)”)")
    }
}
