/// A language that Passerelle speaks to people. French comes first: it is the language of the law and of the users.
public enum Language: String, Sendable, CaseIterable, Codable {
    case french = "fr"
    case english = "en"
}
