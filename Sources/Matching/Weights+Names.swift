import FrenchText
import Nomenclature

extension Weights {
    /// The values of the table.
    public static let standard = Weights()

    /// A row of the table of weights with the property that holds it.
    struct Named: Sendable {
        let row: WeightRow
        let property: Property

        enum Property: Sendable {
            case number(any WritableKeyPath<Weights, Double> & Sendable)
            case whole(any WritableKeyPath<Weights, Int> & Sendable)
        }

        func read(_ weights: Weights) -> Double {
            switch property {
            case .number(let path): weights[keyPath: path]
            case .whole(let path): Double(weights[keyPath: path])
            }
        }

        func write(_ value: Double, _ weights: inout Weights) {
            switch property {
            case .number(let path): weights[keyPath: path] = value
            case .whole(let path): weights[keyPath: path] = Int(value)
            }
        }

        var isWhole: Bool { if case .whole = property { true } else { false } }
    }

    /// The weights in the order of the table.
    ///
    /// A row without a property here is a programming mistake, and so is a property without a row: a test compares them.
    static let named: [Named] = WeightTable.rows.map { row in
        guard let property = properties[row.name] else { preconditionFailure("weight \(row.name) has no property") }
        return Named(row: row, property: property)
    }

    /// The property of each row.
    static let properties: [String: Named.Property] = [
        "text-share": .number(\.[.text]), "codes-share": .number(\.[.codes]), "place-share": .number(\.[.place]),
        "capacity-share": .number(\.[.capacity]), "record-share": .number(\.[.record]),
        "least-trade": .number(\.leastTrade), "least-score": .number(\.leastScore), "overseas": .number(\.overseas),
        "far-away": .number(\.farAway), "far": .number(\.far), "silent-trade": .number(\.silentTrade),
        "won-trade": .number(\.wonTrade),
        "staff-lent": .number(\.staffLent), "staff-lent-insertion": .number(\.staffLentForInsertion),
        "name-field": .number(\.nameField.weight), "name-field-length": .number(\.nameField.lengthNormalisation),
        "sector-field": .number(\.sectorField.weight),
        "sector-field-length": .number(\.sectorField.lengthNormalisation),
        "offer-field": .number(\.offerField.weight), "offer-field-length": .number(\.offerField.lengthNormalisation),
        "activity-field": .number(\.activityField.weight),
        "activity-field-length": .number(\.activityField.lengthNormalisation), "saturation": .number(\.saturation),
        "title-word": .number(\.titleWord), "description-word": .number(\.descriptionWord),
        "description-mass": .number(\.descriptionMass),
        "unknown-description-word": .number(\.unknownDescriptionWord), "context-word": .number(\.contextWord),
        "main-label-word": .number(\.mainLabelWord), "other-label-word": .number(\.otherLabelWord),
        "phrase-concept": .number(\.phraseConcept), "word-concept": .number(\.wordConcept),
        "described-concept": .number(\.describedConcept), "purpose-share": .number(\.purposeShare),
        "corrected-word": .number(\.correctedWord), "ideal-terms": .whole(\.idealTerms),
        "ideal-strength": .number(\.idealStrength), "text-slope": .number(\.textSlope),
        "lone-word": .number(\.loneWord),
        "declared-code": .number(\.declaredCode), "main-sector-code": .number(\.mainSectorCode),
        "other-sector-code": .number(\.otherSectorCode), "main-concept-code": .number(\.mainConceptCode),
        "other-concept-code": .number(\.otherConceptCode), "activity-code": .number(\.activityCode),
        "name-concept": .number(\.nameConcept),
        "proposed-code": .number(\.proposedCode),
        "least-proposal": .number(\.leastProposal),
        "need-concept-code": .number(\.needConceptCode), "additional-need-code": .number(\.additionalNeedCode),
        "purpose-code": .number(\.purposeCode), "other-speciality": .number(\.otherSpeciality),
        "nearness": .number(\.nearness),
        "contact-distance": .number(\.contactDistance),
        "unknown-place": .number(\.unknownPlace), "unknown-capacity": .number(\.unknownCapacity),
        "no-record": .number(\.noRecord), "assumed-months": .number(\.assumedMonths),
        "turnover-per-employee": .number(\.turnoverPerEmployee), "group-load": .number(\.groupLoad),
    ]

    /// The value of each row of the table, in its order.
    public var values: [(row: WeightRow, value: Double)] { Self.named.map { ($0.row, $0.read(self)) } }

    /// Why a value cannot be put in place of another.
    public enum Refusal: Error, Hashable {
        /// The table has no weight of this name.
        case unknownName
        /// The bounds that it is out of.
        case outOfBounds(ClosedRange<Double>)
        /// It counts things.
        case notWhole
    }

    /// Puts a value in place of the one of the table.
    ///
    /// - Throws: ``Refusal``.
    public mutating func set(_ name: String, to value: Double) throws(Refusal) {
        guard let named = Self.named.first(where: { $0.row.name == name }) else { throw .unknownName }
        guard named.row.bounds.contains(value) else { throw .outOfBounds(named.row.bounds) }
        if named.isWhole, value != value.rounded() { throw .notWhole }
        named.write(value, &self)
    }

    /// `name=value`, one a line: the same for the same weights, whatever the program that writes it.
    var summary: String { values.map { "\($0.row.name)=\($0.value)" }.joined(separator: "\n") }
}
