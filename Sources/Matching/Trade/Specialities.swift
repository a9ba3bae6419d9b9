import FrenchText
import Nomenclature

/// The specialities that a need names in its title, beside those of the same family that it does not name: « collecte des
/// biodéchets » is no work for who only collects textiles, although both have the same code.
struct Specialities {
    /// Numbers of concepts in the index: those that the need names or that take them in.
    private var wanted: [Int] = []
    /// Those of the other specialities.
    private var others: [Int] = []
    private let index: TextIndex
    private let otherShare: Float

    init(_ reading: NeedReading, index: TextIndex, needs: NeedVocabulary, weights: Weights) {
        self.index = index
        otherShare = Float(weights.otherSpeciality)
        let titled = reading.terms.lazy.filter { $0.isConcept && $0.surface.source == .title }
        let concepts = Set(titled.map { needs[$0.term].concept })
        for family in SiblingTrades.families {
            let named = Set(concepts.compactMap { family.specialities[$0] })
            guard !named.isEmpty, !named.contains(SiblingTrades.every) else { continue }
            for (concept, speciality) in family.specialities {
                guard let number = index.number(of: "#" + concept) else { continue }
                if named.contains(speciality) || speciality == SiblingTrades.every {
                    wanted.append(number)
                } else {
                    others.append(number)
                }
            }
        }
    }

    /// What the codes of a supplier count for: all, unless it only names other specialities.
    @inline(__always) func share(of supplier: Int) -> Float {
        others.isEmpty ? 1 : isElsewhere(supplier) ? otherShare : 1
    }

    private func isElsewhere(_ supplier: Int) -> Bool {
        others.contains { index.strength($0, in: supplier) > 0 }
            && !wanted.contains { index.strength($0, in: supplier) > 0 }
    }
}
