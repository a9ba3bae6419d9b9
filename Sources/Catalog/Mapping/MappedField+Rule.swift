import Nomenclature
import Wording

extension MappedField {
    /// What becomes of a cell of this field: the rule that every importer has for it.
    ///
    /// - Parameters:
    ///   - columns: where it is found, for the messages.
    ///   - separator: the sign between the elements of a list.
    ///   - isRequired: whether an empty cell is read as well, so that the record can be refused.
    func rule(_ columns: [String], separator: String, isRequired: Bool) -> FieldRule? {
        guard let read = reading(separator) else { return nil }
        return FieldRule(columns, required: isRequired, read)
    }

    private func reading(_ separator: String) -> (@Sendable (String, inout Draft) throws -> Void)? {
        switch self {
        case .siret: FieldRule.siret().read
        case .siren: FieldRule.siren().read
        case .finess: FieldRule.finess().read
        case .rna: FieldRule.rna().read
        case .identifier: OwnRules.identifier
        case .name: FieldRule.name().read
        case .brand: FieldRule.text(into: \.brand).read
        case .acronym: FieldRule.text(into: \.acronym).read
        case .kinds: Self.list(separator, FieldRule.kinds().read)
        case .esus: FieldRule.esus().read
        case .esusUntil: FieldRule.esusEnd().read
        case .legalCategory: FieldRule.legalCategory().read
        case .legalForm: FieldRule.legalForm().read
        case .naf: FieldRule.naf().read
        case .street: FieldRule.street().read
        case .communeCode: FieldRule.communeCode().read
        case .postcode: FieldRule.postcode().read
        case .city: FieldRule.text(into: \.city).read
        case .point: FieldRule.point().read
        case .perimeter: FieldRule.perimeter().read
        case .employees: FieldRule.count(into: \.employees).read
        case .capacity: FieldRule.count(into: \.capacity).read
        case .insertionShare: FieldRule.share(into: \.insertionShare).read
        case .turnover: FieldRule.euros(into: \.turnover).read
        case .sectors: Self.list(separator, FieldRule.element(of: \.sectors).read)
        case .offers: Self.list(separator, FieldRule.element(of: \.offers).read)
        case .networks: Self.list(separator, FieldRule.element(of: \.networks).read)
        case .labels: Self.list(separator, FieldRule.element(of: \.labels).read)
        case .description: OwnRules.description
        case .website: FieldRule.website().read
        case .seen: FieldRule.seen().read
        case .ignored, .personal: nil
        }
    }

    /// Reads a cell element by element.
    private static func list(
        _ separator: String, _ read: @escaping @Sendable (String, inout Draft) throws -> Void
    ) -> @Sendable (String, inout Draft) throws -> Void {
        { cell, draft in
            for element in ListSeparator(separator).elements(of: cell) { try read(element, &draft) }
        }
    }
}

/// Rules of which the known lists have no need, or each its own.
private enum OwnRules {
    /// A number that means nothing outside its file: it bears the file's name, so that the numbers of two lists are not
    /// taken for each other's.
    @Sendable static func identifier(_ cell: String, _ draft: inout Draft) throws {
        guard draft.record.key == nil else { return }
        let file = draft.record.place.file.split(whereSeparator: { $0 == "/" || $0 == "!" }).last ?? ""
        draft.record.otherIdentifier = "\(file):\(cell)"
    }

    /// One free text more.
    @Sendable static func description(_ cell: String, _ draft: inout Draft) throws {
        let before = draft.record.description
        try FieldRule.text(into: \.description).read(cell, &draft)
        if !before.isEmpty { draft.record.description = before + "\n" + draft.record.description }
    }
}
