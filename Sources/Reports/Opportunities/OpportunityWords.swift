import Catalog
import Matching
import Nomenclature
import Wording

/// What is said of an opportunity in the same words by the page, the tables, the feeds and the JSON.
public enum OpportunityWords {
    /// « encore 12 jours », « aujourd’hui ».
    public static func left(_ days: Int) -> Phrase {
        switch days {
        case 0: Phrase("aujourd’hui", "today")
        case 1: Phrase("encore 1 jour", "1 day left")
        default: Phrase("encore \(days) jours", "\(days) days left")
        }
    }

    /// « 12 mars 2026, 12:00 (encore 12 jours) ».
    public static func deadline(_ lot: OpportunityLot, _ language: Language) -> String {
        guard let day = lot.deadlineDay else { return Phrase("non connue", "not known")[language] }
        let left = lot.daysLeft.map { " (" + self.left($0)[language] + ")" } ?? ""
        return day.text(language) + (hour(lot).map { ", " + $0 } ?? "") + left
    }

    /// `12:00` as the notice gives it.
    static func hour(_ lot: OpportunityLot) -> String? {
        guard let mark = lot.deadline?.firstIndex(of: "T"), let text = lot.deadline else { return nil }
        return String(text[text.index(after: mark)...].prefix(5))
    }

    public static func way(_ way: Opportunity.Way) -> Phrase {
        switch way {
        case .alone: Phrase("seul", "alone")
        case .group: Phrase("en groupement", "in a group")
        case .incomplete: Phrase("sans partenaire trouvé", "no partner found")
        }
    }

    static func reason(_ reason: MissedLot.Reason) -> Phrase {
        switch reason {
        case .notEligible: Phrase("réservé à d’autres", "reserved to others")
        case .tooLowScore: Phrase("trop éloigné de l’offre", "too far from what is offered")
        case .otherTrade: Phrase("autre métier", "another trade")
        }
    }

    /// Why a lot cannot be answered, the most telling first.
    static func why(_ missed: MissedLot) -> [Phrase] {
        switch missed.reason {
        case .notEligible: missed.match?.eligibility.reasons ?? []
        case .tooLowScore: missed.match.map { MatchWords.reasons($0).map(\.sentence) } ?? []
        case .otherTrade:
            [Phrase("rien dans la fiche ne dit ce métier", "nothing in the sheet says this trade")]
        }
    }

    // MARK: Lacks

    /// « voirie », the place or the size: what is lacking, or brought.
    public static func lack(_ lack: Prospect.Lack, _ need: Need) -> Phrase {
        switch lack {
        case .trade(let name): Phrase("le métier «\u{A0}\(name)\u{A0}»", "the trade “\(name)”")
        case .place(let number):
            Phrase("le lieu\u{A0}: \(place(number, need, .french))", "the place: \(place(number, need, .english))")
        case .capacity: Phrase("la taille", "the size")
        }
    }

    private static func place(_ number: Int, _ need: Need, _ language: Language) -> String {
        need.places.indices.contains(number) ? need.places[number].text(language) : ""
    }

    /// What the supplier lacks to answer alone, one sentence each.
    public static func lacks(_ opportunity: Opportunity) -> [Phrase] {
        opportunity.prospect.lacks.map { lack in
            switch lack {
            case .trade(let name):
                Phrase(
                    "métier non couvert\u{A0}: «\u{A0}\(name)\u{A0}»", "trade not covered: “\(name)”")
            case .place(let number):
                Phrase(
                    "lieu non couvert par le périmètre\u{A0}: \(place(number, opportunity.lot.need, .french))",
                    "place not covered by the perimeter: \(place(number, opportunity.lot.need, .english))")
            case .capacity:
                Phrase(
                    "lot plus grand que la structure", "lot larger than the supplier")
            }
        }
    }

    /// « Dax Voirie (EI, Dax, SIRET …) apporte : le métier « voirie » ; à 12 km … ».
    public static func partner(_ partner: SupplierGroup.Partner, _ need: Need, _ language: Language) -> String {
        let supplier = partner.match.supplier
        let who = [
            MatchWords.kinds(supplier, on: need.day), supplier.city,
            supplier.siret.map { "SIRET " + $0.text } ?? supplier.key,
        ].filter { !$0.isEmpty }.joined(separator: ", ")
        let brings = partner.brings.map { lack($0, need)[language] }.joined(separator: " ; ")
        let verb = Phrase(" apporte ", " brings ")[language]
        let verdict = MatchWords.eligibility(partner.match.eligibility, language)
        return supplier.displayName + " (" + who + ")" + verb + brings + " ; " + verdict
    }

