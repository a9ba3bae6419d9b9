import Matching
import Nomenclature
import Reports
import Wording

extension LawSheet {
    /// What the law and a buyer’s policy say of a lot.
    ///
    /// - Parameter policy: rows of a buyer’s own; see ``PolicyFile``.
    public init(_ facts: LotFacts, lot: String = "", title: String = "", policy: [LegalDuty]? = nil) {
        // The threshold of a SPASER is about a year’s expenditure, not about a lot; that of concessions about concessions.
        let kinds = LegalThreshold.Kind.allCases.filter { kind in
            switch kind {
            case .scheme: false
            case .euConcession: facts.isConcession
            case .euProcedure, .noPublicity: !facts.isConcession
            case .innovationDefence: facts.isDefence
            default: true
            }
        }
        self.init(
            lot: lot, title: title, facts: facts, grounds: Law.grounds(for: facts), duties: Law.duties(facts),
            thresholds: kinds.map { ($0, Law.compare($0, facts)) }, policy: policy.map { Law.judge($0, for: facts) })
    }

    /// The same for a lot of a notice.
    ///
    /// - Parameters:
    ///   - day: judged at; `nil`: that of the notice.
    ///   - buyer: stands for what the notice tells of its buyer.
    public init(_ view: LotView, day: Day? = nil, buyer: BuyerCategory? = nil, policy: [LegalDuty]? = nil) {
        let need = Need(notice: view.notice, lot: view.lot)
        var facts = LotFacts(need, notice: view.notice, lot: view.lot)
        if let day { facts.day = day }
        if let buyer { facts.buyer = buyer }
        self.init(facts, lot: need.id, title: view.title, policy: policy)
    }
}
