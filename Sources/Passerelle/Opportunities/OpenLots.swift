import Nomenclature
import Tenders
import Workspace

/// The lots that may still be answered on a day, and how many may not.
public struct OpenLots: Sendable {
    /// In the order of their deadlines, those without one last, then of their references.
    public private(set) var lots: [LotView] = []
    /// Lots of calls for tender of which the deadline has passed.
    public private(set) var expired = 0
    /// Lots of calls for tender of which a later notice tells the winner, or that there is none.
    public private(set) var decided = 0
    /// Lots of calls for tender that were withdrawn.
    public private(set) var cancelled = 0
    /// Lots without a deadline, published too long ago or nobody knows when.
    public private(set) var undated = 0

    /// Days after its publication for which a call without a deadline is still taken to be open; the answer says that the
    /// deadline is not known.
    static let daysWithoutDeadline = 60

    private struct Candidate {
        let view: LotView
        let keys: [String]
    }

    /// - Parameter workspace: notices that a later version or a correction replaced are not read.
    init(_ workspace: Workspace, on day: Day) throws {
        var candidates: [Candidate] = []
        var outcomes: Set<String> = []
        try workspace.forEachNotice { stored in
            let notice = stored.notice
            guard notice.formType == "competition" else {
                outcomes.formUnion(Self.outcomes(of: notice))
                return
            }
            guard !notice.isCancelled else {
                cancelled += notice.lots.count
                return
            }
            for lot in notice.lots {
                switch Self.standing(of: lot, in: notice, on: day) {
                case .open:
                    let view = LotView(notice: notice, lot: lot, file: stored.file)
                    candidates.append(Candidate(view: view, keys: Self.keys(of: notice, lot: lot.id)))
                case .expired: expired += 1
                case .undated: undated += 1
                }
            }
        }
        var published: Set<String> = []
        for candidate in candidates {
            if candidate.keys.contains(where: outcomes.contains) {
                decided += 1
            } else if published.insert(Self.identity(of: candidate.view)).inserted {
                lots.append(candidate.view)
            }
        }
        lots.sort { Self.order($0) < Self.order($1) }
    }

    private enum Standing { case open, expired, undated }

    private static func standing(of lot: Lot, in notice: Notice, on day: Day) -> Standing {
        if let deadline = lot.deadline?.day { return deadline >= day ? .open : .expired }
        guard let issued = notice.issueDate else { return .undated }
        return issued.days(until: day) <= daysWithoutDeadline ? .open : .undated
    }

    /// The soonest deadline first.
    private static func order(_ view: LotView) -> (Int32, String) {
        (view.lot.deadline?.day?.packed ?? .max, view.reference)
    }

    // MARK: What became of a lot

    /// `open-nw`: nothing has been decided yet.
    private static let undecided = "open-nw"

    /// All names by which a later notice may speak of a lot of a call.
    static func names(of view: LotView) -> [String] {
        [key(notice: view.notice.id, lot: view.lot.id)] + keys(of: view.notice, lot: view.lot.id)
    }

    /// - Parameter notice: identifier or number of publication, which some write with zeros in front.
    static func key(notice: String, lot: String) -> String { "notice:\(notice.drop { $0 == "0" })/\(name(of: lot))" }

    /// Keys of the lots of which a notice tells what became.
    private static func outcomes(of notice: Notice) -> [String] {
        guard ["result", "dir-awa-pre", "cont-modif", "completion"].contains(notice.formType) else { return [] }
        let decided = notice.lots.filter { $0.result?.status != undecided }
        return decided.flatMap { keys(of: notice, lot: $0.id) }
    }

    /// A lot by the procedure, or by the publications of the call. Where a notice gives neither, nothing joins it to another.
    private static func keys(of notice: Notice, lot: String) -> [String] {
        let isCall = notice.formType == "competition"
        let publications =
            isCall
            ? [notice.publicationNumber, notice.index?.idweb].compactMap { $0 } : notice.earlierPublications
        let procedure = notice.procedureID.isEmpty ? [] : ["procedure:\(notice.procedureID)/\(name(of: lot))"]
        return procedure + publications.map { key(notice: $0, lot: lot) }
    }

    /// `LOT-0003`, « lot 3 » and `3` are one name.
    static func name(of lot: String) -> String { LotView.number(lot).map(String.init) ?? lot }

    /// One lot published by two publishers, or in two notices of a procedure, is one opportunity.
    private static func identity(of view: LotView) -> String {
        guard !view.notice.procedureID.isEmpty else { return view.reference }
        return view.notice.procedureID + "/" + name(of: view.lot.id) + "/" + view.title
    }
}
