import Bytes
import Nomenclature

/// Builds a notice from the events of a national form of the BOAMP, and the index of any notice of it.
struct BOAMPAssembly {
    /// The form under `DONNEES`.
    enum Form: String {
        case eForms = "EFORMS", fnSimple = "FNSimple", mapa = "MAPA", dsp = "DSP", v230 = "2.30", unknown
    }

    private(set) var form: Form?
    private(set) var index = NoticeIndex()
    var head = BOAMPHead()
    /// The purchase first, then its lots; the last one is open while ``isInLot``.
    var scopes = [BOAMPScope()]
    var award = BOAMPAward()
    var awardText = ""
    var buyer = Organisation()
    private var isInLot = false
    private var criteria = BOAMPCriteria()
    private var descriptor = NoticeIndex.Descriptor(code: "", label: "")
    private var place = PerformancePlace()
    private var currency = ""
    private var ranks = 0

    /// - Parameter idweb: the key, when it is known before the document is read.
    init(idweb: String = "") { index.idweb = idweb }

    private var current: Int { isInLot ? scopes.count - 1 : 0 }

    mutating func handle(_ event: XMLEvent<BOAMPMark>) {
        switch event.field.meaning {
        case .code(let code): if event.kind == .begin { self.code(code, isIndex: false) }
        case .indexCode(let code): if event.kind == .begin { self.code(code, isIndex: true) }
        case .field(let field):
            switch event.kind {
            case .begin: begin(field, event)
            case .end: end(field)
            case .value: if !event.isEmpty { value(field, event) }
            }
        case nil: break
        }
    }

    private mutating func code(_ code: BOAMPCode, isIndex: Bool) {
        switch code.list {
        case .family: head.family = code.meaning
        case .form: head.perimeter = code.meaning
        case .nature: head.nature = code.name
        case .status: head.status = code.meaning
        case .procedure: if isIndex { head.indexProcedure = code.meaning } else { head.procedure = code.meaning }
        case .works: if isIndex { head.indexWorks = code.meaning } else { head.works = code.meaning }
        case .buyer: head.buyerLegalType = code.meaning
        }
    }

    private mutating func begin(_ field: BOAMPField, _ event: XMLEvent<BOAMPMark>) {
        switch field {
        case .eForms: form = .eForms
        case .fnSimple: form = .fnSimple
        case .mapa: form = .mapa
        case .dsp: form = .dsp
        case .v230: form = .v230
        case .unknownForm: form = form ?? .unknown
        case .correction: head.isCorrection = true
        case .descriptor: descriptor = NoticeIndex.Descriptor(code: "", label: "")
        case .socialCriteria: index.hasSocialCriteria = true
        case .environmentalCriteria: index.hasEnvironmentalCriteria = true
        case .lot:
            scopes.append(BOAMPScope())
            isInLot = true
            ranks = 0
        case .place: place = PerformancePlace()
        case .valueGroup, .awardValueGroup: currency = event.attribute(.devise) ?? ""
        case .variantsYes: scopes[current].variants = "allowed"
        case .variantsNo: scopes[current].variants = "not-allowed"
        case .frameworkYes: scopes[current].framework = "ACCORD_CADRE"
        case .frameworkNo: scopes[current].framework = "none"
        case .dynamicYes: scopes[current].dynamicPurchasing = "SAD"
        case .dynamicNo: scopes[current].dynamicPurchasing = "none"
        case .reservedNo: scopes[current].reservation = ["none"]
        case .reserved:
            scopes[current].reservation = []
            scopes[current].reservedExecution = nil
        case .reservedWorkshops: scopes[current].reservation = [Self.reservedCode]
        case .reservedEmployment: scopes[current].reservedExecution = "yes"
        default:
            criteria.begin(field)
            award.begin(field)
        }
    }

    /// The forms' flag says that all or a part of the purchase is reserved and not under which article: `res-ws`, the
    /// code of the common case (CCP, L. 2113-12 to L. 2113-14), which the text has to confirm.
    static let reservedCode = "res-ws"

    private mutating func end(_ field: BOAMPField) {
        switch field {
        case .lot: isInLot = false
        case .descriptor:
            if !descriptor.label.isEmpty || !descriptor.code.isEmpty { index.descriptors.append(descriptor) }
        case .place: closePlace()
        case .reserved:
            if scopes[current].reservation.isEmpty, scopes[current].reservedExecution == nil {
                scopes[current].reservation = [Self.reservedCode]
            }
        default:
            if let criterion = criteria.end(field) { scopes[current].add(criterion) }
            award.end(field)
        }
    }

