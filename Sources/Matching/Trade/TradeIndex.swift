import Catalog
import FrenchText
import Nomenclature

/// What the suppliers of a catalogue do: their words in an inverted index and their CPV branches in flat arrays.
struct TradeIndex: Sendable {
    let text: TextIndex
    /// Branches that occur in the catalogue.
    let branches: [CodePrefix]
    /// Codes of supplier `s` are at `starts[s]..<starts[s + 1]`.
    let starts: [Int]
    /// Places in ``branches``.
    let codes: [UInt16]
    let trusts: [Float]
    /// Activities that occur in the catalogue, and for each supplier its place there, or −1.
    let activities: [ActivityBranches]
    let activityOf: [Int32]

    init(_ suppliers: [Supplier], vocabulary: TradeVocabulary, weights: Weights) {
        var builder = TextIndexBuilder(
            fields: [weights.nameField, weights.sectorField, weights.offerField, weights.activityField],
            saturation: weights.saturation)
        var numbers: [CodePrefix: UInt16] = [:]
        var branches: [CodePrefix] = []
        var starts = [0]
        var codes: [UInt16] = []
        var trusts: [Float] = []
        var activities: [NAF: Int32] = [:]
        var activityList: [NAF] = []
        var activityOf: [Int32] = []
        for supplier in suppliers {
            let words = SupplierWords(supplier, vocabulary: vocabulary)
            builder.add([words.name, words.sectors, words.offers, words.activity])
            for code in SupplierCode.of(supplier, concepts: words.ownConcepts, vocabulary: vocabulary, weights: weights)
            {
                let number: UInt16
                if let known = numbers[code.branch] {
                    number = known
                } else {
                    number = UInt16(branches.count)
                    numbers[code.branch] = number
                    branches.append(code.branch)
                }
                codes.append(number)
                trusts.append(Float(code.trust))
            }
            starts.append(codes.count)
            guard let naf = supplier.naf else {
                activityOf.append(-1)
                continue
            }
            if let known = activities[naf] {
                activityOf.append(known)
            } else {
                activities[naf] = Int32(activityList.count)
                activityOf.append(Int32(activityList.count))
                activityList.append(naf)
            }
        }
        text = builder.build()
        self.branches = branches
        self.starts = starts
        self.codes = codes
        self.trusts = trusts
        self.activities = activityList.map { ActivityBranches($0) }
        self.activityOf = activityOf
    }
}

/// The terms of a supplier, field by field.
struct SupplierWords {
    let name: [Term]
    let sectors: [Term]
    let offers: [Term]
    /// Label of the NAF activity; empty where it names no trade.
    let activity: [Term]

    init(_ supplier: Supplier, vocabulary: TradeVocabulary) {
        let analyser = vocabulary.analyser
        name = Self.name(supplier, vocabulary)
        // « Autre (Propreté) » says the group, not « autre ».
        sectors = supplier.sectors.flatMap { analyser.terms($0.hasPrefix("Autre (") ? String($0.dropFirst(7)) : $0) }
        offers = Self.offers(supplier, vocabulary)
        let informative = supplier.naf.flatMap { CPVAffinity.uninformative.contains($0.code) ? nil : $0 }
        activity = analyser.terms(informative.flatMap { NAFTable.shared.label($0) } ?? "")
    }

    /// Concepts that its name and texts name; its sectors have codes of their own.
    var ownConcepts: [Term] { (offers + name).filter(\.isConcept) }

    /// The same, when nothing else is wanted.
    static func ownConcepts(_ supplier: Supplier, vocabulary: TradeVocabulary) -> [Term] {
        (offers(supplier, vocabulary) + name(supplier, vocabulary)).filter(\.isConcept)
    }

    private static func name(_ supplier: Supplier, _ vocabulary: TradeVocabulary) -> [Term] {
        let text = supplier.brand == supplier.name ? supplier.name : supplier.name + ". " + supplier.brand
        // « COMMUNAUTÉ DE VITRÉ » says where it is, not that it cleans windows.
        let town = Set(words(of: supplier.city))
        let kept = text.split(separator: " ").filter { word in !words(of: word).contains(where: town.contains) }
        return vocabulary.analyser.terms(kept.joined(separator: " "))
    }

    private static func words(of text: some StringProtocol) -> [String] {
        Folding.fold(text).split(whereSeparator: { !$0.isLetter }).filter { $0.count > 2 }.map(String.init)
    }

    private static func offers(_ supplier: Supplier, _ vocabulary: TradeVocabulary) -> [Term] {
        vocabulary.analyser.terms(([supplier.description] + supplier.offers).joined(separator: ".\n"))
    }
}
