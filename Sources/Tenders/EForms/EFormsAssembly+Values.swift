import Bytes
import Nomenclature

/// What the values of single fields do to the notice.
extension EFormsAssembly {
    /// Fields of a project, of the procedure or of the open lot; false when the field is none.
    mutating func projectValue(_ event: XMLEvent<EFormsField>) -> Bool {
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

    /// What a change of an earlier notice, or a modification of a contract, says of itself.
    static func note(_ event: XMLEvent<EFormsField>, in change: inout NoticeChange?) {
        var noted = change ?? NoticeChange()
        switch event.field {
        case .changedNotice, .modifiedNotice: noted.previous = event.text
        case .changeReason, .modificationReason: noted.reason = event.text
        case .changeDescription, .modificationDescription: add(event, to: &noted.description)
        case .changeDetail, .modificationDetail:
            var detail: LocalizedText?
            add(event, to: &detail)
            if let detail { noted.details.append(detail) }
        default: noted.sections.append(event.text)
        }
        change = noted
    }

    mutating func subcontracting(_ event: XMLEvent<EFormsField>) {
        var terms = lot?.subcontracting ?? SubcontractingTerms()
        switch event.field {
        case .subcontractingMinimum: terms.minimumPercent = Double(event.text)
        case .subcontractingMaximum: terms.maximumPercent = Double(event.text)
        case .subcontractingIndication: terms.indication = event.text
        default: terms.obligation = event.text
        }
        lot?.subcontracting = terms
    }

    mutating func term(_ event: XMLEvent<EFormsField>) {
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
    mutating func deadline(_ event: XMLEvent<EFormsField>) {
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

    // MARK: Values

    static func money(_ event: XMLEvent<EFormsField>) -> Money? {
        Amount(event.text).map { Money($0, currency: event.attribute(.currencyID) ?? "") }
    }

    mutating func addToLot(_ event: XMLEvent<EFormsField>, _ field: WritableKeyPath<Lot, LocalizedText?>) {
        guard var open = lot else { return }
        Self.add(event, to: &open[keyPath: field])
        lot = open
    }

    static func add(_ event: XMLEvent<EFormsField>, to text: inout LocalizedText?) {
        let language = event.attribute(.languageID) ?? ""
        let cleaned = TextRepair.clean(event.text)
        if text == nil {
            text = LocalizedText(cleaned, language: language)
        } else {
            text?.add(cleaned, language: language)
        }
    }
}
