import FrenchText
import Nomenclature

/// Builds the results of an award notice: decisions with their holders (2.30, MAPA).
///
/// A decision lists `TITULAIRE` and `RENSEIGNEMENT` in turn, or, in the API, all of the one and then all of the other:
/// the first belongs to the first, the second to the second.
struct BOAMPAward {
    struct Decision {
        var number = ""
        var title = ""
        var description = ""
        var result = LotResult()
    }

    private struct Information {
        var value: Money?
        var date: String?
        var offers: Int?
        var offersOfSMEs: Int?
    }

    private(set) var decisions: [Decision] = []
    /// Number of offers told for the notice as a whole.
    private(set) var offers: Int?
    /// Closed without award, told for the notice as a whole.
    private(set) var isWithoutAward = false
    private var decision: Decision?
    /// What the decision itself says; `nil` when it says neither.
    private var isAwarded: Bool?
    private var holders: [Organisation] = []
    private var informations: [Information] = []
    private var decisionDate: String?

    mutating func begin(_ field: BOAMPField) {
        switch field {
        case .withoutAward: isWithoutAward = true
        case .decision:
            decision = Decision()
            isAwarded = nil
            holders = []
            informations = []
        case .decisionWithAward: isAwarded = true
        case .decisionWithoutAward: isAwarded = false
        case .holder: holders.append(Organisation())
        case .information: informations.append(Information())
        case .holderIsSME: withHolder { $0.size = "sme" }
        case .holderIsNotSME: withHolder { $0.size = "large" }
        default: break
        }
    }

    mutating func end(_ field: BOAMPField) {
        guard field == .decision, var closed = decision else { return }
        closed.result.winners = winners()
        if let offers = informations.lazy.compactMap(\.offers).first {
            closed.result.statistics.append(SubmissionCount(code: "tenders", count: offers))
        }
        if let offers = informations.lazy.compactMap(\.offersOfSMEs).first {
            closed.result.statistics.append(SubmissionCount(code: "t-sme", count: offers))
        }
        // A lot said to be awarded, without holder, in a notice without award: contradictory, left open.
        let isClosed = !(isAwarded ?? !isWithoutAward)
        closed.result.status = !closed.result.winners.isEmpty ? "selec-w" : isClosed ? "clos-nw" : ""
        decisions.append(closed)
        decision = nil
    }

    mutating func value(_ field: BOAMPField, _ text: String, money: Money?) {
        switch field {
        case .decisionDate: decisionDate = text
        case .decisionNumber: decision?.number = text
        case .decisionTitle: decision?.title = text
        case .decisionText: decision?.description = text
        case .holderName: withHolder { $0.name = text }
        case .holderIdentifier: withHolder { $0.identifier = TextRepair.identifier(text) }
        case .holderPostcode: withHolder { $0.postcode = text }
        case .holderCity: withHolder { $0.city = text }
        case .awardValue: withInformation { $0.value = money }
        case .awardDate: withInformation { $0.date = text }
        case .offers where decision == nil: offers = Int(text)
        case .offers: withInformation { $0.offers = Int(text) }
        case .offersOfSMEs: withInformation { $0.offersOfSMEs = Int(text) }
        default: break
        }
    }

    /// Those who form a group with the holder before them: « SPORT DES VILLES(co-traitant) ».
    private static let partnerMarks = ["co-traitant", "cotraitant"]

    private func winners() -> [Winner] {
        var winners: [Winner] = []
        for (index, holder) in holders.enumerated() where holder != Organisation() {
            let name = Folding.fold(holder.name)
            if Self.partnerMarks.contains(where: { name.contains($0) }), !winners.isEmpty {
                winners[winners.count - 1].holders.append(holder)
                continue
            }
            var winner = Winner()
            winner.holders = [holder]
            let information = index < informations.count ? informations[index] : Information()
            winner.value = information.value
            winner.concluded = information.date ?? decisionDate
            winners.append(winner)
        }
        return winners
    }

    private mutating func withHolder(_ change: (inout Organisation) -> Void) {
        guard !holders.isEmpty else { return }
        change(&holders[holders.count - 1])
    }

    /// MAPA gives the amount without the element around it.
    private mutating func withInformation(_ change: (inout Information) -> Void) {
        if informations.isEmpty { informations.append(Information()) }
        change(&informations[informations.count - 1])
    }
}