    /// What a group is as a whole.
    public static func group(_ group: SupplierGroup) -> [Phrase] {
        var phrases: [Phrase] = []
        switch group.verdict {
        case .eligible:
            phrases.append(Phrase("tous les membres sont éligibles", "all members are eligible"))
        case .toConfirm, .notEligible:
            phrases.append(
                Phrase(
                    "éligibilité du groupement à vérifier\u{A0}: celle d’un membre au moins l’est",
                    "eligibility of the group to be confirmed: that of one member at least is"))
        }
        if let load = group.load {
            phrases.append(
                Phrase(
                    "valeur annuelle du lot\u{A0}: \(NumberFormat.percent(load, decimals: 0, .french)) du chiffre d’affaires des membres réunis",
                    "yearly value of the lot: \(NumberFormat.percent(load, decimals: 0, .english)) of the turnover of the members together"
                ))
        }
        return phrases
    }

    // MARK: Capacity and gaps

    /// What the lot asks of the size of whoever answers: its yearly value, beside the turnover of the supplier.
    static func capacity(_ load: Prospect.Load) -> Phrase? {
        guard let yearly = load.yearly else { return nil }
        func euros(_ value: Double, _ language: Language) -> String {
            Amount(euros: Int(value.rounded())).text(language, cents: false)
        }
        guard let size = load.size else {
            return Phrase(
                "capacité à fournir\u{A0}: \(euros(yearly, .french)) par an\u{A0}; taille de la structure inconnue",
                "capacity needed: \(euros(yearly, .english)) a year; size of the supplier unknown")
        }
        return size.isEstimated
            ? Phrase(
                "capacité à fournir\u{A0}: \(euros(yearly, .french)) par an, pour un chiffre d’affaires estimé à \(euros(size.turnover, .french))",
                "capacity needed: \(euros(yearly, .english)) a year, with a turnover estimated at \(euros(size.turnover, .english))"
            )
            : Phrase(
                "capacité à fournir\u{A0}: \(euros(yearly, .french)) par an, pour un chiffre d’affaires de \(euros(size.turnover, .french))",
                "capacity needed: \(euros(yearly, .english)) a year, with a turnover of \(euros(size.turnover, .english))"
            )
    }

    /// Gaps of the supplier that weigh on an answer; those of the lot are ``OpportunityLot/unused``.
    private static let gapsShown: Set<Explanation.Gap.Kind> = [.description, .activity, .address, .perimeter, .size]

    /// Facts and documents that are missing: for the eligibility, then for the score.
    public static func missing(_ opportunity: Opportunity) -> [Phrase] {
        let gaps = opportunity.prospect.gaps.filter { gap in
            // The activity matters where nothing else says the trade.
            gap.kind == .activity
                ? opportunity.prospect.gaps.contains { $0.kind == .description } : gapsShown.contains(gap.kind)
        }
        return opportunity.match.eligibility.missing + gaps.map(\.phrase)
    }

    /// Why the lot is proposed: the sentences of the criteria, those of the law, then the capacity.
    public static func reasons(_ opportunity: Opportunity) -> [Phrase] {
        MatchWords.reasons(opportunity.match).map(\.sentence) + opportunity.match.eligibility.reasons
            + [capacity(opportunity.prospect.load)].compactMap { $0 }
    }

    // MARK: Counts

    /// « 128 lots ouverts, 12 à la portée de la structure » and what became of the others, one sentence each.
    public static func counts(_ counts: OpportunitySheet.Counts) -> [Phrase] {
        func lots(_ count: Int, _ language: Language) -> String {
            let word = language == .french ? (count < 2 ? "lot" : "lots") : (count == 1 ? "lot" : "lots")
            return NumberFormat.integer(count, language) + " " + word
        }
        func line(_ count: Int, _ french: String, _ english: String) -> Phrase? {
            count == 0 ? nil : Phrase(lots(count, .french) + french, lots(count, .english) + english)
        }
        return [
            Phrase(
                "\(lots(counts.open, .french)) à pourvoir, dont \(NumberFormat.integer(counts.fitting, .french)) à la portée de la structure",
                "\(lots(counts.open, .english)) open, \(NumberFormat.integer(counts.fitting, .english)) of them within reach of the supplier"
            )
        ]
            + [
                line(
                    counts.missed[.notEligible] ?? 0, " du métier, mais réservés à d’autres",
                    " of the trade, but reserved to others"),
                line(counts.missed[.tooLowScore] ?? 0, " trop éloignés de l’offre", " too far from what is offered"),
                line(counts.missed[.otherTrade] ?? 0, " d’un autre métier", " of another trade"),
                line(
                    counts.undated, " sans date limite, publiés depuis longtemps ou sans date\u{A0}: laissés de côté",
                    " without deadline, published long ago or without date: left out"),
                line(counts.expired, " dont la date limite est passée", " of which the deadline has passed"),
                line(counts.decided, " attribués ou clos depuis", " awarded or closed since"),
                line(counts.cancelled, " dont l’avis a été annulé", " of which the notice was cancelled"),
            ].compactMap { $0 }
    }
}
