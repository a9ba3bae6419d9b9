/// A text that a notice gives in one or several languages; translations, not several values.
public struct LocalizedText: Sendable, Hashable {
    public struct Entry: Sendable, Hashable, Codable {
        /// Three-letter code of eForms (`FRA`), empty when the source gives none.
        public var language: String
        public var text: String
    }

    // Nearly all texts are in one language, and a notice has dozens of them: the first needs no list.
    private var first: Entry
    private var others: [Entry] = []

    public init(_ text: String, language: String = "") {
        first = Entry(language: language, text: text)
    }

    /// In the order of the document.
    public var entries: [Entry] { [first] + others }

    /// Adds a translation; a second text in the same language is a second paragraph.
    mutating func add(_ text: String, language: String) {
        if first.language == language {
            first.text += "\n" + text
        } else if let index = others.firstIndex(where: { $0.language == language }) {
            others[index].text += "\n" + text
        } else {
            others.append(Entry(language: language, text: text))
        }
    }

    public var languages: [String] { entries.map(\.language) }

    /// The French text, else the text in the notice's own language, else the first.
    public func preferred(noticeLanguage: String) -> String {
        if others.isEmpty { return first.text }
        let entry = entries.first { $0.language == "FRA" } ?? entries.first { $0.language == noticeLanguage }
        return (entry ?? first).text
    }
}

extension LocalizedText: Codable {
    private enum Key: CodingKey { case entries }

    /// - Throws: `DecodingError` when there is no entry.
    public init(from decoder: any Decoder) throws {
        var entries = try decoder.container(keyedBy: Key.self).decode([Entry].self, forKey: .entries)[...]
        guard let first = entries.popFirst() else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "a text without an entry"))
        }
        self.first = first
        others = Array(entries)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(entries, forKey: .entries)
    }
}
