import Nomenclature
import Wording

/// What is not known of a supplier, of a lot or of the law, and would settle the question of eligibility.
enum EligibilityGap: Hashable {
    /// Proof of the share of workers that a ground asks for.
    case share(least: Double)
    /// The approval or agreement of a kind on the day: no source dates it.
    case approvalDate(StructureKind)
    case currentApproval
    case membership
    case lotCodes
    case codesOffList([CPV])
    case lotDuration
    case tooLong(months: Double, longest: Double)
    case mission
    /// No award on the same ground within some months; what the contracts known tell of it.
    case noRecentAward(months: Int)
    case recentAward(PastAward)
    /// The ground of the reservation itself, on the day.
    case groundNotInForce(String, since: Day?)
    case groundUnsettled(String, Phrase)
    /// Whether a group may answer on that ground.
    case groups(String)

    var phrase: Phrase {
        switch self {
        case .share(let least):
            let fr = NumberFormat.percent(least, decimals: 0, .french)
            let en = NumberFormat.percent(least, decimals: 0, .english)
            return Phrase(
                "preuve d’une part d’au moins \(fr) de travailleurs concernés (R2113-7)",
                "proof of a share of at least \(en) of workers concerned (R2113-7)")
        case .approvalDate(let kind):
            return Phrase(
                "date de l’agrément ou de la convention \(kind.rawValue)\u{A0}: les sources sont d’une autre période que l’avis",
                "date of the \(kind.rawValue) approval or agreement: the sources are of another time than the notice")
        case .currentApproval: return Phrase("agrément ou convention en cours", "approval or agreement in force")
        case .membership:
            return Phrase(
                "preuve de l’appartenance à l’ESS (loi 2014-856, art. 1)",
                "proof of ESS membership (law 2014-856, art. 1)")
        case .lotCodes: return Phrase("codes CPV du lot", "CPV codes of the lot")
        case .codesOffList(let codes): return SocialServices.offList(codes)
        case .lotDuration: return Phrase("durée du marché", "duration of the contract")
        case .tooLong(let months, let longest):
            let fr = [months, longest].map { NumberFormat.decimal($0, decimals: 0, .french) }
            let en = [months, longest].map { NumberFormat.decimal($0, decimals: 0, .english) }
            return Phrase(
                "durée de \(fr[0])\u{A0}mois, au-delà des \(fr[1])\u{A0}mois de L2113-16",
                "duration of \(en[0]) months, beyond the \(en[1]) months of L2113-16")
        case .mission:
            return Phrase(
                "mission de service public liée aux services du lot",
                "public-service mission linked to the services of the lot")
        case .noRecentAward(let months):
            return Phrase(
                "absence d’attribution au même titre dans les \(months)\u{A0}mois précédents (L2113-16)",
                "no award on the same ground in the \(months) months before (L2113-16)")
        case .recentAward(let award):
            return Phrase(
                "titre du marché réservé attribué le \(award.day.text(.french)) («\u{A0}\(award.object)\u{A0}»)\u{A0}: s’il l’a été au titre de L2113-15, la structure est exclue trois ans (L2113-16)",
                "ground of the reserved contract awarded on \(award.day.iso) (“\(award.object)”): if it was L2113-15, the supplier is barred for three years (L2113-16)"
            )
        case .groundNotInForce(let article, let since):
            let fr = since.map { ", en vigueur depuis le \($0.text(.french))" } ?? ""
            let en = since.map { ", in force since \($0.iso)" } ?? ""
            return Phrase(
                "base légale de la réservation\u{A0}: \(article) n’est pas en vigueur à la date de l’avis\(fr)",
                "legal ground of the reservation: \(article) is not in force on the day of the notice\(en)")
        case .groundUnsettled(let article, let reason):
            return Phrase(
                "base légale de la réservation (\(article))\u{A0}: \(reason.fr)",
                "legal ground of the reservation (\(article)): \(reason.en)")
        case .groups(let article):
            return Phrase(
                "règle des groupements pour \(article)\u{A0}: chaque membre remplit les conditions, le texte ne dit pas si cela suffit",
                "rule of groups under \(article): each member meets the conditions, the text does not say whether that is enough"
            )
        }
    }
}
