/// A text that a notice gives in one or several languages; translations, not several values.
public struct LocalizedText: Sendable, Hashable, Codable {
    public struct Entry: Sendable, Hashable, Codable {
        /// Three-letter code of eForms (`FRA`), empty when the source gives none.
        public var language: String
        public var text: String
    }

    /// In the order of the document.
    public private(set) var entries: [Entry]

    public init(_ text: String, language: String = "") {
        entries = [Entry(language: language, text: text)]
    }

    init(entries: [Entry]) { self.entries = entries }

    /// Adds a translation; a second text in the same language is a second paragraph.
    mutating func add(_ text: String, language: String) {
        if let index = entries.firstIndex(where: { $0.language == language }) {
            entries[index].text += "\n" + text
        } else {
            entries.append(Entry(language: language, text: text))
        }
    }

    public var languages: [String] { entries.map(\.language) }

    /// The French text, else the text in the notice's own language, else the first.
    public func preferred(noticeLanguage: String) -> String {
        let entry =
            entries.first { $0.language == "FRA" } ?? entries.first { $0.language == noticeLanguage } ?? entries.first
        return entry?.text ?? ""
    }
}
