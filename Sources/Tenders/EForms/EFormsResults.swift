import Bytes
import Nomenclature

/// The result part of an eForms notice: lot results, tenders, contracts and parties refer to each other by identifiers.
struct EFormsResults {
    private struct Result {
        var id = ""
        var lot = ""
        var value = LotResult()
        var tenders: [String] = []
        var contracts: [String] = []
    }
    private struct Tender {
        var id = ""
        var lot = ""
        var party = ""
        var value: Money?
        var rank: String?
        var subcontracting = SubcontractedPart()
    }
    private struct SettledContract {
        var id = ""
        var reference = ""
        var date: String?
        var awarded: String?
        var tenders: [String] = []
    }
    private struct Party {
        var id = ""
        var tenderers: [String] = []
        var subcontractors: [String] = []
    }

    private var results: [Result] = []
    private var tenders: [Tender] = []
    private var contracts: [SettledContract] = []
    private var parties: [Party] = []
    private var result = Result()
    private var statistic = SubmissionCount()
    private var tender = Tender()
    private var contract = SettledContract()
    private var party = Party()

    mutating func begin(_ field: EFormsField) {
        switch field {
        case .lotResult: result = Result()
        case .statistics: statistic = SubmissionCount()
        case .tender: tender = Tender()
        case .contract: contract = SettledContract()
        case .party: party = Party()
        default: break
        }
    }

    mutating func end(_ field: EFormsField) {
        switch field {
        case .lotResult: results.append(result)
        case .statistics: if statistic.count != nil { result.value.statistics.append(statistic) }
        case .tender: tenders.append(tender)
        case .contract: contracts.append(contract)
        case .party: parties.append(party)
        default: break
        }
    }

    mutating func value(_ event: XMLEvent<EFormsField>, money: @autoclosure () -> Money?) {
        switch event.field {
        case .resultID: result.id = event.text
        case .resultStatus: result.value.status = event.text
        case .resultReason: result.value.reason = event.text
        case .resultLot: result.lot = event.text
        case .lowestTender: result.value.lowestTender = money()
        case .highestTender: result.value.highestTender = money()
        case .resultFrameworkMaximum: result.value.frameworkMaximum = money()
        case .resultFrameworkEstimate: result.value.frameworkEstimate = money()
        case .statisticsNumber: statistic.count = Int(event.text)
        case .statisticsCode: statistic.code = event.text
        case .resultTender: result.tenders.append(event.text)
        case .resultContract: result.contracts.append(event.text)
        case .tenderID: tender.id = event.text
        case .tenderLot: tender.lot = event.text
        case .tenderValue: tender.value = money()
        case .tenderRank: tender.rank = event.text
        case .tenderParty: tender.party = event.text
        case .subcontracted: tender.subcontracting.code = event.text
        case .subcontractedValue: tender.subcontracting.value = money()
        case .subcontractedShare: tender.subcontracting.percent = Double(event.text)
        case .contractID: contract.id = event.text
        case .contractReference: contract.reference = event.text
        case .contractDate: contract.date = event.text
        case .contractAwarded: contract.awarded = event.text
        case .contractTender: contract.tenders.append(event.text)
        case .partyID: party.id = event.text
        case .partyTenderer: party.tenderers.append(event.text)
        case .partySubcontractor: party.subcontractors.append(event.text)
        default: break
        }
    }

    /// Gives each lot its result, with the tenders that won.
    ///
    /// `LotResult/LotTender` lists the tenders received. The winners of a lot are the tenders named in a settled
    /// contract whose own lot is this lot; when that yields nothing, those that the lot result and its contracts have in
    /// common. Real notices swap contract references between lots, hence the reliance on the lot of the tender.
    func apply(to notice: inout Notice, organisations: [String: Organisation]) {
        guard !results.isEmpty else { return }
        let tenderByID = Dictionary(tenders.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let partyByID = Dictionary(parties.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var outcomes: [String: LotResult] = [:]
        for result in results {
            var outcome = result.value
            if outcome.status.isEmpty || outcome.status == "selec-w" {
                outcome.winners = winners(of: result, tenderByID, partyByID, organisations)
            }
            if let known = outcomes[result.lot] {
                // Several results for one lot, as in framework agreements: their winners are put together, and a lot
                // with a winner has one.
                if known.status == "selec-w" || outcome.statistics.isEmpty {
                    let winners = outcome.winners
                    outcome = known
                    outcome.winners = winners
                }
                outcome.winners =
                    known.winners
                    + outcome.winners.filter { winner in
                        !known.winners.contains { $0.tender == winner.tender }
                    }
            }
            outcomes[result.lot] = outcome
        }
        for index in notice.lots.indices { notice.lots[index].result = outcomes[notice.lots[index].id] }
        for index in notice.lotGroups.indices { notice.lotGroups[index].result = outcomes[notice.lotGroups[index].id] }
    }

    private func winners(
        of result: Result, _ tenderByID: [String: Tender], _ partyByID: [String: Party],
        _ organisations: [String: Organisation]
    ) -> [Winner] {
        let ofLot = contracts.flatMap { contract in
            contract.tenders.filter { tenderByID[$0]?.lot == result.lot }.map { ($0, contract) }
        }
        let inCommon = contracts.filter { result.contracts.contains($0.id) }.flatMap { contract in
            contract.tenders.filter { result.tenders.contains($0) }.map { ($0, contract) }
        }
        var seen: Set<String> = []
        return (ofLot.isEmpty ? inCommon : ofLot).compactMap { id, contract in
            guard seen.insert(id).inserted, let tender = tenderByID[id] else { return nil }
            let party = partyByID[tender.party]
            var winner = Winner()
            winner.tender = id
            winner.holders = (party?.tenderers ?? []).compactMap { organisations[$0] }
            winner.subcontractors = (party?.subcontractors ?? []).compactMap { organisations[$0] }
            winner.value = tender.value
            winner.rank = tender.rank
            winner.contract = contract.reference
            winner.concluded = contract.date
            winner.awarded = contract.awarded
            winner.subcontracting = tender.subcontracting.code.isEmpty ? nil : tender.subcontracting
            return winner
        }
    }
}
