import Bytes
import Nomenclature

/// Builds a notice from the events of one eForms document.
struct EFormsAssembly {
    var notice = Notice(format: .eForms, id: "")
    var organisations: [String: Organisation] = [:]
    var buyerReferences: [String] = []
    var results = EFormsResults()

    // What is open.
    var lot: Lot?
    var lotScheme = ""
    var project = Project()
    var place = PerformancePlace()
    var additionalCode = (list: "", code: "")
    var additionalText: LocalizedText?
    var executionCode = (list: "", code: "")
    var executionText: LocalizedText?
    var criterion = AwardCriterion()
    var parameter = (number: "", code: "", list: "")
    var selection = SelectionCriterion()
    var selectionUsage = ""
    var groupFormIsRequired = true
    var groupOfLots = ""
    var groupMembers: [String: [String]] = [:]
    var organisationID = ""
    var organisation = Organisation()

    /// What a procedure and a lot have in common.
    struct Project {
        var reference = ""
        var title: LocalizedText?
        var description: LocalizedText?
        var note: LocalizedText?
        var nature = ""
        var mainCPV: String?
        var additionalCPV: [String] = []
        var places: [PerformancePlace] = []
        var value: Money?
        var frameworkMaximum: Money?
    }

    mutating func handle(_ event: XMLEvent<EFormsField>) {
        switch event.kind {
        case .begin: begin(event.field)
        case .end: end(event.field)
        case .value:
            guard !event.isEmpty else { return }
            value(event)
        }
    }

    mutating func begin(_ field: EFormsField) {
        switch field {
        case .lot:
            // The project of the procedure stands before the lots.
            closeProcedureProject()
            lot = Lot(id: "")
            lotScheme = ""
            groupFormIsRequired = true
            project = Project()
        case .location: place = PerformancePlace()
        case .additionalType:
            additionalCode = ("", "")
            additionalText = nil
        case .execution:
            executionCode = ("", "")
            executionText = nil
        case .criterionParent, .criterion: criterion = AwardCriterion()
        case .parameter: parameter = ("", "", "")
        case .selection:
            selection = SelectionCriterion()
            selectionUsage = ""
        case .organisation:
            organisation = Organisation()
            organisationID = ""
        default: results.begin(field)
        }
    }

    mutating func end(_ field: EFormsField) {
        switch field {
        case .lot: closeLot()
        case .location: if !place.isEmpty { project.places.append(place) }
        case .additionalType: closeAdditionalType()
        case .execution:
            if executionCode.list == "reserved-execution" {
                lot?.reservedExecution = executionCode.code
            } else if executionCode.list == "conditions", let executionText {
                lot?.conditions.append(executionText)
            }
        case .parameter:
            // The weight is what a reader looks for; a fixed value or a threshold stands in only where there is none.
            if criterion.weight == nil || parameter.list == "number-weight" {
                criterion.weight = parameter.number.isEmpty ? criterion.weight : parameter.number
                criterion.weightKind = parameter.code.isEmpty ? criterion.weightKind : parameter.code
            }
        case .criterion:
            lot?.criteria.append(criterion)
            criterion = AwardCriterion()
        case .criterionParent:
            // Unusual notices write the criterion without the subordinate element; a lone description is BT-733.
            if !criterion.type.isEmpty || criterion.name != nil { lot?.criteria.append(criterion) }
            criterion = AwardCriterion()
        case .selection:
            // Older notices list the criteria that they do not use, too.
            if selectionUsage != "not-used", selection != SelectionCriterion() { lot?.selection.append(selection) }
        case .organisation: if !organisationID.isEmpty { organisations[organisationID] = organisation }
        default: results.end(field)
        }
    }

