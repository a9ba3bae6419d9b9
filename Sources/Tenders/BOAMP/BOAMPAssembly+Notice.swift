import Nomenclature

extension BOAMPAssembly {
    /// The notice that a national form makes. A purchase that is not divided has one lot.
    ///
    /// - Parameter version: of the format, e.g. `3.2.5 FNSimple`.
    mutating func finish(version: String) -> Notice {
        var notice = Notice(format: .boamp, id: "boamp:" + index.idweb)
        notice.formatVersion = version
        // A summary never takes the place of the notice itself.
        notice.version = version == BOAMPRecordReader.summaryVersion ? "" : "1"
        notice.publicationNumber = index.idweb
        notice.language = BOAMPScope.language
        describe(&notice)
        if buyer.name.isEmpty { buyer.name = head.organisationName }
        if buyer != Organisation() {
            buyer.country = "FRA"
            notice.buyers = [buyer]
        }
        notice.buyerLegalType = head.buyerLegalType
        notice.totalValue = head.totalValue
        notice.procedure = procedure
        applyAwards()
        notice.lots = lots(isOver: notice.isOver)
        return notice
    }

    /// What the index gives to a notice of any form, eForms included.
    mutating func describe(_ notice: inout Notice) {
        if head.isCancelled { cancel() }
        notice.index = index
        if notice.publicationDate == nil, !head.publicationDate.isEmpty {
            notice.publicationDate = head.publicationDate
        }
        if notice.issueDate == nil {
            notice.issueDate = Day(iso: head.publicationDate)
            notice.issueDateText = head.publicationDate
        }
        if notice.noticeType.isEmpty { notice.noticeType = head.family }
        if notice.subtype.isEmpty { notice.subtype = form == .v230 ? head.perimeter : form?.rawValue ?? head.perimeter }
        if notice.formType.isEmpty { notice.formType = head.formType }
        var known = Set(notice.earlierPublications + [index.idweb])
        notice.earlierPublications += head.earlier.filter { known.insert($0).inserted }
        if notice.procedureID.isEmpty {
            notice.procedureID = BOAMPHead.first(of: notice.earlierPublications + [index.idweb]) ?? index.idweb
        }
        if notice.change == nil, head.isChange || head.isCancelled {
            var change = NoticeChange()
            change.previous = BOAMPHead.last(of: notice.earlierPublications) ?? ""
            change.description = BOAMPScope.text(head.correction)
            notice.change = change
        }
    }

    private var procedure: Procedure {
        let purchase = scopes[0]
        var procedure = Procedure()
        procedure.type = head.procedure.isEmpty ? head.indexProcedure : head.procedure
        procedure.title = BOAMPScope.text(title)
        procedure.description = BOAMPScope.text(purchase.description)
        procedure.note = purchase.note
        procedure.nature = head.works.isEmpty ? head.indexWorks : head.works
        (procedure.mainCPV, procedure.additionalCPV) = purchase.codes
        procedure.places = purchase.places
        procedure.value = purchase.value
        procedure.reservation = purchase.reservation
        return procedure
    }

    /// Version 2.30 has forms without a title: a short object, else the summary of the index, stands for it.
    private var title: String {
        let purchase = scopes[0]
        if !purchase.title.isEmpty { return purchase.title }
        let isShort = !purchase.description.isEmpty && purchase.description.count <= 200
        return isShort || head.summary.isEmpty ? purchase.description : head.summary
    }

    // MARK: Results

    /// Gives the lots their results; decisions about lots that the notice does not list make them.
    private mutating func applyAwards() {
        let listed = scopes.count - 1
        var lots: [String: Int] = [:]
        for index in scopes.indices.dropFirst() where lots[number(of: index)] == nil { lots[number(of: index)] = index }
        if !awardText.isEmpty {
            for section in BOAMPAwardText(awardText, buyer: buyer.identifier).sections {
                apply(
                    section.result, number: section.number, title: section.title, description: "", listed: listed, &lots
                )
            }
        }
        let isOnly = award.decisions.count == 1
        for (order, decision) in award.decisions.enumerated() {
            // Decisions without number follow the order of the lots, when there are as many.
            let inOrder = listed == award.decisions.count ? number(of: order + 1) : isOnly ? "" : String(order + 1)
            apply(
                decision.result, number: decision.number.isEmpty ? inOrder : decision.number, title: decision.title,
                description: decision.description, listed: listed, &lots)
        }
        applyToWhole()
    }

