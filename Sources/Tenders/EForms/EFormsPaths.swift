// swift-format-ignore-file
// One line a field, so that the table can be held against the specification.

import Bytes

/// Where eForms keeps its fields: the XPaths of the SDK (`fields.json`), one line a field, the number of the business
/// term beside it. Predicates on `@listName` and `@schemeName` are told apart by the reader, which gets the attribute.
enum EFormsPaths {
    static let table = table(below: "")
    /// The same rows for a notice inside an `ann` of the BOAMP.
    static let embedded = table(below: "/ann/DONNEES/EFORMS")

    private static func table(below base: String) -> XMLPathTable<EFormsField> {
        XMLPathTable(
            abbreviations: [
                "$EXT": "ext:UBLExtensions/ext:UBLExtension/ext:ExtensionContent/efext:EformsExtension",
                "$LOT": "/*/cac:ProcurementProjectLot",
                "$CRIT": "$LOT/cac:TenderingTerms/cac:AwardingTerms/cac:AwardingCriterion",
                "$ORG": "/*/$EXT/efac:Organizations/efac:Organization/efac:Company",
                "$RES": "/*/$EXT/efac:NoticeResult",
            ],
            below: base,
            notice + project("/*/cac:ProcurementProject") + lot + project("$LOT/cac:ProcurementProject")
                + organisations + result)
    }

    private typealias Row = XMLPathTable<EFormsField>.Row

    private static let notice: [Row] = [
        .value("/*/cbc:ID", .noticeID),  // BT-701
        .value("/*/cbc:VersionID", .version),  // BT-757
        .value("/*/cbc:ContractFolderID", .folder),  // BT-04
        .value("/*/cbc:CustomizationID", .customization),
        .value("/*/cbc:IssueDate", .issueDate),  // BT-05(a)
        .value("/*/cbc:NoticeLanguageCode", .language),  // BT-702(a)
        .value("/*/cbc:NoticeTypeCode", .noticeType),  // BT-02; @listName is BT-03
        .value("/*/cbc:RegulatoryDomain", .legalBasis),  // BT-01
        .value("/*/$EXT/efac:NoticeSubType/cbc:SubTypeCode", .subtype),  // OPP-070
        .value("/*/$EXT/efac:Publication/efbc:NoticePublicationID", .publicationID),  // OPP-010
        .value("/*/$EXT/efac:Publication/efbc:PublicationDate", .publicationDate),  // OPP-012
        .value("/*/$EXT/efac:Changes/efbc:ChangedNoticeIdentifier", .changedNotice),  // BT-758
        .value("/*/$EXT/efac:Changes/efac:ChangeReason/cbc:ReasonCode", .changeReason),  // BT-140
        .value("/*/$EXT/efac:Changes/efac:ChangeReason/efbc:ReasonDescription", .changeDescription),  // BT-762
        .value("/*/$EXT/efac:Changes/efac:Change/efac:ChangedSection/efbc:ChangedSectionIdentifier", .changedSection),  // BT-13716
        .value("/*/$EXT/efac:Changes/efac:Change/efbc:ChangeDescription", .changeDetail),  // BT-141
        .value("/*/$EXT/efac:ContractModification/efbc:ChangedNoticeIdentifier", .modifiedNotice),  // BT-1501(n)
        .value("/*/$EXT/efac:ContractModification/efac:ChangeReason/cbc:ReasonCode", .modificationReason),  // BT-200
        .value("/*/$EXT/efac:ContractModification/efac:ChangeReason/efbc:ReasonDescription", .modificationDescription),  // BT-201
        .value("/*/$EXT/efac:ContractModification/efac:Change/efbc:ChangeDescription", .modificationDetail),  // BT-202
        .value("/*/$EXT/efac:ContractModification/efac:Change/efac:ChangedSection/efbc:ChangedSectionIdentifier", .modifiedSection),  // BT-1501(s)
        .value("/*/cac:TenderingProcess/cac:NoticeDocumentReference/cbc:ID", .earlierNotice),  // OPP-090
        .value("/*/cac:TenderingTerms/cac:LotDistribution/cbc:MaximumLotsSubmittedNumeric", .maximumLotsSubmitted),  // BT-31
        .value("/*/cac:TenderingTerms/cac:LotDistribution/cbc:MaximumLotsAwardedNumeric", .maximumLotsAwarded),  // BT-33
        .value("/*/cac:TenderingTerms/cac:LotDistribution/cac:LotsGroup/cbc:LotsGroupID", .groupID),  // BT-330
        .value("/*/cac:TenderingTerms/cac:LotDistribution/cac:LotsGroup/cac:ProcurementProjectLotReference/cbc:ID", .groupMember),  // BT-1375
        .group("/*/cac:ContractingParty", .contractingParty),
        .value("/*/cac:ContractingParty/cac:Party/cac:PartyIdentification/cbc:ID", .buyerReference),  // OPT-300
        .value("/*/cac:ContractingParty/cac:ContractingPartyType/cbc:PartyTypeCode", .buyerLegalType),  // BT-11
        .value("/*/cac:ContractingParty/cac:ContractingActivity/cbc:ActivityTypeCode", .buyerActivity),  // BT-10
        .value("/*/cac:TenderingProcess/cbc:ProcedureCode", .procedureType),  // BT-105
    ]

