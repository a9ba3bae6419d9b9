import Bytes
import Nomenclature

/// Builds a notice from the events of one eForms document.
struct EFormsAssembly {
    private(set) var notice = Notice(format: .eForms, id: "")
    private var organisations: [String: Organisation] = [:]
    private var buyerReferences: [String] = []
    private var results = EFormsResults()

    // What is open.
    private var lot: Lot?
    private var lotScheme = ""
    private var project = Project()
    private var place = PerformancePlace()
    private var additionalCode = (list: "", code: "")
    private var additionalText: LocalizedText?
    private var executionCode = (list: "", code: "")
    private var executionText: LocalizedText?
    private var criterion = AwardCriterion()
    private var parameter = (number: "", code: "", list: "")
    private var organisationID = ""
    private var organisation = Organisation()

    /// What a procedure and a lot have in common.
    private struct Project {
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

    private mutating func begin(_ field: EFormsField) {
        switch field {
        case .lot:
            // The project of the procedure stands before the lots.
            closeProcedureProject()
            lot = Lot(id: "")
            lotScheme = ""
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
        case .organisation:
            organisation = Organisation()
            organisationID = ""
        default: results.begin(field)
        }
    }

    private mutating func end(_ field: EFormsField) {
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
        case .organisation: if !organisationID.isEmpty { organisations[organisationID] = organisation }
        default: results.end(field)
        }
    }

