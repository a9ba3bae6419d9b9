import Bytes

/// The fields of the BOAMP's national forms that Passerelle reads; contact persons, telephone and e-mail are not.
enum BOAMPField: UInt16, Sendable, CaseIterable {
    // Management
    case idweb, publicationDate, responseDeadline, displayEnd, organisationName, summary
    case descriptor, descriptorCode, descriptorLabel, departement, performanceDepartement
    case socialCriteria, environmentalCriteria, earlierNotice
    // Form
    case eForms, fnSimple, mapa, dsp, v230, unknownForm, correction
    // Buyer
    case buyerName, buyerIdentifier, buyerPostcode, buyerCity, buyerNUTS
    // Object, of the purchase or of the open lot
    case title, description, note, cpv, additionalCPV
    case place, placeText, placeStreet, placePostcode, placeCity, placeNUTS, listedNUTS
    case value, valueGroup, groupValue, months, days, start, end
    case variantsYes, variantsNo, frameworkYes, frameworkNo, dynamicYes, dynamicNo
    case renewalDescription, options
    case reservedNo, reserved, reservedWorkshops, reservedEmployment, condition
    case deadline, requestDeadline
    // Lot
    case lot, lotNumber, lotTitle, quantity
    // Criteria
    case weightedCriterion, qualityCriterion, costCriterion, rankedCriterion, freeCriteria
    case priceCriterion, priceWeight
    case criterionPair, criterionPercent, criterionName
    // Correction and award
    case correctionText, awardText
    case totalValue, decisionDate, withoutAward
    case decision, decisionNumber, decisionTitle, decisionText, decisionWithAward, decisionWithoutAward
    case holder, holderName, holderIdentifier, holderPostcode, holderCity, holderIsSME, holderIsNotSME
    case information, awardValue, awardValueGroup, awardDate, offers, offersOfSMEs
}

/// What a path of the BOAMP stands for: a field, or a code that is written as the name of an empty element.
struct BOAMPMark: RawRepresentable, Sendable {
    let rawValue: UInt16

    enum Meaning {
        case field(BOAMPField)
        case code(BOAMPCode)
        /// A code of the index: the form's own wins.
        case indexCode(BOAMPCode)
    }

    private static let firstCode: UInt16 = 1_000
    private static let firstIndexCode: UInt16 = 2_000

    init?(rawValue: UInt16) { self.rawValue = rawValue }

    init(_ field: BOAMPField) { rawValue = field.rawValue }

    /// - Parameter code: index in ``BOAMPCode/all``.
    init(code: Int, isIndex: Bool) { rawValue = (isIndex ? Self.firstIndexCode : Self.firstCode) + UInt16(code) }

    var meaning: Meaning? {
        switch rawValue {
        case Self.firstIndexCode...: .indexCode(BOAMPCode.all[Int(rawValue - Self.firstIndexCode)])
        case Self.firstCode...: .code(BOAMPCode.all[Int(rawValue - Self.firstCode)])
        default: BOAMPField(rawValue: rawValue).map { .field($0) }
        }
    }
}

extension XMLPathTable<BOAMPMark>.Row {
    static func value(_ path: String, _ field: BOAMPField) -> Self { .value(path, BOAMPMark(field)) }
    static func group(_ path: String, _ field: BOAMPField) -> Self { .group(path, BOAMPMark(field)) }
}

extension [XMLPathTable<BOAMPMark>.Row] {
    /// A row for every code of `list`: the empty elements below `path`.
    static func codes(_ path: String, _ list: BOAMPCode.List, isIndex: Bool = false) -> Self {
        BOAMPCode.all.indices.filter { BOAMPCode.all[$0].list == list }.map {
            .group(path + "/" + BOAMPCode.all[$0].name, BOAMPMark(code: $0, isIndex: isIndex))
        }
    }
}
