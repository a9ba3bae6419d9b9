/// A text for people, in both languages, written once and beside each other.
public struct Phrase: Sendable, Hashable, Codable {
    public var fr: String
    public var en: String

    public init(_ fr: String, _ en: String) {
        self.fr = fr
        self.en = en
    }

    /// The same text in both languages: names, codes, titles taken from the data.
    public init(verbatim text: String) {
        self.init(text, text)
    }

    public subscript(language: Language) -> String {
        switch language {
        case .french: fr
        case .english: en
        }
    }
}
