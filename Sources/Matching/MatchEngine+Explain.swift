import Catalog
import FrenchText
import Nomenclature
import Wording

extension MatchEngine {
    /// Explains how the suppliers with a key, a SIRET or a SIREN stand for a need.
    ///
    /// - Parameter options: those of the ranking explained; `top` does not matter.
    /// - Returns: one explanation a supplier, none when the catalogue does not hold it.
    public func explain(_ need: Need, key: String, _ options: RankingOptions) -> [Explanation] {
        let numbers = index.numbers(ofKey: key)
        guard !numbers.isEmpty else { return [] }
        var options = options
        options.top = index.count
        options.countsSetAside = false
        let reservation = ReservationReader.read(need)
        return withSpace { space in
            let reading = NeedReading(need, vocabulary: space.needs, weights: weights)
            let scorer = scorer(need, reading, options.criteria, space)
            let answer = scan(need, reservation, options, scorer, space).entries
            var everybody: [TopList.Entry]?
            var asked = options
            asked.contacts = index.count
            let toContact = contacts(need, reservation, asked, scorer, space)
            let writer = MatchWriter(need, reading, reservation, scorer, index, space, weights)
            return numbers.map { number in
                let place = answer.firstIndex { Int($0.supplier) == number }
                var outcome = place.map { Explanation.Outcome.ranked($0 + 1) }
                if outcome == nil, options.setsAsideIneligible {
                    var open = options
                    open.setsAsideIneligible = false
                    let all = everybody ?? scan(need, reservation, open, scorer, space).entries
                    everybody = all
                    outcome = all.firstIndex { Int($0.supplier) == number }.map { .setAside($0 + 1) }
                }
                if outcome == nil, let place = toContact.firstIndex(where: { Int($0.supplier) == number }) {
                    outcome = .toContact(place + 1, of: toContact.count)
                }
                return explanation(number, need, reading, scorer, writer, space, outcome, ranked: answer.count)
            }
        }
    }

    /// - Parameter outcome: `nil` for those whom no reservation keeps out, and who do not fit.
    private func explanation(
        _ number: Int, _ need: Need, _ reading: NeedReading, _ scorer: Scorer, _ writer: MatchWriter,
        _ space: ScanSpace, _ outcome: Explanation.Outcome?, ranked: Int
    ) -> Explanation {
        let parts = ScoreParts(number, scorer, index)
        let match = writer.match(parts.entry, rank: 0)
        let profile = writer.profile(number)
        let words = words(number, reading, scorer, match.supplier, parts.text, space)
        let contracts = scorer.record.finding(of: number).sameKind
        return Explanation(
            supplier: match.supplier,
            outcome: outcome ?? (parts.trade < weights.leastTrade ? .tooLittleTrade : .tooLowScore), ranked: ranked,
            score: match.score, trade: parts.trade, leastTrade: weights.leastTrade,
            leastScore: weights.leastScore * 100, points: parts.points, criteria: match.criteria,
            words: words,
            unheardWords: unheardWords(reading, besides: words, space), codes: codes(number, writer, profile),
            place: .init(distance: match.distance, perimeter: match.supplier.perimeter, places: need.places),
            size: profile.size.map { .init(turnover: $0.turnover, isEstimated: $0.isEstimated) },
            comparableContracts: contracts, eligibility: match.eligibility, reservation: writer.reservation,
            gaps: Explanation.gaps(
                of: match.supplier, need, isPlaced: index.seats[number].isPlaced,
                hasSize: profile.size != nil, contracts: contracts, gain: { parts.gain($0) }))
    }

    // MARK: Words

    /// - Parameter points: of 100, that all words together bring.
    private func words(
        _ number: Int, _ reading: NeedReading, _ scorer: Scorer, _ supplier: Supplier, _ points: Double,
        _ space: ScanSpace
    ) -> [Explanation.Word] {
        let finder = WordFinder(supplier, vocabulary: vocabulary)
        let labels = labelWords(reading.need)
        let total = scorer.text.found.reduce(0.0) { $0 + Double($1.weight) }
        let sum = Double(max(1, scorer.text.sum(of: number)))
        return scorer.text.found.map { found in
            let key = index.text.term(found.number)
            let strength = index.text.strength(found.number, in: number)
            let isFromLabel = found.term.surface.isLabel
            return Explanation.Word(
                text: isFromLabel ? labels[key] ?? key : reading.text(of: found.term, space.needs),
                isTrade: found.term.isConcept,
                isFromLabel: isFromLabel,
                weight: total > 0 ? Double(found.weight) / total : 0,
                fields: strength > 0 ? finder.fields(with: key) : [],
                points: points * Double(found.weight) * Double(strength) / sum)
        }
    }

    /// The words of the labels of the need's codes, by key.
    private func labelWords(_ need: Need) -> [String: String] {
        let labels = need.cpv.compactMap { CPVTable.shared.label($0)?.fr }
        let terms = labels.flatMap { vocabulary.analyser.terms($0) }
        return Dictionary(terms.map { ($0.key, $0.surface) }, uniquingKeysWith: { first, _ in first })
    }

    /// What nobody says at all: a word that somebody says as a trade, or as a part of one, is no such word.
    private func unheardWords(
        _ reading: NeedReading, besides words: [Explanation.Word], _ space: ScanSpace
    ) -> [String] {
        var seen = Set(words.lazy.filter { !$0.isFromLabel }.map { Folding.fold($0.text) })
        return reading.terms.filter { term in
            !term.surface.isLabel && space.numbers.number(of: term.term) == nil
                && (term.isConcept || space.numbers.numberNear(term.term) == nil)
        }
        .map { reading.text(of: $0, space.needs) }.filter { seen.insert(Folding.fold($0)).inserted }
    }

    // MARK: Codes

    private func codes(
        _ number: Int, _ writer: MatchWriter, _ profile: SupplierProfile
    ) -> [Explanation.CodePair] {
        let needs = writer.codes.needs
        var pairs: [Explanation.CodePair] = []
        writer.codes.forEachPair(number, profile) { need, own, closeness, trust in
            guard closeness > 0, let origin = writer.codes.origin(own, profile) else { return }
            let branch = own.map { String(decoding: index.branches[profile.codes[$0].branch].digits, as: UTF8.self) }
            pairs.append(
                .init(
                    needPlace: need, need: writer.codes.name(of: need), needTrust: needs[need].trust,
                    branch: branch, origin: origin, trust: trust, closeness: closeness))
        }
        return pairs.enumerated().sorted { left, right in
            (left.element.needPlace, -left.element.value, left.offset)
                < (right.element.needPlace, -right.element.value, right.offset)
        }.map(\.element)
    }
}
