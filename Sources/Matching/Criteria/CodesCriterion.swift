import Catalog
import FrenchText
import Nomenclature
import Wording

/// Closeness in the CPV tree between the codes of the need and those of the supplier: what it declares, its sectors, the
/// trades that its texts name, its activity (NAF).
struct CodesCriterion {
    let index: CatalogueIndex
    private let reading: NeedReading
    private var needCodes: [NeedReading.NeedCode] { reading.codes }
    private let weights: Weights
    /// Closeness of the need to each branch of the catalogue, and to each activity.
    let branchValues: [Float]
    let activityValues: [Float]
    /// The greatest value that a supplier can have.
    let greatest: Float

    init(_ reading: NeedReading, index: CatalogueIndex, closeness: ClosenessRows, weights: Weights) {
        self.index = index
        self.weights = weights
        self.reading = reading
        var branchValues = [Float](repeating: 0, count: index.branches.count)
        var activityValues = [Float](repeating: 0, count: index.activities.count)
        for code in reading.codes {
            let trust = Float(code.trust)
            let row = closeness.branches(near: code.branch)
            for place in branchValues.indices { branchValues[place] = max(branchValues[place], row[place] * trust) }
            guard let cpv = code.declared, !TradeVocabulary.isPurpose(cpv) else { continue }
            let share = trust * Float(weights.activityCode)
            let activities = closeness.activities(near: cpv)
            for place in activityValues.indices {
                activityValues[place] = max(activityValues[place], activities[place] * share)
            }
        }
        self.branchValues = branchValues
        self.activityValues = activityValues
        greatest = max(branchValues.max() ?? 0, activityValues.max() ?? 0)
    }

    private static func closeness(of naf: NAF, to code: NeedReading.NeedCode) -> Double {
        guard let declared = code.declared, !TradeVocabulary.isPurpose(declared),
            case .specific(let weight) = CPVAffinity.shared.weight(cpv: declared, naf: naf)
        else { return 0 }
        return weight * code.trust
    }

    /// Trust in a code by the strength of its posting.
    static let trusts: [Float] = (0...Posting.full).map { Float($0) / Float(Posting.full) }

    /// The value of a supplier, 0–1.
    func value(of supplier: Int) -> Float {
        var best: Float = 0
        let activity = index.activityOf[supplier]
        if activity != Seat.none { best = activityValues[Int(activity)] }
        for place in Int(index.codeStarts[supplier])..<Int(index.codeStarts[supplier + 1]) {
            let code = index.codes[place]
            best = max(best, branchValues[code.document] * Self.trusts[Int(code.strength)])
        }
        return best
    }

    // MARK: Words

    /// Closeness under which there is nothing to say.
    private static let telling = 0.2

    /// Why a supplier has its value.
    func sentence(for supplier: Supplier, _ vocabulary: NeedVocabulary) -> Phrase {
        let reader = vocabulary.reader
        var codes = SupplierCodes(vocabulary: vocabulary.vocabulary, weights: weights)
        var concepts: [TermReader.Occurrence] = []
        let texts = [SupplierWords.offers(supplier), SupplierWords.names(supplier)]
        reader.read(texts[0], into: &concepts)
        let offers = concepts.count
        reader.read(texts[1], without: supplier.city, into: &concepts)
        let found = codes.all(supplier, concepts: concepts, reader: reader)
        var best: (value: Double, need: NeedReading.NeedCode, origin: SupplierCodes.Origin)?
        for code in found {
            for need in needCodes {
                let value =
                    need.branch.closeness(to: codes.branches[Int(code.branch)]) * need.trust * Double(code.trust)
                if value > best?.value ?? Self.telling { best = (value, need, code.origin) }
            }
        }
        let activity = supplier.naf.flatMap { naf in
            needCodes.map { (value: Self.closeness(of: naf, to: $0) * weights.activityCode, naf: naf, need: $0) }
                .max { $0.value < $1.value }
        }
        if let activity, activity.value > best?.value ?? Self.telling {
            return sentence(activity.naf, activity.need, vocabulary)
        }
        guard let best else { return Phrase("", "") }
        let name = name(of: best.need, vocabulary)
        switch best.origin {
        case .declared(let place):
            let code = supplier.cpv[place].code
            return Phrase("\(name.fr)\u{A0}: déclare le CPV\u{A0}\(code)", "\(name.en): declares CPV \(code)")
        case .sector(let place):
            let sector = supplier.sectors[place]
            return Phrase("\(name.fr)\u{A0}: secteur «\u{A0}\(sector)\u{A0}»", "\(name.en): sector “\(sector)”")
        case .concept(let place):
            let key = reader.key(of: concepts[place].term)
            let text = texts[place < offers ? 0 : 1]
            let words = vocabulary.vocabulary.analyser.terms(text).first { $0.key == key }?.surface ?? ""
            return Phrase(
                "\(name.fr)\u{A0}: sa présentation dit «\u{A0}\(words)\u{A0}»",
                "\(name.en): its presentation says “\(words)”")
        case .kind:
            return Phrase("\(name.fr)\u{A0}: met du personnel à disposition", "\(name.en): lends staff")
        }
    }

    private func name(of need: NeedReading.NeedCode, _ vocabulary: NeedVocabulary) -> Phrase {
        if let declared = need.declared { return Phrase("CPV\u{A0}\(declared.code)", "CPV \(declared.code)") }
        guard let concept = need.concept else {
            let group = String(decoding: need.branch.digits, as: UTF8.self)
            let label = CPV(group + String(repeating: "0", count: max(0, 8 - group.utf8.count))).flatMap { CPVTable.shared.label($0) } ?? Phrase(verbatim: group)
            return Phrase(
                "CPV\u{A0}\(group) proposé d’après le texte («\u{A0}\(label.fr)\u{A0}»)",
                "CPV \(group) proposed from the text (“\(label.en)”)")
        }
        let words = reading.text(of: concept, vocabulary)
        return Phrase("métier lu dans le texte («\u{A0}\(words)\u{A0}»)", "trade read in the text (“\(words)”)")
    }

    private func sentence(_ naf: NAF, _ need: NeedReading.NeedCode, _ vocabulary: NeedVocabulary) -> Phrase {
        let name = name(of: need, vocabulary)
        let label = NAFTable.shared.label(naf) ?? naf.code
        return Phrase(
            "\(name.fr)\u{A0}: activité \(naf.code) («\u{A0}\(label)\u{A0}»)",
            "\(name.en): activity \(naf.code) (“\(label)”)")
    }
}