    /// The project of the procedure and that of each lot have the same fields.
    private static func project(_ base: String) -> [Row] {
        [
            .value("\(base)/cbc:ID", .reference),  // BT-22
            .value("\(base)/cbc:Name", .title),  // BT-21
            .value("\(base)/cbc:Description", .description),  // BT-24
            .value("\(base)/cbc:Note", .note),  // BT-300
            .value("\(base)/cbc:ProcurementTypeCode", .nature),  // BT-23
            .group("\(base)/cac:ProcurementAdditionalType", .additionalType),
            .value("\(base)/cac:ProcurementAdditionalType/cbc:ProcurementTypeCode", .additionalTypeCode),  // BT-06, 775, 774, 776, 805, 754
            .value("\(base)/cac:ProcurementAdditionalType/cbc:ProcurementType", .additionalTypeText),  // BT-777, 755
            .value("\(base)/cac:MainCommodityClassification/cbc:ItemClassificationCode", .mainCPV),  // BT-262
            .value("\(base)/cac:AdditionalCommodityClassification/cbc:ItemClassificationCode", .additionalCPV),  // BT-263
            .group("\(base)/cac:RealizedLocation", .location),
            .value("\(base)/cac:RealizedLocation/cac:Address/cac:Country/cbc:IdentificationCode", .country),  // BT-5141
            .value("\(base)/cac:RealizedLocation/cac:Address/cbc:CountrySubentityCode", .nuts),  // BT-5071
            .value("\(base)/cac:RealizedLocation/cac:Address/cbc:PostalZone", .postcode),  // BT-5121
            .value("\(base)/cac:RealizedLocation/cac:Address/cbc:CityName", .city),  // BT-5131
            .value("\(base)/cac:RealizedLocation/cac:Address/cbc:StreetName", .street),  // BT-5101(a)
            .value("\(base)/cac:RealizedLocation/cac:Address/cbc:Region", .restriction),  // BT-727
            .value("\(base)/cac:RealizedLocation/cbc:Description", .locationDescription),  // BT-728
            .value("\(base)/cac:RequestedTenderTotal/cbc:EstimatedOverallContractAmount", .value),  // BT-27
            .value("\(base)/cac:RequestedTenderTotal/$EXT/efbc:FrameworkMaximumAmount", .frameworkMaximum),  // BT-271
            .value("\(base)/cac:PlannedPeriod/cbc:StartDate", .startDate),  // BT-536
            .value("\(base)/cac:PlannedPeriod/cbc:EndDate", .endDate),  // BT-537
            .value("\(base)/cac:PlannedPeriod/cbc:DurationMeasure", .duration),  // BT-36
            .value("\(base)/cac:PlannedPeriod/cbc:DescriptionCode", .durationCode),  // BT-538
            .value("\(base)/cac:ContractExtension/cbc:MaximumNumberNumeric", .renewals),  // BT-58
            .value("\(base)/cac:ContractExtension/cac:Renewal/cac:Period/cbc:Description", .renewalDescription),  // BT-57
            .value("\(base)/cac:ContractExtension/cbc:OptionsDescription", .options),  // BT-54
            .value("\(base)/cbc:SMESuitableIndicator", .suitsSME),  // BT-726
        ]
    }

