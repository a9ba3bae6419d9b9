import Nomenclature
import Wording

extension WatchReport {
    /// In the form of `docs/json.md`: the keys of an opportunity, with what is new about it.
    public func json(_ language: Language) -> JSONValue {
        .object([
            .init("watch", .string(watch)), .init("supplier", .string(supplier)), .init("date", .string(day.iso)),
            .init("since", .string(since?.iso)), .init("open", .integer(open)),
            .init(
                "items",
                .array(
                    items.map { item in
                        var members: [JSONValue.Member] = [
                            .init("id", .string(item.identifier)), .init("sequence", .integer(item.sequence)),
                        ]
                        switch item.kind {
                        case .new:
                            members += [.init("kind", .string("new")), .init("previousDeadline", .null)]
                        case .changed(let from):
                            members += [.init("kind", .string("changed")), .init("previousDeadline", .string(from))]
                        }
                        guard case .object(let rest) = item.opportunity.json(language) else {
                            return .object(members)
                        }
                        return .object(members + rest)
                    })),
        ])
    }
}
