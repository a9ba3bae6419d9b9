/// A sequence of words of the rules; see ``ConsiderationRule`` for how it is written.
struct Pattern: Sendable {
    enum Step: Sendable {
        case word(SymbolSet)
        case phrase([Pattern])
        case gap(Int)
    }

    private(set) var steps: [Step] = []

    /// How many small words are passed over between two parts.
    private static let reachOfSmallWords = 3

    /// - Parameter classes: what `@name` stands for.
    init(_ text: String, classes: [String: [Pattern]], vocabulary: inout Vocabulary) {
        for part in text.split(separator: " ") {
            let step: Step
            if part.hasPrefix("..") {
                guard let reach = Int(part.dropFirst(2)) else { preconditionFailure("rule « \(text) »: gap \(part)") }
                step = .gap(reach)
            } else if part.hasPrefix("@") {
                guard let phrases = classes[String(part.dropFirst())] else {
                    preconditionFailure("rule « \(text) »: no words \(part)")
                }
                step = .phrase(phrases)
            } else {
                var symbols = SymbolSet()
                for word in part.split(separator: "|") { symbols.insert(vocabulary.symbol(String(word))) }
                step = .word(symbols)
            }
            steps.append(step)
        }
        precondition(!steps.isEmpty, "a rule without words")
    }

    /// The symbols that a match begins with.
    var starts: [Symbol] {
        func of(_ step: Step) -> [Symbol] {
            switch step {
            case .word(let symbols): symbols.members
            case .phrase(let phrases): phrases.flatMap(\.starts)
            case .gap: preconditionFailure("a rule begins with a word")
            }
        }
        return of(steps[0])
    }

    /// Where the pattern ends when it begins at `place`: the place after its last word.
    ///
    /// - Parameter touched: gets the places of the words that matched, not those passed over.
    func match(_ text: ReadText, at place: Int, end: Int, touched: inout [Int]) -> Int? {
        match(steps[...], text, at: place, end: end, isFirst: true, touched: &touched)
    }

    private func match(
        _ steps: ArraySlice<Step>, _ text: ReadText, at place: Int, end: Int, isFirst: Bool, touched: inout [Int]
    ) -> Int? {
        guard let step = steps.first else { return place }
        let rest = steps.dropFirst()
        if case .gap(let reach) = step {
            for skipped in 0...reach where place + skipped < end {
                if let found = match(rest, text, at: place + skipped, end: end, isFirst: false, touched: &touched) {
                    return found
                }
            }
            return nil
        }
        var place = place
        var passed = 0
        while place < end {
            let count = touched.count
            if case .word(let symbols) = step {
                if text.isOne(of: symbols, place) {
                    touched.append(place)
                    if let found = match(rest, text, at: place + 1, end: end, isFirst: false, touched: &touched) {
                        return found
                    }
                }
            } else {
                for next in ends(of: step, text, at: place, end: end, touched: &touched) {
                    if let found = match(rest, text, at: next, end: end, isFirst: false, touched: &touched) {
                        return found
                    }
                }
            }
            touched.removeSubrange(count...)
            guard !isFirst, passed < Self.reachOfSmallWords, text.isSmall(place) else { return nil }
            place += 1
            passed += 1
        }
        return nil
    }

    /// Where a phrase may end.
    private func ends(of step: Step, _ text: ReadText, at place: Int, end: Int, touched: inout [Int]) -> [Int] {
        guard case .phrase(let phrases) = step, text.hasSymbols(place) else { return [] }
        var ends: [Int] = []
        for phrase in phrases {
            if let found = phrase.match(text, at: place, end: end, touched: &touched), !ends.contains(found) {
                ends.append(found)
            }
        }
        // The longest phrase first.
        return ends.sorted(by: >)
    }
}
