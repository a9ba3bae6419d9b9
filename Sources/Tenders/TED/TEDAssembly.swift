import Bytes
import Nomenclature

/// Builds a notice from the events of the export and of one of its forms.
struct TEDAssembly {
    /// Three-letter code of the form's language.
    let language: String
    var notice = Notice(format: .ted, id: "")
    private(set) var hasForm = false
    /// An `ORGANISATION` without a name in it: the names of R2.0.7 stand there themselves.
    private(set) var hasNamelessOrganisation = false

    // What the form and the publisher's coded data say; put together by `finish`.
    var form = (code: "", notice: "", documentType: "", documentID: "")
    var coded = TEDCodedData()
    var objects = [TEDObject()]
    private var hasObject = false
    var lots: [(draft: TEDLotDraft, object: Int)] = []
    var awards: [TEDAward] = []
    var note = TEDText()
    var conditions = TEDText()
    var participationRules = TEDText()
    var groupForm = TEDText()
    var modification = TEDText()
    var procedureType: String?
    var reservation: [String] = []
    var reservedExecution: String?
    var framework: String?
    var dynamicPurchasing: String?
    var deadline = (date: "", time: "")
    var lowest: Money?
    var highest: Money?
    var change = TEDChanges()

    // What is open.
    /// The open lot, or what the form says once for all lots.
    var lot = TEDLotDraft()
    private var common = TEDLotDraft()
    var award = TEDAward()
    var organisation = Organisation()
    var amounts = TEDAmounts()
    private var date = (day: "", month: "", year: "", time: "")
    private var translation = ""

    init(language: String) { self.language = language }

    mutating func handle(_ event: XMLEvent<TEDField>) {
        switch event.kind {
        case .begin: begin(event)
        case .end: end(event.field)
        case .value: if !event.isEmpty { value(event) }
        }
    }

    // MARK: Beginnings: what is opened, and elements that speak by their attributes or by being there

    private mutating func begin(_ event: XMLEvent<TEDField>) {
        switch event.field {
        case .export:
            form.documentID = event.attribute(.documentID) ?? ""
            notice.formatVersion = event.attribute(.version) ?? ""
        case .form:
            hasForm = true
            form.code = event.attribute(.form) ?? ""
            if notice.formatVersion.isEmpty { notice.formatVersion = event.attribute(.version) ?? "" }
        case .noticeKind: form.notice = event.attribute(.type) ?? ""
        case .documentType: form.documentType = event.attribute(.code) ?? ""
        case .legalBasis: notice.legalBasis = event.attribute(.value) ?? ""
        case .directive, .codedDirective, .codedNature, .codedProcedure, .codedCPV, .codedPlace, .buyerCountry:
            coded.read(event)
        case .translation: translation = event.attribute(.languageLG) ?? ""
        case .buyer, .contractor: organisation = Organisation()
        case .country, .organisationPlace, .small, .notSmall, .buyerType, .buyerActivity: organisation(event)
        case .object:
            if hasObject { objects.append(TEDObject()) }
            hasObject = true
        case .lot:
            common = lot
            lot = TEDLotDraft()
        case .mainCPV, .additionalCPV, .nature, .oldForm: objects[objects.count - 1].read(event)
        case .lotMainCPV: lot.mainCPV = lot.mainCPV ?? event.attribute(.code)
        case .lotAdditionalCPV: if let code = event.attribute(.code) { lot.additionalCPV.append(code) }
        case .lotPlace, .place: if let code = event.attribute(.code) { lot.placeCodes.append(code) }
        case .unlimited: lot.term = ContractTerm(code: "UNLIMITED")
        case .variants: lot.variants = "allowed"
        case .noVariants: lot.variants = "not-allowed"
        case .variantsSaid: lot.variants = event.attribute(.value, is: "YES") ? "allowed" : "not-allowed"
        case .priceCriterion, .costCriterion, .qualityCriterion, .plainCriterion:
            lot.beginCriterion(type: TEDCodes.criteria[event.field] ?? "")
        case .workshop: reservation.append("res-ws")
        case .serviceMission: reservation.append("res-pub-ser")
        case .programme: reservedExecution = "yes"
        case .framework: framework = framework ?? "FRAMEWORK"
        case .singleOperator: framework = "fa-wo-rc"
        case .dynamicPurchasing: dynamicPurchasing = dynamicPurchasing ?? "dps-list"
        case .otherPurchasers: dynamicPurchasing = "dps-nlist"
        case .amounts: amounts.begin(currency: event.attribute(.currency) ?? "")
        case .taxIncluded: amounts.includeTax()
        case .deadlineDate, .awardDate, .startDate, .endDate: date = ("", "", "", "")
        case .change, .oldCode, .newCode: change.begin(event)
        case .award, .awarded, .prize, .notAwarded, .unsuccessful, .discontinued, .awardedToGroup, .notToGroup:
            award(event.field)
        default: if let type = TEDCodes.procedureTypes[event.field] { procedureType = procedureType ?? type }
        }
    }

