import Nomenclature
import Tenders
import Wording

/// What is odd in a contract that is counted all the same: a figure built on it may be doubtful.
struct ContractRemarks: Sendable {
    let rules: ReadingRules
    /// The day of reading.
    let today: Day

    func of(_ contract: Contract, at place: Place) -> [Problem] {
        var remarks: [Problem] = []
        func remark(_ rule: String, _ path: String, _ message: Phrase) {
            var at = place
            at.path = path
            remarks.append(Problem(rule, at: at, message, excerpt: contract.uid))
        }
        if let fault = Self.fault(of: contract.buyer) {
            remark("contract.buyerSiret", "acheteur.id", fault.phrase("SIRET", raw: contract.buyer))
        }
        if let message = notification(contract) { remark("contract.notificationDay", "dateNotification", message) }
        if let amount = contract.finalAmount, rules.isPlaceholder(amount) {
            remark(
                "contract.placeholderAmount", "montant",
                Phrase(
                    "montant de remplissage (\(amount.text(.french, cents: false))) : il compte jusqu’à ce qu’il soit corrigé à la source",
                    "placeholder amount (\(amount.text(.english, cents: false))): it counts until it is corrected at the source"
                ))
        }
        if let months = contract.durationMonths, !rules.isUsable(months: months) {
            remark(
                "contract.duration", "dureeMois",
                Phrase(
                    "durée de \(months) mois, hors de \(rules.months.lowerBound)–\(rules.months.upperBound)",
                    "duration of \(months) months, outside \(rules.months.lowerBound)–\(rules.months.upperBound)"))
        }
        if rules.isTest(contract) {
            remark(
                "contract.test", "objet",
                Phrase(
                    "enregistrement d’essai, semble-t-il : il compte jusqu’à ce qu’il soit retiré à la source",
                    "a test record, it seems: it counts until it is withdrawn at the source"))
        }
        if let message = cpv(contract) { remark("contract.cpv", "codeCPV", message) }
        return remarks
    }

    private static func fault(of siret: String) -> IdentifierFault? {
        do throws(IdentifierFault) {
            _ = try Siret(siret)
            return nil
        } catch {
            return error
        }
    }

    private func notification(_ contract: Contract) -> Phrase? {
        let given = contract.notificationText
        guard let day = rules.notificationDay(of: contract, today: today) else {
            return given.isEmpty
                ? Phrase(
                    "date de notification absente : le marché ne compte dans aucune année",
                    "no notification date: the contract counts in no year")
                : Phrase(
                    "date de notification « \(given) » illisible (AAAA-MM-JJ attendu) : le marché ne compte dans aucune année",
                    "unreadable notification date “\(given)” (YYYY-MM-DD expected): the contract counts in no year")
        }
        return day > today
            ? Phrase(
                "date de notification à venir (\(day.iso)) : vérifiez-la à la source",
                "notification date to come (\(day.iso)): check it at the source") : nil
    }

    private func cpv(_ contract: Contract) -> Phrase? {
        guard !contract.cpvText.isEmpty else { return nil }
        switch CPVReading(contract.cpvText).map({ ($0.code, $0.repair) }) {
        case (_, .none)?, (_, .leadingZero)?, (_, .padded)?: return nil
        case (let code, .division)?:
            return Phrase(
                "code CPV « \(contract.cpvText) » inconnu : seule sa division \(code.division) est retenue",
                "unknown CPV code “\(contract.cpvText)”: only its division \(code.division) is kept")
        default:
            return Phrase(
                "code CPV « \(contract.cpvText) » inconnu", "unknown CPV code “\(contract.cpvText)”")
        }
    }
}
