import Nomenclature

extension TEDAssembly {
    /// Puts together what was read, once the whole form is.
    mutating func finish() {
        guard hasForm else { return identify() }
        identify()
        let kind = TEDForms.kind(form: form.code, notice: form.notice, documentType: form.documentType)
        notice.formType = kind.formType
        notice.noticeType = kind.noticeType
        notice.subtype = TEDForms.name(form.code)
        notice.language = language
        notice.issueDate = Day(iso: notice.issueDateText)
        if notice.legalBasis.isEmpty { notice.legalBasis = coded.directive }
        if notice.buyers.isEmpty, !coded.buyer.isEmpty {
            notice.buyers = [Organisation(name: coded.buyer, country: TEDCodes.country(coded.country))]
        }
        describeProcedure()
        if kind.formType == "change" { return describeChange() }
        describeLots()
        TEDAwardJoin.apply(awards, to: &notice, language: language)
    }

    /// Notices of one purchase share the number of the first that is known.
    private mutating func identify() {
        notice.publicationNumber = notice.publicationNumber ?? TEDNumber.publication(form.documentID)
        let own = notice.publicationNumber ?? form.documentID
        if !own.isEmpty { notice.id = "ted:" + own }
        notice.procedureID = TEDNumber.earliest(notice.earlierPublications) ?? own
    }

    private mutating func describeProcedure() {
        let object = objects[0]
        notice.procedure.type = procedureType ?? coded.procedure
        notice.procedure.title = object.title.localized(language) ?? coded.title
        notice.procedure.description = object.description.localized(language)
        note.add(modification.text)
        notice.procedure.note = note.localized(language)
        notice.procedure.nature = object.nature.isEmpty ? coded.nature : object.nature
        notice.procedure.mainCPV = object.mainCPV ?? coded.cpv.first
        notice.procedure.additionalCPV = object.additionalCPV
        notice.procedure.value = object.estimate
        notice.procedure.reservation = reservation
        notice.procedure.places = lot.places
        if notice.procedure.places.isEmpty, !lots.contains(where: { !$0.draft.placeCodes.isEmpty }) {
            notice.procedure.places = coded.places.map { code in
                PerformancePlace(country: TEDCodes.country(String(code.prefix(2))), nuts: code)
            }
        }
    }

    /// A corrigendum has no lots: those of the notice that it corrects stay as they were published.
    private mutating func describeChange() {
        var change = NoticeChange()
        change.previous = notice.earlierPublications.first ?? ""
        change.description = self.change.lines.localized(language)
        change.sections = self.change.sections
        notice.change = change
    }

    private mutating func describeLots() {
        // What was read outside of any lot.
        let common = lot
        var ids = TEDLotIDs()
        // A notice that is not divided and describes no lot, as in R2.0.8, has one all the same.
        let drafts = lots.isEmpty ? [(draft: TEDLotDraft(), object: 0)] : lots
        let deadline = self.deadline(kind: notice.noticeType)
        let conditions = conditions.localized(language).map { [$0] } ?? []
        let selection: [SelectionCriterion] =
            participationRules.localized(language).map { rules in
                var criterion = SelectionCriterion()
                criterion.description = rules
                return [criterion]
            } ?? []
        let groupForm = groupForm.localized(language)
        notice.lots = drafts.enumerated().map { index, read in
            let id = ids.next(published: read.draft.number, ordinal: index + 1)
            var lot = read.draft.lot(id: id, language: language, common: common)
            let object = objects[read.object]
            lot.reference = object.reference
            // Objects after the first have no place of their own in a notice: their lots speak for them.
            if read.object > 0 {
                lot.title = lot.title ?? object.title.localized(language)
                lot.description = lot.description ?? object.description.localized(language)
            }
            lot.nature = object.nature.isEmpty ? notice.procedure.nature : object.nature
            if lot.mainCPV == nil {
                lot.mainCPV = object.mainCPV ?? notice.procedure.mainCPV
                if lot.additionalCPV.isEmpty { lot.additionalCPV = object.additionalCPV }
            }
            lot.reservation = reservation
            lot.reservedExecution = reservedExecution
            lot.conditions = conditions
            lot.selection = selection
            lot.groupForm = groupForm
            lot.framework = framework
            lot.dynamicPurchasing = dynamicPurchasing
            lot.deadline = deadline
            return lot
        }
        // The lowest and highest tender of the whole purchase are those of its only lot.
        if notice.lots.count == 1, lowest != nil || highest != nil {
            var result = LotResult()
            result.lowestTender = lowest
            result.highestTender = highest
            notice.lots[0].result = result
        }
    }

    /// The one limit of a form is for tenders, for requests to participate or for expressions of interest, which the
    /// procedure and the kind of the notice tell (eForms BT-131, BT-1311, BT-630).
    private func deadline(kind noticeType: String) -> Deadline? {
        var (date, time) = deadline
        if date.isEmpty, ["competition", "planning"].contains(notice.formType) {
            date = coded.deadline.isEmpty ? "" : TEDNumber.date(coded.deadline)
            time = TEDNumber.time(coded.deadline) ?? ""
        }
        guard !date.isEmpty else { return nil }
        let kind: Deadline.Kind =
            noticeType.hasPrefix("pin-")
            ? .expressions : Self.asksForRequests(notice.procedure.type) ? .requests : .tenders
        return Deadline(kind: kind, date: date, time: time.isEmpty ? nil : time)
    }

    private static func asksForRequests(_ procedure: String) -> Bool {
        ["restricted", "neg-w-call", "comp-dial", "innovation"].contains(procedure)
    }
}
