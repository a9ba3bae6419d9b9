import FrenchText
import Nomenclature

/// A need as the matching reads it: weighted terms and weighted branches of the CPV.
struct NeedReading {
    /// Where the need says something.
    struct Surface {
        enum Source { case title, description, context, label }

        let source: Source
        /// Bytes of the text; −1 where they are not known.
        let start: Int32
        let end: Int32

        init(_ source: Source, _ occurrence: TermReader.Occurrence) {
            self.source = source
            start = occurrence.start
            end = occurrence.end
        }

        /// What only a CPV label says.
        static let none = Surface()
        private init() {
            source = .label
            start = -1
            end = -1
        }

        var isLabel: Bool { source == .label }
    }

    struct QueryTerm {
        let term: Int32
        var weight: Double
        let surface: Surface
        let isConcept: Bool
    }
    struct NeedCode {
        let branch: CodePrefix
        let trust: Double
        /// `nil` when the words of the need suggest it.
        let declared: CPV?
        /// The concept that suggests it, where the need names it; without it, and not declared, the whole text does.
        let concept: QueryTerm?
    }

    let need: Need
    /// In the order of first appearance.
    private(set) var terms: [QueryTerm] = []
    private(set) var codes: [NeedCode] = []
    /// The buyer asks for staff.
    private(set) var asksForStaff = false
    /// The buyer buys insertion through a trade: by its code, or as its title says.
    private(set) var buysInsertion = false
    private var places: [Int32: Int] = [:]

    private typealias Occurrence = TermReader.Occurrence

