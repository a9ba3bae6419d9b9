import Wording

/// The code lists of eForms that Passerelle names to people.
public enum CodeList: String, Sendable, CaseIterable {
    case reservedProcurement = "reserved-procurement"
    case reservedExecution = "reserved-execution"
    case socialObjective = "social-objective"
    case environmentalImpact = "environmental-impact"
    case innovativeAcquisition = "innovative-acquisition"
    case strategicProcurement = "strategic-procurement"
    case gppCriteria = "gpp-criteria"
    case accessibility
    case awardCriterionType = "award-criterion-type"
    case contractNature = "contract-nature"
    case procedureType = "procurement-procedure-type"
    case framework = "framework-agreement"
    case dps = "dps-usage"
    case buyerLegalType = "buyer-legal-type"
    case mainActivity = "main-activity"
    case winnerSelectionStatus = "winner-selection-status"
    case nonAwardJustification = "non-award-justification"
    case noticeType = "notice-type"
    case noticeSubtype = "notice-subtype"
    case formType = "form-type"
    case legalBasis = "legal-basis"
    case numberWeight = "number-weight"

    private static let labels: [String: [String: Phrase]] = {
        var labels: [String: [String: Phrase]] = [:]
        Table("eforms-codes", columns: "list", "code", "fr", "en").forEachRow { row in
            labels[row[0], default: [:]][row[1]] = Phrase(row[2], row[3])
        }
        return labels
    }()

    /// The label of `code`; codes added by later versions of the lists are unknown here and shown as they are.
    public func label(_ code: String) -> Phrase? { Self.labels[rawValue]?[code] }
}
