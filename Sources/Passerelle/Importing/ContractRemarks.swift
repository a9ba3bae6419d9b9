import Nomenclature
import Tenders
import Wording

/// What is odd in a contract that is counted all the same: a figure built on it may be doubtful.
enum ContractRemarks {
    static func of(_ contract: Contract, at place: Place) -> [Problem] {
        var remarks: [Problem] = []
        do throws(IdentifierFault) {
            _ = try Siret(contract.buyer)
        } catch {
            var at = place
            at.path = "acheteur.id"
            remarks.append(
                Problem(
                    "contract.buyerSiret", at: at, error.phrase("SIRET", raw: contract.buyer), excerpt: contract.uid))
        }
        if contract.notificationDay == nil {
            var at = place
            at.path = "dateNotification"
            let given = contract.notificationText
            remarks.append(
                Problem(
                    "contract.notificationDay", at: at,
                    given.isEmpty
                        ? Phrase(
                            "date de notification absente : le marché ne compte dans aucune année",
                            "no notification date: the contract counts in no year")
                        : Phrase(
                            "date de notification « \(given) » illisible (AAAA-MM-JJ attendu) : le marché ne compte dans aucune année",
                            "unreadable notification date “\(given)” (YYYY-MM-DD expected): the contract counts in no year"
                        ),
                    excerpt: contract.uid))
        }
        return remarks
    }
}
