/// The fields of eForms that Passerelle reads, numbered for the path table of ``EFormsPaths``.
enum EFormsField: UInt16, Sendable {
    // Notice
    case noticeID, version, folder, customization, issueDate, language, noticeType, legalBasis, subtype
    case publicationID, publicationDate
    case changedNotice, changeReason, changeDescription, changedSection, changeDetail
    case modifiedNotice, modificationReason, modificationDescription, modificationDetail, modifiedSection
    case earlierNotice, maximumLotsSubmitted, maximumLotsAwarded, groupID, groupMember
    case contractingParty, buyerReference, buyerLegalType, buyerActivity, procedureType
    // Project: of the procedure or of a lot
    case reference, title, description, note, nature
    case additionalType, additionalTypeCode, additionalTypeText
    case mainCPV, additionalCPV
    case location, country, nuts, postcode, city, street, restriction, locationDescription
    case value, frameworkMaximum, groupMaximum
    case startDate, endDate, duration, durationCode
    case renewals, renewalDescription, options, suitsSME
    // Lot
    case lot, lotID
    case requirementCode
    case execution, executionCode, executionDescription
    case criterionParent, criterion, criterionType, criterionName, criterionDescription
    case parameter, parameterNumber, parameterCode
    case selection, selectionCode, selectionName, selectionDescription, selectionUsage
    case subcontractingCode, subcontractingMinimum, subcontractingMaximum, subcontractingIndication
    case groupForm, groupFormRequired, documentsURL, submissionURL, maximumOperators
    case variants, contractingSystem
    case tenderDate, tenderTime, requestDate, requestTime, expressionDate, expressionTime
    // Organisations
    case organisation, organisationID, organisationName, companyID, organisationNUTS, organisationPostcode
    case organisationCity, organisationCountry, companySize
    // Result
    case totalAmount, frameworkTotal
    case lotResult, resultID, resultStatus, resultReason, resultLot, lowestTender, highestTender
    case resultFrameworkMaximum, resultFrameworkEstimate, statistics, statisticsNumber, statisticsCode
    case resultTender, resultContract
    case tender, tenderID, tenderLot, tenderValue, tenderRank, tenderParty
    case subcontracted, subcontractedValue, subcontractedShare
    case contract, contractID, contractReference, contractDate, contractAwarded, contractTender
    case party, partyID, partyTenderer, partySubcontractor
}
