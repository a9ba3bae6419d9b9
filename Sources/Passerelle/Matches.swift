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
    /// Structures of unknown trade listed apart for each need.
    public var contacts = Self.contactsShown

    /// How many of them a page shows, so that they stay a beside.
    public static let contactsShown = 10

    public init() {}

    var setsAsideIneligible: Bool { !withIneligible && criteria.count == Criterion.allCases.count }
}

/// A ranking engine over a catalogue, ready for many needs.
public struct Matcher: Sendable {
    let engine: MatchEngine
    public var supplierCount: Int { engine.supplierCount }

    init(_ index: CatalogueIndex, weights: Weights) { engine = MatchEngine(index, weights: weights) }

    /// The best suppliers by their numbers, with their scores (0–1) and without a word on them: for measuring.
    public func best(_ need: Need, _ options: RankingOptions) -> [(supplier: Int, score: Double)] {
        engine.best(need, options)
    }

    /// The suppliers of a need, with what the sheet says of it.
    ///
    /// - Parameter counts: whether those whom a reservation keeps out are counted.
    public func sheet(
        for need: Need, view: LotView? = nil, options: MatchOptions, language: Language, counts: Bool = true
    ) -> MatchSheet {
        let ranking = engine.rank(
            need,
            RankingOptions(
                top: options.top, criteria: options.criteria, setsAsideIneligible: options.setsAsideIneligible,
                countsSetAside: counts, contacts: options.contacts))
        var sheet = sheet(of: need, view: view, ranking.reservation, language)
        sheet.matches = ranking.matches
        sheet.setAside = ranking.setAside
        sheet.contacts = ranking.contacts
        return sheet
    }

    /// What the sheet says of a need, without suppliers.
    func sheet(
        of need: Need, view: LotView?, _ reservation: Reservation?, _ language: Language
    ) -> MatchSheet {
        MatchSheet(
            need: need, noticeTitle: view.map { $0.notice.text($0.notice.procedure.title) } ?? "",
            buyer: view?.buyer?.name ?? "", lotLabel: view?.lot.id ?? "", deadline: view?.lot.deadline?.day,
            reservation: reservation.map { ReservationWords.phrase($0)[language] } ?? "", matches: [])
    }

    public func sheet(
        for view: LotView, options: MatchOptions, language: Language, counts: Bool = true
    ) -> MatchSheet {
        sheet(
            for: Need(notice: view.notice, lot: view.lot), view: view, options: options, language: language,
            counts: counts)
    }
}

extension Application {
    /// The engine over the catalogue of the workspace, with the contracts that its suppliers have won. Its index is kept
    /// beside the workspace and made again when the catalogue, the contracts or the weights have changed.
    ///
    /// - Throws: `Problem` when the catalogue is empty.
    public func matcher() throws -> Matcher {
        let weights = try WeightsFile.read(workspace: workspace.path).weights
        let path = Self.indexPath(workspace.path)
        let fingerprint = CatalogueIndex.fingerprint(stamp: try workspace.catalogueStamp(), weights: weights)
        let index =
            try CatalogueIndex.open(path, fingerprint: fingerprint)
            ?? CatalogueIndex.build(
                path: path, fingerprint: fingerprint, weights: weights,
                suppliers: { add in
                    // A structure that has closed answers no tender.
                    try workspace.forEachSupplier { if !$0.isClosed { try add($0) } }
                }, references: { try references(of: $0) })
        guard index.count > 0 else {
            throw Problem(
                "catalogue.empty", at: Place(file: workspace.path),
                Phrase(
                    "aucun fournisseur dans l’espace de travail ; importez-en avec « passerelle import suppliers »",
                    "no supplier in the workspace; import some with “passerelle import suppliers”"))
        }
        return Matcher(index, weights: weights)
    }

    /// `passerelle.sqlite` → `passerelle.index`
    static func indexPath(_ workspace: String) -> String {
        (workspace.hasSuffix(".sqlite") ? String(workspace.dropLast(7)) : workspace) + ".index"
    }

    /// The engine over the structures of a file, without a workspace.
    ///
    /// - Parameters:
    ///   - file: a list of suppliers in any of the forms that are imported.
    ///   - index: where the index is kept from one run to the next; `nil` for memory.
    /// - Throws: `Problem` when the file cannot be read, or holds no structure at all.
    public static func matcher(catalogue file: String, index: String? = nil, today: Day = .today) throws -> Matcher {
        let weights = Weights.standard
        if let index, let kept = keptIndex(catalogue: file, index: index) { return Matcher(kept, weights: weights) }
        let made = try CatalogueIndex.build(
            path: index, fingerprint: fingerprint(catalogue: file, weights), weights: weights,
            suppliers: { add in for supplier in try catalogue(file: file, today: today) { try add(supplier) } },
            references: { _ in [] })
        return Matcher(made, weights: weights)
    }

    /// The index kept of a file, when it is there and still that of the file.
    public static func keptIndex(catalogue file: String, index: String) -> CatalogueIndex? {
        CatalogueIndex.open(index, fingerprint: fingerprint(catalogue: file, .standard))
    }

    private static func fingerprint(catalogue file: String, _ weights: Weights) -> UInt64 {
        CatalogueIndex.fingerprint(stamp: FileStamp.of(file), weights: weights)
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
