import Catalog
import Nomenclature
import Wording

extension Dossier {
    /// The machine form; see `docs/json.md`.
    ///
    /// - Parameter day: the day for which validity is told.
    public func json(_ language: Language, on day: Day) -> JSONValue {
        .object([
            .init("date", .string(day.iso)),
            .init("enterprise", enterprise.json(language, on: day, facts: facts)),
            .init("structures", .array(structures.map { $0.supplier.json(language, on: day, facts: $0.facts) })),
            .init("sisters", .array(sisters.map { $0.json(language, on: day, facts: []) })),
            .init("records", .array(records.map { $0.provenance })),
        ])
    }
}

extension Enterprise {
    fileprivate func json(_ language: Language, on day: Day, facts: [Dossier.Fact]) -> JSONValue {
        .object([
            .init("siren", .string(siren?.text)), .init("name", .string(name)),
            .init("ess", ess.json(language)),
            .init("esus", .array(esus.map { $0.json(on: day) })),
            .init("kinds", .array(kinds.map { $0.json(on: day) })),
            .init("legalCategory", .string(legalCategory)), .init("legalForm", .string(legalForm)),
            .init("missionCompany", isMissionCompany.map { .bool($0) } ?? .null),
            .init("created", .string(createdOn?.iso)),
            .init("closed", .bool(isClosed && closedOn.map { $0 <= day } ?? true)),
            .init("closedOn", .string(closedOn?.iso)), .init("workforceBand", .string(workforceBand)),
            .init("headOffice", .string(headOffice?.text)),
            .init("kindsOfUnknownEstablishment", .array(unplacedKinds.map { $0.json(on: day) })),
            .init("facts", .array(facts.map { $0.json(language, on: day) })),
        ])
    }
}

extension Supplier {
    /// The structure as it stands in the catalogue.
    public func json(_ language: Language, on day: Day, facts: [Dossier.Fact] = []) -> JSONValue {
        .object([
            .init("key", .string(key)), .init("siret", .string(siret?.text)), .init("siren", .string(siren?.text)),
            .init("identifiers", .strings(otherIdentifiers)),
            .init("name", .string(name)), .init("brand", .string(brand)), .init("acronym", .string(acronym)),
            .init("enterpriseName", .string(enterpriseName)),
            .init("kinds", .array(kinds.map { $0.json(on: day) })),
            .init("esus", .array(esus.map { $0.json(on: day) })), .init("ess", ess.json(language)),
            .init("closed", .bool(isClosed(on: day))), .init("closedOn", .string(closedOn?.iso)),
            .init("naf", .string(naf?.code)), .init("naf2025", .string(naf2025?.code)),
            .init("sectors", .strings(sectors)), .init("description", .string(description)),
            .init("offers", .strings(offers)), .init("supplyForms", .strings(supplyForms)),
            .init("street", .string(street)), .init("postcode", .string(postcode)), .init("city", .string(city)),
            .init("commune", .string(communeCode)), .init("placing", .string(placing?.rawValue)),
            .init("departement", .string(departement)),
            .init("latitude", .number(coordinates?.latitude)), .init("longitude", .number(coordinates?.longitude)),
            .init("perimeter", .string(perimeter?.text)), .init("employees", .integer(employees)),
            .init("workforceBand", .string(workforceBand)), .init("insertionShare", .number(insertionShare)),
            .init("turnover", turnover.map { .amount($0) } ?? .null), .init("capacity", .integer(capacity)),
            .init("networks", .strings(networks)), .init("labels", .strings(labels)),
            .init("website", .string(website)),
            .init("sources", .strings(sources)), .init("repairs", .strings(repairs.map { $0[language] })),
            .init("facts", .array(facts.map { $0.json(language, on: day) })),
        ])
    }
}

extension HeldKind {
    fileprivate func json(on day: Day) -> JSONValue {
        .object([
            .init("kind", .string(kind.rawValue)), .init("valid", .bool(isValid(on: day))),
            .init("evidence", .array(evidence.map { $0.json(on: day) })),
        ])
    }
}

extension ESSStatus {
    fileprivate func json(_ language: Language) -> JSONValue {
        .object([
            .init("belongs", belongs.map { .bool($0) } ?? .null), .init("title", .string(title[language])),
            .init("source", .string(source.isEmpty ? nil : source)),
            .init("seen", .string(evidence?.seen?.iso)),
        ])
    }
}

extension Evidence {
    fileprivate func json(on day: Day) -> JSONValue {
        .object([
            .init("source", .string(source)), .init("level", .string(level.rawValue)),
            .init("file", .string(place.file)),
            .init("line", .integer(place.line)), .init("record", .integer(place.record)),
            .init("firstSeen", .string(firstSeen?.iso)), .init("seen", .string(seen?.iso)),
            .init("validFrom", .string(validFrom?.iso)), .init("validTo", .string(validTo?.iso)),
            .init("valid", .bool(isValid(on: day))),
        ])
    }
}

extension Dossier.Fact {
    fileprivate func json(_ language: Language, on day: Day) -> JSONValue {
        .object([
            .init("field", .string(name[language])), .init("conflict", .bool(isConflict)),
            .init(
                "values",
                .array(
                    values.map { value in
                        .object([
                            .init("value", .string(value.text[language])), .init("retained", .bool(value.isRetained)),
                            .init("evidence", .array(value.evidence.map { $0.json(on: day) })),
                        ])
                    })),
        ])
    }
}

extension SupplierRecord {
    fileprivate var provenance: JSONValue {
        .object([
            .init("source", .string(source)), .init("key", .string(key)), .init("file", .string(place.file)),
            .init("line", .integer(place.line)), .init("record", .integer(place.record)),
            .init("seen", .string(seen?.iso)), .init("firstSeen", .string(firstSeen?.iso)),
        ])
    }
}