    private mutating func value(_ event: XMLEvent<EFormsField>) {
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
        case .changedNotice, .changeReason, .changeDescription, .changedSection: change(event)
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

    /// Fields of a project, of the procedure or of the open lot; false when the field is none.
    private mutating func projectValue(_ event: XMLEvent<EFormsField>) -> Bool {
        switch event.field {
        case .reference: project.reference = event.text
        case .title: Self.add(event, to: &project.title)
        case .description: Self.add(event, to: &project.description)
        case .note: Self.add(event, to: &project.note)
        case .nature: if project.nature.isEmpty { project.nature = event.text }
        case .additionalTypeCode: additionalCode = (event.attribute(.listName) ?? "", event.text)
        case .additionalTypeText: Self.add(event, to: &additionalText)
        case .mainCPV: project.mainCPV = project.mainCPV ?? event.text
        case .additionalCPV: project.additionalCPV.append(event.text)
        case .country: place.country = event.text
        case .nuts: place.nuts = event.text
        case .postcode: place.postcode = event.text
        case .city: place.city = TextRepair.clean(event.text)
        case .street: place.street = TextRepair.clean(event.text)
        case .restriction: place.restriction = event.text
        case .locationDescription: place.description = TextRepair.clean(event.text)
        case .value: project.value = Self.money(event)
        case .frameworkMaximum: project.frameworkMaximum = Self.money(event)
        case .startDate, .endDate, .duration, .durationCode: term(event)
        case .renewals: lot?.renewals = Int(event.text)
        case .renewalDescription: addToLot(event, \.renewalDescription)
        case .options: addToLot(event, \.options)
        case .suitsSME: lot?.suitsSME = event.text == "true" || event.text == "1"
        default: return false
        }
        return true
    }

    private mutating func change(_ event: XMLEvent<EFormsField>) {
        var change = notice.change ?? NoticeChange()
        switch event.field {
        case .changedNotice: change.previous = event.text
        case .changeReason: change.reason = event.text
        case .changeDescription: Self.add(event, to: &change.description)
        default: change.sections.append(event.text)
        }
        notice.change = change
    }

    private mutating func term(_ event: XMLEvent<EFormsField>) {
        guard lot != nil else { return }
        var term = lot?.term ?? ContractTerm()
        switch event.field {
        case .startDate: term.start = Day(iso: event.text)
        case .endDate: term.end = Day(iso: event.text)
        case .duration:
            term.value = event.text
            term.unit = event.attribute(.unitCode)
        default: term.code = event.text
        }
        lot?.term = term
    }

    /// Tenders first, else requests to participate, else expressions of interest.
    private mutating func deadline(_ event: XMLEvent<EFormsField>) {
        let (kind, isDate): (Deadline.Kind, Bool) =
            switch event.field {
            case .tenderDate: (.tenders, true)
            case .tenderTime: (.tenders, false)
            case .requestDate: (.requests, true)
            case .requestTime: (.requests, false)
            case .expressionDate: (.expressions, true)
            default: (.expressions, false)
            }
        let order: [Deadline.Kind] = [.tenders, .requests, .expressions]
        let known = lot?.deadline
        if let known, let old = order.firstIndex(of: known.kind), let new = order.firstIndex(of: kind), old < new {
            return
        }
        var deadline = known?.kind == kind ? known ?? Deadline(kind: kind, date: "") : Deadline(kind: kind, date: "")
        if isDate { deadline.date = event.text } else { deadline.time = event.text }
        lot?.deadline = deadline
    }

    // MARK: Closing

    private mutating func closeAdditionalType() {
        guard lot != nil, !additionalCode.code.isEmpty else { return }
        switch additionalCode.list {
        case "strategic-procurement":
            lot?.strategic.append(additionalCode.code)
            if let additionalText { lot?.strategicDescription = additionalText }
        case "social-objective": lot?.social.append(additionalCode.code)
        case "environmental-impact": lot?.environmental.append(additionalCode.code)
        case "innovative-acquisition": lot?.innovation.append(additionalCode.code)
        case "gpp-criteria": lot?.greenCriteria.append(additionalCode.code)
        case "accessibility": lot?.accessibility.append(additionalCode.code)
        default: break
        }
    }

    private mutating func closeProcedureProject() {
        guard lot == nil, notice.procedure.title == nil, notice.lots.isEmpty, notice.parts.isEmpty,
            notice.lotGroups.isEmpty
        else { return }
        notice.procedure.title = project.title
        notice.procedure.description = project.description
        notice.procedure.note = project.note
        notice.procedure.nature = project.nature
        notice.procedure.mainCPV = project.mainCPV
        notice.procedure.additionalCPV = project.additionalCPV
        notice.procedure.places = project.places
        notice.procedure.value = project.value
        notice.procedure.frameworkMaximum = project.frameworkMaximum
    }

    private mutating func closeLot() {
        guard var closed = lot else { return }
        closed.reference = project.reference
        closed.title = project.title
        closed.description = project.description
        closed.note = project.note
        closed.nature = project.nature
        closed.mainCPV = project.mainCPV
        closed.additionalCPV = project.additionalCPV
        closed.places = project.places
        closed.value = project.value
        closed.frameworkMaximum = project.frameworkMaximum ?? closed.frameworkMaximum
        switch lotScheme {
        case "LotsGroup": notice.lotGroups.append(closed)
        case "Part": notice.parts.append(closed)
        default: notice.lots.append(closed)
        }
        lot = nil
        project = Project()
    }

    /// Resolves references once the whole document is read.
    mutating func finish() {
        closeProcedureProject()
        notice.buyers = buyerReferences.compactMap { organisations[$0] }
        results.apply(to: &notice, organisations: organisations)
    }

    private static func money(_ event: XMLEvent<EFormsField>) -> Money? {
        Amount(event.text).map { Money($0, currency: event.attribute(.currencyID) ?? "") }
    }

    private mutating func addToLot(_ event: XMLEvent<EFormsField>, _ field: WritableKeyPath<Lot, LocalizedText?>) {
        guard var open = lot else { return }
        Self.add(event, to: &open[keyPath: field])
        lot = open
    }

    private static func add(_ event: XMLEvent<EFormsField>, to text: inout LocalizedText?) {
        let language = event.attribute(.languageID) ?? ""
        let cleaned = TextRepair.clean(event.text)
        if text == nil {
            text = LocalizedText(cleaned, language: language)
        } else {
            text?.add(cleaned, language: language)
        }
    }
}