    private mutating func value(_ field: BOAMPField, _ event: XMLEvent<BOAMPMark>) {
        let text = TextRepair.clean(event.text)
        switch field {
        case .idweb: index.idweb = TextRepair.identifier(text)
        case .publicationDate: head.publicationDate = text
        case .responseDeadline: head.responseDeadline = text
        case .displayEnd: index.displayedUntil = Day(iso: text)
        case .organisationName: head.organisationName = text
        case .summary: head.summary = text
        case .descriptorCode: descriptor.code = text
        case .descriptorLabel: descriptor.label = text
        case .departement: index.departements.append(BOAMPHead.departement(text))
        case .performanceDepartement: index.performanceDepartements.append(BOAMPHead.departement(text))
        case .earlierNotice: head.earlier.append(TextRepair.identifier(text))
        case .buyerName: if buyer.name.isEmpty { buyer.name = text }
        case .buyerIdentifier: if buyer.identifier.isEmpty { buyer.identifier = TextRepair.identifier(text) }
        case .buyerPostcode: if buyer.postcode.isEmpty { buyer.postcode = text }
        case .buyerCity: if buyer.city.isEmpty { buyer.city = text }
        case .buyerNUTS: if buyer.nuts.isEmpty { buyer.nuts = text }
        case .deadline: head.deadline = head.deadline ?? Deadline(kind: .tenders, timestamp: text)
        case .requestDeadline: head.deadline = head.deadline ?? Deadline(kind: .requests, timestamp: text)
        case .correctionText: head.correction = TextRepair.line(text)
        case .awardText: awardText = text
        case .totalValue: head.totalValue = money(event)
        default: scopeValue(field, text, event)
        }
    }

    private mutating func scopeValue(_ field: BOAMPField, _ text: String, _ event: XMLEvent<BOAMPMark>) {
        switch field {
        case .title, .lotTitle: scopes[current].title = text
        case .description: scopes[current].description = text
        case .note, .quantity:
            scopes[current].notes.append(text)
            if field == .quantity { scopes[current].value = BOAMPAmount.read(text) }
        case .lotNumber: scopes[current].number = TextRepair.line(text)
        case .cpv: scopes[current].cpv.append(TextRepair.identifier(text))
        case .additionalCPV: scopes[current].additionalCPV.append(TextRepair.identifier(text))
        case .placeText: scopes[current].addPlace(words: text)
        case .listedNUTS: scopes[current].addPlace(nuts: text)
        case .placeStreet: place.street = text
        case .placePostcode: place.postcode = text
        case .placeCity: place.city = text
        case .placeNUTS: place.nuts = text
        case .value, .groupValue: scopes[current].value = money(event)
        case .months: scopes[current].term = ContractTerm(value: text, unit: "MONTH")
        case .days: scopes[current].term = ContractTerm(value: text, unit: "DAY")
        case .start, .end:
            var term = scopes[current].term ?? ContractTerm()
            if field == .start { term.start = Day(iso: text) } else { term.end = Day(iso: text) }
            scopes[current].term = term
        case .renewalDescription: scopes[current].renewalDescription = text
        case .options: scopes[current].options = text
        case .condition: scopes[current].conditions.append(text)
        case .weightedCriterion, .qualityCriterion, .costCriterion:
            let type = field == .qualityCriterion ? "quality" : field == .costCriterion ? "cost" : nil
            scopes[current].add(BOAMPCriteria.criterion(text, type: type, weight: event.attribute(.poids)))
        case .rankedCriterion:
            ranks += 1
            scopes[current].add(BOAMPCriteria.ranked(text, rank: ranks))
        case .freeCriteria: scopes[current].add(BOAMPCriteria.free(text))
        default:
            criteria.value(field, text)
            award.value(field, text, money: field == .awardValue ? money(event) : nil)
        }
    }

    private mutating func closePlace() {
        let hasAddress = !place.postcode.isEmpty || !place.city.isEmpty || !place.nuts.isEmpty
        if hasAddress {
            scopes[current].places.append(place)
        } else if !place.street.isEmpty {
            scopes[current].addPlace(words: place.street)
        }
    }

    /// The currency stands on the element (2.30) or on the group around it (3.2.5).
    private func money(_ event: XMLEvent<BOAMPMark>) -> Money? {
        Amount(event.text).map { Money($0, currency: event.attribute(.deviseUpper) ?? currency) }
    }

    mutating func cancel() { index.isCancelled = true }
}
