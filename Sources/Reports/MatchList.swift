import Wording

/// The lists that a sheet has.
enum MatchList: String, Sendable {
    /// Those whose trade fits, by score.
    case ranked
    /// Those whose trade is not known, to be contacted.
    case contact

    var name: Phrase {
        switch self {
        case .ranked: Phrase("classement", "ranking")
        case .contact: Phrase("à contacter", "to be contacted")
        }
    }
}
