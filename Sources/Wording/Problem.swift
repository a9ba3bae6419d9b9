/// Where in the input something was found.
public struct Place: Sendable, Hashable, Codable {
    /// The file as the user named it; a member of an archive is written `archive.zip!member.xml`.
    public var file: String
    /// Line in the file, counted from 1, where the format has lines.
    public var line: Int?
    /// Record in the file, counted from 1, where the format has records.
    public var record: Int?
    /// Element, column or key concerned.
    public var path: String?

    public init(file: String, line: Int? = nil, record: Int? = nil, path: String? = nil) {
        self.file = file
        self.line = line
        self.record = record
        self.path = path
    }

    /// `ligne 12, colonne siret`: the place inside the file, in words.
    public func inside(_ language: Language) -> String {
        var parts: [String] = []
        if let line { parts.append(language == .french ? "ligne \(line)" : "line \(line)") }
        if let record { parts.append(language == .french ? "enregistrement \(record)" : "record \(record)") }
        if let path { parts.append(path) }
        return parts.joined(separator: ", ")
    }
}

/// Bad data, as opposed to a programming mistake: it has a place, a rule and a sentence, and it never stops
/// what is good beside it.
public struct Problem: Sendable, Hashable, Codable, Error {
    public var place: Place
    /// Stable identifier of the rule that was broken, e.g. `siret.luhn`; documented in `docs/json.md`.
    public var rule: String
    /// What is wrong and what to do, in one sentence, without the place.
    public var message: Phrase
    /// The source text concerned, cut to ``excerptLimit`` characters.
    public var excerpt: String

    /// How many characters of a rejected record are kept.
    public static let excerptLimit = 4_000

    public init(_ rule: String, at place: Place, _ message: Phrase, excerpt: String = "") {
        self.place = place
        self.rule = rule
        self.message = message
        self.excerpt = excerpt.count > Self.excerptLimit ? String(excerpt.prefix(Self.excerptLimit)) + "…" : excerpt
    }

    /// `fichier.csv : ligne 12, siret : le SIRET … ; corrigez …`
    public func sentence(_ language: Language) -> String {
        let inside = place.inside(language)
        let colon = language == .french ? " : " : ": "
        return place.file + colon + (inside.isEmpty ? "" : inside + colon) + message[language]
    }
}
