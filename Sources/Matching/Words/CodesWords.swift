import Catalog
import Nomenclature
import Wording

/// The codes of a need, ready to be held against those of many suppliers.
struct CodesWords {
    private struct Code {
        let need: NeedReading.NeedCode
        let name: Phrase
        /// Closeness by branch of the index, and by activity; none where the code says only a purpose.
        let branches: [Float]
        let activities: [Float]
    }

    private let index: CatalogueIndex
    private let vocabulary: TradeVocabulary
    private let codes: [Code]
    private let activityTrust: Double
    private let specialities: Specialities
    /// Closeness under which there is nothing to say.
    private static let telling = 0.2
    /// Values nearer than this are equal.
    private static let hair = 1e-6

    init(
        _ reading: NeedReading, _ criterion: CodesCriterion, index: CatalogueIndex, closeness: ClosenessRows,
        needs: NeedVocabulary, weights: Weights
    ) {
        self.index = index
        vocabulary = needs.vocabulary
        specialities = criterion.specialities
        activityTrust = weights.activityCode
        codes = reading.codes.map { code in
            let declared = code.declared.flatMap { TradeVocabulary.isPurpose($0) ? nil : $0 }
            return Code(
                need: code, name: Self.name(of: code, reading, needs), branches: closeness.branches(near: code.branch),
                activities: declared.map { closeness.activities(near: $0) } ?? [])
        }
    }

    /// « CPV 77310000 », « métier lu dans le texte (« espaces verts ») ».
    private static func name(
        of need: NeedReading.NeedCode, _ reading: NeedReading, _ needs: NeedVocabulary
    ) -> Phrase {
        if let declared = need.declared { return Phrase("CPV\u{A0}\(declared.code)", "CPV \(declared.code)") }
        guard let concept = need.concept else {
            let group = String(decoding: need.branch.digits, as: UTF8.self)
            let code = CPV(group + String(repeating: "0", count: max(0, 8 - group.utf8.count)))
            let label = code.flatMap { CPVTable.shared.label($0) } ?? Phrase(verbatim: group)
            return Phrase(
                "CPV\u{A0}\(group) proposé d’après le texte («\u{A0}\(label.fr)\u{A0}»)",
                "CPV \(group) proposed from the text (“\(label.en)”)")
        }
        let words = reading.text(of: concept, needs)
        return Phrase("métier lu dans le texte («\u{A0}\(words)\u{A0}»)", "trade read in the text (“\(words)”)")
    }

    /// The name of a code of the need, by its place.
    func name(of need: Int) -> Phrase { codes[need].name }

    /// The codes of the need.
    var needs: [NeedReading.NeedCode] { codes.map(\.need) }

    /// Every code of the need with every code of a supplier, its activity last.
    ///
    /// - Parameter body: is given the place of the code among ``needs``, that of the supplier's code in its profile (`nil`
    ///   for its activity), how near they are and the trust in the supplier's code (0–1).
    func forEachPair(
        _ number: Int, _ profile: SupplierProfile,
        _ body: (_ need: Int, _ own: Int?, _ closeness: Double, _ trust: Double) -> Void
    ) {
        let activity = index.activityOf[number]
        let share = Double(specialities.share(of: number))
        for place in codes.indices {
            for (own, code) in profile.codes.enumerated() {
                body(place, own, Double(codes[place].branches[code.branch]), code.trust * share)
            }
            if activity != Seat.none, !codes[place].activities.isEmpty {
                body(place, nil, Double(codes[place].activities[Int(activity)]), activityTrust * share)
            }
        }
    }

    /// Where a code of a supplier comes from.
    func origin(_ own: Int?, _ profile: SupplierProfile) -> CodeOrigin? {
        guard let own else { return profile.supplier.naf.map { .activity($0) } }
        return profile.origin(of: own, index, vocabulary)
    }

    /// Why a supplier has its value: the pair that is worth most. Of equals, what the supplier says itself comes before its
    /// activity, and the main code of the notice before the others.
    func sentence(for number: Int, _ profile: SupplierProfile) -> Phrase {
        var said = (value: Self.telling, need: 0, own: Int?.none)
        var active = (value: Self.telling, need: 0)
        forEachPair(number, profile) { need, own, closeness, trust in
            let value = closeness * codes[need].need.trust * trust
            if let own {
                if value > said.value + Self.hair { said = (value, need, own) }
            } else if value > active.value + Self.hair {
                active = (value, need)
            }
        }
        let best = active.value > said.value + Self.hair ? (value: active.value, need: active.need, own: nil) : said
        guard best.value > Self.telling, let origin = origin(best.own, profile)?.phrase else {
            return Phrase("", "")
        }
        let name = codes[best.need].name
        let other =
            specialities.share(of: number) < 1
            ? Phrase("\u{A0}; nomme une autre spécialité", "; names another speciality") : Phrase("", "")
        return Phrase("\(name.fr)\u{A0}: \(origin.fr)\(other.fr)", "\(name.en): \(origin.en)\(other.en)")
    }
}
