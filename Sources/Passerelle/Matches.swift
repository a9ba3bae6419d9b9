import Catalog
import Matching
import Nomenclature
import Reports
import Tenders
import Wording
import Workspace

/// How suppliers are ranked for a set of needs.
public struct MatchOptions: Sendable, Hashable {
    /// Suppliers kept for each need.
    public var top = 20
    public var criteria = Set(Criterion.allCases)
    /// Whether structures that may not answer a reserved lot stay in the list, labelled. When only some criteria are
    /// asked for, the question is about these alone and they stay.
    public var withIneligible = false

    public init() {}

    var setsAsideIneligible: Bool { !withIneligible && criteria.count == Criterion.allCases.count }
}

/// A ranking engine over a catalogue, ready for many needs.
public struct Matcher: Sendable {
    private let engine: MatchEngine
    public let supplierCount: Int

    public init(suppliers: [Supplier], references: [Reference] = []) {
        engine = MatchEngine(suppliers: suppliers, references: references)
        supplierCount = suppliers.count
    }

    /// The suppliers of a need, with what the sheet says of it.
    public func sheet(for need: Need, view: LotView? = nil, options: MatchOptions, language: Language) -> MatchSheet {
        let ranking = engine.rank(
            need, top: options.top, criteria: options.criteria, setsAsideIneligible: options.setsAsideIneligible)
        return MatchSheet(
            need: need, noticeTitle: view.map { $0.notice.text($0.notice.procedure.title) } ?? "",
            buyer: view?.buyer?.name ?? "", lotLabel: view?.lot.id ?? "", deadline: view?.lot.deadline?.day,
            reservation: ranking.reservation.map { ReservationWords.phrase($0)[language] } ?? "",
            matches: ranking.matches, setAside: ranking.setAside)
    }

    public func sheet(for view: LotView, options: MatchOptions, language: Language) -> MatchSheet {
        sheet(for: Need(notice: view.notice, lot: view.lot), view: view, options: options, language: language)
    }
}

extension Application {
    /// The engine over the catalogue of the workspace, with the contracts that its suppliers have won.
    ///
    /// - Throws: `Problem` when the catalogue is empty.
    public func matcher() throws -> Matcher {
        // A structure that has closed answers no tender.
        let suppliers = try workspace.suppliers().filter { !$0.isClosed }
        guard !suppliers.isEmpty else {
            throw Problem(
                "catalogue.empty", at: Place(file: workspace.path),
                Phrase(
                    "aucun fournisseur dans l’espace de travail ; importez-en avec « passerelle import suppliers »",
                    "no supplier in the workspace; import some with “passerelle import suppliers”"))
        }
        return Matcher(suppliers: suppliers, references: try references(of: Set(suppliers.compactMap(\.siret?.text))))
    }

    private func references(of keys: Set<String>) throws -> [Reference] {
        try workspace.contracts().flatMap { stored in
            let contract = stored.contract
            return contract.finalHolders.filter { keys.contains($0.id) }.map { holder in
                Reference(
                    siret: holder.id, object: contract.object, cpv: contract.cpv, amount: contract.finalAmount,
                    day: contract.notificationDay)
            }
        }
    }
}

/// What a sheet says of a reservation.
enum ReservationWords {
    static func phrase(_ reservation: Reservation) -> Phrase {
        let articles = reservation.articles.joined(separator: ", ")
        let origin: Phrase =
            switch reservation.origin {
            case .flag: Phrase("d’après le champ de l’avis", "according to the field of the notice")
            case .text: Phrase("d’après le texte de l’avis", "according to the text of the notice")
            case .both:
                Phrase("d’après le champ et le texte de l’avis", "according to the field and the text of the notice")
            }
        return reservation.isCertain
            ? Phrase("Lot réservé (\(articles)), \(origin.fr)", "Reserved lot (\(articles)), \(origin.en)")
            : Phrase(
                "Lot réservé, article à vérifier parmi \(articles), \(origin.fr)",
                "Reserved lot, article to verify among \(articles), \(origin.en)")
    }
}
