import Indicators
import Nomenclature
import Wording

extension CataloguePanorama {
    /// The panorama in the stable form of `docs/json.md`.
    public func json(_ language: Language) -> JSONValue {
        .object([
            .init("day", .string(day.iso)), .init("territory", json(territory)),
            .init("total", json(total)), .init("ess", json(ess)), .init("share", json(share)),
            .init("totalsSource", .string(totalsSource)), .init("inBothFamilies", .integer(inBothFamilies)),
            .init("closed", .integer(closed)), .init("undecided", .integer(undecided)),
            .init("outside", .integer(outside)), .init("uninformativeNAF", .integer(uninformativeNAF)),
            .init(
                "breakdowns",
                .object(
                    breakdowns.map { breakdown in
                        .init(
                            breakdown.dimension.rawValue,
                            .object([
                                .init("addsUp", .bool(breakdown.dimension.isPartition)),
                                .init("rows", .array(breakdown.rows.map { json($0, language) })),
                            ]))
                    })),
            .init("sectorsByLegalFamily", json(sectorsByLegalFamily, language)),
            .init("kindsByDepartement", json(kindsByDepartement, language)),
            .init(
                "quality",
                .array(
                    quality.map {
                        .object([
                            .init("gap", .string($0.gap.code)), .init("label", .string($0.gap.name[language])),
                            .init("structures", .integer($0.count)), .init("share", .number($0.share)),
                            .init("advice", .string($0.gap.advice[language])),
                        ])
                    })),
            .init(
                "map",
                .object([
                    .init("scale", .string(map.scale.rawValue)), .init("unplaced", .integer(map.unplaced)),
                    .init("places", .array(map.frames.flatMap(\.places).map(json))),
                ])),
        ])
    }

    private func json(_ territory: Territory?) -> JSONValue {
        guard let territory else { return .null }
        return .object([
            .init("name", .string(territory.name)), .init("departements", .strings(territory.departements)),
            .init("regions", .strings(territory.regions)), .init("epcis", .strings(territory.epcis)),
            .init("communes", .strings(territory.communes)),
        ])
    }

    private func json(_ tally: PanoramaTally, hasEnterprises: Bool = true) -> JSONValue {
        let workforce = tally.workforce
        return .object([
            .init("structures", .integer(tally.structures)), .init("establishments", .integer(tally.establishments)),
            .init("enterprises", hasEnterprises ? .integer(tally.enterprises) : .null),
            .init(
                "workforce",
                .object([
                    .init("minimum", .integer(workforce.minimum)), .init("maximum", .integer(workforce.maximum)),
                    .init("headcount", .integer(workforce.headcount)),
                    .init("withHeadcount", .integer(workforce.counted)), .init("withBand", .integer(workforce.banded)),
                    .init("unknown", .integer(workforce.unknown)),
                ])),
        ])
    }

    private func json(_ share: PanoramaShare?) -> JSONValue {
        guard let share else { return .null }
        return .object([
            .init("totalEstablishments", .integer(share.total.establishments)),
            .init("totalWorkforce", .integer(share.total.workforce)),
            .init("establishments", .number(share.establishments)),
            .init("workforceLow", .number(share.workforceLow)), .init("workforceHigh", .number(share.workforceHigh)),
        ])
    }

    private func json(_ row: PanoramaRow, _ language: Language) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("key", .string(row.key)), .init("label", .string(row.label[language])),
            .init("origin", .string(row.note?[language])),
            .init("all", json(row.all, hasEnterprises: row.hasEnterprises)),
            .init("expired", .integer(row.expired)),
        ]
        if let ess = row.ess {
            members += [
                // Distinct enterprises of the ESS are not counted place by place.
                .init("ess", json(ess, hasEnterprises: false)), .init("partial", .bool(row.isPartial)),
                .init("share", json(row.share)),
            ]
        }
        return .object(members)
    }

    private func json(_ cross: PanoramaCross, _ language: Language) -> JSONValue {
        .array(
            cross.rows.map { row in
                .object([
                    .init("key", .string(row.key)), .init("label", .string(row.label[language])),
                    .init("total", .integer(row.total)),
                    .init(
                        "counts",
                        .object(zip(cross.columns, row.counts).map { .init($0.key, .integer($1)) })),
                ])
            })
    }

    private func json(_ place: PanoramaMap.Place) -> JSONValue {
        .object([
            .init("code", .string(place.key)), .init("name", .string(place.name)),
            .init("latitude", .number(place.centre.latitude)), .init("longitude", .number(place.centre.longitude)),
            .init("structures", .integer(place.total)),
            .init(
                "families",
                .object(OfferFamily.allCases.map { .init($0.rawValue, .integer(place.counts[$0] ?? 0)) })),
        ])
    }
}

extension PanoramaStructure {
    /// The structure as one line of JSON Lines, its gaps by their stable names.
    public var jsonLine: String {
        var (headcount, low, high): (Int?, Int?, Int?) = (nil, nil, nil)
        switch size {
        case .headcount(let employees): headcount = employees
        case .band(let minimum, let maximum): (low, high) = (minimum, maximum)
        case .unknown: break
        }
        return JSONValue.object([
            .init("key", .string(key)), .init("siret", .string(siret?.text)), .init("siren", .string(siren?.text)),
            .init("name", .string(name)), .init("city", .string(city)), .init("communeCode", .string(communeCode)),
            .init("departement", .string(departement)), .init("epci", .string(epci)),
            .init("family", .string(family.rawValue)), .init("kinds", .strings(kinds.map(\.rawValue))),
            .init("expiredKinds", .strings(expiredKinds.map(\.rawValue))),
            .init("legalFamily", .string(legalFamily.rawValue)), .init("ess", isESS.map { .bool($0) } ?? .null),
            .init("esus", .string(esus.rawValue)), .init("sectors", .strings(sectors)),
            .init("naf", .string(naf?.code)),
            .init("headcount", .integer(headcount)), .init("bandMinimum", .integer(low)),
            .init("bandMaximum", .integer(high)), .init("lastSeen", .string(lastSeen?.iso)),
            .init("sources", .strings(sources)), .init("gaps", .strings(gaps.all.map(\.code))),
        ]).compact + "\n"
    }
}