    private mutating func apply(
        _ result: LotResult, number: String, title: String, description: String, listed: Int,
        _ lots: inout [String: Int]
    ) {
        if let index = lots[number] {
            scopes[index].result = Self.merged(scopes[index].result, result)
        } else if number.isEmpty, listed > 1 {
            // A text about all lots that does not tell them apart: each has the words, none the holder.
            var words = LotResult()
            words.description = result.description
            for index in scopes.indices.dropFirst() { scopes[index].result = scopes[index].result ?? words }
        } else if number.isEmpty, listed == 1 {
            scopes[1].result = Self.merged(scopes[1].result, result)
        } else {
            var lot = number.isEmpty ? implicitLot : BOAMPScope()
            lot.number = number
            if lot.title.isEmpty { lot.title = title }
            if lot.description.isEmpty { lot.description = description }
            lot.result = result
            scopes.append(lot)
            lots[self.number(of: scopes.count - 1)] = scopes.count - 1
        }
    }

    private static func merged(_ known: LotResult?, _ result: LotResult) -> LotResult {
        guard var known else { return result }
        known.winners += result.winners
        if known.status.isEmpty || result.status == "selec-w" { known.status = result.status }
        if known.statistics.isEmpty { known.statistics = result.statistics }
        return known
    }

    /// What is said of the notice as a whole, on its lots.
    private mutating func applyToWhole() {
        guard award.isWithoutAward || award.offers != nil else { return }
        if scopes.count == 1 { scopes.append(implicitLot) }
        for index in scopes.indices.dropFirst() {
            var result = scopes[index].result ?? LotResult()
            if award.isWithoutAward, award.decisions.isEmpty, result.winners.isEmpty { result.status = "clos-nw" }
            if scopes.count == 2, let offers = award.offers, result.statistics.isEmpty {
                result.statistics = [SubmissionCount(code: "tenders", count: offers)]
            }
            scopes[index].result = result
        }
    }

    // MARK: Lots

    /// A purchase that is not divided into lots, as a lot.
    private var implicitLot: BOAMPScope {
        var lot = scopes[0]
        lot.title = title
        lot.notes = []
        return lot
    }

    private func number(of index: Int) -> String {
        scopes[index].number.isEmpty ? String(index) : scopes[index].number
    }

    private mutating func lots(isOver: Bool) -> [Lot] {
        if scopes.count == 1 { scopes.append(implicitLot) }
        let purchase = scopes[0]
        let isOnly = scopes.count == 2
        let fallback = isOver ? nil : Deadline(kind: .tenders, timestamp: head.responseDeadline)
        return scopes.indices.dropFirst().map { index in
            let scope = scopes[index]
            var lot = Lot(id: number(of: index))
            let (title, description) =
                !scope.title.isEmpty
                ? (scope.title, scope.description)
                : isOnly ? (self.title, scope.description) : (scope.description, "")
            lot.title = BOAMPScope.text(title)
            lot.description = BOAMPScope.text(description)
            lot.note = scope.note
            lot.nature = procedureNature
            (lot.mainCPV, lot.additionalCPV) = isOnly && scope.cpv.isEmpty ? Self.codes(scope, purchase) : scope.codes
            lot.places = scope.places
            lot.value = scope.value
            lot.term = scope.term ?? purchase.term
            lot.renewalDescription = BOAMPScope.text(scope.renewalDescription)
            lot.options = BOAMPScope.text(scope.options)
            lot.reservation = scope.reservation.isEmpty ? purchase.reservation : scope.reservation
            lot.reservedExecution = scope.reservedExecution ?? purchase.reservedExecution
            lot.conditions = (scope.conditions.isEmpty ? purchase.conditions : scope.conditions).compactMap {
                BOAMPScope.text($0)
            }
            lot.criteria = scope.criteria.isEmpty ? purchase.criteria : scope.criteria
            lot.framework = scope.framework ?? purchase.framework
            lot.dynamicPurchasing = scope.dynamicPurchasing ?? purchase.dynamicPurchasing
            lot.variants = scope.variants ?? purchase.variants
            lot.deadline = head.deadline ?? fallback
            lot.result = scope.result
            return lot
        }
    }

    private var procedureNature: String { head.works.isEmpty ? head.indexWorks : head.works }

    /// The only lot has the main code of the purchase when it gives none itself.
    private static func codes(_ lot: BOAMPScope, _ purchase: BOAMPScope) -> (String?, [String]) {
        (purchase.cpv.first, lot.additionalCPV.filter { $0 != purchase.cpv.first })
    }
}
