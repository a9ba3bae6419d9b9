import Wording

extension IdentifierFault {
    /// What is wrong with `raw` given as a `name` (SIRET or SIREN), and what to do.
    public func phrase(_ name: String, raw: some StringProtocol) -> Phrase {
        let wanted = name == "SIREN" ? 9 : 14
        return switch self {
        case .empty:
            Phrase(
                "\(name) absent ; complétez la colonne avec les \(wanted) chiffres",
                "\(name) missing; fill in its \(wanted) digits")
        case .length(let count):
            Phrase(
                "\(name) « \(raw) » de \(count) chiffres au lieu de \(wanted) ; vérifiez les zéros de tête (colonne au format texte)",
                "\(name) “\(raw)” has \(count) digits instead of \(wanted); check the leading zeros (text column)")
        case .notDigits:
            Phrase(
                "\(name) « \(raw) » : \(wanted) chiffres attendus ; mettez la colonne au format texte et saisissez-le de nouveau",
                "\(name) “\(raw)”: \(wanted) digits expected; make it a text column and type it again")
        case .key:
            Phrase(
                "\(name) « \(raw) » : clé de contrôle fausse ; vérifiez le numéro sur annuaire-entreprises.data.gouv.fr",
                "\(name) “\(raw)”: wrong check digit; look the number up on annuaire-entreprises.data.gouv.fr")
        }
    }
}
