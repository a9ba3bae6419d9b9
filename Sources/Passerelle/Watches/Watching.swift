import Bytes
import Catalog
import Matching
import Nomenclature
import Reports
import Tenders
import Wording
import Workspace

extension Application {
    public func watches() throws -> [Watch] { try workspace.watches() }

    /// Saves a watch, once its supplier is known to be one that lots can be held against.
    ///
    /// - Returns: what its profile says and nothing could be made of.
    /// - Throws: `Problem` for a name that is taken or none, and as ``opportunities(of:options:)``.
    public func addWatch(
        _ name: String, of written: String, options: OpportunityOptions
    ) throws -> [Problem] {
        let place = Place(file: name)
        guard name.contains(where: { !$0.isWhitespace }), !name.contains(where: \.isNewline) else {
            throw Problem(
                "watch.name", at: place,
                Phrase("donnez un nom à la veille, sur une ligne", "give the watch a name, on one line"))
        }
        let asker = try OpportunityAsker(written)
        let remarks = try matcher().candidates(asker, workspace: self).remarks
        var watch = Watch(
            name: name, supplier: written, profile: nil, minScore: options.minScore,
            departements: options.departements.sorted(), reservedOnly: options.reservedOnly, created: today)
        switch asker {
        case .listed(let number): watch.supplier = number
        case .profile(let text, _): watch.profile = text
        }
        guard try workspace.add(watch) else {
            throw Problem(
                "watch.taken", at: place,
                Phrase(
                    "une veille porte déjà ce nom ; choisissez-en un autre, ou retirez-la (« passerelle watch remove »)",
                    "there is a watch of that name; choose another one, or remove it (“passerelle watch remove”)"))
        }
        return remarks
    }

    /// Forgets a watch.
    ///
    /// - Throws: `Problem` when there is none of that name.
    public func removeWatch(_ name: String) throws {
        guard try workspace.removeWatch(named: name) else { throw Self.unknownWatch(name) }
    }

    /// What watches have to tell, in the order of their names.
    ///
    /// - Parameters:
    ///   - name: one of them; `nil` for all.
    ///   - isDryRun: whether everything is told again by the next run.
    ///   - deliver: writes what is told. Only when it has is it noted as told.
    /// - Returns: why some of the watches could not be run; the others were.
    /// - Throws: `Problem` when there is no watch of that name; what `deliver` throws.
    public func runWatches(
        _ name: String? = nil, isDryRun: Bool = false, deliver: ([WatchReport]) throws -> Void
    ) throws -> [Problem] {
        let watches = try workspace.watches().filter { name == nil || $0.name == name }
        if let name, watches.isEmpty { throw Self.unknownWatch(name) }
        var runs: [WatchRun] = []
        var problems: [Problem] = []
        if !watches.isEmpty {
            let (matcher, lots) = (try matcher(), try openLots())
            for watch in watches {
                do {
                    runs.append(try WatchRun(watch, matcher, lots, self))
                } catch let problem as Problem {
                    // One supplier that has closed keeps the others from nothing.
                    problems.append(problem)
                }
            }
        }
        try deliver(runs.map(\.report))
        if !isDryRun { try workspace.note(runs.map { ($0.report.watch, $0.told) }, on: today) }
        return problems
    }

    /// UUID of the feed of a watch, or of all.
    public static func feedIdentifier(_ watch: String?) -> String {
        StableIdentifier.uuid(of: ["feed", watch ?? ""])
    }

    private static func unknownWatch(_ name: String) -> Problem {
        Problem(
            "watch.unknown", at: Place(file: name),
            Phrase(
                "aucune veille de ce nom ; « passerelle watch list » les donne",
                "no watch of that name; “passerelle watch list” lists them"))
    }
}

/// One run of a watch: what is to be told, and what is to be noted once it is.
private struct WatchRun {
    let report: WatchReport
    let told: [ToldLot]

    init(_ watch: Watch, _ matcher: Matcher, _ lots: OpenLots, _ application: Application) throws {
        let asker: OpportunityAsker =
            watch.profile.map { .profile(text: $0, file: watch.supplier) } ?? .listed(watch.supplier)
        let candidates = try matcher.candidates(asker, workspace: application).candidates
        var options = OpportunityOptions()
        options.top = .max
        options.missed = 0
        options.minScore = watch.minScore
        options.departements = Set(watch.departements)
        options.reservedOnly = watch.reservedOnly
        options.groups = false
        let search = OpportunitySearch(matcher, candidates: candidates, options: options, day: application.today)
        let views = Dictionary(lots.lots.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
        let known = try application.workspace.told(by: watch.name)
        var items: [WatchItem] = []
        var told: [ToldLot] = []
        for opportunity in search.sheet(of: lots).opportunities {
            guard let view = views[opportunity.lot.need.id] else { continue }
            let keys = try Self.keys(of: view, in: application.workspace)
            let before = keys.lazy.compactMap { known[$0] }.first
            let deadline = opportunity.lot.deadline
            if let before, Self.minute(before.deadline) == Self.minute(deadline) { continue }
            let lot = before?.lot ?? view.reference
            let sequence = before.map { $0.changes + 1 } ?? 0
            items.append(
                WatchItem(
                    kind: before.map { .changed(from: $0.deadline) } ?? .new,
                    opportunity: search.completed(opportunity),
                    identifier: StableIdentifier.uuid(of: [watch.name, lot]), sequence: sequence))
            told.append(
                ToldLot(lot: lot, keys: keys, deadline: deadline, told: application.today, changes: sequence))
        }
        items.sort { Self.order($0) < Self.order($1) }
        report = WatchReport(
            watch: watch.name, supplier: candidates.first?.supplier.displayName ?? watch.supplier,
            day: application.today, since: watch.lastRun, items: items, open: lots.lots.count)
        self.told = told
    }

    private static func order(_ item: WatchItem) -> (Int, Double, String) {
        let lot = item.opportunity.lot
        return (lot.daysLeft ?? .max, -item.opportunity.match.score, lot.need.id)
    }

    /// The names of a lot, and those that it had in the notices that its own corrects.
    private static func keys(of view: LotView, in workspace: Workspace) throws -> [String] {
        let corrected = try workspace.noticesCorrected(by: view.notice.id)
        return OpenLots.names(of: view) + corrected.map { OpenLots.key(notice: $0, lot: view.lot.id) }
    }

    /// Two publishers write one deadline with and without its offset and seconds.
    private static func minute(_ deadline: String?) -> Substring? { deadline?.prefix(16) }
}