    private static let lot: [Row] = [
        .group("$LOT", .lot),
        .value("$LOT/cbc:ID", .lotID),
        .value(
            "$LOT/cac:TenderingTerms/cac:TendererQualificationRequest/cac:SpecificTendererRequirement/cbc:TendererRequirementTypeCode",
            .requirementCode),  // BT-71 among others
        .group("$LOT/cac:TenderingTerms/cac:ContractExecutionRequirement", .execution),
        .value("$LOT/cac:TenderingTerms/cac:ContractExecutionRequirement/cbc:ExecutionRequirementCode", .executionCode),  // BT-736
        .value("$LOT/cac:TenderingTerms/cac:ContractExecutionRequirement/cbc:Description", .executionDescription),  // BT-70
        .group("$CRIT", .criterionParent),
        .value("$CRIT/cbc:AwardingCriterionTypeCode", .criterionType),
        .value("$CRIT/cbc:Name", .criterionName),
        .value("$CRIT/cbc:Description", .criterionDescription),
        .group("$CRIT/cac:SubordinateAwardingCriterion", .criterion),
        .value("$CRIT/cac:SubordinateAwardingCriterion/cbc:AwardingCriterionTypeCode", .criterionType),  // BT-539
        .value("$CRIT/cac:SubordinateAwardingCriterion/cbc:Name", .criterionName),  // BT-734
        .value("$CRIT/cac:SubordinateAwardingCriterion/cbc:Description", .criterionDescription),  // BT-540
        .group("$CRIT/cac:SubordinateAwardingCriterion/$EXT/efac:AwardCriterionParameter", .parameter),
        .value("$CRIT/cac:SubordinateAwardingCriterion/$EXT/efac:AwardCriterionParameter/efbc:ParameterNumeric", .parameterNumber),  // BT-541
        .value("$CRIT/cac:SubordinateAwardingCriterion/$EXT/efac:AwardCriterionParameter/efbc:ParameterCode", .parameterCode),  // BT-5421
        .group("$LOT/cac:TenderingTerms/$EXT/efac:SelectionCriteria", .selection),
        .value("$LOT/cac:TenderingTerms/$EXT/efac:SelectionCriteria/cbc:TendererRequirementTypeCode", .selectionCode),  // BT-809
        .value("$LOT/cac:TenderingTerms/$EXT/efac:SelectionCriteria/cbc:CriterionTypeCode", .selectionCode),  // BT-747, SDK up to 1.10
        .value("$LOT/cac:TenderingTerms/$EXT/efac:SelectionCriteria/cbc:Name", .selectionName),  // BT-749
        .value("$LOT/cac:TenderingTerms/$EXT/efac:SelectionCriteria/cbc:Description", .selectionDescription),  // BT-750
        .value("$LOT/cac:TenderingTerms/$EXT/efac:SelectionCriteria/cbc:CalculationExpressionCode", .selectionUsage),  // BT-748
        .value("$LOT/cac:TenderingTerms/cac:AllowedSubcontractTerms/cbc:SubcontractingConditionsCode", .subcontractingCode),  // BT-65
        .value("$LOT/cac:TenderingTerms/cac:AllowedSubcontractTerms/cbc:MinimumPercent", .subcontractingMinimum),  // BT-64
        .value("$LOT/cac:TenderingTerms/cac:AllowedSubcontractTerms/cbc:MaximumPercent", .subcontractingMaximum),  // BT-729
        .value("$LOT/cac:TenderingTerms/$EXT/efac:TenderSubcontractingRequirements/efbc:TenderSubcontractingRequirementsCode", .subcontractingIndication),  // BT-651
        .value("$LOT/cac:TenderingTerms/cac:TendererQualificationRequest/cbc:CompanyLegalForm", .groupForm),  // BT-76
        .value("$LOT/cac:TenderingTerms/cac:TendererQualificationRequest/cbc:CompanyLegalFormCode", .groupFormRequired),  // BT-761
        .value("$LOT/cac:TenderingTerms/cac:CallForTendersDocumentReference/cac:Attachment/cac:ExternalReference/cbc:URI", .documentsURL),  // BT-15, BT-615
        .value("$LOT/cac:TenderingTerms/cac:TenderRecipientParty/cbc:EndpointID", .submissionURL),  // BT-18
        .value("$LOT/cac:TenderingTerms/cbc:VariantConstraintCode", .variants),  // BT-63
        .value("$LOT/cac:TenderingProcess/cac:NoticeDocumentReference/cbc:ID", .earlierNotice),  // BT-125(i)
        .value("$LOT/cac:TenderingProcess/cac:FrameworkAgreement/cbc:MaximumOperatorQuantity", .maximumOperators),  // BT-113
        .value("$LOT/cac:TenderingProcess/cac:ContractingSystem/cbc:ContractingSystemTypeCode", .contractingSystem),  // BT-765, 766
        .value("$LOT/cac:TenderingProcess/cac:FrameworkAgreement/cbc:EstimatedMaximumValueAmount", .groupMaximum),  // BT-157
        .value("$LOT/cac:TenderingProcess/cac:TenderSubmissionDeadlinePeriod/cbc:EndDate", .tenderDate),  // BT-131(d)
        .value("$LOT/cac:TenderingProcess/cac:TenderSubmissionDeadlinePeriod/cbc:EndTime", .tenderTime),  // BT-131(t)
        .value("$LOT/cac:TenderingProcess/cac:ParticipationRequestReceptionPeriod/cbc:EndDate", .requestDate),  // BT-1311(d)
        .value("$LOT/cac:TenderingProcess/cac:ParticipationRequestReceptionPeriod/cbc:EndTime", .requestTime),  // BT-1311(t)
        .value("$LOT/cac:TenderingProcess/$EXT/efac:InterestExpressionReceptionPeriod/cbc:EndDate", .expressionDate),  // BT-630(d)
        .value("$LOT/cac:TenderingProcess/$EXT/efac:InterestExpressionReceptionPeriod/cbc:EndTime", .expressionTime),  // BT-630(t)
    ]

