import Catalog
import Matching
import Nomenclature
import Reports
import Tenders
import Wording
import Workspace

/// What is asked about the eligibility of suppliers for a lot.
public struct EligibilityQuestion: Sendable {
    /// SIRET, SIREN, `SIRET/KIND` or another identifier; several tender together.
    public var suppliers: [String]
    /// Articles on which the lot is taken to be reserved; empty: as the notice says.
    public var articles: [String] = []
    /// Day of the question; `nil`: that of the notice.
    public var day: Day?
    /// What the suppliers declare.
    public var facts = EligibilityFacts()

    public init(suppliers: [String]) { self.suppliers = suppliers }

    /// Reads an article as people write it: « L. 2113-13 », « 2113-13 », « L2113-13 ».
    ///
    /// - Throws: `Problem` when it is none that reserves markets.
    public static func article(_ text: String) throws -> String {
        let digits = text.uppercased().filter { $0.isNumber || $0 == "-" }
        guard let article = ReservationRules.articles.first(where: { $0.dropFirst() == digits }) else {
            let known = ReservationRules.articles.joined(separator: ", ")
            throw Problem(
                "eligibility.article", at: Place(file: "--reserve"),
                Phrase(
                    "« \(text) » n’est pas un article qui réserve des marchés ; écrivez l’un de : \(known)",
                    "“\(text)” is no article that reserves markets; write one of: \(known)"))
        }
        return article
    }
}

extension Application {
    /// Whether suppliers may answer a lot of the workspace.
    ///
    /// - Throws: `Problem` for an identifier that cannot be one.
    public func eligibility(_ question: EligibilityQuestion, for view: LotView) throws -> EligibilitySheet {
        try eligibility(
            question, for: Need(notice: view.notice, lot: view.lot), title: view.title, buyer: view.buyer?.siret?.siren)
    }

    /// Whether suppliers may answer a need.
    ///
    /// - Parameter buyer: whose past contracts tell of the three-year bar; `nil` when it is not known.
    public func eligibility(
        _ question: EligibilityQuestion, for need: Need, title: String, buyer: Siren?
    ) throws -> EligibilitySheet {
        var need = need
        if let day = question.day { need.day = day }
        let reservation =
            question.articles.isEmpty
            ? ReservationReader.read(need)
            : Reservation(articles: question.articles, origin: .text, isCertain: true, quote: "")
        let asked = try question.suppliers.map { try candidates($0) }
        var facts = question.facts
        if facts.awards == nil, asked.count == 1, let siren = asked.first?.first?.siren {
            facts.awards = try awards(of: siren, buyer: buyer, before: need.day)
        }
        // An establishment may hold several structures: the best of them counts.
        let judge = EligibilityJudge()
        let chosen = asked.map { structures in
            structures.map { ($0, judged($0, need, reservation, facts, judge)) }
                .max { $0.1.verdict.rank < $1.1.verdict.rank }
        }
        let members = chosen.compactMap { $0?.0 }
        var answer =
            members.count == 1
            ? chosen.first.flatMap { $0?.1 }
            : judge.judge(group: members, for: need, reservation: reservation, facts: facts)
        // A group is not refused for a member of whom nothing is known.
        if members.count > 1, answer?.verdict == .notEligible,
            chosen.allSatisfy({ $0.map { $0.1.verdict != .notEligible } ?? false }),
            members.contains(where: \.sources.isEmpty)
        {
            answer?.verdict = .toConfirm
        }
        return EligibilitySheet(
            lot: need.id, title: title, day: need.day, reservation: reservation, isAsked: !question.articles.isEmpty,
            suppliers: zip(question.suppliers, members).map { ($0.filter { !$0.isWhitespace }, $1.displayName) },
            answer: answer ?? Eligibility(verdict: .toConfirm), unused: Self.unused(need))
    }

    private func judged(
        _ supplier: Supplier, _ need: Need, _ reservation: Reservation?, _ facts: EligibilityFacts,
        _ judge: EligibilityJudge
    ) -> Eligibility {
        guard !supplier.isClosed(on: need.day) else {
            return Eligibility(
                verdict: .notEligible, reasons: [Phrase("structure fermée", "supplier that has closed")],
                missing: [])
        }
        var answer = judge.judge(supplier, for: need, reservation: reservation, facts: facts)
        if supplier.sources.isEmpty, reservation != nil, answer.verdict == .notEligible {
            // Nothing is known of it: that is no refusal.
            answer.verdict = .toConfirm
            answer.reasons = [Phrase("structure inconnue de l’espace de travail", "supplier unknown to the workspace")]
        }
        return answer
    }

    /// The structures that an identifier names; where the catalogue has none, the enterprise as far as it is known.
    private func candidates(_ asked: String) throws -> [Supplier] {
        let asked = asked.filter { !$0.isWhitespace }
        guard let dossier = try workspace.dossier(asked) else {
            let digits = asked.filter(\.isNumber)
            guard digits.count == asked.count, (try? Siret(digits)) != nil || (try? Siren(digits)) != nil else {
                throw Problem(
                    "supplier.unknown", at: Place(file: asked),
                    Phrase(
                        "ni SIRET ni SIREN valable, et aucune structure de ce nom dans l’espace de travail ; vérifiez les chiffres",
                        "no valid SIRET or SIREN, and no structure of that name in the workspace; check the digits"))
            }
            var unknown = Supplier(key: asked)
            unknown.siren = (try? Siret(digits))?.siren ?? (try? Siren(digits))
            return [unknown]
        }
        guard dossier.structures.isEmpty else { return dossier.structures.map(\.supplier) }
        let enterprise = dossier.enterprise
        var supplier = Supplier(key: asked)
        supplier.siren = enterprise.siren
        supplier.name = enterprise.name
        supplier.legalCategory = enterprise.legalCategory
        supplier.ess = enterprise.ess
        supplier.kinds = enterprise.kinds
        supplier.isClosed = enterprise.isClosed
        supplier.closedOn = enterprise.closedOn
        supplier.sources = ["enterprise"]
        return [supplier]
    }

    /// What the award data of the workspace tell of the contracts of an enterprise; `nil` when there are none at all.
    private func awards(of siren: Siren, buyer: Siren?, before day: Day) throws -> KnownAwards? {
        let contracts = try workspace.contracts(holder: siren).compactMap { stored -> PastAward? in
            guard let notified = stored.contract.notificationDay, notified < day else { return nil }
            return PastAward(
                day: notified, object: stored.contract.object, cpv: stored.contract.cpv,
                isReserved: stored.contract.social.reserved)
        }
        let years = try buyer.map { try workspace.contractYears(buyer: $0) } ?? []
        guard !contracts.isEmpty || !years.isEmpty else { return nil }
        let first = ReservationGround.longestBar(on: day).map { day.advanced(months: -$0).year } ?? day.year
        return KnownAwards(
            contracts: contracts, coversBuyer: !years.isEmpty && (first...day.year).allSatisfy(years.contains))
    }

    /// What the lot does not tell, of what the law looks at.
    private static func unused(_ need: Need) -> [Phrase] {
        var unused: [Phrase] = []
        if need.cpv.isEmpty { unused.append(Phrase("codes CPV du lot", "CPV codes of the lot")) }
        if need.months == nil { unused.append(Phrase("durée du lot", "duration of the lot")) }
        return unused
    }
}
