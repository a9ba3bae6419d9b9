import Nomenclature

/// The rules, ready to be looked for.
struct RuleBook: Sendable {
    struct Rule: Sendable {
        let row: ConsiderationRule
        let patterns: [Pattern]
        let needs: [Pattern]
        let unless: [Pattern]

        func holds(in field: NoticeField) -> Bool { row.fields == "*" || row.fields.contains(field.letter) }
    }

    /// A rule that was found at some words.
    struct Match: Sendable {
        let rule: Rule
        let first: Int
        let last: Int
        /// Places of the words of the rule themselves.
        let touched: [Int]

        var kind: String { rule.row.kind }
    }

    let vocabulary: Vocabulary
    let smallWords: SymbolSet
    private let rules: [Rule]
    /// Rules and their patterns by the symbol that they begin with.
    private let byStart: [[(rule: Int, pattern: Int)]]

    static let shared = RuleBook(ConsiderationRules.all, words: ConsiderationWords.all)

    /// Names of the phrases that the reader itself asks for.
    private static let small = "small"

    init(_ rows: [ConsiderationRule], words: [String: [String]]) {
        var vocabulary = Vocabulary()
        // Phrases are plain: they name no other phrases.
        var classes: [String: [Pattern]] = [:]
        for (name, phrases) in words.sorted(by: { $0.key < $1.key }) {
            classes[name] = phrases.map { Pattern($0, classes: [:], vocabulary: &vocabulary) }
        }
        var smallWords = SymbolSet()
        for word in words[Self.small] ?? [] { smallWords.insert(vocabulary.symbol(word)) }
        rules = rows.map { row in
            func compiled(_ texts: [String]) -> [Pattern] {
                texts.map { Pattern($0, classes: classes, vocabulary: &vocabulary) }
            }
            return Rule(
                row: row, patterns: compiled(row.patterns), needs: compiled(row.needs), unless: compiled(row.unless))
        }
        var byStart: [[(rule: Int, pattern: Int)]] = []
        func list(_ pattern: Pattern, _ entry: (rule: Int, pattern: Int)) {
            for symbol in Set(pattern.starts) {
                while byStart.count <= symbol { byStart.append([]) }
                byStart[symbol].append(entry)
            }
        }
        for (index, rule) in rules.enumerated() {
            for (number, pattern) in rule.patterns.enumerated() { list(pattern, (index, number)) }
        }
        self.byStart = byStart
        self.vocabulary = vocabulary
        self.smallWords = smallWords
    }

    func read(_ text: String) -> ReadText { ReadText(text, vocabulary: vocabulary, smallWords: smallWords) }

    /// Everything that the rules find in a sentence, but where other rules say that the words mean something else.
    func matches(in sentence: Range<Int>, of text: ReadText, field: NoticeField) -> [Match] {
        var found: [Match] = []
        var masked: Set<Int> = []
        var touched: [Int] = []
        for place in sentence {
            for symbol in text.symbols(at: place) where symbol < byStart.count {
                for entry in byStart[symbol] {
                    let rule = rules[entry.rule]
                    guard rule.holds(in: field) else { continue }
                    touched.removeAll(keepingCapacity: true)
                    guard
                        let end = rule.patterns[entry.pattern].match(
                            text, at: place, end: sentence.upperBound, touched: &touched)
                    else { continue }
                    guard rule.needs.isEmpty || stands(rule.needs, in: sentence, of: text),
                        !stands(rule.unless, in: sentence, of: text)
                    else { continue }
                    if rule.row.kind == "mask" {
                        masked.formUnion(touched)
                    } else {
                        found.append(Match(rule: rule, first: place, last: max(place, end - 1), touched: touched))
                    }
                }
            }
        }
        return masked.isEmpty ? found : found.filter { match in !match.touched.contains(where: masked.contains) }
    }

    /// Whether one of the patterns is in the sentence.
    private func stands(_ patterns: [Pattern], in sentence: Range<Int>, of text: ReadText) -> Bool {
        guard !patterns.isEmpty else { return false }
        var touched: [Int] = []
        return sentence.contains { place in
            text.hasSymbols(place)
                && patterns.contains {
                    $0.match(text, at: place, end: sentence.upperBound, touched: &touched) != nil
                }
        }
    }
}