    private static let organisations: [Row] = [
        .group("$ORG", .organisation),
        .value("$ORG/cac:PartyIdentification/cbc:ID", .organisationID),  // OPT-200
        .value("$ORG/cac:PartyName/cbc:Name", .organisationName),  // BT-500
        .value("$ORG/cac:PartyLegalEntity/cbc:CompanyID", .companyID),  // BT-501
        .value("$ORG/cac:PostalAddress/cbc:CountrySubentityCode", .organisationNUTS),  // BT-507
        .value("$ORG/cac:PostalAddress/cbc:PostalZone", .organisationPostcode),  // BT-512
        .value("$ORG/cac:PostalAddress/cbc:CityName", .organisationCity),  // BT-513
        .value("$ORG/cac:PostalAddress/cac:Country/cbc:IdentificationCode", .organisationCountry),  // BT-514
        .value("$ORG/efbc:CompanySizeCode", .companySize),  // BT-165
    ]

    private static let result: [Row] = [
        .value("$RES/cbc:TotalAmount", .totalAmount),  // BT-161
        .value("$RES/efbc:OverallMaximumFrameworkContractsAmount", .frameworkTotal),  // BT-118
        .group("$RES/efac:LotResult", .lotResult),
        .value("$RES/efac:LotResult/cbc:ID", .resultID),  // OPT-322
        .value("$RES/efac:LotResult/cbc:TenderResultCode", .resultStatus),  // BT-142
        .value("$RES/efac:LotResult/efac:DecisionReason/efbc:DecisionReasonCode", .resultReason),  // BT-144
        .value("$RES/efac:LotResult/efac:TenderLot/cbc:ID", .resultLot),  // BT-13713
        .value("$RES/efac:LotResult/cbc:LowerTenderAmount", .lowestTender),  // BT-710
        .value("$RES/efac:LotResult/cbc:HigherTenderAmount", .highestTender),  // BT-711
        .value("$RES/efac:LotResult/efac:FrameworkAgreementValues/cbc:MaximumValueAmount", .resultFrameworkMaximum),  // BT-709
        .value("$RES/efac:LotResult/efac:FrameworkAgreementValues/efbc:ReestimatedValueAmount", .resultFrameworkEstimate),  // BT-660
        .group("$RES/efac:LotResult/efac:ReceivedSubmissionsStatistics", .statistics),
        .value("$RES/efac:LotResult/efac:ReceivedSubmissionsStatistics/efbc:StatisticsNumeric", .statisticsNumber),  // BT-759
        .value("$RES/efac:LotResult/efac:ReceivedSubmissionsStatistics/efbc:StatisticsCode", .statisticsCode),  // BT-760
        .value("$RES/efac:LotResult/efac:LotTender/cbc:ID", .resultTender),  // OPT-320
        .value("$RES/efac:LotResult/efac:SettledContract/cbc:ID", .resultContract),  // OPT-315
        .group("$RES/efac:LotTender", .tender),
        .value("$RES/efac:LotTender/cbc:ID", .tenderID),  // OPT-321
        .value("$RES/efac:LotTender/efac:TenderLot/cbc:ID", .tenderLot),  // BT-13714
        .value("$RES/efac:LotTender/cac:LegalMonetaryTotal/cbc:PayableAmount", .tenderValue),  // BT-720
        .value("$RES/efac:LotTender/cbc:RankCode", .tenderRank),  // BT-171
        .value("$RES/efac:LotTender/efac:SubcontractingTerm/efbc:TermCode", .subcontracted),  // BT-773
        .value("$RES/efac:LotTender/efac:SubcontractingTerm/efbc:TermAmount", .subcontractedValue),  // BT-553
        .value("$RES/efac:LotTender/efac:SubcontractingTerm/efbc:TermPercent", .subcontractedShare),  // BT-555
        .value("$RES/efac:LotTender/efac:TenderingParty/cbc:ID", .tenderParty),  // OPT-310
        .group("$RES/efac:SettledContract", .contract),
        .value("$RES/efac:SettledContract/cbc:ID", .contractID),  // OPT-316
        .value("$RES/efac:SettledContract/efac:ContractReference/cbc:ID", .contractReference),  // BT-150
        .value("$RES/efac:SettledContract/cbc:IssueDate", .contractDate),  // BT-145
        .value("$RES/efac:SettledContract/cbc:AwardDate", .contractAwarded),  // BT-1451
        .value("$RES/efac:SettledContract/efac:LotTender/cbc:ID", .contractTender),  // BT-3202
        .group("$RES/efac:TenderingParty", .party),
        .value("$RES/efac:TenderingParty/cbc:ID", .partyID),
        .value("$RES/efac:TenderingParty/efac:Tenderer/cbc:ID", .partyTenderer),  // OPT-300-Tenderer
        .value("$RES/efac:TenderingParty/efac:SubContractor/cbc:ID", .partySubcontractor),  // OPT-301-Tenderer-SubCont
    ]
}
