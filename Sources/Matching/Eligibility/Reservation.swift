/// What reserves a lot, and how it is known.
public struct Reservation: Sendable, Hashable {
    /// Where the reservation was read.
    public enum Origin: String, Sendable, Codable {
        case flag, text, both
    }

    /// Articles of the code de la commande publique, e.g. `["L2113-12"]`; several when the flag does not say which,
    /// or when the text cites several.
    public var articles: [String]
    public var origin: Origin
    /// Whether the articles are known, and not only possible.
    public var isCertain: Bool
    /// The words of the notice; empty when only a flag reserves.
    public var quote: String

    public init(articles: [String], origin: Origin, isCertain: Bool, quote: String) {
        self.articles = articles
        self.origin = origin
        self.isCertain = isCertain
        self.quote = quote
    }
}
