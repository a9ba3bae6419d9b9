import Matching
import Nomenclature
import Reports
import Tenders
import Wording

extension OpportunityLot {
    /// A lot on a day, with what its notice does not say.
    init(_ view: LotView, need: Need, on day: Day) {
        self.init(
            need: need, title: view.title.isEmpty ? need.title : view.title, buyer: view.buyer?.name ?? "",
            deadline: view.lot.deadline?.day == nil ? nil : view.lot.deadline?.iso,
            daysLeft: view.lot.deadline?.day.map { day.days(until: $0) }, documents: view.lot.documentsURL,
            unused: Self.unused(view, need))
    }

    private static func unused(_ view: LotView, _ need: Need) -> [Phrase] {
        var phrases: [Phrase] = []
        if view.lot.deadline == nil {
            phrases.append(
                Phrase("date limite non indiquée\u{A0}: à vérifier", "no deadline given: to be verified"))
        } else if view.lot.deadline?.day == nil {
            let text = view.lot.deadline?.date ?? ""
            phrases.append(
                Phrase(
                    "date limite « \(text) » illisible\u{A0}: à vérifier",
                    "deadline “\(text)” unreadable: to be verified"))
        }
        if need.places.isEmpty {
            phrases.append(
                Phrase(
                    "lieu d’exécution inconnu\u{A0}: la distance n’a pas compté",
                    "place of performance unknown: the distance did not count"))
        } else if need.places.contains(where: \.isBuyers) {
            phrases.append(
                Phrase(
                    "lieu d’exécution non indiqué\u{A0}: celui de l’acheteur en tient lieu",
                    "place of performance not given: that of the buyer stands for it"))
        }
        if need.value == nil {
            phrases.append(
                Phrase(
                    "valeur non indiquée\u{A0}: la taille n’a pas compté", "value not given: the size did not count"))
        }
        if need.cpv.isEmpty {
            phrases.append(
                Phrase(
                    "aucun code CPV lisible\u{A0}: seuls les mots ont compté",
                    "no readable CPV code: only the words counted"))
        }
        for text in [view.lot.mainCPV].compactMap({ $0 }) + view.lot.additionalCPV {
            if let code = CPV(text) {
                guard !CPVTable.shared.contains(code) else { continue }
                phrases.append(
                    Phrase(
                        "code CPV « \(text) » absent de la nomenclature\u{A0}: seuls ses premiers chiffres ont compté",
                        "CPV code “\(text)” not in the nomenclature: only its first digits counted"))
            } else {
                phrases.append(
                    Phrase("code CPV « \(text) » illisible, non utilisé", "CPV code “\(text)” unreadable, not used"))
            }
        }
        return phrases
    }
}