    mutating func value(_ event: XMLEvent<EFormsField>) {
        switch event.field {
        case .noticeID: notice.id = TextRepair.identifier(event.text)
        case .version: notice.version = event.text
        case .folder: notice.procedureID = TextRepair.identifier(event.text)
        case .customization: notice.formatVersion = event.text
        case .issueDate:
            notice.issueDateText = event.text
            notice.issueDate = Day(iso: event.text)
        case .language: notice.language = event.text
        case .noticeType:
            notice.noticeType = event.text
            notice.formType = event.attribute(.listName) ?? ""
        case .legalBasis: notice.legalBasis = event.text
        case .subtype: notice.subtype = event.text
        case .publicationID: notice.publicationNumber = TextRepair.identifier(event.text)
        case .publicationDate: notice.publicationDate = event.text
        case .changedNotice, .changeReason, .changeDescription, .changedSection, .changeDetail:
            Self.note(event, in: &notice.change)
        case .modifiedNotice, .modificationReason, .modificationDescription, .modifiedSection, .modificationDetail:
            Self.note(event, in: &notice.contractModification)
        case .earlierNotice:
            let number = TextRepair.identifier(event.text)
            if !notice.earlierPublications.contains(number) { notice.earlierPublications.append(number) }
        case .maximumLotsSubmitted: notice.procedure.maximumLotsSubmitted = Int(event.text)
        case .maximumLotsAwarded: notice.procedure.maximumLotsAwarded = Int(event.text)
        case .groupID: groupOfLots = event.text
        case .groupMember: groupMembers[groupOfLots, default: []].append(event.text)
        case .buyerReference: buyerReferences.append(event.text)
        case .buyerLegalType: notice.buyerLegalType = notice.buyerLegalType ?? event.text
        case .buyerActivity: notice.buyerActivity = notice.buyerActivity ?? event.text
        case .procedureType: notice.procedure.type = event.text
        case .lotID:
            lot?.id = event.text
            lotScheme = event.attribute(.schemeName) ?? ""
        case .requirementCode:
            // Code first, list name second: list names vary between publishers.
            if event.attribute(.listName, is: "reserved-procurement") || event.text.hasPrefix("res-") {
                lot?.reservation.append(event.text)
            }
        case .executionCode: executionCode = (event.attribute(.listName) ?? "", event.text)
        case .executionDescription: Self.add(event, to: &executionText)
        case .criterionType: criterion.type = event.text
        case .criterionName: Self.add(event, to: &criterion.name)
        case .criterionDescription: Self.add(event, to: &criterion.description)
        case .parameterNumber: parameter.number = event.text
        case .parameterCode:
            parameter.code = event.text
            parameter.list = event.attribute(.listName) ?? ""
        case .selectionCode: selection.code = event.text
        case .selectionName: Self.add(event, to: &selection.name)
        case .selectionDescription: Self.add(event, to: &selection.description)
        case .selectionUsage: selectionUsage = event.text
        case .subcontractingCode, .subcontractingMinimum, .subcontractingMaximum, .subcontractingIndication:
            subcontracting(event)
        case .groupForm: addToLot(event, \.groupForm)
        // « false »: no form is required, and what stands beside it is a filler.
        case .groupFormRequired: groupFormIsRequired = event.text != "false"
        case .documentsURL: if lot?.documentsURL == nil { lot?.documentsURL = event.text }
        case .submissionURL: if lot?.submissionURL == nil { lot?.submissionURL = event.text }
        case .maximumOperators: lot?.maximumOperators = Int(event.text)
        case .variants: lot?.variants = event.text
        case .contractingSystem:
            if event.attribute(.listName, is: "dps-usage") || event.text.hasPrefix("dps") {
                lot?.dynamicPurchasing = event.text
            } else if event.attribute(.listName, is: "framework-agreement") || event.text.hasPrefix("fa-") {
                lot?.framework = event.text
            }
        case .groupMaximum: lot?.frameworkMaximum = Self.money(event)
        case .tenderDate, .tenderTime, .requestDate, .requestTime, .expressionDate, .expressionTime: deadline(event)
        case .organisationID: organisationID = event.text
        case .organisationName: if organisation.name.isEmpty { organisation.name = TextRepair.clean(event.text) }
        case .companyID:
            if organisation.identifier.isEmpty { organisation.identifier = TextRepair.identifier(event.text) }
        case .organisationNUTS: organisation.nuts = event.text
        case .organisationPostcode: organisation.postcode = event.text
        case .organisationCity: organisation.city = TextRepair.clean(event.text)
        case .organisationCountry: organisation.country = event.text
        case .companySize: organisation.size = event.text
        case .totalAmount: notice.totalValue = Self.money(event)
        case .frameworkTotal: notice.frameworkTotal = Self.money(event)
        default:
            if !projectValue(event) { results.value(event, money: Self.money(event)) }
        }
    }
}
