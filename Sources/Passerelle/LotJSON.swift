import Matching
import Nomenclature
import Reports
import Tenders

extension LotView {
    /// A lot in the form of `passerelle lots --format jsonl` (`docs/json.md`): every key is always there, null where the
    /// notice says nothing. `need` is the lot as the matching reads it, so that `match --lots` answers as `match --all`.
    public var json: JSONValue {
        .object([
            .init("notice", .string(notice.id)), .init("version", .string(notice.version)),
            .init("file", .string(file)), .init("source", .string(notice.format.rawValue)),
            .init("noticeType", .string(notice.noticeType)), .init("subtype", .string(notice.subtype)),
            .init("publication", .string(notice.publicationNumber)), .init("procedure", .string(notice.procedureID)),
            .init("issued", .string(notice.issueDate?.iso)), .init("language", .string(notice.language)),
            .init("buyer", buyer.map { Self.party($0) } ?? .null),
            .init("buyers", .array(notice.buyers.map { Self.party($0) })),
            .init("lot", .string(lot.id)), .init("title", .string(notice.text(lot.title))),
            .init("description", .string(notice.text(lot.description))), .init("nature", .string(lot.nature)),
            .init("cpv", .strings([lot.mainCPV].compactMap { $0 } + lot.additionalCPV)),
            .init("nuts", .strings(Self.filled(lot.places.map(\.nuts)))),
            .init("postcodes", .strings(Self.filled(lot.places.map(\.postcode)))),
            .init("cities", .strings(Self.filled(lot.places.map(\.city)))),
            .init("procedureNUTS", .strings(Self.filled(notice.procedure.places.map(\.nuts)))),
            .init("value", .number(lot.value?.amount.euros)), .init("currency", .string(lot.value?.currency)),
            .init("frameworkMaximum", .number(lot.frameworkMaximum?.amount.euros)), .init("duration", duration),
            .init("reservation", .strings(lot.reservation)), .init("reservedExecution", .string(lot.reservedExecution)),
            .init("strategic", .strings(lot.strategic)), .init("social", .strings(lot.social)),
            .init("environmental", .strings(lot.environmental)), .init("innovation", .strings(lot.innovation)),
            .init("accessibility", .strings(lot.accessibility)),
            .init("conditions", .strings(lot.conditions.map { notice.text($0) })),
            .init("awardCriteria", .array(lot.criteria.map { criterion($0) })),
            .init("framework", .string(lot.framework)), .init("deadline", .string(lot.deadline?.iso)),
            .init("deadlineKind", .string(lot.deadline?.kind.rawValue)), .init("result", .string(lot.result?.status)),
            .init("tenders", .integer(lot.result?.tenders)), .init("winners", .array(winners)),
            .init("need", Need(notice: notice, lot: lot).json),
        ])
    }

    private static func filled(_ texts: [String]) -> [String] { texts.filter { !$0.isEmpty } }

    private static func party(_ organisation: Organisation) -> JSONValue {
        .object([.init("name", .string(organisation.name)), .init("id", .string(organisation.identifier))])
    }

    private var duration: JSONValue {
        guard let term = lot.term else { return .null }
        return .object([
            .init("value", .string(term.value)), .init("unit", .string(term.unit)), .init("code", .string(term.code)),
            .init("start", .string(term.start?.iso)), .init("end", .string(term.end?.iso)),
        ])
    }

    private func criterion(_ criterion: AwardCriterion) -> JSONValue {
        .object([
            .init("type", .string(criterion.type)), .init("weight", .string(criterion.weight)),
            .init("name", .string(notice.text(criterion.name ?? criterion.description))),
        ])
    }

    private var winners: [JSONValue] {
        (lot.result?.winners ?? []).flatMap { winner in
            winner.holders.map { holder in
                .object([
                    .init("name", .string(holder.name)), .init("id", .string(holder.identifier)),
                    .init("value", .number(winner.value?.amount.euros)),
                ])
            }
        }
    }
}

extension Need {
    var json: JSONValue {
        .object([
            .init("title", .string(title)), .init("description", .string(description)),
            .init("context", .string(context)),
            .init("cpv", .strings(cpv.map(\.code))),
            .init(
                "places",
                .array(
                    places.map { place in
                        .object([
                            .init("label", .string(place.label)), .init("commune", .string(place.communeCode)),
                            .init("departements", .strings(place.departements)),
                            .init("isBuyers", .bool(place.isBuyers)),
                        ])
                    })),
            .init("value", .number(value?.euros)), .init("months", .number(months)),
            .init("reservation", .strings(reservationFlags)), .init("day", .string(day.iso)),
        ])
    }
}
