import Catalog
import Nomenclature
import Wording

/// Why an article answers as it does for a supplier; put into words only for those who are shown.
enum EligibilityCause: Hashable {
    /// What the table of reservations says of the kind.
    case rule(ReservationRule)
    /// The share of workers is known, and the one that the ground asks for.
    case shareReached(ReservationRule, Double)
    case shareTooLow(Double, least: Double)
    case publicBody
    case notESS
    case unknownESS
    case otherMission
    case lapsed(HeldKind)
    case noStatus

    var phrase: Phrase {
        switch self {
        case .rule(let rule): return Self.reason(rule)
        case .shareReached(let rule, let share):
            let reason = Self.reason(rule)
            let fr = NumberFormat.percent(share, decimals: 0, .french)
            let en = NumberFormat.percent(share, decimals: 0, .english)
            return Phrase("\(reason.fr), part connue\u{A0}: \(fr)", "\(reason.en), known share: \(en)")
        case .shareTooLow(let share, let least):
            let fr = [share, least].map { NumberFormat.percent($0, decimals: 0, .french) }
            let en = [share, least].map { NumberFormat.percent($0, decimals: 0, .english) }
            return Phrase(
                "part connue de \(fr[0]), sous les \(fr[1]) exigés (R2113-7)",
                "known share of \(en[0]), under the \(en[1]) required (R2113-7)")
        case .publicBody:
            return Phrase("organisme public, donc pas une entreprise de l’ESS", "public body, hence no ESS enterprise")
        case .notESS: return Phrase("n’est pas une entreprise de l’ESS", "is no ESS enterprise")
        case .unknownESS: return Phrase("appartenance à l’ESS non établie", "ESS membership not established")
        case .otherMission:
            return Phrase(
                "mission sans lien avec les services du lot", "mission that is not linked to the services of the lot")
        case .lapsed(let held):
            let end = held.evidence.compactMap(\.validTo).max()
            let until = end.map { Phrase(" (fin le \($0.text(.french)))", " (ended on \($0.iso))") } ?? Phrase("", "")
            let kind = held.kind.rawValue
            return Phrase(
                "qualité d’\(kind) non valable à la date de l’avis\(until.fr)",
                "\(kind) status not valid on the day of the notice\(until.en)")
        case .noStatus:
            return Phrase(
                "aucune qualité établie qui ouvre ce marché réservé",
                "no established status that opens this reserved market")
        }
    }

    private static func reason(_ rule: ReservationRule) -> Phrase {
        guard let kind = rule.kind else { return rule.reason }
        return Phrase("\(kind.rawValue)\u{A0}: \(rule.reason.fr)", "\(kind.rawValue): \(rule.reason.en)")
    }
}