    init(_ need: Need, vocabulary: NeedVocabulary, weights: Weights) {
        self.need = need
        let title = vocabulary.read(need.title)
        let description = vocabulary.read(need.description)
        let namesTrade = [title, description].contains { text in
            text.contains { $0.isConcept && !vocabulary[$0.term].isPurpose }
        }
        asksForStaff =
            need.cpv.contains(where: TradeVocabulary.isStaff)
            || title.contains { vocabulary[$0.term].concept == TradeVocabulary.staffConcept }
        buysInsertion =
            need.cpv.contains(where: TradeVocabulary.isPurpose)
            || title.contains { vocabulary[$0.term].concept == TradeVocabulary.insertionConcept }

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

    private mutating func add(_ occurrence: TermReader.Occurrence, _ weight: Double, _ surface: Surface) {
        if let place = places[occurrence.term] {
            terms[place].weight = max(terms[place].weight, weight)
        } else {
            places[occurrence.term] = terms.count
            terms.append(
                QueryTerm(
                    term: occurrence.term, weight: weight, surface: surface, isConcept: occurrence.isConcept))
        }
    }

    // MARK: Words

    private func isPurpose(_ occurrence: Occurrence, _ vocabulary: NeedVocabulary) -> Bool {
        let known = vocabulary[occurrence.term]
        return known.isPurpose && !(asksForStaff && known.concept == TradeVocabulary.staffConcept)
    }

    private func conceptWeight(_ occurrence: Occurrence, _ weights: Weights) -> Double {
        (occurrence.words > 1 ? weights.phraseConcept : weights.wordConcept) * Double(occurrence.strength)
    }

    private mutating func readTitle(
        _ title: [Occurrence], _ vocabulary: NeedVocabulary, _ weights: Weights, _ purposeShare: Double
    ) {
        for word in title {
            let weight = word.isConcept ? conceptWeight(word, weights) : weights.titleWord
            add(word, weight * (isPurpose(word, vocabulary) ? purposeShare : 1), Surface(.title, word))
        }
    }

    private mutating func readDescription(
        _ description: [Occurrence], _ vocabulary: NeedVocabulary, _ weights: Weights, _ purposeShare: Double,
        hasCode: Bool
    ) {
        let distinct = Double(Set(description.lazy.filter { !$0.isConcept }.map(\.term)).count)
        let share = weights.descriptionWord * min(1, weights.descriptionMass / max(distinct, 1))
        // « Nettoyage des écoles … des sanitaires » buys no plumbing: beside a title or a code that names the trade, what
        // the description mentions is a detail.
        let isNamed = hasCode || terms.contains { $0.isConcept && $0.weight >= 1 }
        for word in description {
            var weight: Double
            if word.isConcept {
                weight = conceptWeight(word, weights) * (isNamed ? weights.describedConcept : 1)
            } else {
                weight = share * (vocabulary[word.term].isTrade ? 1 : weights.unknownDescriptionWord)
            }
            if isPurpose(word, vocabulary) { weight *= purposeShare }
            add(word, weight, Surface(.description, word))
        }
    }

    private mutating func readContext(_ need: Need, _ vocabulary: NeedVocabulary, _ weights: Weights) {
        for word in vocabulary.read(need.context) {
            let weight = word.isConcept ? conceptWeight(word, weights) : weights.descriptionWord
            add(word, weight * weights.contextWord, Surface(.context, word))
        }
    }

    /// The labels of the codes say the trade in other words; those of purpose codes do not.
    private mutating func readLabels(
        _ codes: [CPV], _ vocabulary: NeedVocabulary, _ weights: Weights, namesTrade: Bool
    ) {
        for (index, code) in codes.enumerated() where !(namesTrade && TradeVocabulary.isPurpose(code)) {
            let weight = index == 0 ? weights.mainLabelWord : weights.otherLabelWord
            for term in vocabulary.label(of: code) { add(Occurrence(term: term), weight, .none) }
        }
    }

    /// Whether a word stands where the need names a trade: « élagage », « verts » of « espaces verts ».
    func isInTrade(_ word: QueryTerm) -> Bool {
        terms.contains { trade in
            trade.isConcept && trade.surface.source == word.surface.source && trade.surface.start >= 0
                && trade.surface.start <= word.surface.start && word.surface.end <= trade.surface.end
        }
    }

    // MARK: Codes

    private mutating func readCodes(
        _ declared: [CPV], _ vocabulary: NeedVocabulary, _ weights: Weights, namesTrade: Bool, hasCode: Bool
    ) {
        var seen: Set<CodePrefix> = []
        for (index, code) in declared.enumerated() {
            var trust = index == 0 ? 1 : weights.additionalNeedCode
            if TradeVocabulary.isPurpose(code), namesTrade, !TradeVocabulary.isStaff(code) {
                trust = weights.purposeCode
            }
            codes.append(NeedCode(branch: CodePrefix(code), trust: trust, declared: code, concept: nil))
            seen.insert(CodePrefix(code))
        }
        // Without a code that names the trade, the words stand for it.
        let trust = hasCode ? weights.needConceptCode : 1
        let strongest = max(terms.lazy.filter(\.isConcept).map(\.weight).max() ?? 0, weights.wordConcept)
        for term in terms where term.isConcept {
            for (rank, branch) in vocabulary[term.term].branches.enumerated() where seen.insert(branch).inserted {
                let share = min(1, term.weight / strongest) * (rank == 0 ? 1 : 0.6)
                codes.append(NeedCode(branch: branch, trust: trust * share, declared: nil, concept: term))
            }
        }
        if !hasCode, !namesTrade { propose(seen, weights) }
    }

    /// A need that names no trade by a code or by a word of the lexicon has its codes proposed from all that it says.
    private mutating func propose(_ seen: Set<CodePrefix>, _ weights: Weights) {
        let text = need.description.isEmpty ? need.title : need.title + "\n" + need.description
        for proposal in CPVClassifier.shared.codes(for: text, digits: 3, top: Self.proposals)
        where proposal.probability >= weights.leastProposal {
            let branch = CodePrefix(proposal.code.prefix(3))
            guard !seen.contains(branch) else { continue }
            codes.append(
                NeedCode(
                    branch: branch, trust: proposal.probability * weights.proposedCode, declared: nil, concept: nil))
        }
    }

    /// Groups proposed at most.
    private static let proposals = 3

    // MARK: Words for people

    /// What the need says, as it is written.
    func text(of term: QueryTerm, _ vocabulary: NeedVocabulary) -> String {
        let text: String
        switch term.surface.source {
        case .title: text = need.title
        case .description: text = need.description
        case .context: text = need.context
        case .label: return ""
        }
        var occurrence = Occurrence(term: term.term)
        occurrence.start = term.surface.start
        occurrence.end = term.surface.end
        return occurrence.surface(in: text, vocabulary.reader, vocabulary.vocabulary.analyser)
    }
}
