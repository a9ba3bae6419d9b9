import Dispatch
import Matching
import Reports
import Synchronization
import Wording

/// Ranks lots that come one by one: on all cores in groups whose order is kept, so that memory stays flat whatever their
/// number.
public struct MatchRun: Sendable {
    /// A lot of a notice, or a need.
    public struct Asked: Sendable {
        public let view: LotView?
        private let given: Need?

        public init(need: Need) {
            given = need
            view = nil
        }

        public init(view: LotView) {
            given = nil
            self.view = view
        }

        /// What is looked for; read from the notice when it is asked for.
        public var need: Need? { given ?? view.map { Need(notice: $0.notice, lot: $0.lot) } }
    }

    private let matcher: Matcher
    private let options: MatchOptions
    private let language: Language
    /// Lots ranked at once: enough that a slow one keeps no core waiting long.
    private static let group = 64

    public init(_ matcher: Matcher, options: MatchOptions, language: Language) {
        self.matcher = matcher
        self.options = options
        self.language = language
    }

    /// - Parameters:
    ///   - counts: whether those whom a reservation keeps out are counted, which takes longer.
    ///   - render: makes of a sheet what is kept of it; called on all cores.
    ///   - feed: calls its argument with each lot, on a thread of its own.
    ///   - body: is given what `render` made, in the order of the lots.
    /// - Throws: what `feed` and `body` throw.
    public func forEachSheet<Rendered: Sendable>(
        counts: Bool, render: @escaping @Sendable (MatchSheet) -> Rendered,
        _ feed: @escaping @Sendable ((Asked) throws -> Void) throws -> Void, _ body: (Rendered) throws -> Void
    ) throws {
        try Conveyor<[Asked]>.run(capacity: 2) { conveyor in
            var group: [Asked] = []
            try feed { asked in
                group.append(asked)
                guard group.count == Self.group else { return }
                try conveyor.put(group)
                group.removeAll(keepingCapacity: true)
            }
            if !group.isEmpty { try conveyor.put(group) }
        } _: { group in
            for rendered in ranked(group, counts: counts, render: render) { try body(rendered) }
        }
    }

    private func ranked<Rendered: Sendable>(
        _ group: [Asked], counts: Bool, render: @Sendable (MatchSheet) -> Rendered
    ) -> [Rendered] {
        let results = Mutex([Rendered?](repeating: nil, count: group.count))
        DispatchQueue.concurrentPerform(iterations: group.count) { place in
            guard let need = group[place].need else { return }
            let rendered = render(
                matcher.sheet(
                    for: need, view: group[place].view, options: options, language: language, counts: counts))
            results.withLock { $0[place] = rendered }
        }
        return results.withLock { $0 }.compactMap(\.self)
    }
}