    // MARK: Ends

    private mutating func end(_ field: TEDField) {
        switch field {
        case .buyer: notice.buyers.append(organisation)
        case .contractor: award.contractors.append(organisation)
        case .organisation: if organisation.name.isEmpty { hasNamelessOrganisation = true }
        case .lot:
            lots.append((lot, objects.count - 1))
            lot = common
        case .priceCriterion, .costCriterion, .qualityCriterion, .plainCriterion: lot.endCriterion()
        case .amounts: for (field, money) in amounts.end() { keep(money, field) }
        case .deadlineDate: deadline = (isoDate, date.time)
        case .awardDate: award.concluded = isoDate
        case .startDate:
            let day = Day(iso: isoDate)
            setTerm { $0.start = day }
        case .endDate:
            let day = Day(iso: isoDate)
            setTerm { $0.end = day }
        case .change: change.end()
        case .award: awards.append(award)
        default: break
        }
    }

    /// The date in day, month and year that was just read; R2.0.8 writes `3` for March or `03`.
    private var isoDate: String {
        func two(_ text: String) -> String { text.utf8.count == 1 ? "0" + text : text }
        return date.year + "-" + two(date.month) + "-" + two(date.day)
    }

    // MARK: Values

    private mutating func value(_ event: XMLEvent<TEDField>) {
        switch event.field {
        case .publicationNumber: notice.publicationNumber = TEDNumber.publication(event.text)
        case .earlierNumber:
            // A handful in real notices.
            if let number = TEDNumber.publication(event.text), notice.earlierPublications.count < 100,
                !notice.earlierPublications.contains(number)
            {
                notice.earlierPublications.append(number)
            }
        case .publicationDate: notice.publicationDate = TEDNumber.date(event.text)
        case .dispatchDate: notice.issueDateText = TEDNumber.date(event.text)
        case .codedDeadline: coded.deadline = event.text
        case .translatedTitle: coded.translate(event, language: translation)
        case .translatedBuyer: if coded.buyer.isEmpty { coded.buyer = TEDText.line(event.text) }
        case .name, .nationalID, .town, .postcode: organisation(event)
        case .title: objects[objects.count - 1].title.add(paragraph(event), separator: " ")
        case .description: objects[objects.count - 1].description.add(paragraph(event))
        case .reference: objects[objects.count - 1].reference = TEDText.line(event.text)
        case .note: note.add(paragraph(event))
        case .conditions: conditions.add(paragraph(event))
        case .participationRules: participationRules.add(paragraph(event))
        case .groupForm: groupForm.add(paragraph(event))
        case .modification: modification.add(paragraph(event))
        case .tenderDate: deadline.date = event.text
        case .tenderTime: deadline.time = event.text
        case .contestCriterion, .concessionCriterion:
            lot.beginCriterion(type: "")
            lot.name(criterion: paragraph(event), language: language)
            lot.endCriterion()
        case .estimate, .total, .lowest, .highest, .lotEstimate, .awardValue, .awardLowest, .awardHighest,
            .awardEstimate, .modifiedTotal:
            guard let money = amounts.money(event) else { return }
            keep(money, event.field)
        case .day: date.day = event.text
        case .month: date.month = event.text
        case .year: date.year = event.text
        case .time: date.time = event.text
        case .changedSection, .changedLabel, .oldValue, .newValue: change.read(event, paragraph(event))
        default: if !awardValue(event) { lotValue(event) }
        }
    }

    private mutating func keep(_ money: Money, _ field: TEDField) {
        switch field {
        case .estimate: objects[objects.count - 1].estimate = objects[objects.count - 1].estimate ?? money
        case .total, .modifiedTotal: notice.totalValue = money
        case .lowest: lowest = money
        case .highest: highest = money
        case .lotEstimate: lot.value = money
        case .awardValue: award.value = money
        case .awardLowest: award.lowest = money
        case .awardHighest: award.highest = money
        default: award.estimate = money
        }
    }

    func paragraph(_ event: XMLEvent<TEDField>) -> String { TEDText.paragraph(event.text, language: language) }
}
