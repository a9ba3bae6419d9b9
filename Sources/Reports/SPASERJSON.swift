import Indicators
import Nomenclature
import Tenders
import Wording

extension SPASERReport {
    /// The report in the stable form of `docs/json.md`: for a count one entry in `contracts`, one in `EUR` and, for
    /// purchases by kind of holder, one in `EUR-shared`; for a value one entry in its unit.
    public func json(_ language: Language) -> JSONValue {
        .object([
            .init("indicators", .array(indicators.flatMap { entries($0, language) })),
            .init("parameters", .object(RuleWords.all(rules).map { .init($0.key, $0.json) })),
            .init(
                "records",
                .object([
                    .init("records", .integer(records.records)), .init("rejected", .integer(records.rejected)),
                    .init("superseded", .integer(records.superseded)),
                    .init("concessions", .integer(records.concessions)),
                ])),
            .init("breakdowns", .object(breakdowns.map { .init($0.dimension.rawValue, json($0, language)) })),
            .init(
                "sources",
                .array(
                    sources.map {
                        .object([.init("file", .string($0.file)), .init("contracts", .integer($0.contracts))])
                    })),
        ])
    }

    private func entries(_ result: IndicatorResult, _ language: Language) -> [JSONValue] {
        if let figure = result.figure {
            return [
                entry(
                    result, unit: result.definition.unit.rawValue, numerator: quantity(figure.numerator),
                    denominator: quantity(figure.denominator),
                    value: result.definition.unit == .euros ? exact(figure) : .number(figure.value),
                    previous: result.comparison?.value,
                    language)
            ]
        }
        let isTotal = result.definition.denominator.fr.isEmpty
        var entries = [
            entry(
                result, unit: "contracts", numerator: .integer(result.count),
                denominator: isTotal ? .null : .integer(result.total),
                value: isTotal ? .integer(result.count) : .number(result.shareOfAll),
                previous: isTotal ? result.comparison.map { Double($0.count) } : result.comparison?.shareOfAll, language
            ),
            entry(
                result, unit: "EUR", numerator: .amount(result.amount),
                denominator: isTotal ? .null : .amount(result.totalAmount),
                value: isTotal ? .amount(result.amount) : .number(result.shareOfAmount),
                previous: isTotal ? result.comparison?.amount.euros : result.comparison?.shareOfAmount, language),
        ]
        if let shared = result.amountShared {
            entries.append(
                entry(
                    result, unit: "EUR-shared", numerator: .amount(shared), denominator: .amount(result.totalAmount),
                    value: .number(result.shareOfSharedAmount), previous: nil, language))
        }
        return entries
    }

    private func entry(
        _ result: IndicatorResult, unit: String, numerator: JSONValue, denominator: JSONValue, value: JSONValue,
        previous: Double?, _ language: Language
    ) -> JSONValue {
        // Only sums of money leave contracts out.
        let excluded = unit.hasPrefix("EUR") ? result.excluded : 0
        return .object([
            .init("code", .string(result.code)), .init("buyer", .string(buyer)), .init("year", .integer(year)),
            .init("numerator", numerator), .init("denominator", denominator), .init("value", value),
            .init("unit", .string(unit)), .init("informed", .integer(result.informed)),
            .init("excluded", .integer(excluded)), .init("name", .string(result.definition.name[language])),
            .init("notInformed", .integer(result.notInformed)),
            .init("contradictory", .integer(result.contradictory)),
            .init("shareOfInformed", unit == "contracts" ? .number(result.shareOfInformed) : .null),
            .init("otherEstablishment", .integer(result.otherEstablishment)),
            .init("smallSample", .bool(result.smallSample)), .init("previousValue", .number(previous)),
            .init("contracts", unit == "contracts" ? identifiers(result) : .null),
        ])
    }

    /// Above this number of contracts the lists are left to the JSON Lines form, which says of each contract what counts it.
    private static let listedContracts = 10_000

    private func identifiers(_ result: IndicatorResult) -> JSONValue {
        guard contracts.count <= Self.listedContracts else { return .null }
        return .strings(contracts(countedBy: result).map { contracts[$0].contract.uid })
    }

    private func exact(_ figure: IndicatorFigure) -> JSONValue {
        figure.value == nil ? .null : quantity(figure.numerator)
    }

    private func quantity(_ quantity: IndicatorFigure.Quantity?) -> JSONValue {
        switch quantity {
        case nil: .null
        case .count(let count): .integer(count)
        case .amount(let amount): .amount(amount)
        case .share(let share): .number(share)
        }
    }

    private func json(_ breakdown: Breakdown, _ language: Language) -> JSONValue {
        .array(
            breakdown.rows.map { row in
                .object([
                    .init("key", .string(row.key)), .init("label", .string(row.label[language])),
                    .init("contracts", .integer(row.all.count)), .init("amount", .amount(row.all.amount)),
                    .init("social", .integer(row.social.count)), .init("socialAmount", .amount(row.social.amount)),
                    .init("environmental", .integer(row.environmental.count)),
                    .init("environmentalAmount", .amount(row.environmental.amount)),
                    .init("ess", .integer(row.ess.count)), .init("essAmount", .amount(row.ess.amount)),
                    .init("inclusive", .integer(row.inclusive.count)),
                    .init("inclusiveAmount", .amount(row.inclusive.amount)),
                ])
            })
    }

    /// The contracts counted as JSON Lines, each with the codes of the indicators that count it.
    public func contractLines() -> String {
        contracts.map { line in
            let contract = line.contract
            return JSONValue.object([
                .init("uid", .string(contract.uid)), .init("buyer", .string(contract.buyer)),
                .init("id", .string(contract.id)), .init("object", .string(contract.object)),
                .init("notified", .string(contract.notificationDay?.iso)),
                .init("amount", line.amount.map { .amount($0) } ?? .null),
                .init("holders", .strings(line.holders.map(\.id))),
                .init("indicators", .strings(indicators(counting: line))),
                .init("file", .string(line.source.file)), .init("record", .integer(line.source.record)),
            ]).compact + "\n"
        }.joined()
    }
}
