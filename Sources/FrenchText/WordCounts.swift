/// The distinct words of texts, in the order in which they come, with how often they do.
struct WordCounts {
    private(set) var words: [(form: WordForm, count: Int)] = []
    private var table = ByteTable()

    init(_ texts: some Sequence<String>) {
        add(texts)
    }

    /// Counts the words of more texts.
    mutating func add(_ texts: some Sequence<String>) {
        for text in texts {
            var text = text
            text.withUTF8 { bytes in
                var scanner = WordScanner(bytes)
                while let word = scanner.next() {
                    let number = table.number(adding: bytes, word.range)
                    if number == words.count { words.append((WordForm(bytes[word.range]), 0)) }
                    words[number].count += 1
                }
            }
        }
    }
}
