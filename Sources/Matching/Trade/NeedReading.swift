import FrenchText
import Nomenclature
import Wording

/// A need as the matching reads it: weighted terms and weighted branches of the CPV.
struct NeedReading {
    struct QueryTerm {
        let key: String
        var weight: Double
        /// As written in the need; empty for what only a CPV label says.
        let surface: String
    }
    struct NeedCode {
        let branch: CodePrefix
        let trust: Double
        /// `nil` when the words of the need suggest it.
        let declared: CPV?
        /// Words of the need that suggest it.
        let surface: String
    }

    /// In the order of first appearance.
    private(set) var terms: [QueryTerm] = []
    private(set) var codes: [NeedCode] = []
    /// The buyer asks for staff.
    private(set) var asksForStaff = false
    private var places: [String: Int] = [:]

    init(_ need: Need, vocabulary: TradeVocabulary, weights: Weights) {
        let title = vocabulary.analyser.terms(need.title)
        let description = vocabulary.analyser.terms(need.description)
        let namesTrade = (title + description).contains { term in
            term.concept.map { !TradeVocabulary.purposeConcepts.contains($0) } ?? false
        }
        asksForStaff =
            need.cpv.contains(where: TradeVocabulary.isStaff)
            || title.contains { $0.concept == TradeVocabulary.staffConcept }

        let purposeShare = namesTrade ? weights.purposeShare : 1
        readTitle(title, vocabulary, weights, purposeShare)
        let hasCode = need.cpv.contains { !TradeVocabulary.isPurpose($0) }
        readDescription(description, vocabulary, weights, purposeShare, hasCode: hasCode)
        // A lot that names no trade, neither in its words nor by its code (« Lot 2 : secteur nord »), is about what the
        // whole purchase is about.
        if !namesTrade, !hasCode { readContext(need, vocabulary, weights) }
        readLabels(need.cpv, vocabulary, weights, namesTrade: namesTrade)
        readCodes(need.cpv, vocabulary, weights, namesTrade: namesTrade, hasCode: hasCode)
    }

    private mutating func add(_ key: String, _ weight: Double, surface: String) {
        if let place = places[key] {
            terms[place].weight = max(terms[place].weight, weight)
        } else {
            places[key] = terms.count
            terms.append(QueryTerm(key: key, weight: weight, surface: surface))
        }
    }

    // MARK: Words

    private func isPurpose(_ term: Term, _ vocabulary: TradeVocabulary) -> Bool {
        if let concept = term.concept {
            return TradeVocabulary.purposeConcepts.contains(concept)
                && !(asksForStaff && concept == TradeVocabulary.staffConcept)
        }
        return vocabulary.purposeStems.contains(term.key)
    }

    private func conceptWeight(_ term: Term, _ weights: Weights) -> Double {
        (term.words > 1 ? weights.phraseConcept : weights.wordConcept) * term.strength
    }

    private mutating func readTitle(
        _ title: [Term], _ vocabulary: TradeVocabulary, _ weights: Weights, _ purposeShare: Double
    ) {
        for term in title {
            let weight = term.isConcept ? conceptWeight(term, weights) : weights.titleWord
            add(term.key, weight * (isPurpose(term, vocabulary) ? purposeShare : 1), surface: term.surface)
        }
    }

    private mutating func readDescription(
        _ description: [Term], _ vocabulary: TradeVocabulary, _ weights: Weights, _ purposeShare: Double, hasCode: Bool
    ) {
        let distinct = Double(Set(description.filter { !$0.isConcept }.map(\.key)).count)
        let share = weights.descriptionWord * min(1, weights.descriptionMass / max(distinct, 1))
        // « Nettoyage des écoles … des sanitaires » buys no plumbing: beside a title or a code that names the trade, what
        // the description mentions is a detail.
        let isNamed = hasCode || terms.contains { $0.key.hasPrefix("#") && $0.weight >= 1 }
        for term in description {
            var weight: Double
            if term.isConcept {
                weight = conceptWeight(term, weights) * (isNamed ? weights.describedConcept : 1)
            } else {
                weight = share * (vocabulary.tradeStems.contains(term.key) ? 1 : weights.unknownDescriptionWord)
            }
            if isPurpose(term, vocabulary) { weight *= purposeShare }
            add(term.key, weight, surface: term.surface)
        }
    }

    private mutating func readContext(_ need: Need, _ vocabulary: TradeVocabulary, _ weights: Weights) {
        for term in vocabulary.analyser.terms(need.context) {
            let weight = term.isConcept ? conceptWeight(term, weights) : weights.descriptionWord
            add(term.key, weight * weights.contextWord, surface: term.surface)
        }
    }

    /// The labels of the codes say the trade in other words; those of purpose codes do not.
    private mutating func readLabels(
        _ codes: [CPV], _ vocabulary: TradeVocabulary, _ weights: Weights, namesTrade: Bool
    ) {
        for (index, code) in codes.enumerated() where !(namesTrade && TradeVocabulary.isPurpose(code)) {
            guard let label = CPVTable.shared.label(code)?.fr else { continue }
            let weight = index == 0 ? weights.mainLabelWord : weights.otherLabelWord
            for term in vocabulary.analyser.terms(label) where !term.isConcept {
                add(term.key, weight, surface: "")
            }
        }
    }

    // MARK: Codes

    private mutating func readCodes(
        _ declared: [CPV], _ vocabulary: TradeVocabulary, _ weights: Weights, namesTrade: Bool, hasCode: Bool
    ) {
        var seen: Set<CodePrefix> = []
        for (index, code) in declared.enumerated() {
            var trust = index == 0 ? 1 : weights.additionalNeedCode
            if TradeVocabulary.isPurpose(code), namesTrade, !TradeVocabulary.isStaff(code) {
                trust = weights.purposeCode
            }
            codes.append(NeedCode(branch: CodePrefix(code), trust: trust, declared: code, surface: ""))
            seen.insert(CodePrefix(code))
        }
        // Without a code that names the trade, the words stand for it.
        let trust = hasCode ? weights.needConceptCode : 1
        let strongest = max(terms.filter { $0.key.hasPrefix("#") }.map(\.weight).max() ?? 0, weights.wordConcept)
        for term in terms where term.key.hasPrefix("#") {
            let branches = vocabulary.branches[String(term.key.dropFirst())] ?? []
            for (rank, branch) in branches.enumerated() where seen.insert(branch).inserted {
                let share = min(1, term.weight / strongest) * (rank == 0 ? 1 : 0.6)
                codes.append(NeedCode(branch: branch, trust: trust * share, declared: nil, surface: term.surface))
            }
        }
    }
}
